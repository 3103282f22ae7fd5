"""Keeping the sums short, and looking whether they are right: what is wrong is said, and mended only when asked."""

from collections import Counter
from datetime import date, datetime
from itertools import batched

from django.db import transaction
from django.db.models import Count, F, Window
from django.utils.timezone import localdate

from livecompact.compacts.models import Compact
from livecompact.dealings.actions.judging import rejudge
from livecompact.dealings.actions.summing import AT_ONCE, add, tag_again
from livecompact.dealings.models import Dealing, Tally
from livecompact.dealings.queries.agreeing import differences, out_of_date, wrongly_tagged
from livecompact.dealings.sorts import Sort


def fold_sums(*, at: datetime) -> int:  # noqa: ARG001 (called as everything daily is)
    """Make the rows of each sort one; how many rows fewer there are. No count changes."""
    return sum(_fold(slug) for slug in Compact.objects.values_list("slug", flat=True))


@transaction.atomic
def _fold(compact: str) -> int:
    Compact.objects.select_for_update(no_key=True).get(slug=compact)  # or two would make one sum each
    sort = [F(name) for name in Sort._fields]
    rows = Tally.objects.filter(compact__slug=compact).annotate(times=Window(Count("pk"), partition_by=sort))
    found: Counter[Sort] = Counter()
    gone = []
    for pk, number, *columns in rows.filter(times__gt=1).values_list("pk", "number", *Sort._fields):
        found[Sort(*columns)] += number
        gone.append(pk)
    for some in batched(gone, AT_ONCE, strict=False):
        Tally.objects.filter(pk__in=some).delete()
    return len(gone) - add(found)


def sums_that_differ(*, at: datetime) -> int:
    """How many sums, and tags of a day, do not agree with what they are made of. Nothing is mended."""
    return len(differences()) + len(out_of_date()) + len(wrongly_tagged(localdate(at)))


@transaction.atomic
def mend_sums(*, today: date) -> int:
    """Judge again whatever is summed as it no longer is, and set right each sum and tag that differs; how many."""
    late = out_of_date()
    for dealing in Dealing.objects.filter(pk__in=late).select_related("organisation"):
        rejudge(dealing=dealing, today=today)
    wrong = wrongly_tagged(today)
    tag_again(dealings=wrong)
    return len(late) + len(wrong) + add(differences())
