"""A sign-up under way: what was answered so far, so that nothing typed is lost when somebody comes back."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from livecompact.compacts.models import Compact


class Joining(models.Model):
    """The answers of one sign-up before it is sent. It is found by a secret in a cookie, of which `key` is the hash.

    `email` is the address that a code has proved. `code` is the hash of the last code sent, `tries` the wrong ones
    since. `reference` is the sign-up that came of it. Kept for 30 days without a move: see `retention`.
    """

    key = models.CharField(max_length=64, unique=True, editable=False)
    compact = models.ForeignKey(Compact, models.CASCADE, to_field="slug", related_name="+")
    answers = models.JSONField(default=dict)
    email = models.EmailField(max_length=320, blank=True)
    code = models.CharField(max_length=64, blank=True)
    code_for = models.EmailField(max_length=320, blank=True)
    code_sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    reference = models.CharField(max_length=20, blank=True)
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="joining_code_is_for_an_address",
                condition=Q(code="", code_for="", code_sent_at=None)
                | (~Q(code="") & ~Q(code_for="") & Q(code_sent_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"A sign-up begun {self.begun_at:%Y-%m-%d}"
