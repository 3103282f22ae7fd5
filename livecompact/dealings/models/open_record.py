"""That a group shows its own record to everyone, as public bodies must."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livecompact.register.models import Organisation


class OpenRecord(models.Model):
    """The time during which what an organisation records is for everyone; without an end it still is."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="open_records")
    since = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=100)
    until = models.DateField(null=True, blank=True)
    ended_by = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ("at", "pk")
        constraints = (
            models.UniqueConstraint(
                name="open_record_one_at_a_time",
                fields=["organisation"],
                condition=Q(until=None),
                violation_error_message=_("Your record is open already."),
            ),
            models.CheckConstraint(
                name="open_record_ended_when_and_by_whom",
                condition=Q(until=None, ended_by="") | (Q(until__isnull=False) & ~Q(ended_by="")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation_id} since {self.since}"
