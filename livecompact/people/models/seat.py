"""The roles that people hold, each of one thing."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livecompact.people.models.person import Person
from livecompact.people.roles import SEATED, Reach, Role, reaching

ROLE_CHOICES = [(role.value, role.value) for role in sorted(SEATED)]


class Side(models.TextChoices):
    """Which of the two sides of a Compact a co-chair leads for."""

    STATUTORY = "statutory", _("Public bodies")
    VOLUNTARY = "voluntary", _("Voluntary and community groups")


def held_of(compact: Q, organisation: Q, reach: Reach) -> Q:
    """The seats of one reach, with what they must and must not name."""
    return Q(role__in=sorted(role.value for role in reaching(reach) & SEATED)) & compact & organisation


NO_COMPACT, NO_ORGANISATION = Q(compact=""), Q(organisation="")


class Seat(models.Model):
    """A role that a person holds: of one Compact, of one organisation, or of the whole site.

    A Compact and an organisation are known by the names in their addresses, which never change: this room stands below
    those that keep them. A seat ends; its row stays, so that what was done in its name can be understood.
    Who stands in for somebody else holds it from `begins_at` up to `until`, and ends by itself.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="seats")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    compact = models.SlugField(max_length=60, blank=True)
    organisation = models.SlugField(max_length=120, blank=True)
    side = models.CharField(max_length=20, choices=Side, blank=True)  # a co-chair's
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=320)
    until = models.DateTimeField(null=True, blank=True)  # from then on it is not held any more
    ended_by = models.CharField(max_length=320, blank=True)
    begins_at = models.DateTimeField(null=True, blank=True)  # of who stands in: before then it is not held
    stands_in_for = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="stood_in_for")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["person", "role", "compact", "organisation"],
                condition=Q(until=None),
                name="seat_held_once",
                violation_error_message=_("This person has this role already"),
            ),
            models.UniqueConstraint(
                fields=["compact", "side"],
                condition=Q(until=None, role=Role.CO_CHAIR.value),
                name="seat_one_co_chair_a_side",
                violation_error_message=_("This side has a co-chair already. End that role first"),
            ),
            models.CheckConstraint(
                condition=held_of(NO_COMPACT, NO_ORGANISATION, Reach.SITE)
                | held_of(~NO_COMPACT, NO_ORGANISATION, Reach.COMPACT)
                | held_of(NO_COMPACT, ~NO_ORGANISATION, Reach.ORGANISATION),
                name="seat_of_what_its_role_reaches",
                violation_error_message=_("Say which Compact or organisation this role is for, and only that"),
            ),
            models.CheckConstraint(
                condition=Q(role=Role.CO_CHAIR.value, side__in=list(Side))
                | (~Q(role=Role.CO_CHAIR.value) & Q(side="")),
                name="seat_side_is_a_co_chairs",
                violation_error_message=_("Say which side a co-chair is from; no other role has a side"),
            ),
            models.CheckConstraint(
                condition=Q(until=None, ended_by="") | (Q(until__isnull=False) & ~Q(ended_by="")),
                name="seat_ended_when_and_by_whom",
                violation_error_message=_("Say both until when it is held and who ends it"),
            ),
            models.CheckConstraint(
                condition=Q(begins_at=None, stands_in_for=None)
                | Q(begins_at__isnull=False, until__isnull=False, until__gte=F("begins_at")),
                name="seat_standing_in_ends",
                violation_error_message=_("Say until when they stand in: the day it begins, or a later one"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.compact or self.organisation}".strip()
