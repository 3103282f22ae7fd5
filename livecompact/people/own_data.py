"""What this room tells somebody of themselves."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db.models import Case, CharField, F, Q, Value, When

from livecompact.people.models import Invitation, Person, Seat, Session, Tie
from livecompact.people.personal import ANOTHER, Told, Whom, rows_of


def told(whom: Whom) -> Told:
    """The account, roles, invitations, links to organisations, and where one is signed in; no secret among it."""
    if whom.person is None:
        return {}
    of = {"person": whom.person}
    return {
        "people.Person": rows_of(
            Person.objects.filter(pk=whom.person.pk), "email", "name", "joined_at", "last_login", "sign_ins"
        ),
        "account.EmailAddress": rows_of(EmailAddress.objects.filter(user=whom.person), "email", "verified", "primary"),
        "people.Seat": _seats(whom),
        "people.Invitation": rows_of(
            Invitation.objects.filter(**of), "role", "compact", "organisation", "sent_at", "over_at", "outcome"
        ),
        "people.Invitation (sent by you)": rows_of(
            Invitation.objects.filter(sent_by=whom.person), "role", "compact", "organisation", "sent_at", "outcome"
        ),
        "people.Tie": rows_of(Tie.objects.filter(**of), "organisation", "name", "kind", "told_at"),
        "people.Session": rows_of(Session.objects.filter(**of), "began_at", "seen_at", "expire_date"),
        "mfa.Authenticator": rows_of(
            Authenticator.objects.filter(user=whom.person), "type", "created_at", "last_used_at"
        ),
    }


def _seats(whom: Whom) -> list[dict[str, Any]]:
    """The roles of a person, and those that they gave or ended; of others only the role."""
    own = Seat.objects.filter(person=whom.person).annotate(by=_masked("given_by", whom), end=_masked("ended_by", whom))
    fields = ("role", "compact", "organisation", "side", "given_at", "begins_at", "until")
    rows = [
        {**{name: row[name] for name in fields}, "given_by": row["by"], "ended_by": row["end"]}
        for row in own.values(*fields, "by", "end")
    ]
    given = Seat.objects.filter(Q(given_by=whom.email) | Q(ended_by=whom.email) | Q(stands_in_for=whom.person))
    others = given.exclude(person=whom.person).values("role", "compact", "organisation", "given_at", "until")
    return rows + [{**row, "of": ANOTHER} for row in others]


def _masked(field: str, whom: Whom) -> Case:
    """A column that holds an address of somebody else only as "another person"."""
    shown = [When(**{field: whom.email}, then=F(field)), When(**{f"{field}__contains": "@"}, then=Value(ANOTHER))]
    return Case(*shown, default=F(field), output_field=CharField())
