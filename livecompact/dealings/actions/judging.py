"""Judging again what has changed: which Compacts judge a dealing, and what each of their standards will say."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import chain

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from livecompact.agreements import Agreement
from livecompact.dealings.actions.summing import replace
from livecompact.dealings.acts import act_of, agreements_now, touching
from livecompact.dealings.models import SEEN, Dealing, Dispute, Explanation, Judged, Standing
from livecompact.dealings.rows import row_of, settled_of
from livecompact.dealings.standings import Settled, settled, with_time_to_explain
from livecompact.register.queries import compacts_signed


@transaction.atomic
def rejudge(*, dealing: Dealing, today: date) -> None:
    """Write anew which Compacts judge a dealing and what each standard will say; of what is not public, nothing."""
    known = agreements_now(today)
    slugs = judging(dealing, known) if dealing.state in SEEN else ()
    Judged.objects.filter(dealing=dealing).exclude(compact__slug__in=slugs).delete()
    Judged.objects.bulk_create(
        [Judged(dealing=dealing, compact_id=slug) for slug in slugs], ignore_conflicts=True
    )  # those that are there stay
    before = standings_by_compact(dealing)
    rows = (rows_anew(dealing, slug, known[slug], before.get(slug, []), today) for slug in slugs)
    replace(dealings=[dealing.pk], rows=list(chain.from_iterable(rows)))


@transaction.atomic
def rejudge_compact(*, compact: str, at: datetime) -> None:
    """Judge every public dealing of a Compact again: its agreement has changed, or who signed it."""
    judged = Judged.objects.filter(compact__slug=compact).values("dealing")
    here = Q(home__slug=compact) | Q(pk__in=judged)
    for dealing in Dealing.objects.filter(here, state__in=SEEN).select_related("organisation").iterator():
        rejudge(dealing=dealing, today=localdate(at))


@transaction.atomic
def rejudge_organisation(*, organisation: str, at: datetime) -> None:
    """Judge every record of an organisation again: on which days it is bound has changed, perhaps for a past day."""
    rows = Dealing.objects.filter(organisation__slug=organisation, state__in=SEEN).select_related("organisation")
    for dealing in rows.iterator():
        rejudge(dealing=dealing, today=localdate(at))


def judging(dealing: Dealing, known: Mapping[str, Agreement]) -> tuple[str, ...]:
    """The Compacts that its organisation had signed on that day, and whose area touches that of the dealing's home."""
    near = touching(dealing.home_id, known)
    return tuple(slug for slug in compacts_signed(dealing.organisation, dealing.happens_on) if slug in near)


def rows_anew(
    dealing: Dealing, slug: str, agreement: Agreement, before: list[Settled], today: date
) -> Iterator[Standing]:
    """What the standards of one Compact will say, with the days of the time to explain, to be written."""
    given = Explanation.objects.filter(dealing=dealing, compact__slug=slug).values_list("standard", flat=True)
    explained = frozenset(given)
    found = with_time_to_explain(
        settled(act_of(dealing), agreement, explained, disputed_facts(dealing)),
        before,
        agreement,
        today=today,
        changed_on=dealing.changed_on,
        reached_on=dealing.reached_on,
    )
    return (row_of(dealing, slug, each, is_reasoned=each.standard in explained) for each in found)


def disputed_facts(dealing: Dealing) -> dict[str, date]:
    """The facts of which the other side says another value, each with the day since which it does."""
    rows = Dispute.objects.filter(dealing=dealing, settled="").order_by("-on")
    return dict(rows.values_list("fact", "on"))


def standings_by_compact(dealing: Dealing) -> dict[str, list[Settled]]:
    """What stands of a dealing, by Compact."""
    found: dict[str, list[Settled]] = {}
    for row in Standing.objects.filter(dealing=dealing):
        found.setdefault(row.compact_id, []).append(settled_of(row))
    return found
