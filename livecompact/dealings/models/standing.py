"""What a standard will say of a dealing, and from which day."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from livecompact.compacts.models import Compact
from livecompact.dealings.models.dealing import Dealing
from livecompact.standards.judging import Answer
from livecompact.standards.standard import Verdict


class Standing(models.Model):
    """What one standard of a Compact will say of a dealing, and from which day; it never says what it says today.

    Before `settles_on` it is not yet due; from then on it is `verdict`. Without a day it holds at once. A verdict of
    not kept is shown without its tag to the end of `answer_by`, the last day of the time to explain that began on
    `asked_on`; without these days nobody was reached, and it waits. `counts_on` is the day under which it is counted.
    From `disputed_on` on the two sides disagree over a fact that it rests on: it is then neither kept nor not kept.

    `kind`, `sector`, `happens_on` and `is_public` are copied from its dealing; `is_reasoned` is whether a reason was
    given for it. They say how it was added to the sums (`Tally`): so it is taken out again, whatever its dealing says
    since.
    """

    dealing = models.ForeignKey(Dealing, models.CASCADE, related_name="standings")
    compact = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="standings")
    standard = models.CharField(max_length=100)
    undertaking = models.CharField(max_length=50)
    settles_on = models.DateField(null=True)
    counts_on = models.DateField()
    verdict = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Verdict])
    met = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Answer])
    asked_on = models.DateField(null=True)
    answer_by = models.DateField(null=True)
    disputed_on = models.DateField(null=True)
    kind = models.CharField(max_length=30)
    sector = models.CharField(max_length=20)
    happens_on = models.DateField()
    is_public = models.BooleanField()
    is_reasoned = models.BooleanField()

    class Meta:
        ordering = ("dealing", "compact", "standard")
        indexes = (  # the promise is not in front, or what asks for one of one record would be read off it
            models.Index(
                fields=[
                    *("compact", "is_public", "undertaking", "-happens_on", "-dealing"),
                    *("verdict", "settles_on", "answer_by", "disputed_on"),  # what it says on a day
                ],
                name="standing_newest",
            ),
        )
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="standing_once", fields=["dealing", "compact", "standard"]),
            models.CheckConstraint(
                name="standing_verdict_settles",
                condition=Q(verdict__in=[each.value for each in Verdict if each is not Verdict.NOT_YET_DUE]),
            ),
            models.CheckConstraint(
                name="standing_time_to_answer_runs_forward",
                condition=Q(asked_on=None, answer_by=None)
                | Q(asked_on__isnull=False, answer_by=None)
                | Q(answer_by__gte=F("asked_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.compact_id} {self.standard} of {self.dealing_id}: {self.verdict}"
