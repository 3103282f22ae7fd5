"""An upload undone: what it made is taken out of view, and what it changed says again what it said before."""

from datetime import datetime

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.dealings.actions.drafting import listed
from livecompact.dealings.actions.judging import rejudge
from livecompact.dealings.actions.loading import AT_ONCE, TAKEN_BACK, bring_back, tell_of
from livecompact.dealings.actions.summing import replace
from livecompact.dealings.findable import ROOM, document
from livecompact.dealings.models import (
    Dealing,
    Dispute,
    Explanation,
    Judged,
    Part,
    Reply,
    SaidMissing,
    State,
    Upload,
    UploadPart,
    UploadState,
    Version,
)
from livecompact.dealings.naming import address_of
from livecompact.dealings.uploads.packed import Line, unpacked
from livecompact.kinds import kind
from livecompact.record.what import What
from livecompact.search import actions as search


class TooLate(Exception):
    """The days in which the upload could be undone are over, or it was undone already."""


@transaction.atomic
def undo_upload(*, upload: Upload, by: str, at: datetime) -> int:
    """Take back what an upload did; how many records stay as they are, since somebody has answered or changed them.

    Nothing that was public is deleted: what it made is withdrawn, each with its reason. TooLate after its last day.
    """
    held = Upload.objects.select_for_update().select_related("organisation", "home").get(pk=upload.pk)
    if held.state != UploadState.SAVED or held.undo_by is None or held.undo_by < localdate(at):
        raise TooLate(held.key)
    done = [*unpacked(UploadPart.objects.get(upload=held, name=Part.DONE).data)]
    made = [line["made"] for line in done if "made" in line]
    stay = _answered([*made, *(line["changed"] for line in done if "changed" in line)])
    stay |= _changed_since(made)
    gone = [pk for pk in made if pk not in stay]
    _withdraw(gone, held, by, at)
    back = [line for line in done if "changed" in line and line["changed"] not in stay and _restore(line, held, by, at)]
    held.state, held.undone_at, held.undone_by = UploadState.UNDONE, at, by
    held.save(update_fields=["state", "undone_at", "undone_by"])
    texts = {"count": str(len(gone) + len(back))}
    tell_of(held, What.RECORDS_UNDONE, len(gone) + len(back), texts, by=by, at=at)
    return len(done) - len(gone) - len(back)


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
        found |= {pk for pk, facts, state in rows if facts != first[pk] or state != State.PUBLIC}
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


def _restore(line: Line, upload: Upload, by: str, at: datetime) -> bool:
    """Let a record say again what it said before the upload, as a new version; whether that could be done."""
    dealing = Dealing.objects.select_related("organisation", "home").get(pk=line["changed"])
    versions = Version.objects.filter(dealing=dealing)
    if versions.count() != line["version"] + 1 or dealing.state != State.PUBLIC:
        return False
    if line["state"] == State.WITHDRAWN:
        _withdraw([dealing.pk], upload, by, at)
        return True
    facts = versions.get(number=line["version"]).facts
    told = {name: line[name] for name in ("title", "about", "url")}
    bring_back(dealing, told | listed(dealing.kind, kind(dealing.kind).read(facts)), at=at)
    Version.objects.create(
        dealing=dealing,
        number=line["version"] + 2,
        facts=facts,
        lists=dealing.lists,
        on=localdate(at),
        at=at,
        by=by,
        why=_("The upload was undone"),
    )
    rejudge(dealing=dealing, today=localdate(at))
    search.put(compact=dealing.home_id, room=ROOM, documents=[document(dealing)])
    return True
