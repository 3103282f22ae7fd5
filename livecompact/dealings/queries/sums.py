"""The sums out of which every count is made: few rows for any time, whatever is on record."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Tally
from livecompact.dealings.queries.days import shown_on
from livecompact.dealings.spans import A_DAY, Stretch, stretches


def within(since: date, until: date) -> tuple[Stretch, ...]:
    """Whole years, and the months and days around them, that make up the time between two days."""
    return tuple(stretches(since, until))


def around(on: date, since: date, until: date | None = None) -> tuple[Stretch, ...]:
    """The time between two days, or all that is to come without a last one, each stretch on one side of a day."""
    last = until or date.max
    return within(since, min(on, last)) + within(max(since, on + A_DAY), last)


def sums(compact: Published, on: date, time: Iterable[Stretch]) -> QuerySet[Tally]:
    """The sums of a time, each with what it shows on a day. None of them may lie on both sides of that day."""
    found = Q(pk__in=[])
    for each in time:  # the Compact is named in each, so that each is looked up by itself, even by a simple planner
        found |= Q(compact__slug=compact.id, span=each.span.value, starts_on__range=(each.first, each.last))
    return Tally.objects.filter(found).order_by().annotate(shown=shown_on(on))


def added(rows: QuerySet[Tally], *by: str) -> Iterator[dict[str, Any]]:
    """The sums by some columns, as `many`; those that come to nothing are left out. One query."""
    return iter(rows.values(*by).annotate(many=Sum("number")).filter(many__gt=0))
