"""Entries of the record as a feed: all of a Compact, or those about one thing. The rooms above use it for their own."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.frame import atom
from livecompact.record import queries
from livecompact.record.joining import Compact
from livecompact.record.pages import asked_for, title_of
from livecompact.record.queries import ALL, Asked, Told

NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # what a feed says of its last change while nothing has happened yet


def answer(
    request: HttpRequest, compact: Compact, *, name: str, title: str, page_address: str, asked: Asked = ALL
) -> HttpResponse:
    """A feed of entries, 50 a page; `name` is its own among the feeds of the Compact, such as "record".

    NotThere where the page asked for lies beyond the last. An entry bears the same id in every feed.
    """
    _filter, page = asked_for(request.GET, compact.id, localdate())
    total = queries.count(request.user, compact.id, asked)
    last = max(1, -(-total // atom.ON_A_PAGE))
    if page > last:
        raise queries.NotThere(f"page {page}")
    start = (page - 1) * atom.ON_A_PAGE
    told = queries.entries(request.user, compact.id, asked, start=start, at_most=atom.ON_A_PAGE)
    origin = queries.origin(compact.id)
    feed = atom.Feed(
        id=atom.tag(origin or "localhost,2000", f"{compact.id}/{name}"),
        title=title,
        author=compact.name,
        address=_page(request, page),
        page_address=page_address,
        updated=told[0].at if told else NEVER,
        items=[item(origin, entry) for entry in told],
        first=_page(request, 1),
        previous=_page(request, page - 1) if page > 1 else "",
        next=_page(request, page + 1) if page < last else "",
        last=_page(request, last),
    )
    return atom.answer(request, feed)


def item(origin: str, entry: Told) -> atom.Item:
    """An entry as an item of a feed. Its id is made of its hash, which no other entry has, here or elsewhere."""
    says = _("%(words)s by %(role)s.") % {"words": entry.words, "role": entry.role}
    return atom.Item(
        id=atom.tag(origin, f"record/{entry.hash}"),
        title=f"{entry.words}: {title_of(entry)}",
        address=entry.address,
        updated=entry.at,
        published=entry.at,
        summary=" ".join([says, *entry.texts.values()]),
        category=entry.what,
    )


def _page(request: HttpRequest, number: int) -> str:
    asked = request.GET.copy()
    asked.pop("page", None)
    if number > 1:
        asked["page"] = str(number)
    return request.path + (f"?{asked.urlencode()}" if asked else "")
