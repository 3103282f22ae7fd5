"""School holidays: a Compact's officer enters them, everybody sees them, and no other Compact has them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from lxml import html

from livecompact.compacts.holidays import actions, demo, queries
from livecompact.compacts.models import SchoolHoliday
from livecompact.people.roles import Role
from livecompact.record.models import Entry, EntryText
from tests.harness.clock import stop_the_clock
from tests.harness.people import enter, holder

__all__ = ["enter", "holder"]

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
PAGE = "/hertfordshire/run/school-holidays"
SUMMER: dict[str, Any] = {"name": "Summer holiday", "first": date(2027, 7, 23), "last": date(2027, 9, 1)}


@pytest.fixture
def officer(compacts, client, enter, monkeypatch):
    """The officer's client, on a day that does not move."""
    stop_the_clock(monkeypatch)
    return enter(client, Role.OFFICER)


def put(compact="hertfordshire", **told):
    return actions.enter(compact=compact, by="Compact officer", at=AT, **SUMMER | told)


def sent(name="Summer holiday", first="23 7 2027", last="1 9 2027"):
    days = {"first": first.split(), "last": last.split()}
    boxes = {f"{day}-{box}": n for day, of in days.items() for box, n in zip(("day", "month", "year"), of, strict=True)}
    return {"name": name, **boxes}


def errors(answer):
    found = html.fromstring(answer.content).find_class("govuk-error-summary__list")
    return [each.text_content().strip() for summary in found for each in summary.iter("li")]


def test_what_the_officer_enters_is_public_as_words_as_data_and_on_the_record(officer, client):
    assert officer.post(PAGE, sent()).status_code == 302
    client.logout()

    told = {"name": "Summer holiday", "first": "2027-07-23", "last": "2027-09-01"}
    assert "Summer holiday: 23 July to 1 September 2027" in client.get("/hertfordshire/how-days-are-counted").text
    assert client.get("/hertfordshire.json").json()["school_holidays"] == [told]
    assert client.get("/hertfordshire/how-days-are-counted.json").json()["school_holidays"] == [told]
    line = Entry.objects.latest("pk")
    assert (line.what, line.role) == ("running-changed", "Compact officer")
    assert EntryText.objects.get(entry=line).text == "School holiday: Summer holiday, 23 July to 1 September 2027"


def test_another_compact_has_none_of_them_and_takes_none_of_them_out(officer, client):
    mine = put()

    assert client.get("/dacorum.json").json()["school_holidays"] == []
    actions.take_out(compact="dacorum", pk=mine.pk, by="Compact officer", at=AT)
    assert queries.school_holidays(None, "hertfordshire")


def test_what_is_taken_out_is_gone_and_the_record_says_so_once(officer):
    mine = put()

    for _again in range(2):
        assert officer.post(PAGE, {"out": str(mine.pk)}).status_code == 302

    assert not queries.school_holidays(None, "hertfordshire")
    titles = EntryText.objects.filter(text__startswith="No school holiday any more: Summer holiday")
    assert titles.count() == 1


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (sent(name=""), "Enter its name"),
        (sent(last="22 7 2027"), "The last day must be the first day or later"),
        (sent(last="1 10 2027"), "The last day must be within 10 weeks of the first"),
        (sent(first="1 7 2062", last="2 7 2062"), "The first day must be at most 5 years from today"),
        (
            sent(name="August", first="1 8 2027", last="2 8 2027"),
            "These days meet another holiday: Summer holiday, 23 July to 1 September 2027",
        ),
    ],
)
def test_what_cannot_be_is_refused_where_it_stands(officer, told, says):
    put()

    answer = officer.post(PAGE, told)

    assert errors(answer) == [says]
    assert SchoolHoliday.objects.count() == 1


def test_the_next_one_may_begin_the_day_after(compacts):
    put()
    put(name="A day of training", first=date(2027, 9, 2), last=date(2027, 9, 2))

    with pytest.raises(ValidationError):
        put(name="The same day", first=date(2027, 9, 2), last=date(2027, 9, 3))


@pytest.mark.parametrize("wrong", [{"name": ""}, {"last": date(2027, 7, 22)}])
def test_the_database_keeps_none_without_a_name_or_that_ends_before_it_begins(compacts, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        SchoolHoliday.objects.create(compact_id="hertfordshire", **SUMMER | wrong)


def test_there_is_an_end_to_how_many_are_kept(compacts, monkeypatch):
    monkeypatch.setattr(actions, "MOST", 1)
    put()

    with pytest.raises(ValidationError, match="Take old ones out first"):
        put(first=date(2028, 7, 23), last=date(2028, 9, 1))


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 8, 31), date(2028, 12, 31)])
def test_those_of_the_demonstration_lie_ahead_on_any_day(compacts, today):
    demo.fill(at=datetime(today.year, today.month, today.day, 12, tzinfo=UTC))

    found = queries.school_holidays(None, "hertfordshire")
    assert min(each.last for each in found) >= today
    assert max((each.first - today).days for each in found) > 300
    assert all(each.name.endswith("(made up)") for each in found)
