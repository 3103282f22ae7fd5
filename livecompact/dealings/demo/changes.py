"""Invented cuts for the demonstration: one public without its group’s name, two told, of which one has an answer."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils.timezone import localdate

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.models import Source
from livecompact.kinds import kind
from livecompact.register.models import Organisation

OWN = "For the organisation"
SAYS = "Sixty carers meet here each week. We ask for six months to find another way to pay for it."


def cuts(body: Organisation, group: Organisation, at: datetime) -> None:
    """Record both, each on its own day: that of 50 days ago is public now, that of today is told."""
    long_ago = at - timedelta(days=50)
    public = _told(body, group, long_ago, "reduced", starts=40, reason="The grant from outside ended early.")
    actions.show_now(dealing=public, at=at)
    ended = _told(body, group, at, "ended", starts=130, reason="")
    actions.reply_early(dealing=ended, text=SAYS, by=OWN, at=at)


def not_public_yet(body: Organisation, group: Organisation, at: datetime) -> None:
    """Tell a group today of a cut that nobody else reads yet: whoever tries the site for that group may answer it."""
    _told(body, group, at, "reduced", starts=120, reason="", title="Help with rent goes down", called="a food bank")


def _told(
    body: Organisation,
    group: Organisation,
    at: datetime,
    change: str,
    *,
    starts: int,
    reason: str,
    title: str = "",
    called: str = "a carers’ group",
) -> Any:
    today = localdate(at)
    title = title or {"reduced": "Support of a group goes down", "ended": "Support of a group ends early"}[change]
    draft = actions.draft(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=body,
        told=actions.Told(
            kind="funding-change",
            title=title,
            facts=kind("funding-change").read(facts_of_change(today, change, starts, reason)),
            towards=group,
            towards_named=False,
            towards_called=called,
        ),
        source=Source.ORGANISATION,
        maker="demo",
        by=OWN,
        at=at,
    )
    return actions.tell_first(dealing=draft, by=OWN, at=at)


def facts_of_change(today: date, change: str, starts: int, reason: str) -> dict[str, Any]:
    """The facts of a cut that was prepared as the promises ask, and told on a day."""

    def day(n: int) -> str:
        return (today + timedelta(days=n)).isoformat()

    return {
        "change": change,
        "had_problems": False,
        "discussed": day(-40),
        "response_opens": day(-40),
        "response_considered": day(-15),
        "impact_assessed": day(-30),
        "reallocation_considered": "No other group does this work here.",
        "decided": day(-10),
        "notice_sent": day(0),
        "notice_in_writing": True,
        "takes_effect": day(starts),
        "exceptional_reason": reason or "none",
        "rationale": "The county has less to give this year.",
        "amount_before": "24000",
        "amount_after": "18000" if change == "reduced" else "0",
    }
