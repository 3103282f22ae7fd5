"""Organisations that signed, and consultations of theirs, for tests; every name is invented."""

from datetime import UTC, date, datetime, time
from typing import Any

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Source
from livecompact.kinds import kind
from livecompact.register import actions as register
from livecompact.register.actions.signing import follow
from livecompact.register.models import Organisation, State

BY = "For the organisation"
FACTS: dict[str, Any] = {
    "affects_groups": True,
    "formal": True,
    "announced": "2026-02-01",
    "opens": "2026-03-02",
    "closes": "2026-05-24",
    "feedback_day_named": True,
    "feedback_due": "2026-08-16",
    "online": True,
}
SHORT: dict[str, Any] = {"closes": "2026-04-26", "reason_for_shorter_time": "none"}
"""Eight weeks where Hertfordshire asks for twelve, and no reason."""


def moment(day: date, hour: int = 12) -> datetime:
    """An hour of a day."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


def council(
    name: str = "Hartsmere County Council", *, compacts: tuple[str, ...] = ("hertfordshire",), **told: Any
) -> Organisation:
    """A public body; it signed these Compacts in 2017."""
    return _organisation(name, "statutory", "county", compacts, **told)


def charity(name: str = "Hartsmere Food Bank", *, compacts: tuple[str, ...] = ("hertfordshire",)) -> Organisation:
    """A group that signed too."""
    return _organisation(name, "voluntary", "group", compacts)


def told(title: str = "Library hours", *, about: str = "Which hours suit you?", **facts: Any) -> actions.Told:
    """What is said of a consultation; a fact that is None is not known."""
    held = {name: value for name, value in (FACTS | facts).items() if value is not None}
    read = kind("consultation").read(held)
    return actions.Told(
        kind="consultation", title=title, about=about, url="https://example.org/have-your-say", facts=read
    )


def consultation(
    organisation: Organisation,
    title: str = "Library hours",
    *,
    home: str = "hertfordshire",
    on: date = date(2026, 2, 1),
    own: bool = True,
    **facts: Any,
) -> Dealing:
    """A consultation that is public since a day."""
    return actions.publish_dealing(
        home=Compact.objects.get(slug=home),
        organisation=organisation,
        told=told(title, **facts),
        source=Source.ORGANISATION if own else Source.PUBLISHED,
        own=own,
        by=BY if own else "Compact officer",
        at=moment(on),
    )


def _organisation(name: str, sector: str, kind_of: str, compacts: tuple[str, ...], **more: Any) -> Organisation:
    at = moment(date(2017, 1, 1))
    made = register.add_organisation(
        name=name, sector=sector, kind=kind_of, by="test", at=at, compact="hertfordshire", **more
    )
    for slug in compacts:
        signature = register.sign(
            compact=slug, organisation=made, edition="2016", signed_on=date(2017, 1, 1), by="test", at=at
        )
        follow(signature, state=State.ACTIVE, by="test", at=at)
    return made
