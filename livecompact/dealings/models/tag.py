"""What a public record shows in a Compact, by the one tag that the worst of its checks gives it, from day to day."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from livecompact.compacts.models import Compact
from livecompact.dealings.models.dealing import Dealing
from livecompact.dealings.standings import Shown


class Tag(models.Model):
    """That a public dealing shows one thing in a Compact from one day to another, both days counted.

    It is made of the standings of the dealing, by the act that writes them. So a list of all that is not kept, say, is
    read off an index in its order on any day, and no standing is looked at. `kind` and `happens_on` are the dealing's.
    """

    dealing = models.ForeignKey(Dealing, models.CASCADE, related_name="tags", db_index=False)
    compact = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="tags", db_index=False)
    kind = models.CharField(max_length=30)
    happens_on = models.DateField()
    shown = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Shown])
    since = models.DateField()
    until = models.DateField()

    class Meta:
        ordering = ("dealing", "compact", "since")
        indexes = (
            models.Index(  # a list of what is shown so, in its order, with the days on which it is
                fields=["compact", "shown", "kind", "-happens_on", "-dealing", "since", "until"], name="tag_of_a_kind"
            ),
        )
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="tag_once", fields=["dealing", "compact", "since"]),
            models.CheckConstraint(name="tag_shown_is_known", condition=Q(shown__in=list(Shown))),
            models.CheckConstraint(name="tag_since_before_until", condition=Q(since__lte=F("until"))),
        ]

    def __str__(self) -> str:
        return f"{self.compact_id} of {self.dealing_id}: {self.shown} from {self.since} to {self.until}"
