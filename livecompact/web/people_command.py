"""`livecompact people`: who can sign in, and what they do, told by whoever runs the machine."""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.db import DatabaseError

from livecompact.web.configuration import Misconfigured
from livecompact.web.starting_up import NoSite, open_site

if TYPE_CHECKING:
    from livecompact.people.models import Person
    from livecompact.people.roles import Role

OF_SOMETHING = (
    *("officer", "co-chair", "group-member", "organiser", "handler"),
    *("representative", "champion"),
)
"""The roles of a Compact, then those of an organisation; an administrator is of the whole site."""

DONE, NOT_DONE = 0, 2
BY = "livecompact people"

type Wanted = tuple[tuple[str, str], ...]
"""Roles as they were typed, each with what it is of: (("officer", "hertfordshire"),)."""


class CannotDo(Exception):
    """What was asked for cannot be done; it says why."""


def add(email: str, *, wanted: Wanted, side: str, at: datetime) -> int:
    """Let somebody sign in, and give them roles; 0, or 2 where nothing was done."""
    return _told(lambda: _added(email, wanted, side, at))


def end(email: str, *, wanted: Wanted, at: datetime) -> int:
    """End these roles of somebody, or every role where none is named; 0, or 2 where nothing was done."""
    return _told(lambda: _ended(email, wanted, at))


def lost(email: str, *, at: datetime) -> int:
    """Take away the passkeys, app and recovery codes that somebody lost; 0, or 2 where nothing was done."""
    return _told(lambda: _lost(email, at))


def address(email: str, new: str, *, at: datetime) -> int:
    """Let somebody sign in with another address; 0, or 2 where nothing was done."""
    return _told(lambda: _moved(email, new, at))


def listed(*, at: datetime) -> int:
    """Print who can sign in, with their roles; 0, or 2 where there is no site."""
    return _told(lambda: _everyone(at))


def _told(do: Callable[[], str]) -> int:
    try:
        open_site()
        says = do()
    except ValidationError as refused:
        return _cannot(" ".join(refused.messages))
    except (NoSite, Misconfigured, DatabaseError, CannotDo) as problem:
        return _cannot(str(problem))
    print(says)  # noqa: T201 (the terminal is who it speaks to)
    return DONE


def _cannot(says: str) -> int:
    print(says, file=sys.stderr)  # noqa: T201 (as above)
    return NOT_DONE


def _added(email: str, wanted: Wanted, side: str, at: datetime) -> str:
    from django.db import transaction  # noqa: PLC0415 (it has tables, so only after django.setup, as all below)

    from livecompact.people import actions, queries  # noqa: PLC0415
    from livecompact.people.roles import Role  # noqa: PLC0415

    EmailValidator(message=f"“{email}” is no email address. Write it like name@example.org.")(email)
    with transaction.atomic():
        person = queries.person(email) or actions.add_person(email=email, at=at)
        for name, of in wanted:
            role = Role(name)
            compact, organisation = _there(role, of, at)
            actions.give_seat(
                person=person,
                role=role,
                by=BY,
                at=at,
                side=side if role is Role.CO_CHAIR else "",
                compact=compact,
                organisation=organisation,
            )
    return f"{person.email} can sign in. {_roles_said(person, at)}"


def _ended(email: str, wanted: Wanted, at: datetime) -> str:
    from livecompact.people import actions, queries  # noqa: PLC0415

    person = _known(email)
    seats = list(queries.seats(person, at=at))
    ending = [seat for seat in seats if not wanted or (seat.role, seat.compact or seat.organisation) in wanted]
    if not ending:
        raise CannotDo(f"{person.email} has no such role. {_roles_said(person, at)}")
    for seat in ending:
        if queries.is_last_administrator(seat, at=at):
            raise CannotDo(f"{person.email} is the only administrator. Make another first: livecompact people add.")
        actions.end_seat(seat=seat, by=BY, at=at)
    return f"Done. {_roles_said(person, at)}"


def _lost(email: str, at: datetime) -> str:
    from livecompact.people import actions  # noqa: PLC0415

    person = _known(email)
    if not actions.take_second_factor(person=person, at=at):
        raise CannotDo(f"{person.email} has no passkey or app.")
    return f"Done. {person.email} signs in with a code by email, and sets up a new second step."


def _moved(email: str, new: str, at: datetime) -> str:
    from livecompact.people import actions, queries  # noqa: PLC0415

    EmailValidator(message=f"“{new}” is no email address. Write it like name@example.org.")(new)
    person = _known(email)
    if queries.person(new) is not None:
        raise CannotDo(f"Somebody signs in with {new} already. See who does: livecompact people list")
    moved = actions.change_email(person=person, email=new, at=at)
    return f"Done. {moved.email} signs in from now on. {_roles_said(moved, at)}"


def _everyone(at: datetime) -> str:
    from livecompact.people import queries  # noqa: PLC0415
    from livecompact.people.told import in_addresses, role_of  # noqa: PLC0415

    lines = []
    for person in queries.people(at=at):
        held = "; ".join(role_of(seat, in_addresses) for seat in person.held_now)  # type: ignore[attr-defined]  # see the query
        lines.append(f"{person.email}: {held or 'no role'}")
    return "\n".join(lines) or "Nobody can sign in. Run: livecompact people add EMAIL --administrator"


def _there(role: "Role", of: str, at: datetime) -> tuple[str, str]:
    """The Compact or the organisation that a role is of, once it is known to be there."""
    from livecompact.compacts import queries as compacts  # noqa: PLC0415
    from livecompact.people.roles import REACH, Reach  # noqa: PLC0415
    from livecompact.register import queries as register  # noqa: PLC0415

    if REACH[role] is Reach.COMPACT:
        known = [each.id for each in compacts.compacts(None, at.date())]
        if of not in known:
            raise CannotDo(f"There is no Compact “{of}” here. There is: {', '.join(known) or 'none yet'}.")
        return of, ""
    if REACH[role] is Reach.ORGANISATION:
        try:
            register.organisation(None, of)
        except register.NotThere:
            raise CannotDo(f"There is no organisation “{of}”. Give the last part of its address.") from None
        return "", of
    return "", ""


def _known(email: str) -> "Person":
    from livecompact.people import queries  # noqa: PLC0415

    person = queries.person(email)
    if person is None:
        raise CannotDo(f"Nobody signs in with {email}. See who does: livecompact people list")
    return person


def _roles_said(person: "Person", at: datetime) -> str:
    from livecompact.people import queries  # noqa: PLC0415
    from livecompact.people.told import in_addresses, role_of  # noqa: PLC0415

    held = [role_of(seat, in_addresses) for seat in queries.seats(person, at=at)]
    return f"Roles: {'; '.join(held)}." if held else "No role."
