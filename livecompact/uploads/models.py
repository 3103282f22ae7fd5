"""A file of records that somebody sent: what is read of it, what became of it, and the way back for seven days."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livecompact.compacts.models import Compact
from livecompact.dealings.models.dealing import KIND_NAMES, Source
from livecompact.people.models import Person
from livecompact.register.models import Organisation


class UploadState(models.TextChoices):
    """How far a file has come. What is waiting, or to be saved, is done by the worker where it is large."""

    WAITING = "waiting", _("Waiting to be checked")
    REFUSED = "refused", _("Could not be read")
    READ = "read", _("Checked")
    SAVING = "saving", _("Being saved")
    SAVED = "saved", _("Saved")
    UNDONE = "undone", _("Undone")


class Upload(models.Model):
    """A file that was sent for an organisation. Its address holds `key`, which gives nobody a right to it.

    `told` is what the reader says of the file, and the problems by their cause; `columns` is what somebody said that a
    column holds. `reasons` are given once for all rows that lack one, by the fact that holds it. `person` is who sent
    it, to be told when a large one is done. While it waits, `ready` is how many of its `rows` were looked through. It
    can be undone to the end of `undo_by`; then its parts are deleted.
    """

    key = models.CharField(max_length=24, unique=True, editable=False)
    home = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="uploads")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="uploads")
    kind = models.CharField(max_length=30, choices=KIND_NAMES)
    source = models.CharField(max_length=20, choices=Source)
    file_name = models.CharField(max_length=200)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="uploads")
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=100)
    state = models.CharField(max_length=20, choices=UploadState, default=UploadState.WAITING)
    columns = models.JSONField(default=dict, blank=True)
    told = models.JSONField(default=dict, blank=True)
    reasons = models.JSONField(default=dict, blank=True)
    rows = models.PositiveIntegerField(default=0)
    ready = models.PositiveIntegerField(default=0)
    made = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.CharField(max_length=100, blank=True)
    undo_by = models.DateField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ("-sent_at", "-pk")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="upload_saved_when_and_by_whom",
                condition=Q(saved_at=None, saved_by="", undo_by=None)
                | (Q(saved_at__isnull=False, undo_by__isnull=False) & ~Q(saved_by="")),
                violation_error_message=_("What is saved says when and by whom, and until when it can be undone."),
            ),
            models.CheckConstraint(
                name="upload_undone_when_and_by_whom",
                condition=Q(undone_at=None, undone_by="") | (Q(undone_at__isnull=False) & ~Q(undone_by="")),
            ),
            models.CheckConstraint(name="upload_ready_are_of_its_rows", condition=Q(ready__lte=models.F("rows"))),
        ]

    def __str__(self) -> str:
        return self.file_name


class Part(models.TextChoices):
    """What is kept of an upload beside its row."""

    FILE = "file", _("The file as it was sent")
    ROWS = "rows", _("The rows that were read")
    PROBLEMS = "problems", _("What could not be read")
    DONE = "done", _("What was made and changed, so that it can be undone")


class UploadPart(models.Model):
    """One part of an upload: the file, or lines of JSON, packed with gzip. Never served under an address of its own."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="parts")
    name = models.CharField(max_length=20, choices=Part)
    data = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(name="upload_part_once", fields=["upload", "name"]),)

    def __str__(self) -> str:
        return f"{self.name} of {self.upload_id}"
