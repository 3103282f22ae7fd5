"""Erasing a person from this room; the chain of the record stays whole."""

from datetime import datetime

from livecompact.people.personal import Whom
from livecompact.record.actions.writing import erase_text
from livecompact.record.models import EntryText, Follow, FollowRequest, Notice, Unreachable


def erase_person(*, whom: Whom, by: str, at: datetime) -> int:  # noqa: ARG001 (every room is asked in the same way)
    """Erase what they follow and were told, and every public text that holds their address."""
    asked, _each = FollowRequest.objects.filter(email__iexact=whom.email).delete()
    texts = EntryText.objects.filter(text__icontains=whom.email).select_related("entry")
    erased = sum(erase_text(entry=text.entry, by=by, name=text.name) for text in texts)
    if whom.person is None:
        return asked + erased
    follows, _each = Follow.objects.filter(person=whom.person).delete()
    notices, _each = Notice.objects.filter(person=whom.person).delete()
    unreachable, _each = Unreachable.objects.filter(person=whom.person).delete()
    return asked + erased + follows + notices + unreachable
