"""Goes to every address of the site as somebody: those of the routes and rows, and all that pages link to."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from tests.web.leaks.planting import Chance

SLOW = frozenset({"agreement.pdf", "edition.pdf", "booklet.pdf", "check_result.pdf", "check_result.docx"})
"""What takes a second to make, and is made of the page beside it, which is read."""
LINK = re.compile(r'(?:href|src|action)="(/[^"#]*)')
ANY = re.compile(r"(?:https?://[a-z0-9.:]+)(/hertfordshire[^\s<>\"',;\\]*|/dacorum[^\s<>\"',;\\]*)")


TOLD_ON_PURPOSE = re.compile(rb"<p [^>]*data-not-public>.*?</p>", re.DOTALL)
"""How many changes of funding their groups were told of: that there are some is public, and no word of them."""


@dataclass(frozen=True)
class Seen:
    """What came back from an address, whole."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def text(self) -> str:
        """All of it as one text, in lower case."""
        return f"{self.headers}\n{self.body.decode(errors='replace')}".lower()

    def unlike(self, other: "Seen") -> str:
        """Where the two first differ, with what stands around it."""
        if self.status != other.status or self.body == other.body:
            told = {*self.headers} ^ {*other.headers}
            return f"{self.status} and {other.status}, {sorted(told)}"
        pairs = zip(self.body, other.body, strict=False)
        at = next((n for n, (ours, theirs) in enumerate(pairs) if ours != theirs), len(self.body))
        around = slice(max(at - 80, 0), at + 80)
        return f"{self.body[around]!r} and {other.body[around]!r}"


@dataclass
class Crawl:
    """One visit to everything: `most` addresses of each route with the same names in its query."""

    client: Client
    chance: Chance
    most: int = 0
    seen: dict[str, Seen] = field(default_factory=dict)
    counted: Counter[Any] = field(default_factory=Counter)

    def go(self, seeds: Iterable[str]) -> dict[str, Seen]:
        """Open the seeds, all of them, and what they lead to."""
        first = list(dict.fromkeys(seeds))
        waiting = deque(first)
        known = set(first)
        while waiting:
            address = waiting.popleft()
            self.look(address)
            for link in self._links(address):
                if link not in known and self._wanted(link):
                    known.add(link)
                    waiting.append(link)
        return self.seen

    def visit(self, addresses: Iterable[str]) -> dict[str, Seen]:
        """Open these, in this order, and nothing else."""
        return {address: self.look(address) for address in addresses}

    def look(self, address: str) -> Seen:
        """Open one address. The site draws its nonces and tokens anew for each, so they are the same in each world."""
        with self.chance.of(address):
            got: Any = self.client.get(address)
            body = b"".join(got.streaming_content) if got.streaming else got.content
        body = TOLD_ON_PURPOSE.sub(b"", body)
        headers = tuple(
            sorted((name, value) for name, value in got.headers.items() if name not in ("Expires", "Content-Length"))
        )
        cookies = tuple(sorted((name, morsel.value) for name, morsel in got.cookies.items()))
        self.seen[address] = Seen(got.status_code, headers + cookies, body)
        return self.seen[address]

    def _links(self, address: str) -> Iterator[str]:
        seen = self.seen[address]
        headers = dict(seen.headers)
        if "Location" in headers and headers["Location"].startswith("/"):
            yield headers["Location"]
        text = seen.body.decode(errors="replace") if "html" in headers.get("Content-Type", "") else ""
        if text:
            yield from (unescape(link) for link in LINK.findall(text))
            yield from asked_by_forms(text, urlsplit(address).path)
        elif len(seen.body) < 1_000_000 and not headers.get("Content-Type", "").startswith(
            ("image", "application/pdf")
        ):
            yield from (unescape(link) for link in ANY.findall(seen.body.decode(errors="replace")))

    def _wanted(self, link: str) -> bool:
        parts = urlsplit(link)
        try:
            route = resolve(parts.path).view_name
        except Resolver404:
            return False
        if route in SLOW or route == "account_logout":
            return False
        names = frozenset(parse_qs(parts.query, keep_blank_values=True))
        self.counted[route, names] += 1
        return self.counted[route, names] <= self.most


def asked_by_forms(html: str, here: str) -> Iterator[str]:
    """The addresses to which the forms of a page lead that are sent with GET, one for each choice in them."""
    reader = _Forms(here)
    reader.feed(html)
    yield from reader.addresses


class _Forms(HTMLParser):
    def __init__(self, here: str) -> None:
        super().__init__()
        self.here = here
        self.action: str | None = None
        self.select = ""
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form" and told.get("method", "get").lower() == "get":
            self.action = told.get("action") or self.here
        elif self.action is None:
            return
        elif tag == "select":
            self.select = told.get("name", "")
        elif tag == "option" and told.get("value"):
            self._chosen(self.select, told["value"])
        elif tag == "input" and told.get("type") in ("radio", "checkbox") and told.get("value"):
            self._chosen(told.get("name", ""), told["value"])

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.action = None

    def _chosen(self, name: str, value: str) -> None:
        self.addresses.append(f"{self.action}?{urlencode({name: value})}")
