"""What an organisation keeps for itself: the funding that it writes down, and the key of a private calendar."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livecompact.compacts.models import Compact
from livecompact.dealings.models.dealing import LONGEST_TITLE
from livecompact.people.models import Person
from livecompact.register.models import Organisation


class FundingEntry(models.Model):
    """A grant or contract as its own organisation writes it down; nobody else sees it.

    `report_on` is the day of the next report, `contact_role` whom to ask: a role, never a name.
    """

    key = models.CharField(max_length=12, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="funding_entries")
    title = models.CharField(max_length=LONGEST_TITLE)
    funder = models.CharField(max_length=100)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    ends_on = models.DateField()
    report_on = models.DateField(null=True, blank=True)
    contact_role = models.CharField(max_length=100, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=100)
    updated_at = models.DateTimeField()
    sequence = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("ends_on", "pk")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="funding_entry_says_what_and_whose",
                condition=~Q(title="") & ~Q(funder=""),
                violation_error_message=_("Say what it is for, and who gives it."),
            ),
            models.CheckConstraint(
                name="funding_entry_amount_is_no_debt",
                condition=Q(amount=None) | Q(amount__gte=0),
                violation_error_message=_("Amount must be 0 or more"),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CalendarKey(models.Model):
    """That a person reads an organisation's days in a calendar of their own; of the key only the hash is kept.

    It opens nothing once the person no longer acts for the organisation.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="calendar_keys")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="calendar_keys")
    compact = models.ForeignKey(Compact, models.CASCADE, to_field="slug", related_name="calendar_keys")
    key_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="calendar_key_one_each", fields=["person", "organisation", "compact"]),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} for {self.organisation_id} in {self.compact_id}"
