"""How many checks there are of each sort, in each day, month and year: the sums out of which every count is made."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from livecompact.compacts.models import Compact
from livecompact.dealings.spans import Span
from livecompact.standards.standard import Verdict


class Tally(models.Model):
    """So many more standings of one sort count in a day, a month or a year, or so many fewer where `number` is below 0.

    How many there are is the sum of its rows: each change of a standing adds some, and nobody waits for another. Once a
    day the rows of one sort become one. `starts_on` is the first day of the span. `settles_on` is that day too, or
    nothing where they hold at once; the other columns are those of `Standing`. `answer_by` and `is_reasoned` are told
    of what is not kept only.
    """

    compact = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="tallies", db_index=False)
    span = models.CharField(max_length=5, choices=[(each.value, each.value) for each in Span])
    starts_on = models.DateField()
    undertaking = models.CharField(max_length=50)
    kind = models.CharField(max_length=30)
    sector = models.CharField(max_length=20)
    is_public = models.BooleanField()
    settles_on = models.DateField(null=True)
    verdict = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Verdict])
    answer_by = models.DateField(null=True)
    disputed_on = models.DateField(null=True)
    is_reasoned = models.BooleanField()
    number = models.IntegerField()

    class Meta:
        ordering = ("compact", "span", "starts_on")
        indexes = (
            models.Index(
                fields=[
                    *("compact", "span", "starts_on", "undertaking", "kind", "sector", "is_public", "settles_on"),
                    *("verdict", "answer_by", "disputed_on", "is_reasoned", "number"),
                ],
                name="tally_whole",  # every column: what is asked is answered out of it alone
            ),
        )
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="tally_span_is_known", condition=Q(span__in=list(Span))),
            models.CheckConstraint(name="tally_counts_something", condition=~Q(number=0)),
            models.CheckConstraint(
                name="tally_settles_where_it_starts", condition=Q(settles_on=None) | Q(settles_on=F("starts_on"))
            ),
            models.CheckConstraint(
                name="tally_time_to_answer_of_what_is_not_kept",
                condition=Q(verdict=Verdict.NOT_KEPT) | Q(answer_by=None, is_reasoned=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.compact_id} {self.undertaking}, {self.span} of {self.starts_on}: {self.number} {self.verdict}"
