"""What this room tells somebody of themselves. Erasing needs nothing here: who it was is forgotten with the account."""

from django.db.models import Q

from livecompact.compacts.models import Edition, Logo, SecondLook
from livecompact.people.personal import Told, Whom, rows_of


def told(whom: Whom) -> Told:
    """Which texts they changed or published, and which pictures."""
    if whom.person is None:
        return {}
    looks = SecondLook.objects.filter(Q(asked_by=whom.person) | Q(answered_by=whom.person))
    changed = Edition.objects.filter(changed_by=whom.person)
    published = Edition.objects.filter(publisher=whom.person)
    return {
        "compacts.Edition (changed by you)": rows_of(changed, "compact__slug", "edition", "state", "changed_at"),
        "compacts.Edition (published by you)": rows_of(published, "compact__slug", "edition", "published_at"),
        "compacts.SecondLook": rows_of(looks, "compact_id", "act", "asked_at", "answer", "answered_at", "reason"),
        "compacts.Logo": rows_of(Logo.objects.filter(changed_by=whom.person), "compact__slug", "changed_at"),
    }
