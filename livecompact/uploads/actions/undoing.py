"""An upload undone: what it made is taken out of view, and what it changed says again what it said before."""

from collections.abc import Sequence
from datetime import datetime
from itertools import batched
from typing import Any

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.dealings.actions.drafting import listed
from livecompact.dealings.actions.summing import replace
from livecompact.dealings.models import Dealing, Dispute, Explanation, Judged, Reply, SaidMissing, State, Version
from livecompact.dealings.naming import address_of
from livecompact.kinds import kind
from livecompact.record.what import What
from livecompact.search import actions as search
from livecompact.uploads.actions.loading import AT_ONCE, TAKEN_BACK, tell_of
from livecompact.uploads.actions.saving_rows import Change, Writer, versions_of
from livecompact.uploads.judging import Judges
from livecompact.uploads.models import Part, Upload, UploadPart, UploadState
from livecompact.uploads.packed import Line, unpacked


class TooLate(Exception):
    """The days in which the upload could be undone are over, or it was undone already."""


@transaction.atomic
def undo_upload(*, upload: Upload, by: str, at: datetime) -> int:
    """Take back what an upload did; how many records stay as they are, since somebody has answered or changed them.

    Nothing that was public is deleted: what it made is withdrawn, each with its reason. What never was, is deleted.
    TooLate after its last day.
    """
    held = Upload.objects.select_for_update().select_related("organisation", "home").get(pk=upload.pk)
    if held.state != UploadState.SAVED or held.undo_by is None or held.undo_by < localdate(at):
        raise TooLate(held.key)
    done = [*unpacked(UploadPart.objects.get(upload=held, name=Part.DONE).data)]
    made = [line["made"] for line in done if "made" in line]
    stay = _answered([*made, *(line["changed"] for line in done if "changed" in line)])
    stay |= _changed_since(made)
    gone = [pk for pk in made if pk not in stay]
    unseen = _forget_unseen(gone)
    _withdraw([pk for pk in gone if pk not in unseen], held, by, at)
    lines = [line for line in done if "changed" in line and line["changed"] not in stay]
    restoring = _Restoring(held, by, at)
    back = sum(restoring.restore(some) for some in batched(lines, AT_ONCE, strict=False))
    restoring.writer.add_up()
    held.state, held.undone_at, held.undone_by = UploadState.UNDONE, at, by
    held.save(update_fields=["state", "undone_at", "undone_by"])
    if shown := len(gone) - len(unseen) + back:
        tell_of(held, What.RECORDS_UNDONE, shown, {"count": str(shown)}, by=by, at=at)
    return len(done) - len(gone) - back


def _answered(keys: list[int]) -> set[int]:
    """The records to which somebody has said something."""
    found: set[int] = set()
    for model in (Explanation, Reply, Dispute, SaidMissing):
        rows = model.objects.exclude(dealing=None).values_list("dealing", flat=True)
        found |= set(keys) & set(rows)
    return found | (set(keys) & set(Dealing.objects.exclude(follows=None).values_list("follows", flat=True)))


def _changed_since(made: list[int]) -> set[int]:
    """The records that say something else than they said at first, or are out of view already."""
    found: set[int] = set()
    for start in range(0, len(made), AT_ONCE):
        some = made[start : start + AT_ONCE]
        first = dict(Version.objects.filter(dealing__in=some, number=1).values_list("dealing", "facts"))
        rows = Dealing.objects.filter(pk__in=some).values_list("pk", "facts", "state")
        found |= {pk for pk, facts, state in rows if state != State.TOLD and not _is_as_made(first, pk, facts, state)}
    return found


def _is_as_made(first: dict[int, Any], pk: int, facts: Any, state: str) -> bool:
    return state == State.PUBLIC and first.get(pk) == facts


def _forget_unseen(made: list[int]) -> set[int]:
    """Delete the records that never were public, which only their groups may know."""
    found: set[int] = set()
    for some in batched(made, AT_ONCE, strict=False):
        told = Dealing.objects.filter(pk__in=some, state=State.TOLD)
        found |= set(told.values_list("pk", flat=True))
        told.delete()
    return found


def _withdraw(keys: list[int], upload: Upload, by: str, at: datetime) -> None:
    reason = _("The upload that made this record was undone.")
    for start in range(0, len(keys), AT_ONCE):
        some = Dealing.objects.filter(pk__in=keys[start : start + AT_ONCE])
        search.forget(compact=upload.home_id, addresses=[address_of(each) for each in some])
        replace(dealings=keys[start : start + AT_ONCE])
        Judged.objects.filter(dealing__in=keys[start : start + AT_ONCE]).delete()
        some.update(
            state=State.WITHDRAWN,
            reason=reason,
            withdrawn_at=at,
            withdrawn_by=by,
            token=Concat(Value(TAKEN_BACK), F("key")),
            updated_at=at,
            sequence=F("sequence") + 1,
        )


class _Restoring:
    """Lets records say again what they said before an upload."""

    def __init__(self, upload: Upload, by: str, at: datetime) -> None:
        self.upload, self.by, self.at = upload, by, at
        judges = Judges(upload.organisation, kind(upload.kind), upload.home_id, localdate(at))
        self.writer = Writer(upload=upload, judges=judges, by=by, at=at)

    def restore(self, lines: Sequence[Line]) -> int:
        """Give some records a new version of their earlier facts; of how many that could be done."""
        rows = Dealing.objects.select_related("organisation", "home").select_for_update(of=("self",))
        held = rows.in_bulk([line["changed"] for line in lines])
        versions = versions_of(list(held.values()))
        still = [line for line in lines if self._is_as_left(line, held[line["changed"]], versions)]
        hidden = [line["changed"] for line in still if line["state"] == State.WITHDRAWN]
        _withdraw(hidden, self.upload, self.by, self.at)
        shown = [line for line in still if line["state"] != State.WITHDRAWN]
        facts = self._facts_before(shown)
        changes = [
            Change(held[line["changed"]], _columns(line, facts[line["changed"]], self.upload.kind), line["version"] + 1)
            for line in shown
        ]
        self.writer.change(changes, _("The upload was undone"))
        return len(still)

    def _is_as_left(self, line: Line, dealing: Dealing, versions: dict[int, int]) -> bool:
        return versions[dealing.pk] == line["version"] + 1 and dealing.state == State.PUBLIC

    def _facts_before(self, lines: Sequence[Line]) -> dict[int, dict[str, Any]]:
        wanted = {(line["changed"], line["version"]) for line in lines}
        rows = Version.objects.filter(dealing__in=[line["changed"] for line in lines])
        found = rows.values_list("dealing", "number", "facts")
        return {dealing: facts for dealing, number, facts in found if (dealing, number) in wanted}


def _columns(line: Line, facts: dict[str, Any], kind_name: str) -> dict[str, Any]:
    """What a record said: its words, and its facts with the columns made of them."""
    told = {name: line[name] for name in ("title", "about", "url")}
    return told | listed(kind_name, kind(kind_name).read(facts))
