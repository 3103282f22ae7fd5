"""What people said in a consultation, theme by theme, and what became of it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livecompact.dealings.models.dealing import Dealing


class Outcome(models.TextChoices):
    """What became of a theme."""

    CHANGED = "changed", _("Something changed")
    PARTLY = "partly", _("Some of it changed")
    NOT_CHANGED = "not-changed", _("Nothing changed")


class Theme(models.Model):
    """One theme of the answers to a consultation: what people said, what became of it, and why.

    All themes that were published together are of one `edition`, numbered from 1; the last one holds, and no row is
    altered. Without an `outcome` there is no answer yet.
    """

    dealing = models.ForeignKey(Dealing, models.PROTECT, related_name="themes")
    edition = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    theme = models.CharField(max_length=150)
    heard = models.TextField(max_length=2000, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    why = models.TextField(max_length=2000, blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=100)

    class Meta:
        ordering = ("dealing", "edition", "number")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="theme_in_order", fields=["dealing", "edition", "number"]),
            models.CheckConstraint(
                name="theme_has_a_name",
                condition=~Q(theme=""),
                violation_error_message=_("Enter the theme"),
            ),
            models.CheckConstraint(
                name="theme_outcome_is_known",
                condition=Q(outcome="") | Q(outcome__in=list(Outcome)),
                violation_error_message=_("Select what became of the theme"),
            ),
        ]

    def __str__(self) -> str:
        return self.theme

    @property
    def is_answered(self) -> bool:
        """Whether it says what became of it, and, where not all of it changed, why."""
        return self.outcome == Outcome.CHANGED or bool(self.outcome and self.why)
