"""How an invented story ends, for `livecompact demo`: its group is told first, is named, and both plan the end.

Its start is in `kinds.py`. Days are counted from today, as there. And what an invented charity notes for itself.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from livecompact.dealings import actions
from livecompact.dealings.actions.own import Entry, add_funding
from livecompact.dealings.demo.changes import facts_of_change
from livecompact.dealings.demo.kinds import BANK, Act, Did, record
from livecompact.dealings.models import Dealing, Source
from livecompact.kinds import kind
from livecompact.register.models import Organisation

OWN = "For the organisation"
AGREED = "Evenings on the water: what we agreed"
TOLD, NAMED, PLANNED, ENDS = -70, -66, -20, 245


def end(known: Mapping[str, Dealing], at: datetime) -> list[Act]:
    """The end of the agreement and the plan for it, each on its day; nothing where it is not on this site."""
    named, planned = at + timedelta(days=NAMED), at + timedelta(days=PLANNED)
    ended: dict[str, Dealing] = {}

    def name() -> None:
        if AGREED in known:
            change = _told(known[AGREED], at + timedelta(days=TOLD))
            actions.show_name(dealing=change, by=OWN, at=named)
            ended[change.title] = actions.show_now(dealing=change, at=named)

    def plan() -> None:
        for title in ended:
            record(_plan(known[AGREED], title), ended, localdate(at), planned)

    return [(named, name), (planned, plan)]


def _plan(agreed: Dealing, follows: str) -> Did:
    return Did(
        "exit-plan",
        agreed.organisation.slug,
        "Evenings on the water: how it ends",
        PLANNED,
        {
            "funding_ends": ENDS,
            "invited": -60,
            "agreed": PLANNED,
            "people_and_services": "The rowing club takes the boats, and both evenings go on.",
        },
        "Who takes the boats, and where young people go.",
        agreed.towards.slug if agreed.towards else "",
        follows,
    )


def note_funding(at: datetime) -> None:
    """What a charity writes down of its own funding: one whose day for notice has passed, and two that run on."""
    body = Organisation.objects.filter(slug=BANK).first()
    if body is None:
        return
    today = localdate(at)
    for title, funder, amount, ends, report in (
        ("Warehouse rent", "Quillmoor Borough Council", 6200, 45, 20),
        ("Surplus food fund", "The Invented Trust", 15000, 200, 90),
        ("Van and driver", "Hartsmere County Council", 9400, 500, 120),
    ):
        entry = Entry(
            title=title,
            funder=funder,
            ends_on=today + timedelta(days=ends),
            amount=Decimal(amount),
            report_on=today + timedelta(days=report),
            contact_role="Grants officer",
        )
        add_funding(organisation=body, entry=entry, by=OWN, at=at)


def _told(agreed: Dealing, at: datetime) -> Dealing:
    told = actions.Told(
        kind="funding-change",
        title="Evenings on the water: an early end",
        facts=kind("funding-change").read(facts_of_change(localdate(at), "ended", ENDS - TOLD, "")),
        towards=agreed.towards,
        towards_named=False,
        towards_called="a youth group",
        follows=agreed,
    )
    draft = actions.draft(
        home=agreed.home,
        organisation=agreed.organisation,
        told=told,
        source=Source.ORGANISATION,
        maker="demo",
        by=OWN,
        at=at,
    )
    return actions.tell_first(dealing=draft, by=OWN, at=at)
