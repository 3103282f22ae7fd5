"""A list that an officer uploads for an organisation: one request to a second person stands for all its rows."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.models import Act, SecondLook
from livecompact.compacts.second.actions import go_on
from livecompact.compacts.second.acts import NotNow, Thing
from livecompact.compacts.second.queries import waits_as
from livecompact.dealings.naming import named
from livecompact.kinds import kind
from livecompact.people.models import Person
from livecompact.uploads.actions.loading import NotReady, save_later, save_upload
from livecompact.uploads.models import Part, Upload, UploadPart, UploadState

SAVE_AT_ONCE = 5_000
"""Rows that are saved while somebody waits; the worker saves more."""


@transaction.atomic
def may_go_on(*, upload: Upload, own: bool, person: Person, at: datetime) -> bool:
    """Whether a list may be public now; where it may not, it waits for a second person from now on."""
    if own:
        return True
    compact, version = str(upload.home_id), _version(upload)
    return go_on(compact=compact, act=Act.LIST, subject=upload.key, version=version, by=person, at=at)


def list_waits_at(upload: Upload) -> str:
    """Where a second person says yes or no; empty where the list waits for none."""
    look = waits_as(str(upload.home_id), Act.LIST, upload.key)
    return reverse("second_look", args=[upload.home_id, look.pk]) if look else ""


def saved(*, upload: Upload, by: str, at: datetime) -> Upload:
    """Save a list, or let the worker do it where it is long. NotReady where it is saved already."""
    if upload.ready > SAVE_AT_ONCE:
        return save_later(upload=upload, by=by)
    return save_upload(upload=upload, by=by, at=at)


def the_list(look: SecondLook, at: datetime) -> Thing | None:  # noqa: ARG001 (every kind is asked in the same way)
    """The list as it is now; None where it is gone, or saved."""
    found = _found(look)
    if found is None:
        return None
    summary = found.told.get("summary", {})
    says = (
        (_("Organisation"), named(found.organisation)),
        (_("File"), found.file_name),
        (_("Rows to save"), f"{found.ready:,}"),
        (_("Years"), " – ".join(dict.fromkeys(summary.get("years", ())[:: max(1, len(summary.get("years", ())) - 1)]))),
        (_("Total"), f"£{summary['total']}" if summary.get("total") else ""),
        (_("One reason for all"), " ".join(filter(None, found.reasons.values()))),
    )
    words = {"n": f"{found.ready:,}", "plural": kind(found.kind).plural}
    title = _("A list: %(n)s %(plural)s") % words
    address = reverse("upload", args=[found.home_id, found.key])
    return Thing(title, tuple((name, value) for name, value in says if value), address, _version(found))


def save_the_list(look: SecondLook, by: Person, at: datetime) -> Upload:  # noqa: ARG001 (as above)
    """Save it as the officer's."""
    found = _found(look)
    if found is None:
        raise NotNow
    try:
        return saved(upload=found, by=_("Compact officer"), at=at)
    except NotReady as problem:
        raise NotNow from problem


def _found(look: SecondLook) -> Upload | None:
    rows = Upload.objects.select_related("organisation").filter(home__slug=look.compact_id, state=UploadState.READ)
    return rows.filter(key=look.subject).first()


def _version(upload: Upload) -> str:
    """What stands for all that becomes public: the rows, and the reasons that were given for them."""
    rows = UploadPart.objects.filter(upload=upload, name=Part.ROWS).values_list("data", flat=True).first()
    said = sha256(bytes(rows or b""))
    said.update(repr(sorted(upload.reasons.items())).encode())
    return said.hexdigest()
