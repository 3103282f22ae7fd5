"""What was said at the end of a quarter that is over."""

from typing import Any, ClassVar

from django.db import models

from livecompact.compacts.models import Compact


class Quarter(models.Model):
    """How the checks of public bodies that settled in a quarter stood on its last day: counted once, and never altered.

    `counts` are numbers of checks, by promise and by what was shown.
    """

    compact = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="quarters")
    ends_on = models.DateField()
    counts = models.JSONField(default=dict)
    counted_at = models.DateTimeField()

    class Meta:
        ordering = ("compact", "ends_on")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="quarter_counted_once", fields=["compact", "ends_on"]),
        ]

    def __str__(self) -> str:
        return f"{self.compact_id}, the quarter to {self.ends_on}"
