"""What a standard measures and how far short a dealing falls; DuckDB is held to the same numbers elsewhere."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from livecompact.standards.because import because
from livecompact.standards.facts import NONE, Fact, Facts, FactType, FactValue
from livecompact.standards.measuring import measured, short_by, yardsticks
from livecompact.standards.reading import read_standard
from livecompact.standards.standard import Standard
from tests.standards.test_judging import SETTING

MARCH, JANUARY = date(2025, 3, 3), date(2025, 1, 1)
OPEN_12_WEEKS = {"open_from": "opens", "to": "closes", "for_at_least": "12 weeks"}
FACTS = {
    **SETTING.facts,
    "paid": Fact(name="paid", type=FactType.AMOUNT, label="paid", ask="paid", why="paid"),
}


def standard(kept: dict[str, Any], **said: Any) -> Standard:
    table = {"code": "trial", "undertaking": "1.1", "of": "trial", "asks": "…", "basis": "text", "kept": kept, **said}
    setting = type(SETTING)(**{**vars(SETTING), "facts": FACTS})
    return read_standard(table, setting, lambda _: Facts({}))


def number(order: str, than: object, fact: str = "months") -> dict[str, object]:
    return {"fact": fact, order: than}


def dated(order: str, than: str) -> dict[str, object]:
    return {"fact": "told", order: than}


@pytest.mark.parametrize(
    ("kept", "facts", "length", "short"),
    [
        (OPEN_12_WEEKS, {"opens": MARCH, "closes": date(2025, 4, 27)}, "56 days", "28 days"),
        (OPEN_12_WEEKS, {"opens": MARCH, "closes": date(2025, 5, 25)}, "84 days", "0 days"),
        (
            {**OPEN_12_WEEKS, "for_at_least": "3 months"},
            {"opens": date(2025, 11, 30), "closes": date(2026, 2, 26)},
            "89 days",
            "1 days",
        ),
        (
            {**OPEN_12_WEEKS, "for_at_least": "5 working days"},
            {"opens": MARCH, "closes": date(2025, 3, 6)},
            "4 working days",
            "1 working days",
        ),
        (
            dated("no_earlier_than", "3 months after decided"),
            {"decided": JANUARY, "told": date(2025, 3, 31)},
            "89 days",
            "1 days",
        ),
        (
            dated("later_than", "3 months after decided"),
            {"decided": JANUARY, "told": date(2025, 4, 1)},
            "90 days",
            "1 days",
        ),
        (
            dated("no_later_than", "2 working days before decided"),
            {"decided": date(2025, 3, 10), "told": date(2025, 3, 7)},
            "1 working days",
            "1 days",
        ),
        (
            dated("earlier_than", "1 week before decided"),
            {"decided": date(2025, 3, 10), "told": MARCH},
            "7 days",
            "1 days",
        ),
        (number("at_least", 12), {"months": Decimal(10)}, "10 months", "2 months"),
        (number("more_than", 12), {"months": Decimal(12)}, "12 months", "1 months"),
        (number("more_than", 12), {"months": Decimal("12.5")}, "12.5 months", "-0.5 months"),
        (number("at_most", 12), {"months": Decimal(13)}, "13 months", "1 months"),
        (number("less_than", 12), {"months": Decimal(12)}, "12 months", "1 months"),
        (number("less_than", 12), {"months": Decimal(11)}, "11 months", "-1 months"),
        (number("more_than", 100, "paid"), {"paid": Decimal(100)}, "100 pounds", "0.01 pounds"),
    ],
)
def test_a_number_is_measured_in_its_unit_and_is_short_by_more_than_zero_or_not_at_all(kept, facts, length, short):
    asked, given = standard(kept), Facts(facts)
    (stick,) = yardsticks(asked)
    assert f"{measured(asked, given)} {stick.unit}" == length
    assert f"{short_by(asked, given)} {stick.short_unit}" == short


def test_beside_months_days_are_told_as_months_where_only_the_dates_are_known():
    asked = standard(
        {"first_known_of": [number("more_than", 12), {"fact": "closes", "later_than": "1 year after opens"}]}
    )
    dates: dict[str, FactValue] = {"opens": date(2025, 4, 1), "closes": date(2026, 3, 31)}
    assert [stick.unit for stick in yardsticks(asked)] == ["months", "days"]
    assert measured(asked, Facts(dates)) == Decimal("12.0")
    assert short_by(asked, Facts(dates)) == Decimal("0.07")
    assert measured(asked, Facts({**dates, "months": Decimal(36)})) == 36


def test_of_units_that_do_not_go_together_the_first_is_measured():
    asked = standard({"any_of": [number("more_than", 12), number("at_least", 100, "paid")]})
    assert [stick.unit for stick in yardsticks(asked)] == ["months"]


def test_of_several_things_asked_for_a_length_of_time_comes_before_a_count():
    asked = standard({"all_of": [number("at_most", 0), {"stated": "reason"}, OPEN_12_WEEKS]})
    assert [stick.unit for stick in yardsticks(asked)] == ["days"]


@pytest.mark.parametrize("facts", [{}, {"opens": MARCH}, {"opens": MARCH, "closes": NONE}])
def test_what_is_not_known_is_not_measured(facts):
    for length in ("12 weeks", "5 working days"):
        asked = standard({**OPEN_12_WEEKS, "for_at_least": length})
        assert (measured(asked, Facts(facts)), short_by(asked, Facts(facts))) == (None, None)
    months = standard(number("at_least", 12))
    assert (measured(months, Facts({})), short_by(months, Facts({}))) == (None, None)


def test_outside_the_calendar_working_days_are_not_known():
    asked = standard({**OPEN_12_WEEKS, "for_at_least": "5 working days"})
    assert measured(asked, Facts({"opens": date(1980, 1, 1), "closes": MARCH})) is None


def test_an_order_of_dates_alone_asks_for_no_number():
    asked = standard(dated("no_later_than", "decided"))
    assert yardsticks(asked) == ()
    assert (measured(asked, Facts({})), short_by(asked, Facts({}))) == (None, None)


def test_because_tells_the_facts_compared_and_what_was_asked_but_no_text():
    asked = standard(
        {"all_of": [OPEN_12_WEEKS, {"holds": "written"}, number("more_than", "12.50"), {"stated": "change"}]},
        unless={"stated": ["reason", "rationale"]},
        due="3 months after told",
        when={"holds": "one_off"},
    )
    facts: dict[str, FactValue] = {
        "opens": MARCH,
        "written": False,
        "months": Decimal("12.500"),
        "change": "not renewed",
        "reason": "The grant ends.",
        "rationale": NONE,
        "one_off": True,
    }
    assert because(asked, Facts(facts)) == (
        "opens=2025-03-03 written=no months=12.5 change=not renewed reason=given rationale=none"
        " asked=84 days, more than 12.5"
    )
    assert because(standard({"stated": "reason"}), Facts({})) == ""


@pytest.mark.parametrize(
    ("length", "says"),
    [("1 day", "1 day"), ("12 weeks", "84 days"), ("3 months", "3 months"), ("1 working day", "1 working day")],
)
def test_a_length_is_told_in_days_where_it_always_is_so_many(length, says):
    assert because(standard({**OPEN_12_WEEKS, "for_at_least": length}), Facts({})) == f"asked={says}"
