"""What somebody who records something may choose from."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q

from livecompact.compacts.queries import Published
from livecompact.dealings.models import SEEN, Dealing, State
from livecompact.dealings.queries.whose import Actor, organisations_for
from livecompact.kinds import KINDS
from livecompact.people.models import Person
from livecompact.people.queries import is_officer, organisations_of
from livecompact.register.models import Organisation, Sector, Status
from livecompact.standards.standard import Side

SIDES: dict[str, Side] = {Sector.STATUTORY: Side.STATUTORY, Sector.VOLUNTARY: Side.VOLUNTARY}
MOST = 60
"""So many dealings to follow are offered, the newest ones."""

STEPS = 9
"""As many as a long story has: appraisal, consultation, call, award, agreement, payment, report, end, exit plan."""


def kinds_for(actor: Actor, compact: Published, at: datetime) -> frozenset[str]:
    """The kinds that somebody may record here, for one of their organisations."""
    of_both = next(each for each in KINDS.values() if each.acted_by is Side.JOINT)
    sectors = {each.sector for each in organisations_for(actor, compact, of_both, at)}
    sides = {SIDES[sector] for sector in sectors & set(SIDES)}
    return frozenset(name for name, of in KINDS.items() if sides and of.acted_by in sides | {Side.JOINT})


def to_follow(actor: Actor, compact: Published, whose: Sequence[Organisation], at: datetime) -> tuple[Dealing, ...]:  # noqa: ARG001 (`whose` are those in whose name the actor may speak)
    """What is on record that organisations did or that concerns them, newest first."""
    rows = Dealing.objects.filter(Q(organisation__in=whose) | Q(towards__in=whose, towards_named=True))
    return tuple(rows.filter(home__slug=compact.id, state__in=SEEN).select_related("organisation")[:MOST])


def called(actor: Actor, name: str) -> Organisation | None:  # noqa: ARG001 (who is in the register is for everyone)
    """The one organisation of the register that bears a name, whatever its capitals; None where none or more do."""
    found = Organisation.objects.filter(name__iexact=name, status=Status.ACTIVE)[:2]
    return found[0] if len(found) == 1 else None


def story(actor: Actor, of: Dealing, at: datetime) -> tuple[Dealing, ...]:
    """What a dealing follows from and what follows from it, with itself, in order of days; () where it stands alone.

    Only what the actor may see is in it. One query for each step up or down, and none goes on for ever.
    """
    known: dict[int, Dealing] = {of.pk: of}
    rows = Dealing.objects.filter(_seen_by(actor, of, at)).select_related("organisation", "towards")
    up = {of.follows_id} if of.follows_id else set()
    for _step in range(STEPS):
        above = list(rows.filter(pk__in=up - set(known))) if up else []
        known |= {each.pk: each for each in above}
        up = {each.follows_id for each in above if each.follows_id}
        if not up:
            break
    down = set(known)
    for _step in range(STEPS):
        after = rows.filter(follows__in=down).exclude(pk__in=known).order_by("follows_id", "pk")  # as its index
        below = list(after[:MOST]) if down else []
        known |= {each.pk: each for each in below}
        down = {each.pk for each in below}
        if not down:
            break
    return tuple(sorted(known.values(), key=lambda each: (each.happens_on, each.pk))) if len(known) > 1 else ()


def _seen_by(actor: Actor, of: Dealing, at: datetime) -> Q:
    """What everyone sees, and what the two sides see where the actor speaks for one or runs the Compact."""
    everyone = Q(state=State.PUBLIC)
    if not isinstance(actor, Person):
        return everyone
    own = organisations_of(actor, at=at)
    sides = Q(organisation__slug__in=own) | Q(towards__slug__in=own)
    if is_officer(actor, at=at, compact=of.home_id):
        sides |= Q(home__slug=of.home_id)
    return everyone | (Q(state=State.SHARED) & sides)
