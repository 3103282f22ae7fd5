"""One request for something in another form: what, for whom, by when, and what came of it."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livecompact.compacts.models import Compact
from livecompact.formats.wanted import CHOICES


class State(models.TextChoices):
    """Where a request stands."""

    OPEN = "open", _("Waiting")
    SENT = "sent", _("Sent")
    REFUSED = "refused", _("Cannot be done")


NOBODY = Q(name="", email="", phone="", address="", what="", language="", reason="")
"""What a row says of a person once it was cleared."""


class Request(models.Model):
    """Somebody asks for something in another form. Whom it is for is erased some months after it is done.

    `due_on` is the last day for an answer; none where no calendar reaches so far.
    """

    compact = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    wanted = models.CharField(max_length=20, choices=CHOICES)
    what = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=100, blank=True)
    name = models.CharField(max_length=200, blank=True)
    email = models.EmailField(max_length=320, blank=True)
    phone = models.CharField(max_length=50, blank=True)
    address = models.TextField(max_length=500, blank=True)
    asked_at = models.DateTimeField()
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.OPEN)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=100, blank=True, help_text=_("The role, never a person"))
    reason = models.CharField(max_length=500, blank=True)
    cleared_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "pk")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="format_request_reaches_somebody",
                condition=Q(cleared_at__isnull=False) | ((~Q(email="") | ~Q(phone="") | ~Q(address="")) & ~Q(what="")),
                violation_error_message=_("Say what is asked for, and how to reach who asks"),
            ),
            models.CheckConstraint(
                name="format_request_done_when_and_by_whom",
                condition=Q(state=State.OPEN, done_at=None, done_by="", reason="", cleared_at=None)
                | (Q(state__in=[State.SENT, State.REFUSED], done_at__isnull=False) & ~Q(done_by="")),
                violation_error_message=_("What is done says when and by whom; what is open says neither"),
            ),
            models.CheckConstraint(
                name="format_request_refused_with_a_reason",
                condition=~Q(state=State.REFUSED) | ~Q(reason="") | Q(cleared_at__isnull=False),
                violation_error_message=_("Say why it cannot be done"),
            ),
            models.CheckConstraint(
                name="format_request_cleared_whole",
                condition=Q(cleared_at=None) | NOBODY,
                violation_error_message=_("What is cleared says nothing of a person"),
            ),
        ]

    def __str__(self) -> str:
        return self.reference
