"""What an organisation signed: a sign-up is a row of states, each a row of its own that is never altered after."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livecompact.compacts.models import Compact
from livecompact.register.models.organisation import Organisation


class As(models.TextChoices):
    """What an organisation is to a Compact: bound by its promises, or a Friend that backs its principles."""

    SIGNATORY = "signatory", _("Signatory")
    FRIEND = "friend", _("Friend")


class State(models.TextChoices):
    """Where a sign-up stands. That a renewal is due is told from its dates."""

    APPLIED = "applied", _("Waiting for a check")
    ASKED = "asked", _("Waiting for an answer")
    ACTIVE = "active", _("Active")
    LAPSED = "lapsed", _("Lapsed")
    WITHDRAWN = "withdrawn", _("Left")
    SUPERSEDED = "superseded", _("Followed by another")
    DECLINED = "declined", _("Declined")


OPEN = (State.APPLIED, State.ASKED, State.ACTIVE)
"""The states that may go on; an organisation has one such sign-up to a Compact."""
ENDED = (State.LAPSED, State.WITHDRAWN, State.SUPERSEDED)
"""The states of one that held, and has ended on a day."""


class How(models.TextChoices):
    """How a sign-up reached us."""

    ONLINE = "online", _("Online")
    PAPER = "paper", _("On paper")
    PHONE = "phone", _("By phone")
    LIST = "list", _("From a list")
    FOLLOWED = "followed", _("From an organisation before it")


class Backing(models.TextChoices):
    """How a Friend backs the principles."""

    EVENTS = "events", _("Comes to Compact events")
    NEWS = "news", _("Tells others about the Compact")
    TIME = "time", _("Gives staff time or skills")
    SPACE = "space", _("Lends rooms or equipment")
    MONEY = "money", _("Gives money")


class Signature(models.Model):
    """One state of one sign-up, as it was from `at` on. `latest` marks the state that holds now.

    The rows of a sign-up share its `reference` and are numbered. Nothing in a row changes later but `latest`: what
    changes is a further row. An organisation is bound from `signed_on` to `ended_on`, both days counted, once an
    officer has approved. `by` names a role, never a person; who signed is in `Signer`, apart.
    """

    reference = models.CharField(max_length=20, db_index=True)
    version = models.PositiveSmallIntegerField(default=1)
    latest = models.BooleanField(default=True)
    compact = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="signatures")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="signatures")
    signs_as = models.CharField(max_length=20, choices=As, default=As.SIGNATORY)
    edition = models.CharField(max_length=100)
    state = models.CharField(max_length=20, choices=State)
    reason = models.CharField(max_length=1000, blank=True)
    how = models.CharField(max_length=20, choices=How)
    applied_at = models.DateTimeField()
    answer_by = models.DateField(null=True, blank=True)
    signed_on = models.DateField()
    renewed_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    authority = models.CharField(max_length=300, blank=True)
    authority_on = models.DateField(null=True, blank=True)
    commitment = models.CharField(max_length=1000, blank=True)
    backing = models.JSONField(default=list, blank=True)
    represented_by = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="signatures_for_others"
    )
    champion = models.CharField(max_length=200, blank=True)
    contact_role = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(max_length=320, blank=True)
    contact_shown = models.BooleanField(default=False)
    logo_allowed = models.BooleanField(default=False)
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    at = models.DateTimeField()
    by = models.CharField(max_length=100)

    class Meta:
        ordering = ("reference", "version")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="signature_one_open",
                fields=["organisation", "compact"],
                condition=Q(latest=True, state__in=OPEN),
                violation_error_message=_("This organisation has signed already."),
            ),
            models.UniqueConstraint(name="signature_one_latest", fields=["reference"], condition=Q(latest=True)),
            models.UniqueConstraint(name="signature_states_in_order", fields=["reference", "version"]),
            models.CheckConstraint(name="signature_state_is_known", condition=Q(state__in=list(State))),
            models.CheckConstraint(name="signature_as_is_known", condition=Q(signs_as__in=list(As))),
            models.CheckConstraint(
                name="signature_ended_on_a_day",
                condition=Q(state__in=ENDED, ended_on__isnull=False, ended_on__gte=F("signed_on"))
                | Q(state__in=[*OPEN, State.DECLINED], ended_on=None),
                violation_error_message=_("Enter the last day. It must not be before the day it signed."),
            ),
            models.CheckConstraint(
                name="signature_says_why",
                condition=~Q(state__in=[State.ASKED, State.DECLINED, State.LAPSED]) | ~Q(reason=""),
                violation_error_message=_("Enter the reason."),
            ),
            models.CheckConstraint(
                name="signature_renewed_after_signing",
                condition=Q(renewed_on=None) | Q(renewed_on__gte=F("signed_on")),
                violation_error_message=_("The day of renewal must not be before the day it signed."),
            ),
            models.CheckConstraint(
                name="signature_not_by_itself",
                condition=Q(represented_by=None) | ~Q(represented_by=F("organisation")),
                violation_error_message=_("An organisation cannot sign for itself as a member."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} ({self.state})"

    @property
    def goes_on(self) -> bool:
        """Whether it waits or holds: it has neither ended nor been declined."""
        return self.state in OPEN


class Signer(models.Model):
    """Who signed: personal data, for officers only, apart from the signature so that it can be erased."""

    reference = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200)
    email = models.EmailField(max_length=320, blank=True)

    def __str__(self) -> str:
        return self.reference
