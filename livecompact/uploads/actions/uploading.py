"""A file of records from its arrival to its being read; saving and undoing are apart."""

import gzip
import secrets
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localdate

from livecompact.compacts.models import Compact
from livecompact.dealings.acts import agreements_now
from livecompact.dealings.models import Source
from livecompact.dealings.told_days import days_of
from livecompact.kinds import kind
from livecompact.people.models import Person
from livecompact.register.models import Organisation
from livecompact.uploads.judging import Judges
from livecompact.uploads.models import Part, Upload, UploadPart, UploadState
from livecompact.uploads.packed import packed
from livecompact.uploads.planning import Row, rows_of
from livecompact.uploads.reading import Read, Unreadable, read_file
from livecompact.uploads.standing import counted
from livecompact.uploads.summing import summed

type Progress = Callable[[int, int], None]
"""Told how many rows are done, and of how many."""
TOLD_EVERY = 500


def untold(done: int, rows: int) -> None:
    """Tell nobody how far it is."""


class AlreadyRead(Exception):
    """A file that was read, or is to be read in another way, since this reading began: what is there stays."""


@transaction.atomic
def send_upload(
    *,
    home: Compact,
    organisation: Organisation,
    kind_name: str,
    file_name: str,
    data: bytes,
    source: Source,
    by: str,
    at: datetime,
    person: Person | None = None,
) -> Upload:
    """Keep a file that was sent for an organisation; it waits to be read. `by` is the role."""
    upload = Upload(
        key=secrets.token_hex(12),
        home=home,
        organisation=organisation,
        kind=kind_name,
        source=source,
        file_name=Path(file_name).name[-200:] or "file",
        person=person,
        sent_at=at,
        sent_by=by,
    )
    upload.full_clean()
    upload.save(force_insert=True)
    keep_part(upload, Part.FILE, gzip.compress(data, compresslevel=1, mtime=0))
    return upload


def read_upload(*, upload: Upload, at: datetime, by: str) -> Upload:
    """Read a file that waits, in a child process; afterwards it is read, or refused with what to do.

    AlreadyRead where somebody else did meanwhile: the worker sees the same file that its sender waits for.
    """
    part = UploadPart.objects.get(upload=upload, name=Part.FILE)
    today = localdate(at)
    with tempfile.TemporaryDirectory(prefix="livecompact-upload-") as folder:
        path = Path(folder) / f"file{Path(upload.file_name).suffix.lower()}"
        path.write_bytes(gzip.decompress(bytes(part.data)))
        try:
            read = read_file(path, kind(upload.kind), today=today, columns=upload.columns)
        except Unreadable as why:
            return _refuse(upload, why)

    def count(done: int, rows: int) -> None:
        Upload.objects.filter(pk=upload.pk, state=UploadState.WAITING).update(rows=rows, ready=done)

    return keep_read(upload=upload, read=read, at=at, by=by, progress=count)


@transaction.atomic
def match_columns(*, upload: Upload, columns: Mapping[str, str], by: str) -> Upload:  # noqa: ARG001 (as above)
    """Say what some columns hold; the file waits to be read again."""
    found = Upload.objects.select_for_update().get(pk=upload.pk, state__in=[UploadState.REFUSED, UploadState.READ])
    found.columns, found.state = dict(columns), UploadState.WAITING
    found.save(update_fields=["columns", "state"])
    return found


@transaction.atomic
def give_reason(*, upload: Upload, fact: str, reason: str, by: str) -> Upload:  # noqa: ARG001 (as above)
    """Give one reason for all rows that lack it, or leave them without where it is empty."""
    found = Upload.objects.select_for_update().get(pk=upload.pk, state=UploadState.READ)
    found.reasons = {**found.reasons, fact: reason.strip()}
    found.save(update_fields=["reasons"])
    return found


def keep_part(upload: Upload, name: Part, data: bytes) -> None:
    """Keep one part of an upload in place of what it was."""
    UploadPart.objects.update_or_create(upload=upload, name=name, defaults={"data": data})


def _still_waiting(upload: Upload) -> Upload:
    """An upload as it was when its reading began, locked."""
    rows = Upload.objects.select_for_update().filter(pk=upload.pk, state=UploadState.WAITING)
    found = rows.first()
    if found is None or found.columns != upload.columns:
        raise AlreadyRead(upload.key)
    return found


@transaction.atomic
def _refuse(upload: Upload, why: Unreadable) -> Upload:
    found = _still_waiting(upload)
    found.state, found.rows, found.ready = UploadState.REFUSED, 0, 0
    found.told = {"says": why.says, "headings": list(why.headings), "missing": why.missing}
    found.save(update_fields=["state", "told", "rows", "ready"])
    return found


def keep_read(
    *,
    upload: Upload,
    read: Read,
    at: datetime,
    by: str,  # noqa: ARG001 (named as in every action)
    judges: Judges | None = None,
    progress: Progress = untold,
) -> Upload:
    """Keep what was read, and how it would stand; judged before the transaction, which is short.

    `progress` is told how many rows are judged, of how many.
    """
    today, of = localdate(at), kind(upload.kind)
    known = judges or Judges(upload.organisation, of, upload.home_id, today)
    rows, judged = [], []
    for row in rows_of(read.rows, of, {}):
        rows.append(row)
        judged.append(known.judged(row.facts))
        if lacking := judged[-1].lacking:
            row.line["lacking"] = sorted(lacking)
        if len(rows) % TOLD_EVERY == 0:
            progress(len(rows), len(read.rows))
    summary = summed(rows, of, upload.organisation)
    held = _not_public_until(rows, upload, today)
    told = read.told | {"stands": counted(zip(rows, judged, strict=True), today), "summary": summary, "held": held}
    good, wrong = packed(read.rows), packed(read.problems)
    with transaction.atomic():
        found = _still_waiting(upload)
        keep_part(found, Part.ROWS, good)
        keep_part(found, Part.PROBLEMS, wrong)
        found.state, found.told, found.reasons = UploadState.READ, told, {}
        found.rows, found.ready = read.counted, len(read.rows)
        found.save(update_fields=["state", "told", "reasons", "rows", "ready"])
    return found


def _not_public_until(rows: Iterable[Row], upload: Upload, today: date) -> list[tuple[str, int]]:
    """The days until which rows are not public, each with how many rows."""
    calendar = agreements_now(today)[upload.home_id].calendar
    days = (days_of(row.facts, calendar, today).latest for row in rows if row.line.get("held"))
    return sorted(Counter(day.isoformat() for day in days).items())
