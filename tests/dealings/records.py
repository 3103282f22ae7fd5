"""What the site holds for the pages of records: consultations in every state, some very long, one withdrawn."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.models import Dealing, Says, Source
from livecompact.kinds import kind
from livecompact.register.models import Organisation
from tests.dealings.changes import cut
from tests.dealings.changes import told as told_change
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment, told
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD

DRAFT = "draft23456"
PUBLISHED = "out2345678"
CHANGE, TOLD_CHANGE = "change2345", "told234567"
HERE = "/hertfordshire/consultations"
LONG = " ".join([LONG_WORD[:40]] * 10)


def records(patch: pytest.MonkeyPatch) -> None:
    """A handful of consultations by two public bodies, with a reason, a reply, a change, and a draft."""
    both_compacts(patch)
    on_record()


def on_record() -> None:
    """The same, where both Compacts are there already."""
    body, group = council(compacts=("hertfordshire", "dacorum")), charity()
    council("Hartsmere Borough Council")
    explained(body, group)
    consultation(body, "Bus times", on=date(2026, 3, 25), own=False, announced="2026-03-20")
    consultation(body, "Park gates", **coming())
    gone = consultation(body, "Tree planting", on=date(2026, 2, 3))
    actions.withdraw(dealing=gone, reason="It was published by mistake.", by=BY, at=moment(date(2026, 2, 4)))
    kept_as(draft(body, "Cycle paths"), DRAFT)
    kept_as(consultation(body, "Play streets"), PUBLISHED)


def story(patch: pytest.MonkeyPatch) -> None:
    """An award to a group, what was agreed after it, and what the group reported: only the two sides see that."""
    both_compacts(patch)
    body, group = council(), charity()
    given = recorded(body, "award", "Lunch club", towards=group, awarded="2026-03-02", amount="12500", months="36")
    terms: dict[str, Any] = {"made": "2026-04-01", "lists": {"risk_list": [{"risk": "A cook falls ill"}]}}
    agreed = recorded(body, "funding-agreement", "Lunch club terms", follows=given, towards=group, **terms)
    recorded(group, "monitoring-report", "Lunch club so far", follows=agreed, towards=body, reported="2026-05-20")


def recorded(body: Organisation, name: str, title: str, *, follows: Dealing | None = None, **more: Any) -> Dealing:
    """A dealing of any kind that is out; `towards` is whom it concerns, `lists` its lists, the rest its facts."""
    towards, lists = more.pop("towards", None), more.pop("lists", {})
    facts = kind(name).read(more | lists)
    told = actions.Told(kind=name, title=title, facts=facts, towards=towards, follows=follows, lists=lists)
    home = Compact.objects.get(slug="hertfordshire")
    at = moment(date(2026, 6, 1))
    return actions.publish_dealing(
        home=home, organisation=body, told=told, source=Source.ORGANISATION, own=True, by=BY, at=at
    )


def none_yet(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts, and nothing published."""
    both_compacts(patch)


def very_long(patch: pytest.MonkeyPatch) -> None:
    """One consultation whose every word is long."""
    both_compacts(patch)
    body, group = council(LONG_WORD[:150]), charity(LONG_WORD[1:120])
    made = consultation(body, LONG_WORD[:100], about=LONG, **SHORT | {"reason_for_shorter_time": LONG})
    kept_as(made, PUBLISHED)
    parts = Parts(context=LONG, reason=LONG, instead=LONG)
    late = consultation(body, LONG_WORD[:90], on=date(2026, 3, 25), announced="2026-03-20")
    home = Compact.objects.get(slug="hertfordshire")
    at = moment(date(2026, 4, 2))
    actions.explain(dealing=late, compact=home, standard="announced-before-opening", parts=parts, by=BY, at=at)
    actions.reply(dealing=late, organisation=group, says=Says.REPLY, text=LONG, by=BY, at=at)


def begun(patch: pytest.MonkeyPatch) -> None:
    """The same as `changes`, but that the group made them: what an organisation has begun is found on its own page."""
    changes(patch)
    group = Organisation.objects.get(slug="hartsmere-food-bank")
    Dealing.objects.update(organisation=group, towards=None, towards_called="a small group", title=LONG_WORD[:100])


def changes(patch: pytest.MonkeyPatch) -> None:
    """Two ends of a group's funding: one is kept, and of the other its group was told."""
    both_compacts(patch)
    body, group = council(), charity()
    kept_as(cut(body, group), CHANGE)
    kept_as(told_change(body, group, on=date(2026, 11, 2), notice_sent="2026-11-02", decided="2026-10-30"), TOLD_CHANGE)


def explained(body: Organisation, group: Organisation) -> Dealing:
    """A short consultation with its reason, a reply that it is none, and feedback told later."""
    made = consultation(body, "Library hours", **SHORT)
    home = Compact.objects.get(slug="hertfordshire")
    reason = actions.explain(
        dealing=made,
        compact=home,
        standard="consultation-length",
        parts=Parts(context="The grant came late.", reason="It ends in June.", instead="We came to two meetings."),
        by=BY,
        at=moment(date(2026, 6, 20)),
    )
    at = moment(date(2026, 6, 21))
    actions.reply(dealing=made, organisation=group, says=Says.NO_REASON, explanation=reason, by=BY, at=at)
    actions.reply(dealing=made, organisation=group, says=Says.REPLY, text="We asked for more time.", by=BY, at=at)
    facts = told(**SHORT | {"feedback_published": "2026-08-01", "themes": "4", "themes_without_answer": "0"}).facts
    return actions.change_facts(
        dealing=made, facts=facts, by=BY, at=moment(date(2026, 8, 1)), why="We have said what changed."
    )


def coming() -> dict[str, Any]:
    """The days of a consultation that is open today, for three days more."""
    today = localdate()
    days = {"announced": -100, "opens": -90, "closes": 3, "feedback_due": 60}
    return {name: (today + timedelta(days=n)).isoformat() for name, n in days.items()}


def draft(body: Organisation, title: str) -> Dealing:
    """A consultation that nobody sees yet."""
    return actions.draft(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=body,
        told=told(title, announced="none"),
        source=Source.ORGANISATION,
        maker="1",
        by=BY,
        at=moment(date(2026, 2, 1)),
    )


def kept_as(dealing: Dealing, key: str) -> None:
    """Give a dealing a key that a test can name."""
    Dealing.objects.filter(pk=dealing.pk).update(key=key)
