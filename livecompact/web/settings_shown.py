"""`livecompact settings`: every choice a site has, what it means, what holds if left out, and what it is here."""

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from urllib.parse import parse_qsl, quote, urlsplit

from livecompact.web import configuration
from livecompact.web.configuration import Configuration, Misconfigured

HIDDEN = "•••"
NAMES = ("password", "sslpassword", "passfile", "sslkey")  # what of a query is nobody's business


@dataclass(frozen=True)
class Setting:
    """One environment variable: its meaning, what holds where it is not set, and whether a password may be in it."""

    field: str
    name: str
    says: str
    unset: str
    secret: bool
    whole: bool


def settings() -> Iterator[Setting]:
    """Every setting, as the configuration declares them."""
    for each in fields(Configuration):
        about = each.metadata
        unset = about["unset"] or str(each.default)
        yield Setting(each.name, about["name"], about["says"], unset, about["secret"], about["whole"])


def show(environment: Mapping[str, str] = os.environ) -> int:
    """Print every setting with its present value; the exit code, 2 where one cannot be used."""
    try:
        site = configuration.read(environment)
    except Misconfigured as problem:
        print(problem, file=sys.stderr)  # noqa: T201 (as below)
        return 2
    print("\n".join(lines(site, environment)))  # noqa: T201 (the terminal is who it speaks to)
    return 0


def lines(site: Configuration, environment: Mapping[str, str]) -> Iterator[str]:
    """Each setting in three lines: its name and value, its meaning, what holds where it is not set."""
    for each in settings():
        value = getattr(site, each.field)
        shown = _shown(each, " ".join(value) if isinstance(value, tuple) else str(value))
        yield f"{each.name}={shown or '(empty)'}" if each.name in environment else f"{each.name} is not set"
        yield f"    {each.says}"
        yield f"    If left out: {each.unset}"


def _shown(setting: Setting, value: str) -> str:
    if setting.whole:
        return value and HIDDEN
    return masked(value) if setting.secret else value


def masked(address: str) -> str:
    """An address as anyone may see it: the password, and whatever of its query opens a door, is hidden.

    >>> masked("smtp://ann:se%40cret@mail.example.org:587")
    'smtp://ann:•••@mail.example.org:587'
    >>> masked("postgresql://db.example.org/compact?user=ann&password=secret")
    'postgresql://db.example.org/compact?user=ann&password=•••'
    """
    parts = urlsplit(address)
    if not parts.netloc:
        return address
    who, at, host = parts.netloc.rpartition("@")
    user, colon, _ = who.partition(":")
    query = [f"{name}={HIDDEN if name.lower() in NAMES else quote(value)}" for name, value in parse_qsl(parts.query)]
    asked = f"?{'&'.join(query)}" if query else ""
    return f"{parts.scheme}://{user}{colon and colon + HIDDEN}{at}{host}{parts.path}{asked}"
