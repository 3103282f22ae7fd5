"""What is looked at before a site goes public, and ever after: each finding with what mends it."""

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.checks import CheckMessage, run_checks
from django.db import DatabaseError, connection

from livecompact.compacts import queries
from livecompact.dealings.actions.folding import sums_that_differ
from livecompact.frame import pdf
from livecompact.people.models import Seat
from livecompact.people.roles import Role
from livecompact.record import queries as records
from livecompact.search import queries as searches
from livecompact.web import accessibility, checks, migrated, space, sqlite
from livecompact.web.backup import NEWEST
from livecompact.web.configuration import Configuration
from livecompact.web.mailers import HERE

OLDEST_BACKUP = timedelta(hours=36)


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: whether it is fine, what was found, and what mends it."""

    name: str
    fine: bool
    says: str
    mend: str = ""


type Look = Callable[[Configuration, datetime], Iterator[Finding]]


def findings(at: datetime) -> list[Finding]:
    """Everything that is looked at, in the order in which one would mend it."""
    return [finding for name, look in LOOKS.items() for finding in _looked(name, look, at)]


def _looked(name: str, look: Look, at: datetime) -> list[Finding]:
    try:
        return list(look(settings.SITE, at))
    except DatabaseError as error:
        return [Finding(name, fine=False, says=f"The database does not answer: {error}.", mend="livecompact upgrade")]


def folder(site: Configuration, _at: datetime) -> Iterator[Finding]:
    """The site can write where it keeps its things."""
    try:
        with tempfile.TemporaryFile(dir=site.folder):
            yield Finding("folder", fine=True, says=f"{site.folder} can be written to.")
    except OSError as error:
        mend = f"Give it to who runs the site: chown -R livecompact {site.folder}"
        yield Finding("folder", fine=False, says=f"{site.folder} cannot be written to: {error.strerror}.", mend=mend)


def disk(site: Configuration, _at: datetime) -> Iterator[Finding]:
    """There is room for the write-ahead log twice, and for one copy: a disk that fills up may stay stuck below that."""
    needed, free = space.needed(site), space.free(site)
    says = f"{free // space.MEGABYTE} MB are free; the site needs {-(-needed // space.MEGABYTE)} MB to stay safe."
    mend = f"Free {-(-(needed - free) // space.MEGABYTE)} MB, or move the site to a larger disk."
    yield Finding("disk", free >= needed, says, "" if free >= needed else mend)


def key(_site: Configuration, _at: datetime) -> Iterator[Finding]:
    """The secret key is long, and closed to others."""
    yield from _from_checks("secret key", checks.key_is_safe(), "It is long, and closed to others.")


def database(_site: Configuration, _at: datetime) -> Iterator[Finding]:
    """The database is one that loses nothing."""
    found = [*checks.database_is_safe(), *checks.journal_is_told()]
    yield from _from_checks("database", iter(found), _database())


def migrations(_site: Configuration, _at: datetime) -> Iterator[Finding]:
    """The database has the tables that this version wants."""
    waiting = migrated.waiting()
    says = f"{len(waiting)} changes to the database are waiting." if waiting else "The database is up to date."
    yield Finding("migrations", not waiting, says, "livecompact upgrade" if waiting else "")


def address(site: Configuration, _at: datetime) -> Iterator[Finding]:
    """The site answers to one name that others can reach, over https."""
    mend = "Set LIVECOMPACT_ADDRESS=https://compact.example.org, with the name that people type."
    if site.local:
        yield Finding("address", fine=False, says="Only this machine can reach the site.", mend=mend)
        return
    if "*" in settings.ALLOWED_HOSTS:
        yield Finding("address", fine=False, says="The site answers to any name.", mend=mend)
    else:
        yield Finding("address", fine=True, says=f"The site answers to {', '.join(settings.ALLOWED_HOSTS)} only.")
    mend = f"Put a proxy with TLS before it and set LIVECOMPACT_ADDRESS=https://{site.host}."
    says = "People reach the site over https." if site.https else "What people send could be read on the way."
    yield Finding("https", site.https, says, "" if site.https else mend)


def debug(_site: Configuration, _at: datetime) -> Iterator[Finding]:
    """Nobody sees how the site works inside."""
    if settings.DEBUG:
        says = "Others would see how the site works inside."
        yield Finding("debug", fine=False, says=says, mend="Unset LIVECOMPACT_DEBUG.")
    else:
        yield Finding("debug", fine=True, says="Errors show nothing of the inside.")


def mail(site: Configuration, _at: datetime) -> Iterator[Finding]:
    """Codes to sign in reach people, from an address of the site's own."""
    if site.mail in HERE:
        says = "No mail leaves this site, so nobody elsewhere gets a code to sign in."
        mend = "Set LIVECOMPACT_MAIL=smtp://name:password@host:587."
        yield Finding("mail", fine=False, says=says, mend=mend)
    elif site.sender.endswith("@localhost"):
        says = f"Mail comes from {site.sender}, to which nobody can write."
        yield Finding("mail", fine=False, says=says, mend="Set LIVECOMPACT_SENDER=compact@your.domain.")
    else:
        yield Finding("mail", fine=True, says=f"Mail goes by a server, from {site.sender}.")


def limits(_site: Configuration, _at: datetime) -> Iterator[Finding]:
    """Tries to sign in are counted in one place."""
    yield from _from_checks("limits", checks.limits_hold(), "Tries to sign in are counted in one place.")


def backups(site: Configuration, at: datetime) -> Iterator[Finding]:
    """There is a backup of today or yesterday."""
    mend = "livecompact backup FOLDER, each night; keep a copy on another machine."
    try:
        taken = datetime.fromisoformat(json.loads((site.folder / NEWEST).read_text(encoding="utf-8"))["taken_at"])
    except FileNotFoundError:
        yield Finding("backup", fine=False, says="No backup was ever taken.", mend=mend)
    except (OSError, ValueError, KeyError, TypeError):
        yield Finding("backup", fine=False, says=f"{site.folder / NEWEST} cannot be read.", mend=mend)
    else:
        fine = at - taken <= OLDEST_BACKUP
        says = f"The newest backup is {(at - taken) // timedelta(hours=1)} hours old."
        yield Finding("backup", fine, says, "" if fine else mend)


def administrators(_site: Configuration, _at: datetime) -> Iterator[Finding]:
    """Somebody can sign in who may do everything."""
    if Seat.objects.filter(role=Role.ADMINISTRATOR, until=None, person__is_active=True).exists():
        yield Finding("administrator", fine=True, says="Somebody can sign in as administrator.")
    else:
        says = "Nobody can sign in as administrator."
        yield Finding(
            "administrator", fine=False, says=says, mend="livecompact start, in a new folder, asks who it is."
        )


def contacts(_site: Configuration, at: datetime) -> Iterator[Finding]:
    """Each Compact says whom to ask."""
    published = queries.compacts(None, at.date())
    if not published:
        yield Finding(
            "compacts", fine=False, says="The site has no Compact.", mend="livecompact start, in a new folder."
        )
    for compact in published:
        every = compact.agreement.contacts
        empty = [each.role for each in every if not (each.email or each.phone)]
        says = f"{compact.name}: {len(empty)} of {len(every)} contacts cannot be reached: {', '.join(empty)}."
        if every and not empty:
            yield Finding("contacts", fine=True, says=f"{compact.name}: every contact can be reached.")
        else:
            mend = f"Fill in [[contact]] in agreement.toml of {compact.id}, and publish it."
            yield Finding(
                "contacts", fine=False, says=says if every else f"{compact.name} names no contact.", mend=mend
            )


def search(_site: Configuration, at: datetime) -> Iterator[Finding]:
    """What each Compact says can be found by its words."""
    for compact in queries.compacts(None, at.date()):
        count = searches.size(compact.id)
        says = f"{compact.name}: {count} things can be found."
        yield Finding("search", count > 0, says, "" if count else "livecompact search rebuild")


def sums(_site: Configuration, at: datetime) -> Iterator[Finding]:
    """Every count is what one would count one by one."""
    differ = sums_that_differ(at=at)
    says = f"{differ} sums do not agree with the records." if differ else "The counts of checks agree with the records."
    yield Finding("sums", differ == 0, says, "livecompact recount" if differ else "")


def outbox(_site: Configuration, at: datetime) -> Iterator[Finding]:
    """A worker sends what is due."""
    late = records.overdue(at)
    says = f"Mails that have waited too long to be sent: {late}." if late else "No mail waits for too long."
    yield Finding("outbox", late == 0, says, "livecompact worker" if late else "")


def pdfs(_site: Configuration, _at: datetime) -> Iterator[Finding]:
    """Where the site is to make PDFs, it can."""
    if not pdf.is_installed():
        says = "This site makes no PDFs; the extra livecompact[pdf] would make them."
        yield Finding("pdf", fine=True, says=says)
    elif lacking := pdf.missing():
        yield Finding("pdf", fine=False, says=f"PDFs need {', '.join(lacking)}.", mend=pdf.HOW_TO_MEND)
    else:
        yield Finding("pdf", fine=True, says="PDFs can be made.")


def operator(site: Configuration, _at: datetime) -> Iterator[Finding]:
    """People see who runs the site, and how to reach them."""
    if site.operator and (site.contact or site.phone):
        yield Finding("operator", fine=True, says=f"{site.operator} is named on the pages for contact and privacy.")
    else:
        mend = "Set LIVECOMPACT_OPERATOR, and LIVECOMPACT_CONTACT or LIVECOMPACT_PHONE."
        yield Finding("operator", fine=False, says="Nobody sees who runs the site and how to reach them.", mend=mend)


def statement(site: Configuration, _at: datetime) -> Iterator[Finding]:
    """Who runs the site has added their part to the accessibility statement."""
    if accessibility.own_part(site.folder):
        yield Finding("statement", fine=True, says="The accessibility statement holds your own part.")
    else:
        mend = f"Write {site.folder / accessibility.OWN_PART}: who tried the site, and what you know keeps people out."
        says = "The accessibility statement lacks your own part."
        yield Finding("statement", fine=False, says=says, mend=mend)


def frame(site: Configuration, _at: datetime) -> Iterator[Finding]:
    """What Django itself would look at before a site goes public."""
    found = run_checks(include_deployment_checks=site.https)
    theirs = [each for each in found if not each.is_silenced() and not (each.id or "").startswith("livecompact.")]
    yield from _from_checks("framework", iter(theirs), "Django finds nothing to mend.")


LOOKS: dict[str, Look] = {
    "folder": folder,
    "disk": disk,
    "secret key": key,
    "database": database,
    "migrations": migrations,
    "address": address,
    "debug": debug,
    "mail": mail,
    "limits": limits,
    "backup": backups,
    "administrator": administrators,
    "contacts": contacts,
    "operator": operator,
    "statement": statement,
    "search": search,
    "sums": sums,
    "outbox": outbox,
    "pdf": pdfs,
    "framework": frame,
}


def _from_checks(name: str, found: Iterator[CheckMessage], says: str) -> Iterator[Finding]:
    """What the checks before a start found, or that it is fine."""
    messages = list(found)
    for message in messages:
        yield Finding(name, fine=False, says=str(message.msg), mend=str(message.hint or ""))
    if not messages:
        yield Finding(name, fine=True, says=says)


def _database() -> str:
    if connection.vendor != "sqlite":
        return f"PostgreSQL {connection.cursor().connection.info.server_version // 10_000}."
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        journal = cursor.fetchone()[0]
    return f"SQLite {'.'.join(str(part) for part in sqlite.version())}, journal {journal}."
