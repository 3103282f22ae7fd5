"""A change of a named group's funding, kept or told, for tests; every name is invented."""

from datetime import date
from typing import Any

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Source
from livecompact.kinds import kind
from livecompact.register.models import Organisation
from tests.dealings.making import BY, moment

NOTICE = date(2026, 11, 23)  # a Monday
FACTS: dict[str, Any] = {
    "change": "ended",
    "had_problems": False,
    "decided": "2026-11-02",
    "notice_sent": NOTICE.isoformat(),
    "notice_in_writing": True,
    "takes_effect": "2027-04-01",
    "rationale": "The county has less to give.",
    "impact_assessed": "2026-10-01",
    "discussed": "2026-09-01",
    "response_opens": "2026-09-01",
    "response_considered": "2026-10-20",
    "amount_before": "24000",
    "amount_after": "0",
}


def cut(
    body: Organisation, group: Organisation | None, title: str = "Support of a group ends early", **facts: Any
) -> Dealing:
    """An end of funding that nobody was told of."""
    return actions.draft(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=body,
        told=actions.Told(
            kind="funding-change",
            title=title,
            facts=kind("funding-change").read(FACTS | facts),
            towards=group,
            towards_named=False,
            towards_called="a food bank",
        ),
        source=Source.ORGANISATION,
        maker="1",
        by=BY,
        at=moment(date(2026, 11, 20)),
    )


def told(body: Organisation, group: Organisation | None, on: date = date(2026, 11, 20), **more: Any) -> Dealing:
    """The same, told to its group on a day."""
    public_on = more.pop("public_on", None)
    return actions.tell_first(dealing=cut(body, group, **more), by=BY, at=moment(on), public_on=public_on)
