"""One answer to a consultation: what everybody reads of it, what was said in full, and what was taken out of that."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livecompact.dealings.models.dealing import Dealing

LONGEST_ANSWER = 20_000
LONGEST_WORDS = 500


class Way(models.TextChoices):
    """How an answer came, or how somebody agreed."""

    ONLINE = "online", _("Online")
    EMAIL = "email", _("By email")
    PAPER = "paper", _("On paper")
    PHONE = "phone", _("By phone")
    MEETING = "meeting", _("At a meeting")
    EASY_READ = "easy-read", _("In Easy Read")
    OTHER = "other", _("In another way")


class AnswerState(models.TextChoices):
    """How far an answer is public. One that was taken down may be published again, once its author agrees anew."""

    KEPT = "kept", _("Not public")
    PUBLIC = "public", _("Public")
    DOWN = "down", _("Taken down")


class Why(models.TextChoices):
    """Why words were taken out; it stands in their place."""

    NAMES = "names", _("names a person")
    REACHES = "reaches", _("says how to reach a person")
    PRIVATE = "private", _("tells of a person’s health or family")
    CLAIMS = "claims", _("says of a person what may be untrue")
    ABUSE = "abuse", _("is abuse")
    SECRET = "secret", _("was told in confidence")


class Response(models.Model):
    """An answer, numbered from 1 within its consultation. `shown` is the whole of what is public of it.

    It is public only while its author agrees (`agreed_on`, and the way in which they said so), and once somebody has
    looked it over for what must not be public. `called` is what its author is called in public: "A resident".
    """

    dealing = models.ForeignKey(Dealing, models.PROTECT, related_name="responses")
    number = models.PositiveIntegerField()
    way = models.CharField(max_length=20, choices=Way)
    came_on = models.DateField()
    called = models.CharField(max_length=100)
    state = models.CharField(max_length=20, choices=AnswerState, default=AnswerState.KEPT)
    shown = models.TextField(blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    agreed_how = models.CharField(max_length=20, choices=Way, blank=True)
    no_longer_on = models.DateField(null=True, blank=True)
    looked_over_at = models.DateTimeField(null=True, blank=True)
    public_on = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=100)

    class Meta:
        ordering = ("dealing", "number")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="response_in_order", fields=["dealing", "number"]),
            models.CheckConstraint(
                name="response_state_is_known",
                condition=Q(state__in=list(AnswerState)) & Q(way__in=list(Way)),
                violation_error_message=_("Select how it came"),
            ),
            models.CheckConstraint(
                name="response_agreed_when_and_how",
                condition=Q(agreed_on=None, agreed_how="") | Q(agreed_on__isnull=False, agreed_how__in=list(Way)),
                violation_error_message=_("Say on which day they agreed, and how"),
            ),
            models.CheckConstraint(
                name="response_public_by_consent_alone",
                condition=~Q(state=AnswerState.PUBLIC)
                | Q(agreed_on__isnull=False, no_longer_on=None, looked_over_at__isnull=False, public_on__isnull=False),
                violation_error_message=_("It is public only if its author agrees, and once it is looked over"),
            ),
            models.CheckConstraint(
                name="response_shows_only_while_public",
                condition=(Q(state=AnswerState.PUBLIC) & ~Q(shown="")) | (~Q(state=AnswerState.PUBLIC) & Q(shown="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} to {self.dealing_id}"


class Original(models.Model):
    """What an answer said in full, and where its author wants to hear what changed; never public, and not for ever.

    No public page asks this table. Without words it is an address that somebody left.
    """

    response = models.OneToOneField(Response, models.CASCADE, related_name="original")
    text = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    email = models.EmailField(max_length=320, blank=True)

    class Meta:
        indexes = (models.Index(fields=["email"], name="original_of_address"),)

    def __str__(self) -> str:
        return f"the original of {self.response_id}"


class TakenOut(models.Model):
    """Words that are taken out of an answer wherever they stand in it, and why. They go with the original."""

    original = models.ForeignKey(Original, models.CASCADE, related_name="taken_out")
    words = models.CharField(max_length=LONGEST_WORDS)
    why = models.CharField(max_length=20, choices=Why)

    class Meta:
        ordering = ("pk",)
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="taken_out_words_and_why",
                condition=~Q(words="") & Q(why__in=list(Why)),
                violation_error_message=_("Enter the words, and select why"),
            ),
        ]

    def __str__(self) -> str:
        return f"out of {self.original_id}"
