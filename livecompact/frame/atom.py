"""Atom feeds (RFC 4287): what is new, for programs that people read news with."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from livecompact.frame.licences import licence

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
ON_A_PAGE = 50
FRESH = 300  # seconds for which a reader's program need not ask again

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing in a feed.

    `id` is a tag: URI that never changes, `address` its page on this site, `updated` the last change that a reader
    cares about; `summary` is plain text.
    """

    id: str
    title: str
    address: str
    updated: datetime
    published: datetime | None = None
    summary: str = ""
    category: str = ""


@dataclass(frozen=True, kw_only=True)
class Feed:
    """One page of a feed, newest first. `address` is its own (".atom"), `page_address` that of the page for people.

    `author` is who publishes it; `previous` and `next` are the addresses of the pages beside it, where there are any.
    """

    id: str
    title: str
    author: str
    address: str
    page_address: str
    updated: datetime
    items: Sequence[Item]
    first: str = ""
    previous: str = ""
    next: str = ""
    last: str = ""


def tag(origin: str, name: str) -> str:
    """A name that is nobody else's and never changes (RFC 4151); `origin` is a host and the year it was this site's.

    >>> tag("compact.example.org,2026", "hertfordshire/record")
    'tag:compact.example.org,2026:hertfordshire/record'
    """
    return f"tag:{origin}:{name}"


def xml(feed: Feed) -> bytes:
    """A feed as XML."""
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": get_language() or "en-gb"})
    _said(root, id=feed.id, title=feed.title, updated=_instant(feed.updated))
    _said(SubElement(root, "author"), name=feed.author)
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": _whole(feed.page_address)})
    _licence(root)
    links = {"self": feed.address, "first": feed.first, "previous": feed.previous, "next": feed.next, "last": feed.last}
    for rel, address in links.items():
        if address:
            SubElement(root, "link", {"rel": rel, "type": MEDIA_TYPE, "href": _whole(address)})
    for item in feed.items:
        _item(SubElement(root, "entry"), item)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def answer(request: HttpRequest, feed: Feed) -> HttpResponse:
    """A feed as a response; 304 where the reader has it already."""
    body = xml(feed)
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = feed.updated.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    response.headers["Cache-Control"] = f"public, max-age={FRESH}"
    return get_conditional_response(request, etag, int(feed.updated.timestamp()), response) or response


def _licence(element: Element) -> None:
    """What readers may do with it, for people (RFC 4287, 4.2.10) and for programs (RFC 4946)."""
    if named := licence():
        _said(element, rights=f"{named.name}: {named.url}")
        SubElement(element, "link", {"rel": "license", "href": named.url})


def _item(element: Element, item: Item) -> None:
    _said(element, id=item.id, title=item.title, updated=_instant(item.updated))
    if item.published:
        _said(element, published=_instant(item.published))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": _whole(item.address)})
    if item.category:
        SubElement(element, "category", {"term": item.category})
    if item.summary:
        _said(element, summary=item.summary)


def _said(element: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(element, name).text = NOT_IN_XML.sub("", text)


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _whole(address: str) -> str:
    return f"{settings.SITE.address}{address}"
