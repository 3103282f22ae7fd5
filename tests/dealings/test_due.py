"""An organisation sees its own days and its funding; its calendar opens with a key, and for nobody else."""

from datetime import date, timedelta

import pytest
from django.test import Client
from icalendar import Calendar

from livecompact.compacts.queries import compact
from livecompact.dealings.actions.own import forget_funding
from livecompact.dealings.models import CalendarKey, FundingEntry
from livecompact.dealings.queries.due import due
from livecompact.people import actions as people
from livecompact.people.models import Seat
from livecompact.people.roles import Role
from tests.dealings.due_states import HERE, KEY, PASSED, award, entry
from tests.dealings.making import SHORT, charity, consultation, council, moment
from tests.dealings.reading import words
from tests.harness.clock import NOW, TODAY
from tests.harness.people import holder, seat

__all__ = ["holder"]

GROUP, BODY = "hartsmere-food-bank", "hartsmere-county-council"


@pytest.fixture
def group(compacts):
    return charity()


@pytest.fixture
def theirs(client, group, holder):
    """Somebody who acts for the group."""
    client.force_login(holder(Role.REPRESENTATIVE, organisation=GROUP))
    return client


def calendar_of(client):
    """The address of a calendar that is made now, and what it holds."""
    page = client.post(f"{HERE}/calendar")
    address = next(part for part in page.text.split('"') if part.startswith("/my-calendar/"))
    return address, Calendar.from_ical(Client().get(address).content)


def test_a_published_grant_stands_on_the_page_with_the_last_day_for_notice(theirs, group):
    award(council(), group)

    said = words(theirs.get(f"{HERE}/funding"))

    assert "Warm rooms £24,000" in said
    assert "Wednesday 31 March 2027" in said
    assert "Thursday 31 December 2026" in said, "three months before its end, as the text has it"
    assert "asks public bodies for 3 months of notice" in said
    assert "Not found among" not in said


def test_a_compact_without_a_number_shows_no_last_day(client, compacts, holder):
    charity(compacts=("hertfordshire", "dacorum"))
    client.force_login(holder(Role.REPRESENTATIVE, organisation=GROUP))

    said = words(client.get(f"/dacorum/organisations/{GROUP}/funding"))

    assert "names no number for notice" in said


def test_what_a_group_writes_down_is_seen_by_nobody_else(theirs, group):
    theirs.post(
        f"{HERE}/funding/add",
        {"title": "Food van", "funder": "A trust", "amount": "£9,000", "ends_on-day": "31", "ends_on-month": "3"}
        | {"ends_on-year": "2028"},
    )
    made = FundingEntry.objects.get()

    assert "Food van £9,000" in words(theirs.get(f"{HERE}/funding"))
    council()
    other = Client()
    stranger = people.add_person(email="stranger@example.org", name="A stranger", at=NOW)
    seat(stranger, Role.REPRESENTATIVE, organisation=BODY)
    other.force_login(stranger)
    for address in (f"{HERE}/funding", f"{HERE}/due", f"{HERE}/funding/{made.key}", f"{HERE}/calendar"):
        assert other.get(address).status_code in (403, 404)
        assert Client().get(address).status_code in (302, 403, 404)
    through_own = f"/hertfordshire/organisations/{BODY}/funding/{made.key}"
    assert other.get(through_own).status_code == 404


def test_a_letter_is_there_once_the_last_day_for_notice_has_passed(theirs, group):
    entry(group, PASSED, ends=30, title="Youth club")
    entry(group, KEY, ends=300)

    said = words(theirs.get(f"{HERE}/funding/{PASSED}/letter"))

    assert "Your funding for Youth club ends on" in said
    assert "Promise 4.4 of the Hertfordshire Compact" in said
    assert "It binds public bodies that have signed." in said, "we do not know that the trust is one"
    assert theirs.get(f"{HERE}/funding/{KEY}/letter").status_code == 404


def test_a_letter_to_a_public_body_that_has_signed_does_not_doubt_it(theirs, group):
    entry(group, PASSED, ends=30, title="Youth club", funder=council().name.upper())

    said = words(theirs.get(f"{HERE}/funding/{PASSED}/letter"))

    assert "Promise 4.4 of the Hertfordshire Compact" in said
    assert "It binds" not in said
    assert "Not found among" not in words(theirs.get(f"{HERE}/funding"))


def test_the_days_ahead_hold_those_of_the_funding(theirs, group):
    entry(group, PASSED, ends=30, title="Youth club")

    ahead = words(theirs.get(f"{HERE}/due")).partition("Ahead")[2]

    assert "Funding ends: Youth club Who: A trust" in ahead
    assert "Last day for notice: Youth club" not in ahead, "that day has passed"


def test_a_question_that_may_stay_empty_says_so_once(theirs, group):
    assert words(theirs.get(f"{HERE}/funding/add")).count("(optional)") == 3


def test_an_entry_is_changed_removed_and_forgotten_a_year_after_its_end(theirs, group):
    entry(group, KEY, ends=10)
    theirs.post(
        f"{HERE}/funding/{KEY}",
        {"title": "Food van", "funder": "A trust", "ends_on-day": "1", "ends_on-month": "1", "ends_on-year": "2027"},
    )
    row = FundingEntry.objects.get()
    assert (row.ends_on, row.sequence) == (date(2027, 1, 1), 1)

    assert forget_funding(at=moment(date(2027, 12, 31))) == 0
    assert forget_funding(at=moment(date(2028, 1, 10))) == 1
    entry(group, KEY, ends=10)
    theirs.post(f"{HERE}/funding/{KEY}", {"remove": "yes"})
    assert not FundingEntry.objects.exists()


def test_what_a_body_owes_is_due_with_the_page_where_it_is_done(client, compacts, holder):
    body = council()
    late = consultation(body, "Late answer")
    consultation(body, "Coming", opens="2026-11-01", closes="2027-02-01", announced="2026-10-01")
    consultation(body, "Too short", on=TODAY - timedelta(days=2), **SHORT)
    person = holder(Role.REPRESENTATIVE, organisation=BODY)
    client.force_login(person)

    found = due(person, compact(None, "hertfordshire", TODAY), body, NOW, TODAY)
    page = client.get(f"/hertfordshire/organisations/{BODY}/due")

    says = {each.says: each for each in found}
    assert any(each.startswith("Say why: Too short") for each in says)
    assert says["Closes: Coming"].day == date(2027, 2, 1)
    assert any(each.day < TODAY and each.says.startswith(late.title) for each in found)
    assert [each.day for each in found] == sorted(each.day for each in found)
    assert len({each.id for each in found}) == len(found)
    assert "Late" in words(page)
    assert page.headers["Cache-Control"] == "no-store, private"
    for each in found:
        assert client.get(each.address).status_code == 200


def test_a_calendar_opens_with_its_key_and_holds_the_same_days(theirs, group):
    award(council(), group)
    entry(group, KEY, ends=300)

    address, calendar = calendar_of(theirs)

    days = {str(event["summary"]): event.start for event in calendar.walk("VEVENT")}
    assert days["Funding ends: Warm rooms"] == date(2027, 3, 31)
    assert days["Last day for notice: Warm rooms"] == date(2026, 12, 31)
    assert "Funding ends: Food van" in days
    ids = [str(event["uid"]) for event in calendar.walk("VEVENT")]
    assert len(ids) == len(set(ids))
    key = address.rpartition("/")[2].removesuffix(".ics")
    assert key not in str(CalendarKey.objects.values_list().get()), "only its hash is kept"
    assert key not in theirs.get(f"{HERE}/calendar").text, "it is shown once"


def test_a_moved_day_keeps_its_id_and_raises_its_number(theirs, group):
    entry(group, KEY, ends=300)
    address, before = calendar_of(theirs)
    theirs.post(
        f"{HERE}/funding/{KEY}",
        {"title": "Food van", "funder": "A trust", "ends_on-day": "1", "ends_on-month": "1", "ends_on-year": "2028"},
    )
    after = Calendar.from_ical(Client().get(address).content)

    told = [
        {str(e["uid"]): (e.decoded("dtstart"), int(e.decoded("sequence"))) for e in of.walk("VEVENT")}
        for of in (before, after)
    ]
    moved = f"own-{KEY}-ends"
    [uid] = [each for each in told[0] if each.startswith(moved)]
    assert told[1][uid] == (date(2028, 1, 1), told[0][uid][1] + 1)


def test_a_calendar_ends_with_its_key_with_the_seat_and_with_the_account(theirs, group):
    first, _calendar = calendar_of(theirs)
    second, _calendar = calendar_of(theirs)
    assert Client().get(first).status_code == 404, "it was renewed"
    assert Client().get(second).status_code == 200

    people.end_seat(seat=Seat.objects.get(organisation=GROUP), by="test", at=NOW)
    assert Client().get(second).status_code == 404, "its person acts for nobody any more"

    assert Client().get("/my-calendar/%00.ics").status_code == 404


def test_a_calendar_that_is_ended_is_gone(theirs, group):
    address, _calendar = calendar_of(theirs)
    theirs.post(f"{HERE}/calendar", {"end": "yes"})

    assert Client().get(address).status_code == 404
    assert not CalendarKey.objects.exists()


def test_the_key_stands_in_no_line_of_the_log(theirs, group, capfd):
    address, _calendar = calendar_of(theirs)
    Client().get(address)

    told = capfd.readouterr()
    assert address.rpartition("/")[2] not in told.out + told.err
