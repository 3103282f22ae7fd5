"""Counting a quarter once it is over: what was said of public bodies on its last day, out of versions, written once."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.timezone import localdate, make_aware

from livecompact.agreements import Agreement
from livecompact.dealings.actions.judging import judging
from livecompact.dealings.acts import act_of, agreements_now
from livecompact.dealings.models import Dealing, Dispute, Explanation, Quarter, Standing, State, Version
from livecompact.dealings.quarters import ends_before, start_of
from livecompact.dealings.replaying import Life, stood
from livecompact.kinds import kind
from livecompact.register.models import Sector

QUARTERS = 8
"""So many quarters are looked back at: the trend of two years."""
AT_ONCE = 500
FOR_EVERYONE = (State.PUBLIC, State.WITHDRAWN)
"""What is counted for everyone: not what two sides keep between them, which a count would tell of."""


def count_quarters(*, at: datetime) -> int:
    """Count each quarter that is over and was not counted yet, for every Compact; how many were counted.

    Done twice, nothing changes. Quarters before the first public record are left out.
    """
    known = agreements_now(localdate(at))
    done = set(Quarter.objects.values_list("compact__slug", "ends_on"))
    todo = [(slug, day) for slug in known for day in ends_before(localdate(at), QUARTERS) if (slug, day) not in done]
    return sum(_count(slug, known, day, at) for slug, day in todo if _had_begun(slug, day))


@transaction.atomic
def _count(slug: str, known: dict[str, Agreement], ends_on: date, at: datetime) -> int:
    counts: dict[str, dict[str, int]] = {}
    for dealing, life in _lives(slug, ends_on):
        if slug not in judging(dealing, known):
            continue
        for each in stood(life, known[slug], ends_on):
            if start_of(ends_on) <= (each.settles_on or dealing.happens_on) <= ends_on:
                shown = counts.setdefault(each.undertaking, {})
                name = each.on(ends_on).value
                shown[name] = shown.get(name, 0) + 1
    told = {"counts": counts, "counted_at": at}
    _row, made = Quarter.objects.get_or_create(compact_id=slug, ends_on=ends_on, defaults=told)
    return int(made)


def _had_begun(slug: str, ends_on: date) -> bool:
    """Whether something of a Compact was public by that day."""
    return Dealing.objects.filter(home__slug=slug, state__in=FOR_EVERYONE, published_at__lt=_after(ends_on)).exists()


def _lives(slug: str, ends_on: date) -> Iterator[tuple[Dealing, Life]]:
    """The lives of the dealings that may have a check in a quarter.

    Those with one now, and those that something was done to since: only these may have had one then and have none now.
    """
    settled = Standing.objects.filter(
        dealing=OuterRef("pk"), compact__slug=slug, counts_on__gte=start_of(ends_on), counts_on__lte=ends_on
    )
    public = Dealing.objects.filter(state__in=FOR_EVERYONE, organisation__sector=Sector.STATUTORY)
    public = public.filter(published_at__lt=_after(ends_on))
    public = public.exclude(state=State.WITHDRAWN, withdrawn_at__lt=_after(ends_on))
    rows = public.filter(Q(Exists(settled)) | Q(updated_at__gte=_after(ends_on)))
    page: list[Dealing] = []
    for dealing in rows.select_related("organisation").iterator(chunk_size=AT_ONCE):
        page.append(dealing)
        if len(page) == AT_ONCE:
            yield from lives(slug, page)
            page = []
    yield from lives(slug, page)


def lives(slug: str, page: list[Dealing]) -> Iterator[tuple[Dealing, Life]]:
    """The lives of some dealings: three queries, and one each for who acted."""
    versions = _by_dealing(Version.objects.filter(dealing__in=page))
    reasons = _by_dealing(Explanation.objects.filter(dealing__in=page, compact__slug=slug))
    disputes = _by_dealing(Dispute.objects.filter(dealing__in=page))
    for dealing in page:
        now, of = act_of(dealing), kind(dealing.kind)
        facts = ((each.on, of.read(each.facts)) for each in versions.get(dealing.pk, ()))
        yield (
            dealing,
            Life(
                tuple((on, type(now)(of, said, now.side, now.org_ids)) for on, said in facts),
                tuple((each.on, each.standard) for each in reasons.get(dealing.pk, ())),
                tuple((each.fact, each.on, each.settled_on) for each in disputes.get(dealing.pk, ())),
                dealing.reached_on,
            ),
        )


def _by_dealing[Row: (Version, Explanation, Dispute)](rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row.dealing_id, []).append(row)
    return found


def _after(day: date) -> datetime:
    """The first moment of the day after."""
    return make_aware(datetime.combine(day + timedelta(days=1), time()))
