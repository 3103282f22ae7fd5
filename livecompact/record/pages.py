"""What the pages of the record hold, ready to be shown or to be given as data."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import BadRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.frame.atom import ON_A_PAGE
from livecompact.frame.filters import refuse_unknown
from livecompact.frame.numbers import page_of
from livecompact.people.models import Person
from livecompact.people.queries import roles_of
from livecompact.people.roles import Role
from livecompact.record import joining, queries
from livecompact.record.joining import Compact
from livecompact.record.queries import ALL, Asked, Kind, Told, Unsent
from livecompact.record.verifying import Head
from livecompact.record.what import What

MOST_UNSENT = 100


@dataclass(frozen=True)
class KindLink:
    """One thing that happened, how often, and the page of it alone."""

    words: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True)
class RecordPage:
    """One page of the record, newest first. `without` leads back to everything, where one kind is shown."""

    title: str
    entries: tuple[Told, ...]
    total: int
    kinds: tuple[KindLink, ...]
    chosen: str
    without: str
    head: Head
    page: int
    pages: int
    before: str
    after: str
    feed: str


@dataclass(frozen=True)
class EntryPage:
    """One entry, and where it stands."""

    title: str
    entry: Told
    record: str


@dataclass(frozen=True)
class UnsentPage:
    """The mails that could not be sent, or not yet."""

    title: str
    mails: tuple[Unsent, ...]
    record: str


def unsent_page(actor: object, compact: Compact) -> UnsentPage:
    """What the officers see of mail that does not arrive."""
    mails = queries.unsent(actor, compact.id, at_most=MOST_UNSENT)
    return UnsentPage(_("Emails that were not sent"), mails, _address(compact))


def asked_for(given: Mapping[str, str], compact: str, today: date) -> tuple[Asked, int]:
    """What an address asks: which entries, and which page of them; BadRequest where it names what there is not."""
    refuse_unknown(given, dict.fromkeys(("what", "thing", "page")))
    what, thing = given.get("what", ""), given.get("thing", "")
    page = page_of(given.get("page", ""))
    if what and what not in What:
        raise BadRequest("There is no such kind of entry.")
    if thing and joining.named(compact, thing, today) is None:
        raise BadRequest("There is no such promise, topic or organisation.")
    return Asked(what=what, thing=thing), page


def record_page(actor: object, compact: Compact, given: Mapping[str, str], today: date) -> RecordPage:
    """One page of the record; NotThere where it is beyond the last."""
    asked, page = asked_for(given, compact.id, today)
    total = queries.count(actor, compact.id, asked)
    pages = max(1, -(-total // ON_A_PAGE))
    if page > pages:
        raise queries.NotThere(f"page {page}")
    return RecordPage(
        title=_("What happened"),
        entries=queries.entries(actor, compact.id, asked, start=(page - 1) * ON_A_PAGE, at_most=ON_A_PAGE),
        total=total,
        kinds=tuple(_kind(compact, kind, asked) for kind in queries.kinds(actor, compact.id)),
        chosen=_chosen(compact, asked, today),
        without=_address(compact),
        head=queries.end(actor, compact.id),
        page=page,
        pages=pages,
        before=_address(compact, asked, page - 1) if page > 1 else "",
        after=_address(compact, asked, page + 1) if page < pages else "",
        feed=_address(compact, asked, form=".atom"),
    )


def entry_page(actor: object, compact: Compact, number: int) -> EntryPage:
    """One entry; NotThere where there is none of that number."""
    entry = queries.entry(actor, compact.id, number)
    return EntryPage(title_of(entry), entry, _address(compact))


def role_of(actor: Person | AnonymousUser, compact: Compact, at: datetime) -> str:
    """The role in which somebody does what officers do, as the record names it."""
    return "Compact officer" if Role.OFFICER in roles_of(actor, at=at, compact=compact.id) else "Administrator"


def title_of(entry: Told) -> str:
    """What an entry is about; says so where that was erased."""
    return entry.title or _("A title that was erased")


def _kind(compact: Compact, kind: Kind, asked: Asked) -> KindLink:
    return KindLink(kind.words, kind.count, _address(compact, Asked(what=kind.what)), kind.what == asked.what)


def _chosen(compact: Compact, asked: Asked, today: date) -> str:
    """What the entries shown have in common, in words; empty where all are shown."""
    named = joining.named(compact.id, asked.thing, today)
    return ", ".join(filter(None, [str(What(asked.what).label) if asked.what else "", named.name if named else ""]))


def _address(compact: Compact, asked: Asked = ALL, page: int = 1, form: str = "") -> str:
    given = {"what": asked.what, "thing": asked.thing, "page": str(page) if page > 1 else ""}
    query = urlencode({name: value for name, value in given.items() if value})
    return reverse(f"record{form}", kwargs={"compact": compact.id}) + (f"?{query}" if query else "")
