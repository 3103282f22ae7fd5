"""What can be found: a row for each public thing, over which each database keeps its own index of words.

The index is no model: a migration makes it (FTS5 tables on SQLite, a tsvector on PostgreSQL), and the database itself
keeps it in step with these rows, in the transaction that writes them.
"""

from datetime import date

from django.db import models
from django.db.models import F, Q

from livecompact.search.documents import Kind


class Findable(models.Model):
    """One public thing of a Compact. `heading` and `body` are its words as they are looked for; the rest is shown."""

    compact = models.SlugField(help_text="The Compact in whose search it is found, by its part of the address")
    room = models.CharField(max_length=40, help_text="The part of the site that put it here, and keeps it up")
    kind = models.CharField(max_length=20, choices=Kind)
    address = models.CharField(max_length=500)
    number = models.CharField(max_length=40, blank=True)
    title = models.TextField()
    says = models.TextField(blank=True)
    rest = models.TextField(blank=True)
    heading = models.TextField()
    body = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0, help_text="Its place among those that fit equally well")
    starts = models.DateField(default=date.min)
    ends = models.DateField(default=date.max)

    class Meta:
        ordering = ("compact", "room", "position", "pk")
        indexes = (models.Index(fields=["compact", "room"], name="findable_of_a_room"),)
        constraints = (
            models.UniqueConstraint(fields=["compact", "address", "starts"], name="findable_once_at_an_address"),
            models.CheckConstraint(name="findable_kind_is_known", condition=Q(kind__in=list(Kind))),
            models.CheckConstraint(name="findable_starts_before_it_ends", condition=Q(starts__lte=F("ends"))),
        )

    def __str__(self) -> str:
        return f"{self.compact}: {self.title}"
