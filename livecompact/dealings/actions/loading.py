"""A list saved as one: new rows, changed rows, and one line on the public record. All of it is saved, or nothing."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import batched
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.dealings.actions.judging import rejudge
from livecompact.dealings.actions.summing import put
from livecompact.dealings.actions.uploading import keep_part
from livecompact.dealings.findable import ROOM, document
from livecompact.dealings.models import (
    Dealing,
    Judged,
    Part,
    Source,
    Standing,
    State,
    Upload,
    UploadPart,
    UploadState,
    Version,
)
from livecompact.dealings.naming import part_of
from livecompact.dealings.rows import row_of
from livecompact.dealings.uploads.judging import Judges
from livecompact.dealings.uploads.packed import Line, packed, unpacked
from livecompact.dealings.uploads.planning import Planner, Row, Slugs, rows_of
from livecompact.kinds import kind
from livecompact.record import actions as record
from livecompact.record.what import What
from livecompact.search import actions as search

AT_ONCE = 500
UNDO = timedelta(days=7)
TAKEN_BACK = "undone "
"""How the token of a record begins whose upload was undone: the same row brings it back at its old address."""


class NotReady(Exception):
    """The upload is not read, or was saved already."""


def save_upload(*, upload: Upload, by: str, at: datetime) -> Upload:
    """Make every good row of an upload public: new ones, and new versions of those that changed.

    What is judged is judged before the transaction, so that others wait a short time only. Stopped in between it has
    saved nothing, and may be asked again. NotReady where it is not read, or saved already.
    """
    found = Upload.objects.select_related("organisation", "home").get(pk=upload.pk)
    if found.state not in (UploadState.READ, UploadState.SAVING):
        raise NotReady(found.key)
    saving = _Saving(found, by, at)
    for row in saving.rows:
        saving.judges.stands(row.facts)
    return saving.save()


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
    """What a list comes to: what is new, what is changed, and what is left as it is.

    `left` are the rows whose record was taken out of view, or is not public yet: it stays so.
    """

    made: list[tuple[Row, Dealing]] = field(default_factory=list)
    changed: list[tuple[Row, Dealing]] = field(default_factory=list)
    same: int = 0
    left: list[int] = field(default_factory=list)


class _Saving:
    """One upload while it is saved."""

    def __init__(self, upload: Upload, by: str, at: datetime) -> None:
        self.upload, self.by, self.at = upload, by, at
        self.kind = kind(upload.kind)
        self.judges = Judges(upload.organisation, self.kind, upload.home_id, self.today)

    @property
    def today(self) -> date:
        return localdate(self.at)

    @cached_property
    def rows(self) -> list[Row]:
        part = UploadPart.objects.get(upload=self.upload, name=Part.ROWS)
        return [*rows_of(unpacked(part.data), self.kind, self.upload.reasons)]

    @cached_property
    def planner(self) -> Planner:
        own = self.upload.source == Source.ORGANISATION
        return Planner(self.upload, at=self.at, today=self.today, reached=own, by=self.by)

    @transaction.atomic
    def save(self) -> Upload:
        held = Upload.objects.select_for_update().select_related("organisation", "home").get(pk=self.upload.pk)
        if held.state not in (UploadState.READ, UploadState.SAVING):
            raise NotReady(held.key)
        found = self._sorted_out()
        self._insert(found.made)
        done = [*({"made": dealing.pk} for _row, dealing in found.made), *self._changes(found)]
        keep_part(held, Part.DONE, packed(done))
        held.state, held.saved_at, held.saved_by, held.undo_by = UploadState.SAVED, self.at, self.by, self.today + UNDO
        held.made, held.changed, held.same = len(found.made), len(found.changed), found.same
        held.told = held.told | {"left": found.left[:AT_ONCE]}
        held.full_clean()
        held.save()
        if done:
            rows = [row for row, _dealing in (*found.made, *found.changed)]
            texts = {"count": str(len(done)), "sha256": self._hash(rows)}
            tell_of(held, What.RECORDS_LOADED, len(done), texts, by=self.by, at=self.at)
        return held

    def _hash(self, rows: list[Row]) -> str:
        """A hash of what was saved: each reference with its facts."""
        said = [[row.reference, self.kind.write(row.facts)] for row in rows]
        return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def _sorted_out(self) -> _Sorted:
        """Which rows are new, changed, or here already, by their reference."""
        found, slugs = _Sorted(), Slugs(self.upload.home_id, self.kind.name)
        here = self._here()
        for row in self.rows:
            dealing = here.get(row.reference)
            if dealing is None:
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

    def _here(self) -> dict[str, Dealing]:
        """The records of this organisation and kind that have one of these references."""
        own = Dealing.objects.filter(organisation=self.upload.organisation_id, kind=self.kind.name)
        own = own.exclude(source_id="").select_related("organisation", "home")
        found: dict[str, Dealing] = {}
        for some in batched([row.reference for row in self.rows] if own.exists() else [], AT_ONCE, strict=False):
            found |= {dealing.source_id: dealing for dealing in own.filter(source_id__in=some)}
        return found

    def _insert(self, made: list[tuple[Row, Dealing]]) -> None:
        """All new records, with their first versions, who judges them, how they stand, and where they are found."""
        dealings = Dealing.objects.bulk_create([dealing for _row, dealing in made], batch_size=AT_ONCE)
        both = list(zip(dealings, (row for row, _dealing in made), strict=True))
        Version.objects.bulk_create(map(self._version, dealings), batch_size=AT_ONCE)
        Judged.objects.bulk_create(
            (Judged(dealing=each, compact_id=slug) for each, row in both for slug in self.judges.stands(row.facts)),
            batch_size=AT_ONCE,
        )
        for each in dealings:
            each.organisation = self.upload.organisation  # known already: no query for each
        put(rows=self._standings(both))
        search.put(compact=self.upload.home_id, room=ROOM, documents=map(document, dealings))

    def _version(self, dealing: Dealing, number: int = 1, why: str = "") -> Version:
        return Version(
            dealing=dealing,
            number=number,
            facts=dealing.facts,
            lists=dealing.lists,
            on=self.today,
            at=self.at,
            by=self.by,
            why=why,
        )

    def _standings(self, both: list[tuple[Dealing, Row]]) -> Iterator[Standing]:
        for dealing, row in both:
            for slug, stands in self.judges.stands(row.facts).items():
                for each in self.judges.timed(slug, stands, today=self.today, reached_on=dealing.reached_on):
                    yield row_of(dealing, slug, each)

    def _changes(self, found: _Sorted) -> Iterator[Line]:
        for row, dealing in found.changed:
            yield self._change(row, dealing)

    def _change(self, row: Row, dealing: Dealing) -> Line:
        """Give a record what its row says now, as a new version; what it was, so that it can be undone."""
        number = Version.objects.filter(dealing=dealing).count()
        was = {"title": dealing.title, "about": dealing.about, "url": dealing.url, "state": dealing.state}
        bring_back(dealing, self.planner.columns(row), at=self.at)
        self._version(dealing, number + 1, _("The list was uploaded again")).save(force_insert=True)
        rejudge(dealing=dealing, today=self.today)
        search.put(compact=dealing.home_id, room=ROOM, documents=[document(dealing)])
        return {"changed": dealing.pk, "version": number, **was}


def bring_back(dealing: Dealing, columns: dict[str, Any], *, at: datetime) -> None:
    """Give a record other columns, in public view."""
    for name, value in columns.items():
        setattr(dealing, name, value)
    dealing.state, dealing.reason, dealing.withdrawn_at, dealing.withdrawn_by = State.PUBLIC, "", None, ""
    dealing.token = None
    dealing.sequence += 1
    dealing.changed_on, dealing.updated_at = localdate(at), at
    dealing.full_clean()
    dealing.save()


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
