"""Whether the sums and the tags agree with what they are made of: each is counted again, one by one."""

from collections import Counter
from datetime import date

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    Min,
    OuterRef,
    Q,
    Sum,
    Value,
    When,
)

from livecompact.dealings.models import SEEN, Dealing, Explanation, Standing, State, Tag, Tally
from livecompact.dealings.queries.days import says
from livecompact.dealings.sorts import Sort, every_span
from livecompact.dealings.spans import Span
from livecompact.dealings.standings import Shown
from livecompact.standards.standard import Verdict

ONE_BY_ONE = "one by one"
"""In place of a span: what was counted again."""


def differences() -> Counter[Sort]:
    """By how many each sum has too few, or too many where it is below 0. One query, so of one moment."""
    lacking: Counter[Sort] = Counter()
    counted: Counter[Sort] = Counter()
    late = Q(verdict=Verdict.NOT_KEPT)
    standings = Standing.objects.order_by().values_list(
        "compact_id",
        Value(ONE_BY_ONE, CharField()),
        "counts_on",
        *("undertaking", "kind", "sector", "is_public", "settles_on", "verdict"),
        Case(When(late, then=F("answer_by")), output_field=DateField()),
        "disputed_on",
        Case(When(late, then=F("is_reasoned")), default=Value(False), output_field=BooleanField()),
    )
    sums = Tally.objects.order_by().values_list(*Sort._fields)
    rows = standings.annotate(many=Count("pk")).union(sums.annotate(many=Sum("number")), all=True)
    for *columns, many in rows.order_by().iterator():
        sort = Sort(*columns)
        if sort.span == ONE_BY_ONE:
            counted[sort._replace(span=Span.DAY.value)] += many
        else:
            lacking[sort] -= many
    lacking.update(every_span(counted))
    return Counter({sort: many for sort, many in lacking.items() if many})


def out_of_date() -> list[int]:
    """The dealings of whose standings some are summed as another sort than their record now says. One query."""
    of = Dealing.objects.filter(pk=OuterRef("dealing"))
    given = Explanation.objects.filter(**{name: OuterRef(name) for name in ("dealing", "compact", "standard")})
    copied = {name: OuterRef(name) for name in ("kind", "happens_on")}
    same = of.filter(organisation__sector=OuterRef("sector"), state__in=SEEN, **copied)
    rows = Standing.objects.annotate(public=Exists(of.filter(state=State.PUBLIC)), given=Exists(given))
    wrong = ~Exists(same) | ~Q(is_public=F("public")) | ~Q(is_reasoned=F("given"))
    return list(rows.filter(wrong).order_by("dealing").values_list("dealing", flat=True).distinct())


def wrongly_tagged(day: date) -> list[int]:
    """The dealings whose tags on a day are not those of the worst of their standings. One query, so of one moment."""
    worst = Case(*(When(says(each, day), then=n) for n, each in enumerate(Shown)), output_field=IntegerField())
    place = Case(*(When(shown=each, then=n) for n, each in enumerate(Shown)), output_field=IntegerField())
    standings = Standing.objects.filter(is_public=True).order_by().values_list("dealing_id", "compact_id")
    tags = Tag.objects.filter(since__lte=day, until__gte=day).order_by().values_list("dealing_id", "compact_id")
    differ: set[tuple[object, ...]] = set()
    rows = standings.annotate(of=Min(worst)).union(tags.annotate(of=place), all=True)
    for row in rows.order_by().iterator():
        differ ^= {row}  # what both say is there twice, and is gone again
    return sorted({int(str(dealing)) for dealing, *_rest in differ})
