"""What the one query does at the edges of its table: odd names, odd dates, missing columns, nothing to judge."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from livecompact.kinds import KINDS
from livecompact.standards import bulk
from livecompact.standards.bulk import dates
from livecompact.standards.bulk.answers import sql
from livecompact.standards.bulk.calendars import Worked
from livecompact.standards.bulk.columns import Columns, none_column
from livecompact.standards.bulk.quoting import identifier, literal
from livecompact.standards.bulk.verdicts import COLUMNS, WHO_ACTED, query
from livecompact.standards.calendar import NATIONS, newest
from livecompact.standards.facts import Fact, Facts, FactType
from livecompact.standards.language import Test
from livecompact.standards.periods import Period, Unit
from livecompact.standards.reading import read_standard
from livecompact.standards.standard import Before, Setting, Side, Standard
from tests.standards.strategies import COUNTS

TODAY = date(2026, 6, 1)
COLUMN = {name: place for place, name in enumerate(COLUMNS)}
ODD = 'an "odd"; DROP TABLE x; -- name\'s'


def fact(name: str, kind: FactType, **more: Any) -> Fact:
    return Fact(name=name, type=kind, label=name, ask=name, why=name, **more)


OPENS, CLOSES = fact("opens", FactType.DATE), fact("closes", FactType.DATE)
REASON = fact("reason", FactType.TEXT, is_reason=True)
SHUT = Before("closes", "opens", say="It's closed before it opens.")
LENGTH = {"open_from": "opens", "to": "closes", "for_at_least": "12 weeks"}


def standard(facts: tuple[Fact, ...] = (OPENS, CLOSES, REASON), **said: Any) -> Standard:
    setting = Setting(
        binds=Side.STATUTORY,
        calendar=newest("england-and-wales"),
        way_out=("where possible",),
        facts={each.name: each for each in facts},
        never=(SHUT,),
    )
    table = {"code": "trial", "undertaking": "1.1", "of": "trial", "asks": "…", "basis": "text", **said}
    return read_standard(table, setting, lambda _: Facts({}))


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as connection:
        yield connection


def found(connection: duckdb.DuckDBPyConnection, rows: str, *standards: Standard) -> list[dict[str, Any]]:
    connection.execute(f"CREATE OR REPLACE TABLE dealings AS {rows}")
    relation = bulk.findings(connection, "dealings", standards, TODAY)
    lines = relation.order('"row", standard').fetchall()
    return [dict(zip(relation.columns, line, strict=True)) for line in lines]


def test_names_and_values_of_any_spelling_are_only_names_and_values(connection):
    odd = fact(ODD, FactType.CHOICE)
    asked = standard((odd,), code=ODD, kept={"fact": ODD, "one_of": ["it's", ODD]})
    connection.execute(f"CREATE TABLE {identifier(ODD)} AS SELECT 1::BIGINT AS row, 'it''s' AS {identifier(ODD)}")

    (line,) = bulk.findings(connection, ODD, [asked], TODAY).fetchall()

    assert line[COLUMN["standard"]] == ODD
    assert line[COLUMN["met"]] == "yes"
    assert line[COLUMN["because"]] == f"{ODD}=it's"


def test_a_null_character_is_refused_since_it_would_end_the_text():
    with pytest.raises(ValueError, match="null character"):
        literal("before\0after")


def test_what_stands_in_a_cell_is_not_repeated_and_is_no_text_of_the_query(connection):
    rows = "SELECT 1::BIGINT AS row, DATE '2025-03-03' AS opens, DATE '2025-03-10' AS closes, '=cmd()' AS reason"
    asked = standard(kept=LENGTH, unless={"stated": "reason"}, due="closes")

    (line,) = found(connection, rows, asked)

    assert line["because"] == "opens=2025-03-03 closes=2025-03-10 reason=given asked=84 days"
    assert "=cmd()" not in query("dealings", ["row", "opens", "closes", "reason"], [asked], TODAY)


@pytest.mark.parametrize("day", ["10000-01-01", "infinity", "-infinity", "0001-12-31 (BC)"])
def test_a_day_that_python_cannot_count_with_is_not_known(connection, day):
    rows = f"SELECT 1::BIGINT AS row, DATE '2025-03-03' AS opens, DATE '{day}' AS closes"

    (line,) = found(connection, rows, standard(kept=LENGTH, due="closes"))

    assert (line["met"], line["would_be"], line["settles_on"]) == ("not known", "no evidence", None)
    assert line["because"] == "opens=2025-03-03 asked=84 days"


def test_what_closes_on_the_last_day_there_is_is_not_yet_due(connection):
    rows = "SELECT 1::BIGINT AS row, DATE '2025-03-03' AS opens, DATE '9999-12-31' AS closes"

    (line,) = found(connection, rows, standard(kept=LENGTH, due="closes"))

    assert (line["met"], line["would_be"], line["settles_on"]) == ("yes", "not yet due", date(9999, 12, 31))


def test_where_a_fact_is_none_a_value_beside_it_does_not_count(connection):
    rows = "SELECT 1::BIGINT AS row, 'because' AS reason, TRUE AS reason__none"

    (line,) = found(connection, rows, standard(kept={"stated": "reason"}))

    assert (line["met"], line["would_be"], line["because"]) == ("no", "not kept", "reason=none")


def test_a_table_without_any_column_of_a_fact_gives_no_evidence(connection):
    (line,) = found(connection, "SELECT 1::BIGINT AS row", standard(kept=LENGTH, due="closes"))

    assert (line["met"], line["would_be"], line["because"]) == ("not known", "no evidence", "asked=84 days")


def test_a_verdict_is_only_given_where_the_organisation_is_bound(connection):
    rows = "SELECT unnest([1, 2, 3]) AS row, unnest([TRUE, FALSE, NULL]) AS bound, 'because' AS reason"

    lines = found(connection, rows, standard(kept={"stated": "reason"}))

    assert [line["verdict"] for line in lines] == ["kept", None, None]
    assert [line["would_be"] for line in lines] == ["kept"] * 3


def test_contradicting_dates_are_told_and_others_judged_as_usual(connection):
    rows = "SELECT 1::BIGINT AS row, DATE '2025-03-03' AS opens, DATE '2025-02-03' AS closes, 'because' AS reason"

    length, reason = found(
        connection, rows, standard(kept=LENGTH, due="closes"), standard(code="why", kept={"stated": "reason"})
    )

    assert (length["would_be"], length["contradiction"]) == ("no evidence", "It's closed before it opens.")
    assert (reason["would_be"], reason["contradiction"]) == ("kept", None)


def test_no_standards_find_nothing_in_the_same_columns(connection):
    connection.execute("CREATE TABLE dealings AS SELECT 1::BIGINT AS row")

    nothing = bulk.findings(connection, "dealings", [], TODAY)
    something = bulk.findings(connection, "dealings", [standard(kept={"stated": "reason"})], TODAY)

    assert nothing.fetchall() == []
    assert dict(zip(nothing.columns, map(str, nothing.types), strict=True)) == COLUMNS
    assert dict(zip(something.columns, map(str, something.types), strict=True)) == COLUMNS


def test_measure_and_shortfall_say_their_units_and_are_the_columns_of_findings(connection):
    asked = standard(kept=LENGTH)
    rows = "SELECT 1::BIGINT AS row, DATE '2025-03-03' AS opens, DATE '2025-04-27' AS closes"
    measure, shortfall = bulk.measure(asked), bulk.shortfall(asked)
    assert measure
    assert shortfall

    (line,) = found(connection, rows, asked)

    numbers = connection.sql(f"SELECT {measure.sql}, {shortfall.sql} FROM dealings").fetchone()
    assert numbers == (line["measured"], line["short_by"]) == (Decimal(56), Decimal(28))
    assert (measure.unit, shortfall.unit) == ("days", "days")


def test_a_standard_without_a_number_measures_nothing():
    asked = standard(kept={"stated": "reason"})
    assert (bulk.measure(asked), bulk.shortfall(asked)) == (None, None)


def test_facts_may_be_called_as_the_answers_of_the_query_are(connection):
    names = [*COLUMNS, "kept", "due", "come", "excuse", "has_due", "forecast", "today"]
    facts = tuple(fact(name, FactType.DATE) for name in names if name != "row")
    days = ", ".join(f"DATE '2025-01-01' + {number} AS \"{each.name}\"" for number, each in enumerate(facts))
    asked = [
        standard(facts, code=each.name, kept={"fact": each.name, "no_later_than": "due"}, due=each.name)
        for each in facts
    ]

    lines = found(connection, f"SELECT 1::BIGINT AS row, {days}", *asked)

    due = names.index("due") - 1
    assert {line["standard"]: line["met"] for line in lines} == {
        each.name: "yes" if number <= due else "no" for number, each in enumerate(facts)
    }
    assert {line["because"] for line in lines} >= {"kept=2025-01-14 due=2025-01-15"}


def test_a_word_without_a_query_is_refused_by_name():
    with pytest.raises(TypeError, match="no query for Unheard"):
        sql(type("Unheard", (Test,), {})(), Columns(Worked(newest("scotland"))))


def test_the_working_days_of_a_calendar_are_put_into_a_connection_once(connection):
    worked = Worked(newest("scotland"))
    worked.hold(connection)
    worked.hold(connection)

    held = connection.sql(f"SELECT len(days), len(counted) FROM {worked.table}").fetchall()

    days = (worked.calendar.last - worked.calendar.first).days + 1
    assert held == [(len(worked.calendar.working_days), days + 1)]


PERIODS = [Period(count, unit) for unit, counts in COUNTS.items() for count in counts]
SOME_DAYS = [date(2023, 11, 1) + timedelta(n) for n in range(800)]
EDGES = [date.min, date(1990, 1, 1), date(2050, 12, 31), date.max]
EDGE_DAYS = [
    date.fromordinal(n)
    for edge in EDGES
    for n in range(edge.toordinal() - 40, edge.toordinal() + 40)
    if date.min.toordinal() <= n <= date.max.toordinal()
]


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("unit", Unit)
def test_every_length_counts_in_sql_as_in_python_from_every_kind_of_day(connection, nation, unit):
    calendar = newest(nation)
    worked = Worked(calendar)
    worked.hold(connection)
    days = [*SOME_DAYS, *EDGE_DAYS]
    connection.execute("CREATE TABLE days AS SELECT unnest(CAST($days AS DATE[])) AS day", {"days": _listed(days)})
    for period in (period for period in PERIODS if period.unit is unit):
        after, before = dates.after(period, "day", worked), dates.before(period, "day", worked)

        counted = connection.sql(f"SELECT day, {after}, {before} FROM days, {worked.table}").fetchall()

        assert counted == [(day, period.after(day, calendar), period.before(day, calendar)) for day in days]


@pytest.mark.parametrize("nation", NATIONS)
def test_working_days_between_two_days_are_counted_in_sql_as_in_python(connection, nation):
    calendar = newest(nation)
    worked = Worked(calendar)
    worked.hold(connection)
    days = [*SOME_DAYS[::31], *EDGE_DAYS[::7], date(1990, 1, 1), date(2050, 12, 31)]
    connection.execute("CREATE TABLE days AS SELECT unnest(CAST($days AS DATE[])) AS day", {"days": _listed(days)})

    counted = connection.sql(
        f"SELECT a.day, b.day, {worked.count_between('a.day', 'b.day')} FROM days a, days b, {worked.table}"
    ).fetchall()

    assert len(counted) == len(days) ** 2
    assert all(number == calendar.count_between(first, last) for first, last, number in counted)


def _listed(days: list[date]) -> str:
    return f"[{', '.join(day.isoformat() for day in days)}]"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_no_fact_of_a_kind_is_called_as_a_column_that_says_who_acted(kind):
    assert not {"row", *WHO_ACTED} & {name for fact in kind.by_name for name in (fact, none_column(fact))}
