import os
import tempfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livecompact import kinds
from livecompact.files.loading import staging
from livecompact.files.loading.fact_columns import TYPES
from livecompact.files.loading.load import load
from livecompact.files.unreadable import CannotRead
from tests.files.published import GOVUK, LINE, consultations, package, read, read_text, write

COLUMNS = ("title", "opens", "closes", "formal", "themes", "reason_for_shorter_time")


def listed(*rows: Mapping[str, str]) -> str:
    return consultations(*rows, columns=COLUMNS)


def test_cells_become_facts_of_their_types(tmp_path):
    row = {"title": "Parks", "opens": "3 March 2025", "closes": "N/A", "formal": "no", "themes": "1,200"}

    found = read_text(tmp_path, listed(row))

    assert found.column("opens") == [date(2025, 3, 3)]
    assert found.column("closes") == [None]
    assert found.column("formal") == [False]
    assert found.column("themes") == [Decimal(1200)]
    assert found.column("reason_for_shorter_time") == [None]


def test_a_table_has_a_column_for_each_fact_that_has_one_and_for_none_where_any_is(tmp_path):
    rows = [{"opens": "2025-03-03", "reason_for_shorter_time": "none"}, {"opens": "none"}]

    found = read_text(tmp_path, listed(*rows))

    about = {
        "row",
        "source",
        "file_row",
        "identifier",
        "title",
        "organisation",
        "organisation_id",
        "partner",
        "partner_id",
    }
    facts = {*COLUMNS[1:], "opens__none", "reason_for_shorter_time__none"}
    assert found.columns() == about | facts
    assert found.column("reason_for_shorter_time__none") == [True, False]
    assert found.column("opens__none") == [False, True]


def test_every_fact_of_every_kind_has_its_type_in_the_table(tmp_path):
    for kind in kinds.KINDS.values():
        found = read_text(
            tmp_path, ",".join(kind.by_name) + "\n" + ",".join(["TBC"] * len(kind.by_name)), kind=kind.name
        )
        types = {name: type_ for name, type_, *_ in found.connection.execute(f"DESCRIBE {found.table}").fetchall()}
        assert {name: types[name] for name in kind.by_name} == {fact.name: TYPES[fact.type] for fact in kind.facts}


def test_a_cell_that_cannot_be_read_is_told_whole(tmp_path):
    rows = [{"title": "Parks", "opens": "2025-03-03"}, {"title": "Play", "opens": "31/02/2025", "themes": "many" * 40}]

    found = read_text(tmp_path, listed(*rows))

    assert found.problems() == [
        {
            "source": "list.csv",
            "file_row": 3,
            "cell": "B3",
            "column_name": "opens",
            "value": "31/02/2025",
            "says": "There is no such day.",
            "mend": "Check the date; write it such as 2025-03-31 or 31/03/2025.",
        },
        {
            "source": "list.csv",
            "file_row": 3,
            "cell": "E3",
            "column_name": "themes",
            "value": ("many" * 40)[:79] + "…",
            "says": "We cannot read this as a number.",
            "mend": "Write it in digits, such as 12 or 7.5.",
        },
    ]


def test_a_row_with_two_such_cells_is_reported_once_and_good_rows_are_kept(tmp_path):
    rows = [{"title": "a", "opens": "x", "closes": "y"}, {"title": "b", "opens": "2025-03-03"}]

    found = read_text(tmp_path, listed(*rows))

    assert (found.source.rows, found.source.judged, found.source.reported) == (2, 1, 1)
    assert found.column("title") == ["b"]


def test_a_cell_in_a_column_that_is_not_used_is_no_matter(tmp_path):
    found = read_text(tmp_path, GOVUK.replace("summary", "colour") + LINE.replace("All about parks", "31/02/2025"))

    assert (found.source.judged, found.problems()) == (1, [])


def test_what_was_changed_is_counted(tmp_path):
    rows = [
        {"opens": "3/3/25", "themes": "1,200", "reason_for_shorter_time": "N/A"},
        {"opens": "3/3/25", "themes": "7", "reason_for_shorter_time": "TBC"},
        {"opens": "2025-03-04", "themes": "TBC", "reason_for_shorter_time": "N/A"},
    ]

    sentences = [(change.column, change.sentence) for change in read_text(tmp_path, listed(*rows)).source.changes]

    assert sentences == [
        ("opens", "We read “3/3/25” as 2025-03-03 in 2 rows."),
        ("themes", "We read “1,200” as 1200 in 1 row."),
        ("themes", "We read “TBC” as not known in 1 row."),
        (
            "reason_for_shorter_time",
            "We read “N/A” as not known in 2 rows, and 1 more row of “reason_for_shorter_time” in such ways.",
        ),
    ]


def test_a_publishers_blank_means_none_only_where_that_is_said(tmp_path):
    text = listed({"opens": "2025-03-03"}, {"opens": "2025-03-04", "reason_for_shorter_time": "TBC"})

    plain = read_text(tmp_path, text)
    told = read_text(tmp_path, text, none_facts=["reason_for_shorter_time"])

    assert "reason_for_shorter_time__none" not in plain.columns()
    assert told.column("reason_for_shorter_time__none") == [True, False]
    assert "We read a blank cell as none in 1 row." in [change.sentence for change in told.source.changes]


@pytest.mark.parametrize(
    ("fact", "says"),
    [
        ("colour", "--none colour names no fact of these rows. The facts are affects_groups, "),
        ("announced", "--none announced names a fact that has no column here. Leave it out, or give the column."),
    ],
)
def test_a_fact_that_blank_cannot_mean_none_for_is_told(tmp_path, fact, says):
    with pytest.raises(CannotRead) as told:
        read_text(tmp_path, listed({"opens": "2025-03-03"}), none_facts=[fact])

    assert str(told.value).startswith(says)


def test_files_of_one_kind_share_a_table_and_each_row_has_its_own_key(tmp_path):
    one = write(tmp_path, GOVUK + LINE + LINE.replace("2025-03-03", "soon"), "one.csv")
    other = write(
        tmp_path, listed({"title": "Play", "opens": "2025-04-01", "reason_for_shorter_time": "none"}), "other.csv"
    )

    found = read(one, other)

    assert found.column("row") == [2, 3 + 2]
    assert found.column("file_row") == [2, 2]
    assert found.column("source") == ["one.csv", "other.csv"]
    assert found.column("feedback_published") == [None, None]
    assert found.column("reason_for_shorter_time__none") == [None, True]
    assert [(s.rows, s.judged, s.reported) for s in found.loaded.sources] == [(2, 1, 1), (1, 1, 0)]
    assert (found.loaded.rows, found.loaded.judged, found.loaded.reported) == (3, 2, 1)


def test_files_can_be_taken_in_again_over_the_same_connection(tmp_path):
    connection = duckdb.connect()
    path = write(tmp_path, GOVUK + LINE + LINE.replace("2025-03-03", "soon"))

    for _ in range(2):
        loaded = load(connection, [path])

    assert connection.execute("SELECT count(*) FROM problems").fetchone() == (1,)
    assert set(connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()) >= {
        (name,) for name in loaded.tables.values()
    }


def test_the_same_facts_come_of_csv_and_json(tmp_path):
    row = {"title": "Parks", "opens": "3/3/25", "formal": "no", "themes": "3", "reason_for_shorter_time": "none"}

    by_csv = read_text(tmp_path, listed(row))
    by_json = read_text(tmp_path, package(row, name="data"), "list.json")

    for column in (*(set(row) - {"closes"}), "reason_for_shorter_time__none"):
        assert by_csv.column(column) == by_json.column(column)


def test_two_digit_years_are_placed_by_the_day_of_asking(tmp_path):
    text = listed({"opens": "1/1/60"})

    assert read_text(tmp_path, text).column("opens") == [date(2060, 1, 1)]
    assert read_text(tmp_path, text, today=date(2026, 11, 22)).column("opens") == [date(1960, 1, 1)]


def test_progress_grows_to_all_bytes_of_all_files(tmp_path):
    one = write(tmp_path, GOVUK + LINE * 30_000, "one.csv")
    other = write(
        tmp_path,
        package(*[{"opening_date": "2025-03-03", "closing_date": "2025-05-25", "url": "x"}] * 20_000),
        "c.json",
    )
    told: list[tuple[int, int]] = []

    read(one, other, kind="consultation", progress=lambda done, total: told.append((done, total)))

    total = one.stat().st_size + other.stat().st_size
    assert {each for _, each in told} == {total}
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1] == (total, total)
    assert len(told) > 5


class Stopped(BaseException):
    """What ends the work from outside, as Ctrl-C does."""


@pytest.mark.parametrize("by", [KeyboardInterrupt, Stopped, OSError])
def test_whatever_ends_the_work_nothing_is_left_in_the_temporary_folder(tmp_path, monkeypatch, by):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    seen = []

    def stop(*_):
        seen.extend((tmp_path / "temporary").rglob("*.txt"))
        raise by

    monkeypatch.setattr(staging, "take_in", stop)
    with pytest.raises(by):
        read_text(tmp_path, GOVUK + LINE)

    assert len(seen) == 1
    assert not list((tmp_path / "temporary").iterdir())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_temporary_folder_is_private(tmp_path, monkeypatch):
    modes = []

    def see(_connection, texts, *_):
        modes.append(texts.parent.stat().st_mode & 0o777)
        raise Stopped

    monkeypatch.setattr(staging, "take_in", see)
    with pytest.raises(Stopped):
        read_text(tmp_path, GOVUK + LINE)

    assert modes == [0o700]


CELLS = {
    "title": st.sampled_from(["Parks", "", "Play, and\npaths", 'The "big" one', "'; DROP TABLE problems; --"]),
    "opens": st.sampled_from(["2025-03-03", "3/3/25", "", "none", "TBC", "soon", "31/02/2025", "45719"]),
    "closes": st.sampled_from(["2025-05-25", "25 May 2025", "", "05/25/2025", "-", "#REF!"]),
    "formal": st.sampled_from(["yes", "No", "", "maybe", "none"]),
    "themes": st.sampled_from(["3", "1,200", "", "many", "1.2m", "(2)"]),
    "reason_for_shorter_time": st.sampled_from(["", "none", "The grant ends.", ".", "N/A"]),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(rows=st.lists(st.fixed_dictionaries(CELLS), max_size=8), blank=st.integers(0, 2))
def test_every_row_is_accounted_for(tmp_path, rows, blank):
    certain = {"title": "Certain", "opens": "2025-03-03"}
    text = listed(*({k: v.replace('"', '""') for k, v in row.items()} for row in rows), certain) + " ,,\n" * blank

    found = read_text(tmp_path, text)

    source, told = found.source, {problem["file_row"] for problem in found.problems()}
    kept = found.column("file_row")
    entirely_blank = sum(not any(cell.strip() for cell in row.values()) for row in rows)
    assert source.judged + source.reported == source.rows == len(rows) + 1 - entirely_blank
    assert source.blank == blank + entirely_blank
    assert len(kept) == len(set(kept)) == source.judged
    assert len(told) == source.reported
    assert not told & set(kept)
