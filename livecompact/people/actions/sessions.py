"""Ending the sessions of a person: they are signed out at their next move."""

from django.db import transaction

from livecompact.people.models import Person, Session


@transaction.atomic
def end_sessions(*, person: Person, keep: str = "") -> int:
    """End every session of a person but the one of that key; how many ended."""
    ended, _ = Session.objects.filter(person=person).exclude(session_key=keep).delete()
    return ended


@transaction.atomic
def end_session(*, person: Person, key: str) -> int:
    """End one session of a person, if it is theirs."""
    ended, _ = Session.objects.filter(person=person, session_key=key).delete()
    return ended
