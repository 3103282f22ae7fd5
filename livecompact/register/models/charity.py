"""The site's own copy of the register of charities: loaded whole from the public extract, so that none is asked for."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q


class CharityLoad(models.Model):
    """One load of the register. Only the current one is seen: another is made beside it, then takes its place."""

    current = models.BooleanField(default=False)
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    extracted_on = models.DateField(null=True, blank=True)
    area = models.CharField(max_length=1000, blank=True)
    charities = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="charity_load_one_current", fields=["current"], condition=Q(current=True)),
            models.CheckConstraint(
                name="charity_load_current_is_whole", condition=Q(current=False) | Q(finished_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"Load of {self.begun_at:%Y-%m-%d}"


class Charity(models.Model):
    """A charity as the register has it; it need not be an organisation of this site. The income is in pounds.

    The database keeps an index of the words of `folded_name`: see migration 0003.
    """

    load = models.ForeignKey(CharityLoad, models.CASCADE, related_name="+", db_index=False)  # see below
    number = models.CharField(max_length=10)
    name = models.CharField(max_length=300)
    folded_name = models.CharField(max_length=300)
    postcode = models.CharField(max_length=8, blank=True)
    district = models.CharField(max_length=4, blank=True)
    website = models.CharField(max_length=300, blank=True)
    # NULL where it has none: SQLite adds such a column without making the table anew, which keeps 0003's triggers.
    email = models.EmailField(max_length=320, blank=True, null=True)  # noqa: DJ001
    income = models.PositiveBigIntegerField(null=True, blank=True)
    is_cio = models.BooleanField(default=False)
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="charity_once_a_load", fields=["load", "number"]),
        ]
        indexes: ClassVar[list[Any]] = [  # the classes are PostgreSQL's: its index then serves beginnings of names
            models.Index(
                name="charity_registered_by_name",
                fields=["load", "folded_name"],
                condition=Q(removed_on=None),
                opclasses=["int8_ops", "varchar_pattern_ops"],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"
