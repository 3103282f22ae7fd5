"""What both sides say of a dealing: why less was done, what the other side answers, and where the two disagree."""

from typing import Any, ClassVar

from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livecompact.compacts.models import Compact
from livecompact.dealings.models.dealing import KIND_NAMES, LONGEST_ABOUT, LONGEST_TITLE, Dealing
from livecompact.register.models import Organisation


class Explanation(models.Model):
    """Why an organisation did less than one standard asks, in four parts, added after the act; anybody may read it."""

    dealing = models.ForeignKey(Dealing, models.PROTECT, related_name="explanations")
    compact = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="explanations")
    standard = models.CharField(max_length=100)
    context = models.TextField(max_length=2000)
    reason = models.TextField(max_length=2000)
    instead = models.TextField(max_length=2000)
    until = models.DateField(null=True, blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=100)

    class Meta:
        ordering = ("at", "pk")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="explanation_one_for_a_standard",
                fields=["dealing", "compact", "standard"],
                violation_error_message=_("A reason was given already. It stands on the page."),
            ),
            models.CheckConstraint(
                name="explanation_has_its_parts", condition=~Q(context="") & ~Q(reason="") & ~Q(instead="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.standard} of {self.dealing_id}"


class Says(models.TextChoices):
    """What a reply comes to."""

    REPLY = "reply", _("Reply")
    NO_REASON = "no-reason", _("Does not say why")


class Reply(models.Model):
    """What another organisation says to a dealing, or to an explanation: that this does not say why, for one."""

    dealing = models.ForeignKey(Dealing, models.PROTECT, related_name="replies")
    explanation = models.ForeignKey(Explanation, models.PROTECT, null=True, blank=True, related_name="replies")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="replies_to_dealings")
    says = models.CharField(max_length=20, choices=Says)
    text = models.TextField(max_length=2000, blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=100)

    class Meta:
        ordering = ("at", "pk")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="reply_says_something",
                condition=Q(says=Says.NO_REASON, explanation__isnull=False) | (Q(says=Says.REPLY) & ~Q(text="")),
                violation_error_message=_("Enter your reply"),
            ),
            models.UniqueConstraint(
                name="reply_no_reason_once",
                fields=["explanation", "organisation"],
                condition=Q(says=Says.NO_REASON),
                violation_error_message=_("Your organisation has said so already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} to {self.dealing_id}"


class HowSettled(models.TextChoices):
    """How two sides that disagreed came to agree."""

    ACCEPTED = "accepted", _("The record was changed to what the other side says")
    TAKEN_BACK = "taken-back", _("The other side takes it back")
    DECIDED = "decided", _("The Compact’s group or officer decided")


class Dispute(models.Model):
    """That the other side says another value of a fact: "we say 3 February". It stands until it is settled."""

    dealing = models.ForeignKey(Dealing, models.PROTECT, related_name="disputes")
    fact = models.CharField(max_length=100)
    value = models.CharField(max_length=500)  # in the encoding of the kind
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="disputes_of_facts")
    text = models.TextField(max_length=2000, blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=100)
    settled = models.CharField(max_length=20, choices=HowSettled, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.CharField(max_length=100, blank=True)
    reason = models.TextField(max_length=2000, blank=True)  # of those who decided

    class Meta:
        ordering = ("at", "pk")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="dispute_one_open_of_a_fact",
                fields=["dealing", "fact", "organisation"],
                condition=Q(settled=""),
                violation_error_message=_("Your organisation disagrees with this already."),
            ),
            models.CheckConstraint(
                name="dispute_settled_how_when_and_by_whom",
                condition=Q(settled="", settled_on=None, settled_by="")
                | (Q(settled__in=list(HowSettled), settled_on__isnull=False) & ~Q(settled_by="")),
            ),
            models.CheckConstraint(
                name="dispute_reason_of_those_who_decide",
                condition=Q(reason="") | Q(settled=HowSettled.DECIDED),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} on {self.fact} of {self.dealing_id}"


class Proposed(models.Model):
    """How a dispute would be decided, while a second person has not said yes; it is gone once the dispute is over."""

    dispute = models.OneToOneField(Dispute, models.CASCADE, related_name="proposed")
    as_they_say = models.BooleanField()
    reason = models.TextField(max_length=2000)
    by = models.CharField(max_length=100)  # a role

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="proposed_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Enter why you decide so"),
            ),
        ]

    def __str__(self) -> str:
        return f"on {self.dispute_id}"


class SaidMissing(models.Model):
    """That something happened and is not on the record, as a signatory or its supporting body says.

    `body` acted. It has to the end of `answer_by`, ten working days after its contact was reached, to record it (then
    `dealing` is it) or to say why not; after that it stands as said to be missing.
    """

    key = models.CharField(max_length=12, unique=True, editable=False)
    home = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="said_missing")
    kind = models.CharField(max_length=30, choices=KIND_NAMES)
    body = models.ForeignKey(Organisation, models.PROTECT, related_name="said_missing_of_it")
    said_by = models.ForeignKey(Organisation, models.PROTECT, related_name="said_missing_by_it")
    title = models.CharField(max_length=LONGEST_TITLE)
    about = models.CharField(max_length=LONGEST_ABOUT, blank=True)
    happened_on = models.DateField()
    url = models.CharField(max_length=200, blank=True, validators=[URLValidator(["https", "http"])])
    at = models.DateTimeField()
    by = models.CharField(max_length=100)
    reached_on = models.DateField(null=True, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    dealing = models.ForeignKey(Dealing, models.PROTECT, null=True, blank=True, related_name="said_missing")
    why_not = models.TextField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=100, blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=["home", "body"], name="missing_of_body"),)
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="missing_not_of_oneself",
                condition=~Q(body=F("said_by")),
                violation_error_message=_("Record it yourself: it is your own organisation’s."),
            ),
            models.CheckConstraint(
                name="missing_time_to_answer",
                condition=Q(reached_on=None, answer_by=None) | Q(answer_by__gte=F("reached_on")),
            ),
            models.CheckConstraint(
                name="missing_answered_when_and_by_whom",
                condition=Q(answered_at=None, answered_by="", dealing=None, why_not="")
                | (Q(answered_at__isnull=False) & ~Q(answered_by="") & (Q(dealing__isnull=False) | ~Q(why_not=""))),
            ),
            models.CheckConstraint(
                name="missing_taken_back_when_and_by_whom",
                condition=Q(taken_back_at=None, taken_back_by="")
                | (Q(taken_back_at__isnull=False) & ~Q(taken_back_by="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title
