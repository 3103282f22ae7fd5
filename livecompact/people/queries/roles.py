"""Which roles somebody holds, and who holds a role."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from livecompact.people.models import Person, Seat
from livecompact.people.rights import MAY
from livecompact.people.roles import OFFICERS, REACH, STRONG, Reach, Role, allowed

VISITOR = frozenset({Role.VISITOR})
KEPT = "_seats_kept"
"""Where somebody carries what they hold while one page is made for them."""
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def roles_of(
    person: Person | AnonymousUser,
    *,
    at: datetime,
    compact: str = "",
    organisation: str = "",
    any_organisation: bool = False,
    lasting: bool = False,
) -> frozenset[Role]:
    """The roles that somebody holds where that Compact and that organisation are spoken of, and of the whole site.

    `any_organisation` also counts what they are in an organisation that is not named; `lasting` leaves out what they
    only stand in for. A role that wants a second factor is held back from who has none. One query, and none for who is
    not signed in. The roles of one concern are asked of that concern.
    """
    if not isinstance(person, Person) or not person.is_active:
        return VISITOR
    roles = VISITOR | {Role.PERSON}
    for seat in _held_by(person, at):
        role = Role(seat.role)
        match REACH[role]:
            case Reach.COMPACT:
                reaches = seat.compact == compact
            case Reach.ORGANISATION:
                reaches = seat.organisation == organisation or (any_organisation and not organisation)
            case _:
                reaches = True
        reaches = reaches and not (lasting and seat.begins_at)
        if reaches and (seat.proved or not _wants_second_factor(role)):
            roles |= {role}
    return roles


def ask_once(person: Person) -> None:
    """Let what somebody holds be asked once, and hold for as long as this object does: for a page that only reads."""
    setattr(person, KEPT, [])


def waits_for_second_factor(person: Person, *, at: datetime) -> bool:
    """Whether somebody holds a role that they cannot use before they have a second factor."""
    strong = {seat.role for seat in seats(person, at=at) if _wants_second_factor(Role(seat.role))}
    return bool(strong) and not has_second_factor(person)


def has_second_factor(person: Person) -> bool:
    """Whether somebody has a passkey or an authenticator app."""
    return _factors(person.pk).exists()


def factors(person: Person | AnonymousUser) -> frozenset[tuple[int, str]]:
    """The ways in which somebody proves a second time who they are, recovery codes with them."""
    return frozenset(Authenticator.objects.filter(user_id=person.pk).values_list("pk", "type"))


def seats(person: Person, *, at: datetime) -> QuerySet[Seat]:
    """The roles that somebody holds at that moment, oldest first."""
    return Seat.objects.filter(held(at), person=person).order_by("given_at", "pk")


def _held_by(person: Person, at: datetime) -> list[Any]:
    """The roles that somebody holds, each with whether they proved a second time who they are."""
    kept: list[list[Any]] | None = getattr(person, KEPT, None)
    if kept:
        return kept[0]
    found = list(seats(person, at=at).annotate(proved=Exists(_factors(OuterRef("person")))))
    if kept is not None:
        kept.append(found)
    return found


def seats_of(*, at: datetime, compact: str = "", organisation: str = "") -> QuerySet[Seat]:
    """The roles that are held of that Compact or organisation, or of the site, each with its person."""
    of = Seat.objects.filter(held(at), compact=compact, organisation=organisation)
    return of.select_related("person").order_by("role", "person__email")


def organisations_of(person: Person | AnonymousUser, *, at: datetime) -> frozenset[str]:
    """The organisations in whose name somebody may act, by their names in addresses. One query."""
    if not isinstance(person, Person) or not person.is_active:
        return frozenset()
    return frozenset(seat.organisation for seat in _held_by(person, at) if seat.role == Role.REPRESENTATIVE)


def acted_for(organisations: Iterable[str], *, at: datetime) -> frozenset[str]:
    """Those of some organisations for which somebody acts here, by their names in addresses. One query."""
    of = Seat.objects.filter(held(at), role=Role.REPRESENTATIVE, person__is_active=True)
    return frozenset(of.filter(organisation__in=list(organisations)).values_list("organisation", flat=True))


def holders(role: Role, *, at: datetime, compact: str = "", organisation: str = "") -> QuerySet[Person]:
    """Who holds a role of that Compact or organisation and can sign in, by email address."""
    of = Seat.objects.filter(held(at), role=role, compact=compact, organisation=organisation)
    return Person.objects.filter(pk__in=of.values("person"), is_active=True).order_by("email")


def who_runs(compact: str, *, at: datetime) -> QuerySet[Person]:
    """The officers of a Compact; where it has none, the administrators of the site."""
    officers = holders(Role.OFFICER, at=at, compact=compact)
    return officers if officers.exists() else holders(Role.ADMINISTRATOR, at=at)


def is_officer(person: Person | AnonymousUser, *, at: datetime, compact: str) -> bool:
    """Whether somebody may do for a Compact what its officers do."""
    return not OFFICERS.isdisjoint(roles_of(person, at=at, compact=compact))


def seats_with(role: Role, *, at: datetime, since: datetime) -> QuerySet[Seat]:
    """The seats of a role that are held now and were given by then, everywhere, each with its person."""
    of = Seat.objects.filter(held(at), role=role, given_at__lte=since, person__is_active=True)
    return of.select_related("person").order_by("pk")


def may_give(person: Person, role: Role, *, at: datetime, compact: str = "", organisation: str = "") -> bool:
    """Whether somebody may give that role there, or end it. Who only stands in may not: they could stay for ever."""
    theirs = roles_of(person, at=at, compact=compact, organisation=organisation, lasting=True)
    return allowed(MAY, "seat.give", theirs, field=role)


def may_idle(person: Person, *, at: datetime) -> bool:
    """Whether somebody may be away from their session for long: not who handles concerns."""
    return not seats(person, at=at).filter(role=Role.HANDLER).exists()


def is_last_administrator(seat: Seat, *, at: datetime) -> bool:
    """Whether the site would have no administrator without that seat: then nobody could give the role again."""
    return seat.role == Role.ADMINISTRATOR and holders(Role.ADMINISTRATOR, at=at).count() == 1


def held(at: datetime) -> Q:
    """The seats that are held at a moment."""
    return (Q(until=None) | Q(until__gt=at)) & (Q(begins_at=None) | Q(begins_at__lte=at))


def _wants_second_factor(role: Role) -> bool:
    return role in STRONG and settings.SITE.second_factor


def _factors(person: int | OuterRef) -> QuerySet[Any]:
    return cast("QuerySet[Any]", Authenticator.objects.filter(user_id=person, type__in=FACTORS))
