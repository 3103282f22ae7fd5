"""Asking a provider: by TLS, without following it anywhere else, for a few seconds and a few kilobytes at most."""

import json
import time
from http.client import HTTPException
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings

WAITS = 5  # seconds
LONGEST = 500_000  # bytes
HOUR = 3600
LOOPBACK = frozenset({"127.0.0.1", "localhost"})

_kept: dict[str, tuple[float, dict[str, Any]]] = {}


class NotReached(Exception):
    """The provider does not answer, or not in words of the protocol."""


class _Stays(HTTPRedirectHandler):
    """Follows nobody elsewhere: a secret of ours would go along."""

    def redirect_request(self, *_asked: Any) -> None:
        """No new request: the redirect is then an error."""


_opener = build_opener(_Stays)


def kept(address: str, *, at_most: int = HOUR) -> dict[str, Any]:
    """What stands at an address, asked anew once it is so many seconds old. Each process keeps it for itself."""
    now = time.monotonic()
    if address in _kept and now - _kept[address][0] < at_most:
        return _kept[address][1]
    said = asked(address)
    _kept[address] = (now, said)
    return said


def asked(address: str, *, form: dict[str, str] | None = None, authorisation: str = "") -> dict[str, Any]:
    """The JSON at an address, or what it answers to a form; NotReached where there is none."""
    if not is_private(address):
        raise NotReached(f"{address} is not an address with https")
    headers = {"Accept": "application/json"} | ({"Authorization": authorisation} if authorisation else {})
    data = urlencode(form).encode() if form is not None else None
    try:
        with _opener.open(Request(address, data, headers), timeout=WAITS) as answer:  # noqa: S310 (see above)
            body = answer.read(LONGEST + 1)
        said = json.loads(body) if len(body) <= LONGEST else None
    except (URLError, HTTPException, OSError, ValueError, RecursionError) as problem:
        raise NotReached(f"{urlsplit(address).hostname}: {type(problem).__name__} {problem}") from problem
    if not isinstance(said, dict):
        raise NotReached(f"{urlsplit(address).hostname} answers at too great length, or with no JSON object")
    return said


def is_private(address: str) -> bool:
    """Whether nobody on the way can read what goes there."""
    parts = urlsplit(address)
    here = settings.SITE.local and parts.hostname in LOOPBACK
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and here))
