"""What is asked of the record, and of the notices. What stands in the record is public; who is told of what is not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localdate

from livecompact.people.models import Person
from livecompact.people.queries import is_officer
from livecompact.record import letters
from livecompact.record.models import Chain, Delivery, Entry, EntryText, Follow, FollowRequest, Notice, Unreachable
from livecompact.record.verifying import Head, head
from livecompact.record.what import What

TITLE = "title"
OF_A_PERSON = frozenset({Notice, Unreachable})
"""What this room notes of somebody who is only written to, and never follows anything."""
SOON = timedelta(hours=1)
A_NIGHT = timedelta(hours=16)  # mail that nobody waits for goes by day alone


class NotThere(LookupError):
    """The record has no such entry."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One entry as everyone may read it. `title` is empty where it was erased; `texts` are what else it says."""

    number: int
    at: datetime
    what: str
    words: str
    title: str
    subject: str
    address: str
    organisation: str
    role: str
    touches: tuple[str, ...]
    texts: dict[str, str]
    previous: str
    hash: str

    @property
    def day(self) -> date:
        """The day on which it happened, where the site is."""
        return localdate(self.at)


@dataclass(frozen=True)
class Kind:
    """One thing that happened, and how often."""

    what: str
    words: str
    count: int


@dataclass(frozen=True)
class Unsent:
    """A mail that could not be sent, or not yet. Of the address only so much is told that whoever knows it sees it."""

    pk: int
    to: str
    about: str
    since: date
    problem: str
    failed: bool
    went: bool


@dataclass(frozen=True)
class Asked:
    """Which entries: of one kind, about one thing ("promise:time-to-answer", "organisation:riverside"), or all."""

    what: str = ""
    thing: str = ""


ALL = Asked()


def entries(actor: object, compact: str, asked: Asked = ALL, *, start: int = 0, at_most: int) -> tuple[Told, ...]:  # noqa: ARG001 (everyone may read the record)
    """The entries of a Compact, newest first. Two queries, however many there are."""
    rows = list(_asked(compact, asked).order_by("-number")[start : start + at_most])
    return _told(rows)


def entries_of(actor: object, compact: str, numbers: Iterable[int]) -> tuple[Told, ...]:  # noqa: ARG001 (as above)
    """The entries of these numbers, newest first."""
    return _told(list(Entry.objects.filter(compact=compact, number__in=list(numbers)).order_by("-number")))


def count(actor: object, compact: str, asked: Asked = ALL) -> int:  # noqa: ARG001 (as above)
    """How many entries there are."""
    return _asked(compact, asked).count()


def entry(actor: object, compact: str, number: int) -> Told:  # noqa: ARG001 (as above)
    """One entry; NotThere where there is none of that number."""
    told = _told(list(Entry.objects.filter(compact=compact, number=number)))
    if not told:
        raise NotThere(f"{compact} {number}")
    return told[0]


def row(actor: Person | AnonymousUser, compact: str, number: int, at: datetime) -> Entry:
    """The row of an entry, for who runs its Compact; NotThere for everybody else, and where there is none."""
    may = is_officer(actor, at=at, compact=compact)
    found = Entry.objects.filter(compact=compact, number=number).first() if may else None
    if found is None:
        raise NotThere(f"{compact} {number}")
    return found


def kinds(actor: object, compact: str) -> tuple[Kind, ...]:  # noqa: ARG001 (as above)
    """What has happened so far, and how often, in the order of the list of what may happen."""
    counted = Entry.objects.filter(compact=compact).order_by().values_list("what").annotate(Count("pk"))
    often = Counter(dict(counted))
    return tuple(Kind(what.value, str(what.label), often[what.value]) for what in What if often[what.value])


def end(actor: object, compact: str) -> Head:  # noqa: ARG001 (as above)
    """The end of the record: the number and the hash of the last entry."""
    return head(compact)


def follows(person: Person) -> QuerySet[Follow]:
    """What somebody follows, whether they want mail about it or not just now."""
    return Follow.objects.filter(person=person)


def follower(person: int, compact: str) -> Person | None:
    """The person of that id, if they follow anything of that Compact."""
    return Person.objects.filter(pk=person, follows__compact=compact).distinct().first()


def asked_elsewhere(compact: str, key: str) -> bool:
    """Whether a key is of what somebody asked to follow at another Compact than this one."""
    return FollowRequest.objects.filter(key=key).exclude(compact=compact).exists()


def unsent(actor: object, compact: str, *, at_most: int) -> tuple[Unsent, ...]:  # noqa: ARG001 (the rights of its page say who)
    """The mails of a Compact that failed, are tried again, or wait at another server, the newest first."""
    troubled = Notice.objects.filter(compact=compact).exclude(problem="").exclude(state=Delivery.DROPPED)
    rows = troubled.select_related("person").order_by("-made_at", "-pk")[:at_most]
    return tuple(
        Unsent(
            pk=row.pk,
            to=masked(row.person.email),
            about=letters.called(row.reason),
            since=localdate(row.made_at),
            problem=row.problem,
            failed=row.state == Delivery.FAILED,
            went=row.state == Delivery.SENT,
        )
        for row in rows
    )


def already_told(*, reason: str, occurrence: str) -> frozenset[tuple[int, str]]:
    """Who was told that time of what, for that reason: ids of persons, and subjects."""
    rows = Notice.objects.filter(reason=reason, occurrence=occurrence)
    return frozenset(rows.values_list("person_id", "subject"))


def is_unreachable(person: Person) -> bool:
    """Whether mail to the address that they have now came back for good."""
    return Unreachable.objects.filter(person=person, email=person.email).exists()


def only_told(*, reason: str, before: datetime) -> QuerySet[Person]:
    """Whoever was told nothing but that, and it was settled before then; see also `OF_A_PERSON`."""
    other = Notice.objects.filter(~Q(reason=reason) | Q(settled_at=None) | Q(settled_at__gte=before))
    told = Notice.objects.filter(reason=reason, settled_at__lt=before)
    return Person.objects.filter(pk__in=told.values("person")).exclude(pk__in=other.values("person"))


def overdue(at: datetime) -> int:
    """How many mails wait longer than any night: no worker may be running."""
    waiting = Notice.objects.filter(state=Delivery.WAITING)
    return waiting.filter(Q(urgent=True, due_at__lt=at - SOON) | Q(due_at__lt=at - A_NIGHT)).count()


def failed_notice(actor: object, compact: str, pk: str) -> Notice:  # noqa: ARG001 (as above)
    """A notice of a Compact that failed; NotThere where there is none of that id."""
    found = Notice.objects.filter(compact=compact, state=Delivery.FAILED, pk=pk).first() if pk.isdecimal() else None
    if found is None:
        raise NotThere(pk)
    return found


def masked(email: str) -> str:
    """An address of which only the first letter and the host are told.

    >>> masked("ann@example.org")
    'a…@example.org'
    """
    name, _at, host = email.partition("@")
    return f"{name[:1]}…@{host}"


def origin(compact: str) -> str:
    """What the ids of its feeds are made of; empty where nothing is recorded yet."""
    return Chain.objects.filter(compact=compact).values_list("origin", flat=True).first() or ""


def recorded_since(compact: str, after: int) -> QuerySet[Entry]:
    """The entries that came after that number, in their order."""
    return Entry.objects.filter(compact=compact, number__gt=after).order_by("number")


def _asked(compact: str, asked: Asked) -> QuerySet[Entry]:
    rows = Entry.objects.filter(compact=compact)
    if asked.what:
        rows = rows.filter(what=asked.what)
    kind, _colon, name = asked.thing.partition(":")
    if kind == "organisation":
        return rows.filter(organisation=name)
    return rows.filter(touches__contains=f" {asked.thing} ") if asked.thing else rows


def _told(rows: Iterable[Entry]) -> tuple[Told, ...]:
    texts: dict[int, dict[str, str]] = {row.pk: {} for row in rows}
    for pk, name, text in EntryText.objects.filter(entry__in=list(texts)).values_list("entry_id", "name", "text"):
        texts[pk][name] = text
    return tuple(
        Told(
            number=row.number,
            at=row.at,
            what=row.what,
            words=row.words,
            title=texts[row.pk].pop(TITLE, ""),
            subject=row.subject,
            address=row.address,
            organisation=row.organisation,
            role=row.role,
            touches=tuple(row.touches.split()),
            texts=texts[row.pk],
            previous=row.previous,
            hash=row.hash,
        )
        for row in rows
    )
