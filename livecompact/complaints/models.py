"""One complaint about data: what it is, from whom, by when, and what came of it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

NOBODY = Q(name="", email="", address="", says="", longer_why="", outcome="")
"""What a row says of a person once it was cleared."""


class Complaint(models.Model):
    """Somebody complains of what the site does with their data. Who it was is erased a year after the answer.

    `key` stands in the address where they see how it stands; `reference` is what people tell each other. Where
    more time was taken, `answer_by` is the new day, `longer_at` when that was said, and `longer_why` the reason.
    """

    reference = models.CharField(max_length=20, unique=True)
    key = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(max_length=320, blank=True)
    address = models.TextField(max_length=500, blank=True)
    says = models.TextField(max_length=4000, blank=True)
    received_at = models.DateTimeField()
    acknowledge_by = models.DateField()
    answer_by = models.DateField()
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    longer_at = models.DateTimeField(null=True, blank=True)
    longer_why = models.TextField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=100, blank=True, help_text=_("The role, never a person"))
    outcome = models.TextField(max_length=4000, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("answer_by", "pk")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="complaint_reaches_somebody",
                condition=Q(cleared_at__isnull=False) | ((~Q(email="") | ~Q(address="")) & ~Q(says="")),
                violation_error_message=_("Say what is wrong, and how to reach who complains"),
            ),
            models.CheckConstraint(
                name="complaint_answered_when_and_by_whom",
                condition=Q(answered_at=None, answered_by="", outcome="", cleared_at=None)
                | (Q(answered_at__isnull=False) & ~Q(answered_by="")),
                violation_error_message=_("What is answered says when and by whom; what is open says neither"),
            ),
            models.CheckConstraint(
                name="complaint_answered_with_words",
                condition=Q(answered_at=None) | ~Q(outcome="") | Q(cleared_at__isnull=False),
                violation_error_message=_("Enter your answer"),
            ),
            models.CheckConstraint(
                name="complaint_longer_says_why",
                condition=Q(longer_at=None, longer_why="")
                | (Q(longer_at__isnull=False) & (~Q(longer_why="") | Q(cleared_at__isnull=False))),
                violation_error_message=_("Say why it takes longer"),
            ),
            models.CheckConstraint(
                name="complaint_cleared_whole",
                condition=Q(cleared_at=None) | NOBODY,
                violation_error_message=_("What is cleared says nothing of a person"),
            ),
        ]

    def __str__(self) -> str:
        return self.reference
