"""What whoever runs a site may choose, read from the environment; everything has a safe default."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Misconfigured(Exception):
    """A setting that cannot be used: it says which one, and what to write instead."""


@dataclass(frozen=True, kw_only=True)
class Configuration:
    """One site's choices.

    folder    LIVECOMPACT_FOLDER: where the site keeps its database, its secret key and its mail (default: site)
    address   LIVECOMPACT_ADDRESS: what people type, such as https://compact.example.org (default: this machine only)
    database  DATABASE_URL: postgresql://… where it has outgrown SQLite (default: site.sqlite3 in the folder)
    name      LIVECOMPACT_NAME: what the site is called where no Compact is (default: Livecompact)
    mail      LIVECOMPACT_MAIL: terminal (default); file, which puts each mail into the folder; or a mail server, as
              smtp://name:password@mail.example.org:587
    sender    LIVECOMPACT_SENDER: the address that mails come from
    workers   LIVECOMPACT_WORKERS: how many processes serve (default: 2)
    proxies   LIVECOMPACT_PROXIES: how many proxies stand before it (default: 1 with https, else 0)
    debug     LIVECOMPACT_DEBUG: 1 shows developers where an error comes from, on this machine only
    """

    folder: Path = Path("site")
    address: str = "http://127.0.0.1:8000"
    database: str = ""
    name: str = "Livecompact"
    mail: str = "terminal"
    sender: str = "livecompact@localhost"
    workers: int = 2
    proxies: int = 0
    debug: bool = False

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
        mail=environment.get("LIVECOMPACT_MAIL", Configuration.mail),
        sender=environment.get("LIVECOMPACT_SENDER", Configuration.sender),
        workers=_number(environment, "LIVECOMPACT_WORKERS", Configuration.workers),
        proxies=_number(environment, "LIVECOMPACT_PROXIES", 1 if parts.scheme == "https" else 0),
        debug=environment.get("LIVECOMPACT_DEBUG", "") == "1",
    )


def _number(environment: Mapping[str, str], name: str, default: int) -> int:
    given = environment.get(name, str(default))
    if not given.isdecimal():
        raise Misconfigured(f"{name} is “{given}”. Write a whole number, such as {default}.")
    return int(given)
