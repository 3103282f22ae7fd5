"""What is told and not public yet: to the two sides and the officer alone."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from livecompact.agreements.bodies import folded_name
from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.models import Dealing, Reply, Says, State
from livecompact.dealings.queries.whose import Actor, by_of
from livecompact.dealings.rights import MAY
from livecompact.kinds import kind as kind_of
from livecompact.kinds.kind import Kind
from livecompact.people.queries import acted_for, organisations_of, roles_of
from livecompact.people.roles import allowed
from livecompact.register.models import Organisation
from livecompact.register.queries import find


@dataclass(frozen=True)
class ToldTo:
    """A change that a group was told of, what the group answered, and what its reader may do.

    To show it, to show the name, to answer it, to take it back. `gets_mail` is whether somebody acts for that group.
    """

    dealing: Dealing
    may_show: bool
    may_name: bool
    may_hold_back: bool
    may_reply: bool
    reply: Reply | None
    gets_mail: bool


def told(actor: Actor, compact: Published, kind: Kind, key: str, at: datetime) -> ToldTo:
    """The change of that key that was told; NotThere for everybody but its two sides and the officer.

    Its group sees it from the day on which it is told.
    """
    rows = Dealing.objects.select_related("organisation", "home", "towards")
    found = rows.filter(home__slug=compact.id, kind=kind.name, key=key).exclude(told_at=None).first()
    if found is None:
        raise NotThere(key)
    acting = roles_of(actor, at=at, compact=compact.id, organisation=found.organisation.slug)
    named = frozenset(roles_of(actor, at=at, compact=compact.id, organisation=_slug(found)))
    sees = allowed(MAY, "dealing.see-told", acting, state=found.state)
    is_group = allowed(MAY, "dealing.see-told", named, state=found.state) and has_come(found, localdate(at))
    if not sees and not is_group:
        raise NotThere(key)
    return ToldTo(
        found,
        may_show=is_group and allowed(MAY, "dealing.show", named, state=found.state),
        may_name=is_group and not found.towards_named and allowed(MAY, "dealing.name", named, state=found.state),
        may_hold_back=allowed(MAY, "dealing.hold-back", acting, state=found.state),
        may_reply=is_group and allowed(MAY, "dealing.reply-early", named, state=found.state),
        reply=Reply.objects.filter(dealing=found, organisation=found.towards, says=Says.REPLY).first(),
        gets_mail=is_group or _slug(found) in acted_for([_slug(found)], at=at),
    )


def to_write_of(actor: Actor, compact: Published, kind: Kind, key: str, at: datetime) -> Dealing:
    """The change of that key of which somebody may write to its group: theirs, kept or told. NotThere for others."""
    rows = Dealing.objects.select_related("organisation", "home", "towards").filter(kind=kind.name)
    found = rows.filter(home__slug=compact.id, key=key, state__in=[State.DRAFT, State.TOLD]).first()
    if found is None:
        raise NotThere(key)
    roles = roles_of(actor, at=at, compact=compact.id, organisation=found.organisation.slug)
    act = "dealing.tell" if found.state == State.DRAFT else "dealing.see-told"
    if not allowed(MAY, act, roles, state=found.state):
        raise NotThere(key)
    return found


def followed(actor: Actor, compact: Published, key: str, at: datetime) -> Dealing | None:
    """The public agreement that a plan changes or ends, where somebody may act for the body that made it."""
    rows = Dealing.objects.select_related("organisation", "home", "towards").filter(state=State.PUBLIC)
    found = rows.filter(home__slug=compact.id, kind="funding-agreement", key=key).first() if key else None
    if found is None:
        return None
    roles = roles_of(actor, at=at, compact=compact.id, organisation=found.organisation.slug)
    return found if allowed(MAY, "dealing.change", roles, state=found.state) else None


def group_by(actor: Actor, found: Dealing, at: datetime) -> str:
    """The role in which somebody speaks for the group that a change names."""
    return by_of(actor, found.towards, at) if found.towards else ""


def told_to(actor: Actor, at: datetime) -> tuple[Dealing, ...]:
    """What the organisations of somebody were told of and is not public yet."""
    mine = organisations_of(actor, at=at)
    rows = Dealing.objects.filter(state=State.TOLD, towards__slug__in=mine).select_related("organisation", "home")
    return tuple(each for each in rows if _notice_day(each) <= localdate(at)) if mine else ()


def not_public_yet(compact: Published, kind: Kind) -> int:
    """How many of a kind are told and not public yet; everyone may read the number, and nothing else."""
    return Dealing.objects.filter(home__slug=compact.id, kind=kind.name, state=State.TOLD).count()


def group_named(words: str) -> Organisation | None:
    """The one organisation of that number or whole name; None where there is none, or more than one."""
    found = find(words, 5)
    exact = [each for each in found if each.folded_name == folded_name(words)] or list(found)
    numbered = any(sign.isdigit() for sign in words)
    return exact[0] if len(exact) == 1 and (numbered or exact[0].folded_name == folded_name(words)) else None


def _slug(found: Dealing) -> str:
    return found.towards.slug if found.towards else ""


def has_come(found: Dealing, today: date) -> bool:
    """Whether the day has come from which its group sees what it is told."""
    return found.state != State.TOLD or _notice_day(found) <= today


def _notice_day(found: Dealing) -> date:
    facts = kind_of(found.kind).read(found.facts)
    told_on = localdate(found.told_at)
    return max(told_on, facts.day("notice_sent") or told_on)
