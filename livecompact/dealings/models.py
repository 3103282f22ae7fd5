"""What organisations did, every version of its facts, what Compacts will say of it, and what both sides say to that."""

from typing import Any, ClassVar

from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livecompact.compacts.models import Compact
from livecompact.kinds import KINDS
from livecompact.register.models import Organisation
from livecompact.standards.judging import Answer
from livecompact.standards.standard import Verdict

KIND_NAMES = [(kind.name, kind.called) for kind in KINDS.values()]
SLUG = 80
LONGEST_TITLE = 100
LONGEST_ABOUT = 500


class State(models.TextChoices):
    """How far a dealing is public. One that was public is never deleted: it is withdrawn, with its reason."""

    DRAFT = "draft", _("Draft")
    TOLD = "told", _("Told to those named")
    PUBLIC = "public", _("Public")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Source(models.TextChoices):
    """Who says the facts: the organisation that acted, or an officer out of what it has published."""

    ORGANISATION = "organisation", _("The organisation itself")
    PUBLISHED = "published", _("What the organisation has published")


class Dealing(models.Model):
    """One act of which a Compact speaks: a consultation, an award, an end of funding.

    `facts` are in the encoding of its kind; what is absent is not known. The columns `happens_on`, `ends_on`, `done_on`
    and `amount` are copies of facts by which lists sort and filter: the actions fill them. Its address, of `year` and
    `slug` in its `home` Compact, never changes once it is public. `reached_on` is the day on which the organisation's
    named contact was reached. `token` makes the same form, sent twice, one dealing. `sequence` counts moved dates.
    """

    key = models.CharField(max_length=12, unique=True, editable=False)
    kind = models.CharField(max_length=30, choices=KIND_NAMES)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="dealings")
    towards = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="dealings_towards_it")
    home = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="dealings")
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    year = models.PositiveSmallIntegerField()
    slug = models.SlugField(max_length=SLUG, blank=True, editable=False)
    title = models.CharField(max_length=LONGEST_TITLE)
    about = models.CharField(max_length=LONGEST_ABOUT, blank=True)
    url = models.CharField(max_length=200, blank=True, validators=[URLValidator(["https", "http"])])
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    reason = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=20, choices=Source)
    facts = models.JSONField(default=dict)
    happens_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    changed_on = models.DateField()
    reached_on = models.DateField(null=True, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    token = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=100)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=100, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=100, blank=True)
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ("-happens_on", "-pk")
        indexes = (
            models.Index(fields=["home", "kind", "state", "-happens_on", "-id"], name="dealing_list"),
            models.Index(fields=["organisation", "state", "-happens_on"], name="dealing_of_organisation"),
        )
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="dealing_one_address",
                fields=["home", "kind", "year", "slug"],
                condition=~Q(slug=""),
                violation_error_message=_("There is a record at this address already."),
            ),
            models.CheckConstraint(
                name="dealing_state_is_known",
                condition=Q(state__in=list(State)),
                violation_error_message=_("Select one of the states of a record."),
            ),
            models.CheckConstraint(
                name="dealing_public_when_and_by_whom",
                condition=Q(state__in=[State.DRAFT, State.TOLD], published_at=None, published_by="", slug="")
                | (
                    Q(state__in=[State.PUBLIC, State.WITHDRAWN], published_at__isnull=False)
                    & ~Q(published_by="")
                    & ~Q(slug="")
                ),
                violation_error_message=_("What is public says since when and by whom; a draft says neither."),
            ),
            models.CheckConstraint(
                name="dealing_withdrawn_why_when_and_by_whom",
                condition=(Q(state=State.WITHDRAWN, withdrawn_at__isnull=False) & ~Q(reason="") & ~Q(withdrawn_by=""))
                | (~Q(state=State.WITHDRAWN) & Q(withdrawn_at=None, withdrawn_by="", reason="")),
                violation_error_message=_("What is withdrawn says why, when and by whom."),
            ),
            models.CheckConstraint(
                name="dealing_not_with_itself",
                condition=Q(towards=None) | ~Q(towards=F("organisation")),
                violation_error_message=_("An organisation cannot act towards itself. Select another."),
            ),
            models.CheckConstraint(
                name="dealing_has_a_title",
                condition=~Q(title=""),
                violation_error_message=_("Enter a title"),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """The facts of a dealing as they stood from `at` on, numbered from 1; the last one holds. No row is altered."""

    dealing = models.ForeignKey(Dealing, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    facts = models.JSONField()
    on = models.DateField()
    at = models.DateTimeField()
    by = models.CharField(max_length=100)
    why = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("dealing", "number")
        constraints = (models.UniqueConstraint(name="version_in_order", fields=["dealing", "number"]),)

    def __str__(self) -> str:
        return f"{self.dealing_id}, version {self.number}"


class Judged(models.Model):
    """That a Compact judges a dealing: its organisation had signed it on that day, and their areas touch."""

    dealing = models.ForeignKey(Dealing, models.CASCADE, related_name="judged")
    compact = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="judged")

    class Meta:
        constraints = (models.UniqueConstraint(name="judged_once", fields=["dealing", "compact"]),)

    def __str__(self) -> str:
        return f"{self.dealing_id} by {self.compact_id}"


class Standing(models.Model):
    """What one standard of a Compact will say of a dealing, and from which day; it never says what it says today.

    Before `settles_on` it is not yet due; from then on it is `verdict`. Without a day it holds at once. A verdict of
    not kept is shown without its tag to the end of `answer_by`, the last day of the time to explain that began on
    `asked_on`; without these days nobody was reached, and it waits. `counts_on` is the day under which it is counted.
    """

    dealing = models.ForeignKey(Dealing, models.CASCADE, related_name="standings")
    compact = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="standings")
    standard = models.CharField(max_length=100)
    undertaking = models.CharField(max_length=50)
    settles_on = models.DateField(null=True)
    counts_on = models.DateField()
    verdict = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Verdict])
    met = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Answer])
    asked_on = models.DateField(null=True)
    answer_by = models.DateField(null=True)

    class Meta:
        ordering = ("dealing", "compact", "standard")
        indexes = (models.Index(fields=["compact", "undertaking", "counts_on"], name="standing_counted"),)
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="standing_once", fields=["dealing", "compact", "standard"]),
            models.CheckConstraint(
                name="standing_verdict_settles",
                condition=Q(verdict__in=[each.value for each in Verdict if each is not Verdict.NOT_YET_DUE]),
            ),
            models.CheckConstraint(
                name="standing_time_to_answer_runs_forward",
                condition=Q(asked_on=None, answer_by=None)
                | Q(asked_on__isnull=False, answer_by=None)
                | Q(answer_by__gte=F("asked_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.compact_id} {self.standard} of {self.dealing_id}: {self.verdict}"


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
