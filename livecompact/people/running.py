"""Who does what for a Compact, an organisation or the site: what the page of it shows, and what its buttons do."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.utils.functional import Promise

from livecompact.people import actions, queries
from livecompact.people.forms import Invite
from livecompact.people.mine import day, number, person
from livecompact.people.models import Invitation
from livecompact.people.roles import SEATED, Reach, Role, reaching
from livecompact.people.told import ANSWERED, ROLES


@dataclass(frozen=True)
class Where:
    """A Compact, an organisation, or with neither the site."""

    compact: str
    organisation: str

    @property
    def roles(self) -> frozenset[Role]:
        """The roles that can be held there."""
        reach = Reach.COMPACT if self.compact else Reach.ORGANISATION if self.organisation else Reach.SITE
        return reaching(reach) & SEATED


def form(request: HttpRequest, where: Where) -> Invite:
    """The form for inviting somebody there, with what was typed."""
    return Invite(request.POST if "email" in request.POST else None, offered=where.roles)


def shown(where: Where, form: Invite, *, at: datetime) -> dict[str, Any]:
    """What the page shows."""
    of = asdict(where)
    seats = list(queries.seats_of(at=at, **of))
    return {
        "form": form,
        "of": where.compact or where.organisation,
        "slug": where.compact,
        "seats": [(seat, ROLES[Role(seat.role)]) for seat in seats],
        "last": len(seats) == 1 and not of["compact"] and not of["organisation"],
        "invited": _told(queries.open_invitations(at=at, **of)),
        "unanswered": _told(queries.unanswered(at=at, **of)),
        "answered": [
            (each, ROLES[Role(each.role)], ANSWERED[each.outcome], day(each.over_at))
            for each in queries.answered(**of)
            if each.over_at
        ],
    }


def _told(waiting: Iterable[Invitation]) -> list[tuple[Invitation, Promise, date]]:
    return [(each, ROLES[Role(each.role)], day(each.dies_at)) for each in waiting]


def done(request: HttpRequest, where: Where, form: Invite, *, at: datetime) -> bool:
    """Do what the button says; whether it is done. Where not, the form says why."""
    if "end" in request.POST:
        return _ended(request, where, number(request.POST["end"]), at)
    if "again" in request.POST:
        return _sent_again(request, where, number(request.POST["again"]), at)
    if "revoke" in request.POST:
        return _revoked(where, number(request.POST["revoke"]), at)
    return form.is_valid() and _invited(request, where, form, at)


def _ended(request: HttpRequest, where: Where, pk: int, at: datetime) -> bool:
    of = asdict(where)
    for seat in queries.seats_of(at=at, **of):
        if seat.pk == pk:
            may = queries.may_give(person(request), Role(seat.role), at=at, **of)
            if not may or queries.is_last_administrator(seat, at=at):
                raise PermissionDenied
            actions.end_seat(seat=seat, by=person(request).email, at=at)
    return True


def _revoked(where: Where, pk: int, at: datetime) -> bool:
    if invitation := _waiting(where, pk, at):
        actions.revoke(invitation=invitation, at=at)
    return True


def _sent_again(request: HttpRequest, where: Where, pk: int, at: datetime) -> bool:
    invitation = _waiting(where, pk, at)
    if invitation is None:
        return True
    try:
        actions.send_again(invitation=invitation, by=person(request), at=at)
    except actions.NotAllowed:
        raise PermissionDenied from None
    except ValidationError:  # they have the role by now
        actions.revoke(invitation=invitation, at=at)
    return True


def _waiting(where: Where, pk: int, at: datetime) -> Invitation | None:
    """The invitation of that number which nobody has answered, if it was sent from there."""
    of = asdict(where)
    waiting = [*queries.open_invitations(at=at, **of), *queries.unanswered(at=at, **of)]
    return next((each for each in waiting if each.pk == pk), None)


def _invited(request: HttpRequest, where: Where, form: Invite, at: datetime) -> bool:
    answers = form.cleaned_data
    try:
        actions.invite(
            email=answers["email"],
            role=Role(answers["role"]),
            side=answers.get("side", ""),
            by=person(request),
            at=at,
            **asdict(where),
        )
    except actions.NotAllowed:
        raise PermissionDenied from None
    except ValidationError as refused:
        form.add_error("email", refused.messages[0])
        return False
    return True
