"""What this room tells somebody of themselves."""

from livecompact.people.personal import Told, Whom, rows_of
from livecompact.record.models import EntryText, Follow, FollowRequest, Notice, Unreachable


def told(whom: Whom) -> Told:
    """What they follow, what they were told of, and where the public record holds their address."""
    of = {"person": whom.person}
    requests = FollowRequest.objects.filter(email__iexact=whom.email)
    texts = EntryText.objects.filter(text__icontains=whom.email)
    asked = {
        "record.FollowRequest": rows_of(requests, "email", "compact", "thing", "often", "made_at"),
        "record.EntryText": rows_of(texts, "entry__compact", "entry__number", "name"),
    }
    if whom.person is None:
        return asked
    return asked | {
        "record.Follow": rows_of(Follow.objects.filter(**of), "compact", "thing", "often", "began_at"),
        "record.Unreachable": rows_of(Unreachable.objects.filter(**of), "email", "status", "since"),
        "record.Notice": rows_of(
            Notice.objects.filter(**of), "reason", "subject", "compact", "made_at", "state", "settled_at", "problem"
        ),
    }
