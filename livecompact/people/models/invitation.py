"""An invitation to a role, sent to one address."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livecompact.people.models.person import Person
from livecompact.people.models.seat import ROLE_CHOICES, Side


class Invitation(models.Model):
    """Asks somebody to take a role. Its secret is in the mail alone: what is kept here is its hash."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    compact = models.SlugField(max_length=60, blank=True)
    organisation = models.SlugField(max_length=120, blank=True)
    side = models.CharField(max_length=20, choices=Side, blank=True)
    secret = models.CharField(max_length=64, unique=True)  # SHA-256 of what stands in the link
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="invited"
    )  # none: whoever runs the site
    dies_at = models.DateTimeField()
    over_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(
        max_length=20, blank=True, choices=[(word, word) for word in ("accepted", "declined", "revoked", "replaced")]
    )

    class Meta:
        ordering = ("sent_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "role", "compact", "organisation"),
                condition=Q(over_at=None),
                name="invitation_one_open",
                violation_error_message=_("This person is invited to this role already"),
            ),
            models.CheckConstraint(
                condition=Q(over_at=None, outcome="") | (Q(over_at__isnull=False) & ~Q(outcome="")),
                name="invitation_over_when_and_how",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.compact or self.organisation}".strip()
