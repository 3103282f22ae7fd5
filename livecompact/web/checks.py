"""What a site refuses to start with, each with the way to mend it (`livecompact serve` runs them first)."""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as Caution

from livecompact.web import sqlite
from livecompact.web.mailers import HERE
from livecompact.web.secret import NAME, open_to_others

type Found = Iterator[CheckMessage]

SHORTEST_KEY = 50


@register
def site_is_safe(**_: Any) -> list[CheckMessage]:
    """Every check of this room."""
    return [message for check in CHECKS for message in check()]


def address_is_safe() -> Found:
    """A site that others can reach has one name, https, and does not show its insides."""
    site = settings.SITE
    if "*" in settings.ALLOWED_HOSTS:
        yield Error("The site answers to any name.", hint="Set LIVECOMPACT_ADDRESS.", id="livecompact.E001")
    if settings.DEBUG and not site.local:
        yield Error(
            "Others would see how the site works inside.", hint="Unset LIVECOMPACT_DEBUG.", id="livecompact.E002"
        )
    if not site.https and not site.local:
        hint = f"Put a proxy with TLS before it and set LIVECOMPACT_ADDRESS=https://{site.host}."
        yield Error("What people send could be read on the way.", hint=hint, id="livecompact.E003")


def database_is_safe() -> Found:
    """SQLite is opened through its door, and no other way."""
    for alias, database in _databases().items():
        if not database["ENGINE"].endswith("sqlite3"):
            continue
        options = database.get("OPTIONS", {})
        commands = options.get("init_command", "").replace(" ", "").lower()
        if options.get("transaction_mode") != "IMMEDIATE":
            yield _door(alias, "two who write at once would refuse each other", "E004")
        if "synchronous=full" not in commands:
            yield _door(alias, "a power cut could lose what was accepted", "E005")
        if "journal_mode=wal" in commands and not sqlite.wal_is_safe(sqlite.version()):
            yield _door(alias, f"SQLite {_said(sqlite.version())} can lose rows in WAL mode", "E006")


def journal_is_told() -> Found:
    """With an older SQLite the site runs in the slower, safe mode, and says so."""
    uses_sqlite = any(database["ENGINE"].endswith("sqlite3") for database in _databases().values())
    if uses_sqlite and not sqlite.wal_is_safe(sqlite.version()):
        says = f"SQLite {_said(sqlite.version())} is not safe in WAL mode, so the site uses the rollback journal."
        yield Caution(says, hint="It is slower when many write. Install pysqlite3 0.6.1.", id="livecompact.W001")


def limits_hold() -> Found:
    """The limits of sign-in are counted in one place for every process."""
    memory = settings.CACHES["default"]["BACKEND"].endswith(("LocMemCache", "DummyCache"))
    if memory and settings.SITE.workers > 1:
        says = f"{settings.SITE.workers} processes would each count tries to sign in for themselves."
        yield Error(says, hint="Keep the cache in the database.", id="livecompact.E007")


def key_is_safe() -> Found:
    """The secret key is long, and closed to others on the machine."""
    if open_to_others(settings.SITE.folder):
        path = settings.SITE.folder / NAME
        yield Error(f"Others on this machine can read {path}.", hint=f"Run: chmod 600 {path}", id="livecompact.E008")
    if len(settings.SECRET_KEY) < SHORTEST_KEY:
        says = f"The secret key is shorter than {SHORTEST_KEY} characters."
        yield Error(says, hint="Delete the file; the next start makes a new one.", id="livecompact.E009")


def mail_is_told() -> Found:
    """A site that others can reach and that sends no mail lets nobody sign in; it says so."""
    site = settings.SITE
    if not site.local and site.mail in HERE:
        hint = "Set LIVECOMPACT_MAIL=smtp://name:password@host:587."
        yield Caution("No mail leaves this site, so nobody gets a code to sign in.", hint=hint, id="livecompact.W002")


def second_factor_is_told() -> Found:
    """A site that others can reach and that asks officers for no second factor says so."""
    site = settings.SITE
    if not site.local and not site.second_factor:
        says = "Whoever reads an officer's mail could act as an officer."
        yield Caution(says, hint="Unset LIVECOMPACT_SECOND_FACTOR.", id="livecompact.W003")


def elsewhere_is_there() -> Found:
    """A site that signs people in with accounts from elsewhere has what checks their signatures."""
    if settings.SITE.oidc_issuer and find_spec("jwt") is None:
        says = "Nobody can sign in with the accounts that LIVECOMPACT_OIDC_ISSUER names."
        yield Error(says, hint="Run: pip install 'livecompact[oidc]'", id="livecompact.E011")


def every_field_has_a_rule() -> Found:
    """Whatever may hold something of a person says for how long it is kept, or why it holds nothing of one."""
    from livecompact.web.retention import undecided  # noqa: PLC0415 (it has tables, so only once apps are ready)

    for name in undecided():
        hint = f"Write a Rule in livecompact/{name.partition('.')[0]}/retention.py, or a line of NOT_PERSONAL there."
        yield Error(f"Nobody has said for how long {name} is kept.", hint=hint, id="livecompact.E010")


CHECKS: tuple[Callable[[], Found], ...] = (
    address_is_safe,
    database_is_safe,
    journal_is_told,
    limits_hold,
    key_is_safe,
    mail_is_told,
    second_factor_is_told,
    elsewhere_is_there,
    every_field_has_a_rule,
)


def _databases() -> dict[str, Any]:
    return settings.DATABASES


def _door(alias: str, why: str, code: str) -> CheckMessage:
    hint = "Make it with livecompact.web.sqlite.database()."
    return Error(f"Database {alias} is opened so that {why}.", hint=hint, id=f"livecompact.{code}")


def _said(version: tuple[int, ...]) -> str:
    return ".".join(str(part) for part in version)
