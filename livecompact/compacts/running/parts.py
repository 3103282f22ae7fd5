"""What a public page says of who runs a Compact: that nobody does, or that somebody stands in."""

from datetime import datetime, time, timedelta

from django.utils.timezone import make_aware

from livecompact.compacts.models import Edition
from livecompact.compacts.queries import compacts
from livecompact.compacts.running.standing_in import days
from livecompact.compacts.second.queries import asks_second
from livecompact.frame.parts import Asked, Part
from livecompact.people.queries import holders, stand_ins
from livecompact.people.roles import Role
from livecompact.record.models import Entry

QUIET = timedelta(days=30)
"""How long nobody may have been seen at work; our own number."""
AT_WORK = ("Compact officer", "Administrator")
"""The roles on the public record of who runs a Compact."""


def nobody_runs_it(asked: Asked) -> Part | None:
    """The sentence that nobody is running this Compact, once no officer signed in or acted for 30 days."""
    today = make_aware(datetime.combine(asked.today, time()))
    if is_run(asked.compact.id, since=today - QUIET, at=today):
        return None
    return Part("compacts/parts/nobody.jinja", {"days": QUIET.days})


def stands_in(asked: Asked) -> Part | None:
    """That somebody stands in for the officer today, and how long; who it is nobody is told."""
    tonight = make_aware(datetime.combine(asked.today, time.max))
    times = [days(seat) for seat in stand_ins(asked.compact.id, at=tonight)]
    now = [(first, last) for first, last in times if first <= asked.today]
    return Part("compacts/parts/stand_in.jinja", {"times": now}) if now else None


def second_person(asked: Asked) -> Part | None:
    """That two people look at what is made public, where the Compact has chosen so."""
    return Part("compacts/parts/second_person.jinja", {}) if asks_second(asked.compact.id) else None


def is_run(compact: str, *, since: datetime, at: datetime) -> bool:
    """Whether somebody was at work on a Compact since then: signed in as its officer, acted, or put it on the site."""
    return (
        holders(Role.OFFICER, at=at, compact=compact).filter(last_login__gte=since).exists()
        or Entry.objects.filter(compact=compact, at__gte=since, role__in=AT_WORK).exists()
        or not Edition.objects.filter(compact__slug=compact, published_at__lt=since).exists()
    )


def named(asked: Asked) -> Part | None:
    """What a Compact is called, for pages of rooms that know it by the name in its address only."""
    names = asked.kept.setdefault("names of Compacts", {})
    if not names:
        names.update({each.id: each.name for each in compacts(asked.actor, asked.today)})
    name = names.get(asked.about["slug"])
    return Part("compacts/parts/name.jinja", {"name": name}) if name else None
