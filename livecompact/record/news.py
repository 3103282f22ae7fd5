"""News of what people follow: when it is time for a mail, and what it says."""

from collections import defaultdict
from datetime import datetime, time, timedelta

from django.core import signing
from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.timezone import localdate, localtime, make_aware
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.frame.dates import long_date
from livecompact.record import joining, queries
from livecompact.record.actions.telling import notify
from livecompact.record.letters import Letter
from livecompact.record.mail import compact_name, shortened, whole
from livecompact.record.models import Chain, Entry, Follow, Notice, Often
from livecompact.record.queries import Told

REASON = "news"
EVERYTHING = "everything"
TUESDAY, NINE = 1, time(9)
MOST_TOLD = 6  # things in one mail, which has at most 120 words; the page has the rest
SIGNER = signing.Signer(salt="livecompact.record.news")


def sweep(*, at: datetime) -> int:
    """Make the mails for which it is time: at once, or weekly on Tuesday at nine; how many were made.

    Asked again it makes none, and after days in which no worker ran it makes one mail, not many.
    """
    ends = dict(Chain.objects.values_list("compact", "number"))
    behind: dict[tuple[int, str, str], list[Follow]] = defaultdict(list)
    quiet: list[int] = []
    late = Q(often=Often.AT_ONCE) | Q(often=Often.WEEKLY, looked_at__lt=tuesday(at))
    for followed in Follow.objects.filter(late).select_related("person").order_by("pk"):
        if followed.after < ends.get(followed.compact, 0):
            behind[followed.person_id, followed.compact, followed.often].append(followed)
        elif followed.often == Often.WEEKLY:
            quiet.append(followed.pk)  # nothing was new this Tuesday; what comes now waits for the next
    Follow.objects.filter(pk__in=quiet).update(looked_at=at)
    return sum(_tell(group, at) for group in behind.values())


def tuesday(at: datetime) -> datetime:
    """The last Tuesday, nine o'clock where the site is, that is not after that moment.

    >>> from datetime import UTC
    >>> str(tuesday(datetime(2026, 11, 24, 8, 59, tzinfo=UTC)))
    '2026-11-17 09:00:00+00:00'
    """
    here = localtime(at)
    day = here.date() - timedelta(days=(here.weekday() - TUESDAY) % 7)
    nine = make_aware(datetime.combine(day, NINE))
    return nine if nine <= at else make_aware(datetime.combine(day - timedelta(days=7), NINE))


def matches(entry: Entry, thing: str) -> bool:
    """Whether an entry is about a thing that is followed."""
    kind, _colon, name = thing.partition(":")
    organisation = kind == "organisation" and name == entry.organisation
    return thing == EVERYTHING or organisation or f" {thing} " in entry.touches


def letter(notice: Notice, at: datetime) -> Letter | None:
    """What the mail says; None where the person follows nothing there any more, or all of it was erased."""
    wanted = Follow.objects.filter(person=notice.person, compact=notice.compact).exclude(often=Often.NEVER)
    numbers = [int(number) for number in notice.details.split(",") if number]
    told = [each for each in queries.entries_of(notice.person, notice.compact, numbers) if each.title]
    if not told or not wanted.exists():
        return None
    name = compact_name(notice.compact, at)
    one = told[0] if len(told) == 1 else None
    return Letter(
        subject=f"{one.words}: {one.title}" if one else _subject(notice, len(told), name),
        lines=_lines(told),
        address=one.address if one else reverse("record", kwargs={"compact": notice.compact}),
        why=_("You get this because you follow: %(things)s.") % {"things": _things(wanted, name, at)},
        thread=f"news/{notice.occurrence.partition('-')[0]}",
        stop=reverse("news_stop", kwargs={"token": token(notice.person_id, notice.compact)}),
    )


def token(person: int, compact: str) -> str:
    """What lets whoever has the mail stop it: it names a person and a Compact, and is good for nothing else."""
    return SIGNER.sign(f"{person}.{compact}")


def read_token(given: str) -> tuple[int, str] | None:
    """The person and the Compact that a token names; None where it is not one of ours."""
    try:
        person, _dot, compact = SIGNER.unsign(given).partition(".")
        return int(person), compact
    except (signing.BadSignature, ValueError):
        return None


@transaction.atomic
def _tell(group: list[Follow], at: datetime) -> bool:
    """One mail about everything new that one person follows at one Compact, and so often; False where nothing is."""
    follows = list(Follow.objects.select_for_update().filter(pk__in=[each.pk for each in group]))
    if {each.often for each in follows} != {group[0].often}:
        return False  # changed just now; the next sweep sees to it
    compact, often = group[0].compact, group[0].often
    end = Chain.objects.values_list("number", flat=True).get(compact=compact)
    entries = queries.recorded_since(compact, min(each.after for each in follows)).filter(number__lte=end)
    new = [
        entry.number
        for entry in entries
        if any(entry.number > each.after and matches(entry, each.thing) for each in follows)
    ]
    Follow.objects.filter(pk__in=[each.pk for each in follows]).update(after=end, looked_at=at)
    if new:
        occurrence = f"weekly-{localdate(tuesday(at))}" if often == Often.WEEKLY else f"at once-{new[-1]}"
        numbers = ",".join(map(str, reversed(new)))
        person = group[0].person
        notify(
            to=person, reason=REASON, subject=compact, occurrence=occurrence, compact=compact, at=at, details=numbers
        )
    return bool(new)


def _subject(notice: Notice, count: int, name: str) -> str:
    if notice.occurrence.startswith(Often.WEEKLY):
        says = ngettext("%(count)s new thing this week: %(name)s", "%(count)s new things this week: %(name)s", count)
    else:
        says = ngettext("%(count)s new thing: %(name)s", "%(count)s new things: %(name)s", count)
    return says % {"count": count, "name": name}


def _lines(told: list[Told]) -> tuple[str, ...]:
    """What happened; where it is more than one thing, each with its address, and how many more there are."""
    if len(told) == 1:
        return (f"{told[0].words}. {long_date(told[0].day)}.", told[0].title)
    items = [f"- {shortened(each.title)}. {each.words}.\n{whole(each.address)}" for each in told[:MOST_TOLD]]
    more = len(told) - MOST_TOLD
    rest = [_("And %(more)s more. See all of it here:") % {"more": more}] if more > 0 else [_("See all of it here:")]
    return (_("This is new:"), *items, *rest)


def _things(wanted: QuerySet[Follow], name: str, at: datetime) -> str:
    """What somebody follows, in words: the first three of them."""
    found = [
        name
        if each.thing == EVERYTHING
        else getattr(joining.named(each.compact, each.thing, localdate(at)), "name", "")
        for each in wanted[:3]
    ]
    return shortened(", ".join(filter(None, found)) or name)
