"""The planner: what else is open for the same groups, and the earliest window without holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact import agreements
from livecompact.checks.deriving import over_august, over_christmas, over_easter
from livecompact.compacts.holidays.actions import enter
from livecompact.dealings.planning.pages import earliest
from livecompact.standards.periods import Period
from tests.dealings.making import consultation, council
from tests.dealings.reading import words
from tests.dealings.records import coming
from tests.harness.clock import NOW

CALENDAR = agreements.load("hertfordshire").calendar
TWELVE, EIGHT = Period.read("12 weeks"), Period.read("8 weeks")


@given(st.dates(date(2026, 1, 1), date(2028, 6, 1)), st.sampled_from([TWELVE, EIGHT]))
def test_the_window_is_long_enough_ahead_and_over_no_holiday(today, length):
    found = earliest(length, today, CALENDAR)

    assert found
    opens, closes = found
    assert opens.weekday() == 0
    assert opens not in CALENDAR.holidays
    assert opens - today >= timedelta(days=28)
    assert (closes - opens).days == length.in_days
    assert not any(over(opens, closes) for over in (over_august, over_christmas, over_easter))


def holiday(name, first, last, compact="hertfordshire"):
    enter(compact=compact, name=name, first=first, last=last, by="Compact officer", at=NOW)


def test_the_window_runs_over_no_long_school_holiday_and_names_the_short_ones(site):
    plain = words(site.get("/hertfordshire/check/when"))
    assert "from Monday 5 April 2027" in plain, "the Monday before is Easter Monday"
    assert "Nobody has entered the school holidays here" in plain

    holiday("Training", date(2027, 3, 29), date(2027, 4, 8))
    holiday("Half-term", date(2027, 5, 31), date(2027, 6, 4))
    said = words(site.get("/hertfordshire/check/when"))

    assert "The earliest good time is from Monday 12 April 2027 to Monday 5 July 2027" in said
    assert "It runs over no long school holiday." in said
    assert "Schools are closed then: Half-term, 31 May to 4 June 2027." in said
    assert "We know school holidays only up to 4 June 2027." in said
    assert "Training, 29 March to 8 April 2027" in said, "the month says it"
    assert "December 2026 0 Christmas Day, 25 December" in said, "the row says the year"
    assert "Half-term" not in words(site.get("/dacorum/check/when"))


def test_each_compact_has_its_own_length(site):
    assert "The Compact asks for 12 weeks." in words(site.get("/hertfordshire/check/when"))
    assert "The Compact asks for 8 weeks." in words(site.get("/dacorum/check/when"))


def test_what_is_open_for_groups_is_named_and_what_does_not_affect_them_is_not(client, compacts):
    body = council()
    consultation(body, "Park gates", **coming())
    consultation(body, "Office chairs", affects_groups=False, **coming())
    consultation(body, "Long over")

    said = words(client.get("/hertfordshire/check/when"))

    assert "1 consultation is open now, 0 are coming" in said
    assert "Park gates, Hartsmere County Council" in said
    assert "Office chairs" not in said
    assert "Long over" not in said


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_database_as_often_for_one_as_for_three(
    client, compacts, count, django_assert_max_num_queries
):
    body = council()
    for n in range(count):
        consultation(body, f"Park gates {n}", **coming())

    with django_assert_max_num_queries(6):
        client.get("/hertfordshire/check/when")
