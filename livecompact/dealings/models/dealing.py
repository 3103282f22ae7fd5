"""A dealing: what an organisation did, every version of its facts, and which Compacts judge it."""

from typing import Any, ClassVar

from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livecompact.compacts.models import Compact
from livecompact.kinds import KINDS
from livecompact.register.models import Organisation

KIND_NAMES = [(kind.name, kind.called) for kind in KINDS.values()]
SLUG = 80
LONGEST_TITLE = 100
LONGEST_ABOUT = 500


class State(models.TextChoices):
    """How far a dealing is public. One that was public is never deleted: it is withdrawn, with its reason.

    What is shared is seen by both sides and by nobody else; taken back, it is gone for them too. So whatever asks for
    what is public never meets the findings of a group that has not chosen to show them.
    """

    DRAFT = "draft", _("Draft")
    TOLD = "told", _("Told to those named")
    PUBLIC = "public", _("Public")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    SHARED = "shared", _("Seen by both sides")
    TAKEN_BACK = "taken-back", _("Withdrawn between the sides")


SEEN = (State.PUBLIC, State.SHARED)
"""What is judged: for everyone, or for the two sides."""
GONE = (State.WITHDRAWN, State.TAKEN_BACK)


class Source(models.TextChoices):
    """Who says the facts: the organisation that acted, or an officer out of what it has published.

    What is due each year is opened by the site, which says nothing but the year.
    """

    ORGANISATION = "organisation", _("The organisation itself")
    PUBLISHED = "published", _("What the organisation has published")
    YEARLY = "yearly", _("This site, since it is due each year")


class Dealing(models.Model):
    """One act of which a Compact speaks: a consultation, an award, an end of funding.

    A draft is seen by those who may publish it. What is told is seen by its organisation and that which it names, until
    `public_on`, when it goes public by itself. The name of `towards` is public only with `towards_named`; until then it
    is `towards_called`, such as "a carers' group". `source_id` is its own reference in what its publisher publishes.

    `facts` are in the encoding of its kind; what is absent is not known. `lists` are the rows of the lists of its kind,
    in the same encoding; what they come to is among the facts. The columns `happens_on`, `ends_on`, `done_on` and
    `amount` are copies of facts by which lists sort and filter: the actions fill them. Its address, of `year` and
    `slug` in its `home` Compact, never changes once it is public. `reached_on` is the day on which the organisation's
    named contact was reached. `token` makes the same form, sent twice, one dealing. `sequence` counts moved dates.
    """

    key = models.CharField(max_length=12, unique=True, editable=False)
    kind = models.CharField(max_length=30, choices=KIND_NAMES)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="dealings")
    towards = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="dealings_towards_it")
    towards_named = models.BooleanField(default=True)
    towards_called = models.CharField(max_length=100, blank=True)
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
    source_id = models.CharField(max_length=200, blank=True)
    facts = models.JSONField(default=dict)
    lists = models.JSONField(default=dict, blank=True)
    happens_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    measured = models.IntegerField(null=True, blank=True)  # days open, days of notice, …: `measures.MEASURES`
    changed_on = models.DateField()
    reached_on = models.DateField(null=True, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    token = models.CharField(max_length=64, unique=True, null=True, blank=True, editable=False)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=100)
    told_at = models.DateTimeField(null=True, blank=True)
    told_by = models.CharField(max_length=100, blank=True)
    public_on = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=100, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=100, blank=True)
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ("-happens_on", "-pk")
        indexes = (
            models.Index(
                fields=["kind", "state", "-happens_on", "-id", "home", "year", "ends_on", "done_on"],
                name="dealing_of_a_kind",
            ),
            models.Index(
                fields=["organisation", "state", "-happens_on", "-id", "kind", "home"], name="dealing_of_organisation"
            ),
            models.Index(fields=["state", "-happens_on", "-id", "home", "kind", "year"], name="dealing_newest"),
            models.Index(fields=["state", "kind", "-updated_at", "-id", "home"], name="dealing_last_changed"),
            models.Index(
                fields=["state", "kind", "-year", "measured", "organisation", "home"], name="dealing_measured"
            ),
        )
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="dealing_one_address",
                fields=["home", "kind", "year", "slug"],
                condition=~Q(slug=""),
                violation_error_message=_("There is a record at this address already."),
            ),
            models.UniqueConstraint(
                name="dealing_one_of_its_source",
                fields=["organisation", "kind", "source_id"],
                condition=~Q(source_id=""),
                violation_error_message=_("This organisation has a record with this reference already."),
            ),
            models.CheckConstraint(
                name="dealing_told_when_and_by_whom",
                condition=Q(told_at=None, told_by="") | (Q(told_at__isnull=False) & ~Q(told_by="")),
            ),
            models.CheckConstraint(
                name="dealing_told_has_its_day",
                condition=~Q(state=State.TOLD) | Q(told_at__isnull=False, public_on__isnull=False),
                violation_error_message=_("What is told says since when, and on which day it goes public."),
            ),
            models.CheckConstraint(
                name="dealing_unnamed_is_called_something",
                condition=Q(towards_named=True) | ~Q(towards_called=""),
                violation_error_message=_("Say what the group is called while its name is not public."),
            ),
            models.CheckConstraint(
                name="dealing_state_is_known",
                condition=Q(state__in=list(State)),
                violation_error_message=_("Select one of the states of a record."),
            ),
            models.CheckConstraint(
                name="dealing_public_when_and_by_whom",
                condition=Q(state__in=[State.DRAFT, State.TOLD], published_at=None, published_by="", slug="")
                | (Q(state__in=[*SEEN, *GONE], published_at__isnull=False) & ~Q(published_by="") & ~Q(slug="")),
                violation_error_message=_("What is public says since when and by whom; a draft says neither."),
            ),
            models.CheckConstraint(
                name="dealing_withdrawn_why_when_and_by_whom",
                condition=(Q(state__in=GONE, withdrawn_at__isnull=False) & ~Q(reason="") & ~Q(withdrawn_by=""))
                | (~Q(state__in=GONE) & Q(withdrawn_at=None, withdrawn_by="", reason="")),
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
    lists = models.JSONField(default=dict, blank=True)
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
