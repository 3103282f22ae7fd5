"""Every public address of this room, for search engines."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from livecompact.compacts.pages.shared import address
from livecompact.compacts.queries import compacts
from livecompact.register import queries


def addresses() -> Iterator[str]:
    """The list of who has signed, that of Friends where there are any, and each organisation in them."""
    nobody, today = AnonymousUser(), localdate()
    for compact in compacts(nobody, today):
        friends = queries.friends(nobody, compact, today)
        yield address("organisations", compact)
        if friends:
            yield address("friends", compact)
        for each in (*queries.signatories(nobody, compact, today), *friends):
            yield address("organisation", compact, organisation=each.organisation.slug)
