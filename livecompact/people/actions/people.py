"""Adding a person, noting that they signed in, taking a lost second factor away, and forgetting who never came."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.db.models import F, Model

from livecompact.people.actions.sessions import end_sessions
from livecompact.people.models import Invitation, Person, Session

UNANSWERED = timedelta(days=30)
"""How long somebody is kept who was invited and never signed in."""


@transaction.atomic
def add_person(*, email: str, at: datetime, name: str = "") -> Person:
    """Make a person who can sign in; ValidationError where the address is in use or is none."""
    person = Person(email=email.strip().lower(), name=name, joined_at=at)
    person.set_unusable_password()
    person.full_clean()
    person.save()
    return person


@transaction.atomic
def note_sign_in(*, person: Person) -> int:
    """Count one more sign-in; how many there were with it."""
    Person.objects.filter(pk=person.pk).update(sign_ins=F("sign_ins") + 1)
    person.refresh_from_db(fields=["sign_ins"])
    return person.sign_ins


@transaction.atomic
def take_second_factor(*, person: Person, at: datetime) -> int:
    """Take away passkeys, app and recovery codes that somebody has lost; how many there were.

    Their sessions end, and what they are invited to must be sent again: who asked may not be who they say.

    Only who runs the machine does this: no page does.
    """
    taken, _ = Authenticator.objects.filter(user=person).delete()
    end_sessions(person=person)
    end_invitations(person=person, at=at)
    return int(taken)


@transaction.atomic
def end_invitations(*, person: Person, at: datetime) -> int:
    """Take back all that somebody is invited to, since it is not sure any more who reads their mail; how many."""
    return Invitation.objects.filter(person=person, over_at=None).update(over_at=at, outcome="revoked")


@transaction.atomic
def purge(*, at: datetime) -> int:
    """Erase sessions that are over, and people who were invited, never signed in and hold nothing; how many rows."""
    sessions, _ = Session.objects.filter(expire_date__lt=at).delete()
    invited = Invitation.objects.filter(sent_at__lt=at - UNANSWERED).values("person")
    never_came = Person.objects.filter(
        pk__in=invited, last_login=None, sign_ins=0, joined_at__lt=at - UNANSWERED
    ).exclude(pk__in=Invitation.objects.filter(sent_at__gte=at - UNANSWERED).values("person"))
    return sessions + forget_who_never_came(found=never_came, besides=frozenset({Invitation}))


@transaction.atomic
def forget_who_never_came(*, found: Iterable[Person], besides: frozenset[type[Model]]) -> int:
    """Erase those of some people who never signed in, and of whom no table speaks but `besides`; how many went."""
    strangers = [each for each in found if not each.sign_ins and not _is_known_elsewhere(each, besides)]
    for person in strangers:
        person.delete()
    return len(strangers)


def _is_known_elsewhere(person: Person, besides: frozenset[type[Model]]) -> bool:
    """Whether any table but these speaks of somebody."""
    relations = [each for each in Person._meta.related_objects if each.related_model not in besides]  # noqa: SLF001
    return any(
        each.related_model._base_manager.filter(**{each.field.name: person}).exists()  # noqa: SLF001 (as above)
        for each in relations
    )
