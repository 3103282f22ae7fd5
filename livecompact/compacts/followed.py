"""What the record may know of a Compact: that it is there, what of it can be followed, and who answers its mail."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from livecompact.compacts import queries
from livecompact.compacts.pages.shared import promise_address, topics
from livecompact.compacts.queries import NotThere, Published
from livecompact.record import joining
from livecompact.record.joining import Named


def join() -> None:
    """Tell the record."""
    joining.compacts_from(queries.compact)
    joining.can_be_followed("promise", promise)
    joining.can_be_followed("topic", topic)
    joining.replies_from(replies)


def promise(compact: str, promise_id: str, today: date) -> Named | None:
    """A promise of the edition in force, by its id; None where it has none of that id."""
    published = _published(compact, today)
    found = [each for each in published.edition.undertakings if each.id == promise_id] if published else []
    return Named(found[0].name, promise_address(published, found[0])) if published and found else None


def topic(compact: str, topic_id: str, today: date) -> Named | None:
    """A topic of the edition in force, by its id; None where it has none of that id."""
    published = _published(compact, today)
    found = [each for each in topics(published) if each.id == topic_id] if published else []
    return Named(found[0].name, found[0].address) if found else None


def replies(compact: str) -> list[str]:
    """The first address that the area filled in among its contacts, as a list; empty where it filled in none."""
    published = _published(compact, localdate())
    emails = [contact.email for contact in published.agreement.contacts if contact.email] if published else []
    return emails[:1]


def _published(compact: str, today: date) -> Published | None:
    try:
        return queries.compact(AnonymousUser(), compact, today)
    except NotThere:
        return None
