"""Which notice goes next, who has it, and how it ends."""

from datetime import timedelta

import pytest

from livecompact.people import actions as people
from livecompact.record import actions, queries
from livecompact.record.actions.outbox import BACK_OFF, LEASE
from livecompact.record.models import Notice
from tests.record.conftest import NOW

MINUTE = timedelta(minutes=1)


@pytest.fixture
def tell(ann):
    def told(subject="signature/1", occurrence="1", at=NOW, **rest):
        about = {"to": ann, "reason": "signed", "compact": "hertfordshire"} | rest
        return actions.notify(**about, subject=subject, occurrence=occurrence, at=at)

    return told


def claim(at=NOW, worker="one", *, only_urgent=False):
    return actions.claim(worker=worker, at=at, only_urgent=only_urgent)


def test_what_waits_longest_goes_first(tell):
    second, first = tell("signature/2", at=NOW), tell("signature/1", at=NOW - MINUTE)

    assert [claim(), claim(), claim()] == [first, second, None]


def test_what_is_due_later_waits(tell):
    tell(at=NOW + MINUTE)

    assert claim() is None
    assert claim(at=NOW + MINUTE) is not None


def test_what_one_worker_has_no_other_takes(tell):
    notice = tell()

    assert claim(worker="one") == notice
    assert claim(worker="two") is None


def test_what_a_dead_worker_had_is_taken_up_when_its_lease_is_over(tell):
    notice = tell()
    claim(worker="dead")

    assert claim(at=NOW + LEASE - MINUTE, worker="two") is None
    again = claim(at=NOW + LEASE, worker="two")
    assert (again, again.tries) == (notice, 2)


def test_a_worker_whose_lease_was_over_settles_nothing(tell):
    tell()
    slow = claim(worker="slow")
    claim(at=NOW + LEASE, worker="two")

    assert actions.later(notice=slow, at=NOW + LEASE, problem="Too slow.") is False
    assert Notice.objects.get().leased_by == "two"


def test_the_same_notice_keeps_its_message_id(tell):
    tell()
    first = claim()

    assert claim(at=NOW + LEASE, worker="two").key == first.key


def test_what_somebody_is_told_of_one_thing_keeps_its_order(tell):
    first, second, other = tell(occurrence="1"), tell(occurrence="2"), tell("signature/2")
    actions.later(notice=claim(), at=NOW, problem="Busy.")

    assert [claim(), claim()] == [other, None]
    assert claim(at=NOW + MINUTE) == first
    actions.sent(notice=Notice.objects.get(pk=first.pk), at=NOW + MINUTE)
    assert claim(at=NOW + MINUTE) == second


def test_another_person_does_not_wait_for_the_first(tell):
    ben = people.add_person(email="ben@example.org", at=NOW)
    tell(), tell(to=ben)
    actions.later(notice=claim(), at=NOW, problem="Busy.")

    assert claim().person == ben


def test_at_night_only_what_somebody_waits_for_goes(tell):
    tell("signature/1"), tell("code/1", urgent=True)

    assert [claim(only_urgent=True).subject, claim(only_urgent=True)] == ["code/1", None]


def test_tries_go_on_for_more_than_four_hours_and_then_it_shows(tell):
    tell()
    at = NOW
    for tries in range(1, 100):
        notice = claim(at=at)
        assert notice.tries == tries
        actions.later(notice=notice, at=at, problem="The mail server could not be reached.")
        now = Notice.objects.get()
        if now.state == "failed":
            break
        assert now.problem == "The mail server could not be reached."
        assert claim(at=now.due_at - timedelta(seconds=1)) is None
        at = now.due_at

    assert at - NOW == sum(BACK_OFF, timedelta()) >= timedelta(hours=4)
    assert (now.state, now.settled_at, now.leased_by) == ("failed", at, "")
    assert claim(at=at + timedelta(days=1)) is None


def test_what_failed_is_sent_again_when_an_officer_says_so(tell):
    notice = tell()
    assert actions.send_again(notice=notice, by="Compact officer", at=NOW) is False
    actions.failed(notice=claim(), at=NOW, problem="No such address.")

    assert actions.send_again(notice=notice, by="Compact officer", at=NOW + MINUTE) is True
    assert (claim(at=NOW), claim(at=NOW + MINUTE)) == (None, notice)


def test_after_seven_days_nothing_tells_what_was_sent(tell):
    tell(details="13,17")
    tell("signature/2", details="18")
    actions.failed(notice=claim(), at=NOW, problem="No such address.")

    assert actions.purge(at=NOW + timedelta(days=6)) == 0
    assert actions.purge(at=NOW + timedelta(days=8)) == 1
    assert actions.purge(at=NOW + timedelta(days=8)) == 0
    settled, waiting = Notice.objects.order_by("pk")
    assert (settled.details, settled.problem, waiting.details) == ("", "", "18")
    tell()
    assert Notice.objects.count() == 2  # nobody is told twice because of the purge
    assert actions.purge(at=NOW + timedelta(days=401)) == 1


def test_mail_that_waits_longer_than_a_night_is_noticed(tell):
    tell(), tell("code/1", urgent=True)

    assert [queries.overdue(NOW + timedelta(hours=hours)) for hours in (1, 2, 16, 17)] == [0, 1, 1, 2]
