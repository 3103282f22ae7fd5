"""What is due from an organisation, and what others owe it: every day ahead, and every day that has passed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.models import SEEN, Dealing, Explanation, SaidMissing, Standing, State
from livecompact.dealings.naming import address_of, in_compact, named, part_of
from livecompact.dealings.queries.days import says
from livecompact.dealings.queries.told import has_come
from livecompact.dealings.queries.whose import Actor
from livecompact.dealings.standings import Shown
from livecompact.kinds import KINDS, kind
from livecompact.people.queries import organisations_of
from livecompact.register import queries as register
from livecompact.register.models import Organisation
from livecompact.standards.standard import Standard, Verdict

MOST = 500
A_YEAR = timedelta(days=366)
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Due:
    """One day on which something is due: what, by whom, and the page where it is done or read.

    `id` never changes, for calendars; `moved` counts how often its day moved, and `changed_at` is when.
    """

    id: str
    day: date
    says: str
    who: str
    address: str
    changed_at: datetime
    moved: int = 0


def own_organisation(actor: Actor, compact: str, organisation: str, at: datetime) -> Organisation:
    """The organisation of that address, for who acts for it; NotThere for anybody else. Two queries.

    A Compact that it has nothing to do with says nothing of it, to its own people neither.
    """
    found = Organisation.objects.filter(slug=organisation, signatures__compact__slug=compact).first()
    if found is None or found.slug not in organisations_of(actor, at=at):
        raise NotThere(organisation)
    return found


def due(actor: Actor, compact: Published, organisation: Organisation, at: datetime, today: date) -> tuple[Due, ...]:
    """Everything with a day that is due from an organisation in a Compact, or to it, the earliest first. Seven queries.

    Nothing for who does not act for it.
    """
    if organisation.slug not in organisations_of(actor, at=at):
        return ()
    asked = {each.code: each for edition in compact.agreement.editions for each in edition.standards}
    found = [
        *_explanations(compact, organisation, asked, today),
        *_checks(compact, organisation, asked, today),
        *_days(compact, organisation, today),
        *_missing(compact, organisation, today),
        *_renewal(actor, compact, organisation, at, today),
    ]
    return tuple(sorted({each.id: each for each in found}.values(), key=lambda each: (each.day, each.id)))


def _explanations(
    compact: Published, organisation: Organisation, asked: Mapping[str, Standard], today: date
) -> Iterator[Due]:
    """What falls short, and whose reason nobody has given; its last day was or is that of the time to explain."""
    given = Explanation.objects.filter(
        dealing=OuterRef("dealing"), compact=OuterRef("compact"), standard=OuterRef("standard")
    )
    short = says(Shown.WAITING, today) | says(Shown.NOT_KEPT, today)
    rows = _of(compact, organisation).filter(short, answer_by__gte=today - A_YEAR).exclude(Exists(given))
    for row in rows.order_by("answer_by")[:MOST]:
        if row.answer_by and row.standard in asked:
            yield Due(
                f"explain-{row.dealing.key}-{row.standard}",
                row.answer_by,
                _("Say why: %(title)s. The check: %(asks)s")
                % {"title": row.dealing.title, "asks": asked[row.standard].asks},
                named(organisation),
                in_compact("dealing_explain", row.dealing),
                row.dealing.updated_at,
                row.dealing.sequence,
            )


def _checks(
    compact: Published, organisation: Organisation, asked: Mapping[str, Standard], today: date
) -> Iterator[Due]:
    """What a check asks by a day that lies ahead, or lay behind, and that is not on record yet."""
    unkept = _of(compact, organisation).exclude(verdict__in=[Verdict.KEPT, Verdict.EXPLAINED])
    ahead = Q(settles_on__gt=today)
    lately = Q(settles_on__lte=today, settles_on__gte=today - A_YEAR, verdict=Verdict.NO_EVIDENCE)
    for row in unkept.filter(ahead | lately, disputed_on=None).order_by("settles_on")[:MOST]:
        if row.settles_on and row.standard in asked:
            yield Due(
                f"check-{row.dealing.key}-{row.standard}",
                row.settles_on - A_DAY,
                f"{row.dealing.title}: {asked[row.standard].asks}",
                named(organisation),
                in_compact("dealing_change", row.dealing),
                row.dealing.updated_at,
                row.dealing.sequence,
            )


def _days(compact: Published, organisation: Organisation, today: date) -> Iterator[Due]:
    """The days ahead of its own dealings, and of those of others that concern it, also before they are public."""
    with_days = [name for name, of in KINDS.items() if of.deadlines]
    whose = Q(organisation=organisation, state__in=SEEN) | Q(towards=organisation, state__in=[*SEEN, State.TOLD])
    rows = Dealing.objects.filter(whose, home__slug=compact.id, kind__in=with_days)
    rows = rows.filter(Q(ends_on__gte=today) | Q(done_on=None) | Q(done_on__gte=today))
    for dealing in rows.select_related("organisation")[:MOST]:
        if not has_come(dealing, today):
            continue
        of = kind(dealing.kind)
        facts = of.read(dealing.facts)
        for each in of.deadlines:
            if (day := facts.day(each.fact)) and day >= today:
                yield Due(
                    f"{dealing.kind}-{dealing.key}-{each.fact.replace('_', '-')}",
                    day,
                    _(each.entry).replace("{title}", dealing.title),
                    named(dealing.organisation),
                    _read_at(dealing),
                    dealing.updated_at,
                    dealing.sequence,
                )


def _read_at(dealing: Dealing) -> str:
    """Where the organisation reads it: what it was told of is not public yet, and has a page for the two sides."""
    if dealing.state == State.TOLD:
        return reverse("dealing_told", args=[dealing.home_id, part_of(dealing.kind), dealing.key])
    return address_of(dealing) if dealing.slug else ""


def _missing(compact: Published, organisation: Organisation, today: date) -> Iterator[Due]:
    """What somebody says it left out, and it has not answered."""
    rows = SaidMissing.objects.filter(home__slug=compact.id, body=organisation, answered_at=None, taken_back_at=None)
    for row in rows.filter(answer_by__gte=today - A_YEAR)[:MOST]:
        if row.answer_by:
            says_so = _("Record this, or say why not: %(title)s") % {"title": row.title}
            yield Due(f"missing-{row.key}", row.answer_by, says_so, named(organisation), "", row.at)


def _renewal(actor: Actor, compact: Published, organisation: Organisation, at: datetime, today: date) -> Iterator[Due]:
    """The day on which it is asked whether it still agrees."""
    try:
        seen = register.signed(actor, compact, organisation.slug, today)
    except register.NotThere:
        return
    if day := seen.renewal_due_on:
        address = f"/{compact.id}/organisations/{organisation.slug}/ours"
        says_so = _("Say that you still agree with the %(name)s") % {"name": compact.name}
        yield Due(
            f"renewal-{compact.id}-{organisation.slug}-{day.year}", day, says_so, named(organisation), address, at
        )


def _of(compact: Published, organisation: Organisation) -> QuerySet[Standing]:
    rows = Standing.objects.filter(
        compact__slug=compact.id, dealing__organisation=organisation, dealing__state__in=SEEN
    )
    return rows.select_related("dealing")
