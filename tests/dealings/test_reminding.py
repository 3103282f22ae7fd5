"""What becomes due as days pass is told once, to whom it concerns, however the clock went."""

import time
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.models import Source, Standing
from livecompact.dealings.reminding import sweep
from livecompact.dealings.reminding.due import Reason, due
from livecompact.kinds import kind
from livecompact.people import actions as people
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.record import letters, news
from livecompact.record.models import Delivery, Notice, Often
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment
from tests.dealings.test_missing import LAST, REACHED, entries, say
from tests.harness.clock import NOW
from tests.harness.people import seat

ASKED = date(2026, 4, 27)  # a Monday: the day after it closed, eight weeks where twelve are asked
ENDS = date(2026, 5, 12)  # ten working days later: the first Monday of May is a holiday
HOME = "hertfordshire"


@pytest.fixture
def body(compacts):
    return council()


@pytest.fixture
def person(body):
    found = people.add_person(email="mine@example.org", at=NOW)
    seat(found, Role.REPRESENTATIVE, organisation=body.slug)
    return found


@pytest.fixture
def made(body, person):
    dealing = consultation(body, **SHORT | {"feedback_due": "2026-08-16"})
    assert Standing.objects.get(dealing=dealing, standard="consultation-length").answer_by == ENDS
    return dealing


def looked(*days):
    """Every reason that was told, in order, when the worker looked on these days."""
    for on in days:
        sweep.look(at=on if isinstance(on, datetime) else moment(on))
    own = Notice.objects.exclude(reason="record-published").order_by("pk")
    return [(each.reason, each.state) for each in own]


def told(on):
    """The mail that stands at the end, as it would go on a day."""
    letter = letters.letter_for(Notice.objects.exclude(state=Delivery.DROPPED).latest("pk"), moment(on))
    assert letter is not None
    return letter


def days(first, last):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def test_day_by_day_everything_is_told_once_on_its_day(made):
    every = [each for day in days(date(2026, 4, 20), date(2026, 9, 1)) for each in (day, day)]

    said = looked(*every)

    assert [reason for reason, _state in said] == [
        *(Reason.EXPLAIN, Reason.LAST_CALL, Reason.NOT_KEPT),
        *(Reason.FEEDBACK_SOON, Reason.FEEDBACK_DUE),
    ]


def test_whatever_the_pause_what_is_still_of_use_is_told_and_no_more(made):
    assert looked(date(2026, 4, 25)) == []

    assert looked(ENDS + timedelta(days=9)) == [(Reason.NOT_KEPT, "waiting")]

    letter = told(ENDS + timedelta(days=9))
    assert letter.subject == "It now shows as not kept: Library hours"
    assert "This email is late" in " ".join(letter.lines)


def test_after_72_hours_down_many_things_become_one_mail_that_says_it_is_late(body, person):
    for n in range(7):
        consultation(body, f"Consultation {n}", **SHORT)

    said = looked(ASKED + timedelta(days=3))

    assert [state for _reason, state in said].count("waiting") == 1
    letter = told(ASKED + timedelta(days=3))
    assert letter.subject == "7 things are due from you"
    assert letter.address == "/hertfordshire/organisations/hartsmere-county-council/due"
    assert "This email is late" in " ".join(letter.lines)
    assert "And 2 more." in letter.lines
    assert looked(*days(ASKED + timedelta(days=3), ASKED + timedelta(days=6))) == said


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("pause", [3, 40, 300])
@pytest.mark.parametrize(
    ("asked", "ends"),
    [
        (date(2026, 12, 16), date(2027, 1, 4)),  # over Christmas, and into another year
        (date(2026, 3, 27), date(2026, 4, 14)),  # over the end of March, and Easter
    ],
)
def test_however_long_no_worker_ran_each_thing_is_told_once(body, asked, ends, pause):
    opens, closes = asked - timedelta(weeks=8), asked - timedelta(days=1)
    told_on = {"announced": "2026-01-02", "feedback_due": "2029-01-01"}
    plan = SHORT | told_on | {"opens": opens.isoformat(), "closes": closes.isoformat()}
    dealing = consultation(body, on=date(2026, 1, 2), **plan)
    assert Standing.objects.get(dealing=dealing, standard="consultation-length").answer_by == ends
    assert looked(asked - timedelta(days=1)) == []
    up = asked + timedelta(days=pause)

    said = [reason for reason, _state in looked(*days(up, up + timedelta(days=21))[::3])]

    late = [Reason.NOT_KEPT] if up > ends else [Reason.EXPLAIN, Reason.LAST_CALL, Reason.NOT_KEPT]
    assert said == late


def test_a_reason_that_was_given_or_a_dispute_ends_it_also_for_a_mail_under_way(made, body):
    looked(ASKED)
    notice = Notice.objects.get(reason=Reason.EXPLAIN)
    begins = letters.letter_for(notice, moment(ASKED))
    assert begins is not None
    assert begins.subject == "You can say why: Library hours"
    dispute = actions.dispute(
        dealing=made, fact="closes", value=date(2026, 5, 24), organisation=charity(), by=BY, at=moment(ASKED)
    )
    assert letters.letter_for(notice, moment(ASKED)) is None
    actions.take_back(dispute=dispute, by=BY, at=moment(ASKED))
    assert letters.letter_for(notice, moment(ASKED)) is not None

    parts = Parts(context="Late.", reason="The grant ends.", instead="Two meetings.")
    for row in Standing.objects.filter(dealing=made, answer_by=ENDS):
        standard = row.standard
        actions.explain(dealing=made, compact=made.home, standard=standard, parts=parts, by=BY, at=moment(ASKED))

    assert letters.letter_for(notice, moment(ASKED)) is None
    assert [each.reason for each in due(ENDS, made)] == []


def test_the_clock_back_and_forth_tells_nothing_twice(made):
    forth = days(date(2026, 4, 20), date(2026, 9, 1))
    once = looked(*forth)

    assert looked(*reversed(forth), *forth) == once


@pytest.fixture(params=["UTC", "Pacific/Auckland"])
def zone(request):
    """The zone that the machine itself keeps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield request.param
    time.tzset()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    ("days", "before", "after"),
    [
        (
            {"opens": "2026-03-02", "closes": "2026-03-28"},
            datetime(2026, 3, 28, 23, 30, tzinfo=UTC),
            datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
        ),
        (
            {"opens": "2026-09-14", "closes": "2026-10-24", "announced": "2026-08-03", "feedback_due": "2027-01-16"},
            datetime(2026, 10, 24, 22, 30, tzinfo=UTC),
            datetime(2026, 10, 24, 23, 30, tzinfo=UTC),
        ),
    ],
    ids=["the night on which the clock goes forward", "the night on which it goes back"],
)
def test_on_the_nights_on_which_the_clock_changes_the_day_begins_at_midnight(body, person, days, before, after):
    consultation(body, on=date(2026, 2, 1), **SHORT | days)

    assert looked(before) == []
    assert [reason for reason, _state in looked(after, after + timedelta(hours=1))] == [Reason.EXPLAIN]


def test_an_hour_before_midnight_in_summer_is_the_day_that_it_is_where_the_site_is(made):
    assert looked(datetime(2026, 4, 26, 22, 30, tzinfo=UTC)) == []
    assert [reason for reason, _state in looked(datetime(2026, 4, 26, 23, 30, tzinfo=UTC))] == [Reason.EXPLAIN]


def test_a_day_that_only_leap_years_have_is_a_day_like_any_other(body, person):
    leap: dict[str, Any] = {
        "announced": "2027-10-01",
        "opens": "2027-11-01",
        "closes": "2028-02-01",
        "feedback_due": "2028-02-29",
    }
    consultation(body, on=date(2027, 10, 1), **leap)

    assert looked(date(2028, 2, 21)) == []
    assert looked(date(2028, 2, 22)) == [(Reason.FEEDBACK_SOON, "waiting")]
    assert told(date(2028, 2, 22)).subject == "In 7 days: say what changed after Library hours"
    assert looked(date(2028, 3, 1))[-1] == (Reason.FEEDBACK_DUE, "waiting")


def test_a_body_for_which_an_officer_published_is_reached_once_its_mail_went(body, person):
    made = consultation(body, own=False, **SHORT)
    looked(date(2026, 2, 2))
    made.refresh_from_db()
    assert made.reached_on is None
    notice = Notice.objects.get(reason="record-published")
    letter = letters.letter_for(notice, moment(date(2026, 2, 2)))
    assert letter is not None
    assert letter.subject == "Published: Library hours"

    Notice.objects.filter(pk=notice.pk).update(state=Delivery.SENT, settled_at=moment(date(2026, 2, 3)))
    looked(date(2026, 2, 9))

    made.refresh_from_db()
    assert made.reached_on == date(2026, 2, 3)


def test_what_is_said_to_be_missing_begins_with_its_mail_and_stands_after_it_once(body, person):
    said = say(body, charity())
    Notice.objects.filter(reason="missing-said").update(state=Delivery.SENT, settled_at=moment(REACHED))

    for on in days(REACHED, LAST):
        sweep.look(at=moment(on))
    said.refresh_from_db()
    assert (said.reached_on, said.answer_by) == (REACHED, LAST)
    assert entries() == []

    for on in days(LAST + timedelta(days=4), LAST + timedelta(days=6)):
        sweep.look(at=moment(on))
    assert entries() == ["said-missing"]
    assert Notice.objects.filter(reason="missing-stands").count() == 1


def test_followers_of_the_record_and_of_its_promises_hear_of_it(body, made):
    reader = people.add_person(email="reader@example.org", at=NOW)
    record.follow(person=reader, compact=HOME, thing=f"dealing:{made.key}", often=Often.AT_ONCE, at=NOW)
    other = people.add_person(email="other@example.org", at=NOW)
    record.follow(person=other, compact=HOME, thing="dealing:nothing234", often=Often.AT_ONCE, at=NOW)

    actions.withdraw(dealing=made, reason="By mistake.", by=BY, at=NOW)
    news.sweep(at=NOW)

    assert [each.person for each in Notice.objects.filter(reason="news")] == [reader]


def test_the_worker_looks_again_only_after_ten_minutes(made, monkeypatch):
    monkeypatch.setattr(sweep, "_LOOKED", [])
    at = moment(ASKED)

    assert sweep.sweep(at=at) == 1
    Notice.objects.all().delete()
    assert sweep.sweep(at=at + timedelta(minutes=9)) == 0
    assert sweep.sweep(at=at + timedelta(minutes=10)) == 1


def an_end(body, **facts: str) -> Any:
    """An end of a group's funding that is public, and takes effect on 1 October."""
    told = {"change": "ended", "decided": "2026-04-01", "notice_sent": "2026-04-02", "takes_effect": "2026-10-01"}
    read = kind("funding-change").read(told | facts)
    return recorded(body, actions.Told(kind="funding-change", title="Advice line", facts=read))


def recorded(body, told: actions.Told) -> Any:
    home = Compact.objects.get(slug=HOME)
    at = moment(date(2026, 4, 2))
    return actions.publish_dealing(
        home=home, organisation=body, told=told, source=Source.ORGANISATION, own=True, by=BY, at=at
    )


def plans(on: date) -> list[tuple[str, date, tuple[str, ...]]]:
    """What is due of planning an end: which record, since when, and by which promises."""
    return [(each.dealing.title, each.since, each.promises) for each in due(on) if each.reason is Reason.PLAN_END]


def test_an_end_that_nears_is_planned_together_and_told_once(body, person):
    an_end(body)

    assert plans(date(2026, 8, 19)) == []
    assert plans(date(2026, 8, 20)) == [("Advice line", date(2026, 8, 20), ("4.8",))]
    assert plans(date(2026, 10, 2)) == []
    told_of = [reason for reason, _state in looked(date(2026, 8, 25), date(2026, 8, 26), date(2026, 9, 20))]
    assert told_of.count("plan-the-end") == 1
    mail = told(date(2026, 9, 20))
    assert mail.subject == "Plan the end together: Advice line"
    assert mail.address == "/hertfordshire/exit-plans/new"


def test_an_end_with_a_plan_or_a_change_that_is_no_end_is_not_told(body, person):
    ended = an_end(body)
    an_end(body, change="reduced")
    facts = kind("exit-plan").read({"funding_ends": "2026-10-01", "agreed": "2026-07-01"})
    recorded(body, actions.Told(kind="exit-plan", title="How it ends", facts=facts, follows=ended))

    assert plans(date(2026, 9, 1)) == []
