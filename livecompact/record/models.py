"""The two ledgers: what happened in public, as one chain a Compact; and who is told, as rows that may be purged.

A Compact and a subject are known by name and id, never by a foreign key: this room stands below those that keep them.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livecompact.record.what import What

HASH = 64  # hexadecimal digits of a SHA-256
FIRST = "0" * HASH  # what stands before the first entry


class Chain(models.Model):
    """The record of one Compact: how many entries it has, and the hash of the last. Its row is the lock for writing."""

    compact = models.SlugField(max_length=60, unique=True)
    number = models.PositiveBigIntegerField(default=0)
    head = models.CharField(max_length=HASH, default=FIRST)
    origin = models.CharField(max_length=260, help_text=_("The host and the year of its beginning: ids are made of it"))

    class Meta:
        ordering = ("compact",)

    def __str__(self) -> str:
        return f"{self.compact}: {self.head}@{self.number}"


class Entry(models.Model):
    """One thing that happened in public. It is written once and never altered.

    `commitments` is canonical JSON: the name of each text, and the SHA-256 of its salt and itself. `touches` names the
    promises and topics that it is about, as " promise:2.4 topic:funding ".
    """

    compact = models.SlugField(max_length=60)
    number = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    what = models.CharField(max_length=40)  # one of What: no choices here, so that a new one needs no migration
    subject = models.CharField(max_length=200, db_index=True)
    address = models.CharField(max_length=500)
    organisation = models.CharField(max_length=200, blank=True, db_index=True)
    role = models.CharField(max_length=100)
    touches = models.TextField(blank=True)
    commitments = models.TextField()
    previous = models.CharField(max_length=HASH)
    hash = models.CharField(max_length=HASH)

    class Meta:
        ordering = ("compact", "-number")
        indexes = (models.Index(fields=["compact", "what", "-number"], name="entry_by_what"),)
        constraints = (
            models.UniqueConstraint(
                name="entry_one_number",
                fields=["compact", "number"],
                violation_error_message=_("There is an entry of this number already."),
            ),
            models.UniqueConstraint(
                name="entry_one_next",
                fields=["compact", "previous"],
                violation_error_message=_("Another entry follows that one already."),
            ),
            models.CheckConstraint(
                name="entry_says_in_which_role",
                condition=~Q(role=""),
                violation_error_message=_("Say in which role it was done."),
            ),
            models.CheckConstraint(
                name="entry_leads_somewhere_here",
                condition=Q(address__startswith="/") & ~Q(address__startswith="//"),
                violation_error_message=_("Give an address on this site, such as /hertfordshire/promises/2.4."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.compact} {self.number}: {self.what} {self.subject}"

    @property
    def words(self) -> str:
        """What happened, in the language of the page."""
        return str(What(self.what).label)


class EntryText(models.Model):
    """A text of an entry, beside the chain: when it is erased with its salt, nothing tells what it was."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="texts")
    name = models.CharField(max_length=60)
    salt = models.CharField(max_length=32)
    text = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(name="entrytext_one_of_a_name", fields=["entry", "name"]),)

    def __str__(self) -> str:
        return f"{self.name} of entry {self.entry_id}"


class Delivery(models.TextChoices):
    """How far a notice has come."""

    WAITING = "waiting", _("Waiting to be sent")
    SENT = "sent", _("Sent")
    DROPPED = "dropped", _("Not sent, as it was no longer true or wanted")
    FAILED = "failed", _("Could not be sent")


class Notice(models.Model):
    """That one person is to be told of one thing, once. What it says is composed when it is sent.

    `subject` names what it is about ("signature/17"), `occurrence` which time ("2027-03-01"): the four together are
    one. `due_at` is when it may first go, or go again; `leased_until` and `leased_by` say which worker has it now.
    `in_doubt` counts the tries in which the mail was handed over and no answer was noted.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    reason = models.SlugField(max_length=60)
    subject = models.CharField(max_length=200)
    occurrence = models.CharField(max_length=100)
    compact = models.SlugField(max_length=60, blank=True)
    urgent = models.BooleanField(default=False)
    details = models.TextField(blank=True, help_text=_("Ids that its letter needs; erased some days after it was sent"))
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=Delivery, default=Delivery.WAITING)
    tries = models.PositiveIntegerField(default=0)
    in_doubt = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True, blank=True)
    leased_by = models.CharField(max_length=40, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)
    key = models.CharField(max_length=32, unique=True)

    class Meta:
        ordering = ("due_at", "pk")
        indexes = (models.Index(fields=["due_at", "id"], name="notice_waiting", condition=Q(state="waiting")),)
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="notice_told_once",
                fields=["person", "reason", "subject", "occurrence"],
                violation_error_message=_("This person is told of it already."),
            ),
            models.CheckConstraint(
                name="notice_settled_when",
                condition=Q(state="waiting", settled_at=None) | (~Q(state="waiting") & Q(settled_at__isnull=False)),
                violation_error_message=_("What was sent, or could not be, says when."),
            ),
            models.CheckConstraint(
                name="notice_leased_by_whom_until_when",
                condition=Q(leased_by="", leased_until=None) | (~Q(leased_by="") & Q(leased_until__isnull=False)),
                violation_error_message=_("A worker that has a notice has it until a time."),
            ),
            models.CheckConstraint(name="notice_due_after_it_was_made", condition=Q(due_at__gte=F("made_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.subject} ({self.state})"


class Unreachable(models.Model):
    """That mail to a person's address came back for good. It holds until they have another: `email` then differs."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="unreachable")
    email = models.EmailField(max_length=320)
    status = models.CharField(max_length=12)
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"Unreachable since {self.since:%Y-%m-%d} ({self.status})"


class Often(models.TextChoices):
    """How soon somebody wants to read of what they follow."""

    AT_ONCE = "at-once", _("At once")
    WEEKLY = "weekly", _("Once a week")
    NEVER = "never", _("Never")


class Follow(models.Model):
    """That a person wants mail about one thing of a Compact: "promise:time-to-answer", or "everything".

    `after` is the number of the last entry of which they need not be told any more, `looked_at` when that was seen to.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="follows")
    compact = models.SlugField(max_length=60)
    thing = models.CharField(max_length=200)
    often = models.CharField(max_length=10, choices=Often, default=Often.WEEKLY)
    after = models.PositiveBigIntegerField()
    began_at = models.DateTimeField()
    looked_at = models.DateTimeField()

    class Meta:
        ordering = ("compact", "thing")
        constraints = (
            models.UniqueConstraint(
                name="follow_once",
                fields=["person", "compact", "thing"],
                violation_error_message=_("You follow this already."),
            ),
            models.CheckConstraint(name="follow_how_often_is_known", condition=Q(often__in=list(Often))),
        )

    def __str__(self) -> str:
        return f"{self.compact} {self.thing} ({self.often})"


class FollowRequest(models.Model):
    """That somebody at an email address wants to follow a thing, until they enter the code that was sent there."""

    key = models.CharField(max_length=32, unique=True)
    email = models.EmailField(max_length=320, db_index=True)
    compact = models.SlugField(max_length=60)
    thing = models.CharField(max_length=200)
    often = models.CharField(max_length=10, choices=Often)
    code_hash = models.CharField(max_length=HASH)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("made_at",)

    def __str__(self) -> str:
        return f"{self.compact} {self.thing}"
