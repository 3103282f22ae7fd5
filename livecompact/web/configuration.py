"""What whoever runs a site may choose, read from the environment; everything has a safe default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livecompact.frame.licences import KNOWN

NEEDED = "none; the issuer needs it"
LOCALE: Path = Path(__file__).parent.parent / "locale"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Misconfigured(Exception):
    """A setting that cannot be used: it says which one, and what to write instead."""


def _choice(default: Any, name: str, says: str, *, unset: str = "", secret: bool = False, whole: bool = False) -> Any:
    """A field that an environment variable sets.

    `unset` says what holds where the plain default would not tell; `secret` says that a password may be in it, and
    `whole` that it is nothing but one.
    """
    return field(
        default=default, metadata={"name": name, "says": says, "unset": unset, "secret": secret, "whole": whole}
    )


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """One site's choices: each is an environment variable with its meaning and what holds where it is not set."""

    folder: Path = _choice(  # noqa: RUF009 (it is a field, and the path never changes)
        Path("site"),
        "LIVECOMPACT_FOLDER",
        "Where the site keeps its database, its secret key and its backups before upgrades.",
        unset="site, in the folder one is in",
    )
    address: str = _choice(
        "http://127.0.0.1:8000",
        "LIVECOMPACT_ADDRESS",
        "What people type, such as https://compact.example.org. The site answers to no other name.",
        unset="http://127.0.0.1:8000, so this machine only",
    )
    database: str = _choice(
        "",
        "DATABASE_URL",
        "The database: postgresql://user:password@host/name, once the site has outgrown SQLite.",
        unset="site.sqlite3 in the folder",
        secret=True,
    )
    name: str = _choice("Livecompact", "LIVECOMPACT_NAME", "What the site is called where no Compact is.")
    language: str = _choice(
        "en-gb",
        "LIVECOMPACT_LANGUAGE",
        "The language of the site, where there is a translation into it in livecompact/locale.",
    )
    mail: str = _choice(
        "terminal",
        "LIVECOMPACT_MAIL",
        "How mail goes: smtp://name:password@host:587 (STARTTLS), smtps://… (TLS), terminal, or file, which puts each"
        " mail into the folder.",
        unset="terminal, so no mail leaves",
        secret=True,
    )
    sender: str = _choice("livecompact@localhost", "LIVECOMPACT_SENDER", "The address that mails come from.")
    operator: str = _choice(
        "",
        "LIVECOMPACT_OPERATOR",
        "Who runs the site and answers for the personal data in it, such as Kent Voluntary Action.",
        unset="nobody is named on the pages for contact and privacy",
    )
    contact: str = _choice(
        "", "LIVECOMPACT_CONTACT", "The email address to ask for help with the site.", unset="none is shown"
    )
    licence: str = _choice(
        "",
        "LIVECOMPACT_LICENCE",
        f"The licence under which everyone may use the data: {', '.join(KNOWN)}.",
        unset="the page of data says that none is named",
    )
    phone: str = _choice("", "LIVECOMPACT_PHONE", "The telephone number to ask for help.", unset="none is shown")
    workers: int = _choice(2, "LIVECOMPACT_WORKERS", "How many processes serve.")
    proxies: int = _choice(
        0, "LIVECOMPACT_PROXIES", "How many proxies stand before the site.", unset="1 with https, else 0"
    )
    spare: int = _choice(
        0,
        "LIVECOMPACT_SPARE",
        "How many megabytes of disk to keep free beyond what the database needs. With less the site is read-only.",
    )
    second_factor: bool = _choice(
        True,
        "LIVECOMPACT_SECOND_FACTOR",
        "0 lets officers, handlers and administrators use their roles without a passkey or an authenticator app.",
        unset="they must have one",
    )
    oidc_issuer: str = _choice(
        "",
        "LIVECOMPACT_OIDC_ISSUER",
        "Whose accounts sign in here too, by OpenID Connect: the provider's issuer, as it writes it itself.",
        unset="nobody's; people sign in with a code or a passkey",
    )
    oidc_client: str = _choice(
        "", "LIVECOMPACT_OIDC_CLIENT", "What the provider knows the site as (client ID).", unset=NEEDED
    )
    oidc_secret: str = _choice(
        "",
        "LIVECOMPACT_OIDC_SECRET",
        "The password by which the provider knows the site (client secret).",
        secret=True,
        unset=NEEDED,
        whole=True,
    )
    oidc_name: str = _choice(
        "",
        "LIVECOMPACT_OIDC_NAME",
        "Whose accounts they are, for the button, such as Kent County Council.",
        unset=NEEDED,
    )
    oidc_domains: tuple[str, ...] = _choice(
        (),
        "LIVECOMPACT_OIDC_DOMAINS",
        "Only addresses of these domains sign in so, such as kent.example.org,medway.example.org.",
        unset="any address that the provider says is proved",
    )
    oidc_verified: str = _choice(
        "email_verified",
        "LIVECOMPACT_OIDC_VERIFIED",
        "The claim by which the provider says that an address is the person's own.",
    )
    debug: bool = _choice(
        False, "LIVECOMPACT_DEBUG", "1 shows developers where an error comes from, on this machine only.", unset="off"
    )

    @property
    def host(self) -> str:
        """The name of the machine in the address."""
        return urlsplit(self.address).hostname or ""

    @property
    def https(self) -> bool:
        """Whether people reach the site over an encrypted connection."""
        return urlsplit(self.address).scheme == "https"

    @property
    def local(self) -> bool:
        """Whether only this machine can reach the site."""
        return self.host in LOOPBACK

    @property
    def hosts(self) -> list[str]:
        """The names that the site answers to."""
        return sorted(LOOPBACK - {"::1"} | {"[::1]"}) if self.local else [self.host]


def read(environment: Mapping[str, str]) -> Configuration:
    """A site's choices from environment variables; Misconfigured says what to mend.

    >>> read({"LIVECOMPACT_ADDRESS": "https://compact.example.org"}).hosts
    ['compact.example.org']
    """
    address = environment.get("LIVECOMPACT_ADDRESS", Configuration.address).rstrip("/")
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.hostname == "*":
        raise Misconfigured(f"LIVECOMPACT_ADDRESS is “{address}”. Write it as https://compact.example.org.")
    return Configuration(
        folder=Path(environment.get("LIVECOMPACT_FOLDER", Configuration.folder)).expanduser().resolve(),
        address=address,
        database=environment.get("DATABASE_URL", ""),
        name=environment.get("LIVECOMPACT_NAME", Configuration.name),
        language=_language(environment.get("LIVECOMPACT_LANGUAGE", Configuration.language)),
        mail=environment.get("LIVECOMPACT_MAIL", Configuration.mail),
        sender=environment.get("LIVECOMPACT_SENDER", Configuration.sender),
        operator=environment.get("LIVECOMPACT_OPERATOR", "").strip(),
        contact=environment.get("LIVECOMPACT_CONTACT", "").strip(),
        licence=_licence(environment.get("LIVECOMPACT_LICENCE", "").strip()),
        phone=environment.get("LIVECOMPACT_PHONE", "").strip(),
        workers=_number(environment, "LIVECOMPACT_WORKERS", Configuration.workers),
        proxies=_number(environment, "LIVECOMPACT_PROXIES", 1 if parts.scheme == "https" else 0),
        spare=_number(environment, "LIVECOMPACT_SPARE", Configuration.spare),
        second_factor=environment.get("LIVECOMPACT_SECOND_FACTOR", "") != "0",
        debug=environment.get("LIVECOMPACT_DEBUG", "") == "1",
        **_oidc(environment, here=parts.hostname in LOOPBACK),
    )


def _oidc(environment: Mapping[str, str], *, here: bool) -> dict[str, Any]:
    """The choices of signing in with accounts from elsewhere: all that it needs, or none."""
    given = {
        "LIVECOMPACT_OIDC_ISSUER": environment.get("LIVECOMPACT_OIDC_ISSUER", "").strip(),
        "LIVECOMPACT_OIDC_CLIENT": environment.get("LIVECOMPACT_OIDC_CLIENT", "").strip(),
        "LIVECOMPACT_OIDC_SECRET": environment.get("LIVECOMPACT_OIDC_SECRET", "").strip(),
        "LIVECOMPACT_OIDC_NAME": environment.get("LIVECOMPACT_OIDC_NAME", "").strip(),
    }
    issuer, client, secret, name = given.values()
    if not issuer:
        return {}
    parts = urlsplit(issuer)
    unread = parts.scheme == "http" and here and parts.hostname in LOOPBACK  # nobody else can listen
    if not parts.hostname or (parts.scheme != "https" and not unread):
        raise Misconfigured(f"LIVECOMPACT_OIDC_ISSUER is “{issuer}”. Write it as https://login.example.org.")
    if missing := [each for each, value in given.items() if not value]:
        raise Misconfigured(f"LIVECOMPACT_OIDC_ISSUER is set. Set {' and '.join(missing)} too.")
    return {
        "oidc_issuer": issuer,
        "oidc_client": client,
        "oidc_secret": secret,
        "oidc_name": name,
        "oidc_domains": tuple(environment.get("LIVECOMPACT_OIDC_DOMAINS", "").lower().replace(",", " ").split()),
        "oidc_verified": environment.get("LIVECOMPACT_OIDC_VERIFIED", "").strip() or Configuration.oidc_verified,
    }


def _licence(asked: str) -> str:
    if asked and asked not in KNOWN:
        raise Misconfigured(f"LIVECOMPACT_LICENCE is “{asked}”. Write one of these: {', '.join(KNOWN)}.")
    return asked


def _language(asked: str) -> str:
    known = [Configuration.language, *sorted(place.parent.parent.name for place in LOCALE.glob("*/*/django.mo"))]
    if asked not in known:
        raise Misconfigured(f"LIVECOMPACT_LANGUAGE is “{asked}”. Write one of these: {', '.join(known)}.")
    return asked


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    given = environment.get(name, str(default))
    if not given.isdecimal():
        raise Misconfigured(f"{name} is “{given}”. Write a whole number, such as {default}.")
    return int(given)
