"""A list saved as one: new rows, changed rows, and one line on the public record. All of it is saved, or nothing."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import batched

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.dealings.models import Dealing, Source, State
from livecompact.dealings.naming import part_of
from livecompact.kinds import kind
from livecompact.record import actions as record
from livecompact.record.what import What
from livecompact.uploads.actions.saving_rows import Change, Writer, versions_of
from livecompact.uploads.actions.uploading import Progress, keep_part, untold
from livecompact.uploads.judging import Judges
from livecompact.uploads.models import Part, Upload, UploadPart, UploadState
from livecompact.uploads.packed import Line, packed, unpacked
from livecompact.uploads.planning import Planner, Row, Slugs, rows_of

AT_ONCE = 500
UNDO = timedelta(days=7)
TAKEN_BACK = "undone "
"""How the token of a record begins whose upload was undone: the same row brings it back at its old address."""


class NotReady(Exception):
    """The upload is not read, or was saved already."""


def save_upload(
    *, upload: Upload, by: str, at: datetime, judges: Judges | None = None, progress: Progress = untold
) -> Upload:
    """Make every good row of an upload public: new ones, and new versions of those that changed.

    What is judged is judged before the transaction, so that others wait a short time only; `judges` are those who have
    judged its rows just now, if any did. Stopped in between it has saved nothing, and may be asked again. NotReady
    where it is not read, or saved already.
    """
    found = Upload.objects.select_related("organisation", "home").get(pk=upload.pk)
    if found.state not in (UploadState.READ, UploadState.SAVING):
        raise NotReady(found.key)
    known = judges or Judges(found.organisation, kind(found.kind), found.home_id, localdate(at))
    saving = _Saving(found, known, by, at, progress)
    if judges is None:
        saving.judge()
    return _save(saving, by, at)


@transaction.atomic
def _save(saving: "_Saving", by: str, at: datetime) -> Upload:
    rows = Upload.objects.select_for_update(of=("self",)).select_related("organisation", "home")
    held = rows.get(pk=saving.upload.pk)
    if held.state not in (UploadState.READ, UploadState.SAVING):
        raise NotReady(held.key)
    saving.write()
    keep_part(held, Part.DONE, packed(saving.done))
    held.state, held.saved_at, held.saved_by, held.undo_by = UploadState.SAVED, at, by, localdate(at) + UNDO
    held.made, held.changed, held.same = saving.made, saving.changed, saving.same
    held.told = held.told | {"left": saving.left[:AT_ONCE], "held": [[*each] for each in sorted(saving.held.items())]}
    held.full_clean()
    held.save()
    if shown := saving.made + saving.changed:
        tell_of(held, What.RECORDS_LOADED, shown, {"count": str(shown), "sha256": saving.hash.text}, by=by, at=at)
    return held


@transaction.atomic
def save_later(*, upload: Upload, by: str) -> Upload:  # noqa: ARG001 (named as in every action)
    """Let the worker save an upload that is too large to wait for."""
    found = Upload.objects.select_for_update().get(pk=upload.pk)
    if found.state != UploadState.READ:
        raise NotReady(found.key)
    found.state = UploadState.SAVING
    found.save(update_fields=["state"])
    return found


@dataclass
class _Sorted:
    """What some rows come to: records that are new, that change, and rows that are left as they are.

    `held` are the records that are not public yet: their groups are told first. `left` are the rows whose record was
    taken out of view, or is not public yet: it stays so.
    """

    made: list[tuple[Row, Dealing]] = field(default_factory=list)
    held: list[Dealing] = field(default_factory=list)
    changed: list[tuple[Row, Dealing]] = field(default_factory=list)
    same: int = 0
    left: list[int] = field(default_factory=list)


class _Saving:
    """One upload while it is saved, some hundreds of rows at a time."""

    def __init__(self, upload: Upload, judges: Judges, by: str, at: datetime, progress: Progress) -> None:
        self.upload, self.judges, self.at, self.progress = upload, judges, at, progress
        self.kind, self.today = kind(upload.kind), localdate(at)
        own = upload.source == Source.ORGANISATION
        self.planner = Planner(upload, at=at, today=self.today, reached=own, by=by)
        self.writer = Writer(upload=upload, judges=judges, by=by, at=at)
        self.done: list[Line] = []
        self.left: list[int] = []
        self.held: Counter[str] = Counter()
        self.made = self.changed = self.same = 0
        self.hash = Digest()

    @property
    def counted(self) -> int:
        """How many rows are saved, or left as they are."""
        return self.made + self.changed + self.same + len(self.left) + self.held.total()

    def rows(self) -> Iterator[Row]:
        part = UploadPart.objects.get(upload=self.upload, name=Part.ROWS)
        return rows_of(unpacked(part.data), self.kind, self.upload.reasons)

    def judge(self) -> None:
        for row in self.rows():
            self.judges.judged(row.facts)

    def write(self) -> None:
        slugs = Slugs(self.upload.home_id, self.kind.name)
        own = Dealing.objects.filter(organisation=self.upload.organisation_id, kind=self.kind.name)
        own = own.exclude(source_id="").select_related("organisation", "home").select_for_update(of=("self",))
        any_here = own.exists()
        for some in batched(self.rows(), AT_ONCE, strict=False):
            references = [row.reference for row in some]
            here = {each.source_id: each for each in own.filter(source_id__in=references)} if any_here else {}
            self._write(self._sorted_out(some, here, slugs))
            self.progress(self.counted, self.upload.ready)
        self.writer.add_up()

    def _write(self, found: _Sorted) -> None:
        made = [dealing for _row, dealing in found.made]
        self.writer.make(made, [row.facts for row, _dealing in found.made])
        self.writer.hold(found.held)
        self.done += [{"made": dealing.pk} for dealing in (*made, *found.held)]
        self.held.update(str(dealing.public_on) for dealing in found.held)
        versions = versions_of([dealing for _row, dealing in found.changed])
        changes = [Change(each, self.planner.columns(row), versions[each.pk]) for row, each in found.changed]
        self.done += self.writer.change(changes, _("The list was uploaded again"))
        for row, dealing in (*found.made, *found.changed):
            self.hash.add([row.reference, dealing.facts])
        self.left += found.left
        self.made, self.changed = self.made + len(made), self.changed + len(changes)
        self.same += found.same

    def _sorted_out(self, rows: Iterable[Row], here: Mapping[str, Dealing], slugs: Slugs) -> _Sorted:
        """Which rows are new, changed, or here already, by their reference."""
        found = _Sorted()
        for row in rows:
            dealing = here.get(row.reference)
            if dealing is None and row.line.get("held"):
                found.held.append(self.planner.held(row))
            elif dealing is None:
                found.made.append((row, self.planner.dealing(row, slugs)))
            elif dealing.state == State.WITHDRAWN and (dealing.token or "").startswith(TAKEN_BACK):
                found.changed.append((row, dealing))
            elif dealing.state != State.PUBLIC:
                found.left.append(row.number)
            elif dealing.facts == self.kind.write(row.facts):
                found.same += 1
            else:
                found.changed.append((row, dealing))
        return found


class Digest:
    """The hash of a list in JSON, line by line: the same as that of the whole.

    >>> digest = Digest()
    >>> digest.add(["A1", {}])
    >>> digest.text == hashlib.sha256(b'[["A1", {}]]').hexdigest()
    True
    """

    def __init__(self) -> None:
        self._hash, self._between = hashlib.sha256(b"["), b""

    def add(self, line: object) -> None:
        """Take a line in."""
        self._hash.update(self._between + json.dumps(line, sort_keys=True).encode())
        self._between = b", "

    @property
    def text(self) -> str:
        """The hash of what was taken in."""
        whole = self._hash.copy()
        whole.update(b"]")
        return whole.hexdigest()


def tell_of(upload: Upload, what: What, count: int, texts: dict[str, str], *, by: str, at: datetime) -> None:
    """One line of the record for a whole list."""
    record.write(
        compact=upload.home_id,
        what=what,
        subject=f"upload/{upload.key}",
        title=_("%(count)s %(plural)s") % {"count": f"{count:,}", "plural": kind(upload.kind).plural},
        address=reverse("dealings", args=[upload.home_id, part_of(upload.kind)]),
        role=by,
        at=at,
        organisation=upload.organisation.slug,
        texts=texts,
    )
