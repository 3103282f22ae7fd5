"""Handing a Compact over for some days: the role begins and ends by itself, and both are told."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from django.utils import timezone

from livecompact.compacts import queries as compacts_of
from livecompact.compacts.running import standing_in
from livecompact.people import actions as people
from livecompact.people import queries, running
from livecompact.people.models import Seat
from livecompact.people.personal import Whom
from livecompact.people.roles import Role
from livecompact.record.letters import letter_for
from livecompact.record.models import Notice
from tests.harness.people import holder, prove

__all__ = ["holder"]

PAGE = "/hertfordshire/run/stand-in"
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIRST, LAST = date(2027, 3, 22), date(2027, 4, 5)  # the clocks change between them


@pytest.fixture
def officer(compacts, holder):
    return holder(Role.OFFICER)


@pytest.fixture
def hand_over(officer):
    """Names somebody who stands in, with a second factor unless told otherwise."""

    def named(email="sam@example.org", *, begins=FIRST, until=LAST, by=officer, proved=True):
        compact = compacts_of.compact(officer, "hertfordshire", AT.date())
        made = standing_in.hand_over(compact=compact, email=email, begins=begins, until=until, by=by, at=AT)
        if proved:
            prove(made.person)
        return made

    return named


def may(person, at, act=False):
    found = queries.roles_of(person, at=at, compact="hertfordshire", lasting=act)
    return Role.OFFICER in found


def test_the_role_is_held_from_the_first_morning_to_the_last_midnight_of_civil_days(hand_over):
    sam = hand_over().person
    begins, ends = datetime(2027, 3, 22, tzinfo=UTC), datetime(2027, 4, 5, 23, tzinfo=UTC)  # winter, then summer time
    instant = timedelta(microseconds=1)

    assert [may(sam, each) for each in (begins - instant, begins, ends - instant, ends)] == [False, True, True, False]


def test_who_stands_in_needs_a_second_factor(hand_over):
    sam = hand_over(proved=False).person
    then = datetime(2027, 3, 23, tzinfo=UTC)

    assert not may(sam, then)
    prove(sam)
    assert may(sam, then)


def test_who_stands_in_can_give_no_role_and_end_none(hand_over, officer):
    sam, then = hand_over().person, datetime(2027, 3, 23, tzinfo=UTC)
    request = RequestFactory().post("/", {"end": str(officer.seats.get().pk)})
    request.user = sam
    where = running.Where("hertfordshire", "")

    assert not queries.may_give(sam, Role.OFFICER, at=then, compact="hertfordshire")
    with pytest.raises(people.NotAllowed):
        people.invite(email="pat@example.org", role=Role.OFFICER, by=sam, at=then, compact="hertfordshire")
    with pytest.raises(people.NotAllowed):
        hand_over("pat@example.org", by=sam)
    with pytest.raises(PermissionDenied):
        running.done(request, where, running.form(request, where), at=then)
    assert may(officer, then)


def test_both_are_told_and_again_once_it_has_ended_by_itself(hand_over, officer):
    sam = hand_over(proved=False).person

    def told(at):
        return {
            (notice.person, letter.subject)
            for notice in Notice.objects.order_by("pk")
            if (letter := letter_for(notice, at))
        }

    assert told(AT) == {(sam, "You stand in as Compact officer"), (officer, "Somebody stands in for you")}
    own = letter_for(Notice.objects.get(person=sam), AT)
    assert own
    assert "From Monday 22 March 2027 to Monday 5 April 2027, both days counted." in own.lines
    assert "Set up a second step first. It needs one." in own.lines
    over = datetime(2027, 4, 6, 8, tzinfo=UTC)
    assert standing_in.sweep(at=over - timedelta(days=1)) == 0
    assert [standing_in.sweep(at=over), standing_in.sweep(at=over)] == [1, 0]
    assert told(over) == {(sam, "You do not stand in any more"), (officer, "Nobody stands in for you any more")}


def test_taken_back_before_its_day_it_was_never_held(hand_over, officer):
    made = hand_over()
    compact = compacts_of.compact(officer, "hertfordshire", AT.date())

    standing_in.take_back(compact=compact, pk=made.pk, by=officer, at=AT + timedelta(days=1))

    assert not may(made.person, datetime(2027, 3, 23, tzinfo=UTC))
    assert letter_for(Notice.objects.get(person=made.person, occurrence="given"), AT + timedelta(days=1)) is None
    assert Notice.objects.filter(occurrence="ended").count() == 2


def test_nobody_stands_in_twice_at_one_time_or_for_what_they_hold(hand_over, officer):
    hand_over()

    for email, begins in (("sam@example.org", LAST), (officer.email, FIRST)):
        with pytest.raises(ValidationError, match="They have this role at that time already"):
            hand_over(email, begins=begins, until=LAST + timedelta(days=3))
    assert hand_over(begins=LAST + timedelta(days=1), until=LAST + timedelta(days=2))


@pytest.mark.parametrize("wrong", [{"until": None, "ended_by": ""}, {"until": AT}, {"begins_at": None}])
def test_the_database_refuses_standing_in_without_an_end(hand_over, wrong):
    made = hand_over()

    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.filter(pk=made.pk).update(**wrong)


def test_the_page_names_somebody_shows_it_and_takes_it_back(client, officer):
    client.force_login(officer)
    today = timezone.localdate()
    day = {f"{name}-{box}": getattr(today, box) for name in ("begins", "until") for box in ("day", "month", "year")}

    client.post(PAGE, {"email": "sam@example.org", **day})

    made = Seat.objects.get(begins_at__isnull=False)
    prove(made.person)
    assert may(made.person, timezone.now())
    assert "sam@example.org stands in" in client.get("/hertfordshire/run").text
    groups = client.get("/hertfordshire/groups").text
    assert "Somebody stands in for the Compact officer" in groups
    assert "sam@" not in groups
    client.post(PAGE, {"end": str(made.pk)})
    assert not may(made.person, timezone.now())
    assert "Somebody stands in" not in client.get("/hertfordshire/groups").text


@pytest.mark.parametrize(
    ("begins", "until", "says"),
    [
        (-1, 3, "The first day must be today or later"),
        (3, 2, "The last day must be the first day or later"),
        (1, 400, "The last day must be within a year of the first"),
        (3_000_000 // 365, 3_000_001 // 365, "The first day must be within a year from today"),
    ],
)
def test_days_that_cannot_be_are_refused(client, officer, begins, until, says):
    client.force_login(officer)
    days = {"begins": timezone.localdate() + timedelta(days=begins), "until": timezone.localdate() + timedelta(until)}
    boxes = {f"{name}-{box}": getattr(day, box) for name, day in days.items() for box in ("day", "month", "year")}

    assert says in client.post(PAGE, {"email": "sam@example.org", **boxes}).text
    assert not Seat.objects.filter(begins_at__isnull=False)


def test_a_time_that_lies_ahead_can_be_declined_on_ones_own_page(client, hand_over):
    begins = timezone.localdate() + timedelta(days=30)
    sam = hand_over(begins=begins, until=begins).person
    client.force_login(sam)

    assert "you stand in: Compact officer, Hertfordshire Compact" in client.get("/me").text
    client.post("/me/roles/officer/hertfordshire")

    assert not queries.coming(sam, at=timezone.now())


def test_erased_officers_leave_the_time_of_their_stand_in_as_it_is(hand_over, officer):
    made = hand_over()

    people.erase(whom=Whom(officer.email, officer), by="test", at=AT)

    made.refresh_from_db()
    assert made.stands_in_for is None
    assert made.given_by == "" or "@" not in made.given_by
