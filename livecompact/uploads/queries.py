"""Files of records that were sent, as those may see them who may publish in the organisation's name."""

from collections.abc import Sequence
from datetime import datetime

from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.queries.whose import Actor
from livecompact.people.queries import roles_of
from livecompact.people.roles import allowed
from livecompact.uploads.models import Part, Upload, UploadPart
from livecompact.uploads.packed import Line, unpacked
from livecompact.uploads.rights import MAY

A_PAGE = 100


def upload(actor: Actor, compact: Published, key: str, at: datetime) -> Upload:
    """The upload of that key; NotThere where there is none, or where it is not theirs: a key gives nobody a right."""
    rows = Upload.objects.select_related("organisation", "home")
    found = rows.filter(home__slug=compact.id, key=key).first()
    if found is None or not may_upload(actor, found, at):
        raise NotThere(key)
    return found


def may_upload(actor: Actor, found: Upload, at: datetime) -> bool:
    """Whether somebody may see an upload and go on with it."""
    roles = roles_of(actor, at=at, compact=found.home_id, organisation=found.organisation.slug)
    return allowed(MAY, "upload.save", roles, state=found.state)


def uploads(actor: Actor, compact: Published, at: datetime, at_most: int = 20) -> Sequence[Upload]:
    """The newest uploads that somebody may go on with."""
    rows = Upload.objects.select_related("organisation", "home").filter(home__slug=compact.id).defer("told")
    return [each for each in rows[: at_most * 5] if may_upload(actor, each, at)][:at_most]


def problems(actor: Actor, found: Upload, page: int) -> tuple[Sequence[Line], int]:  # noqa: ARG001 (they may see it: `upload` asked)
    """One page of the cells that could not be read, and how many pages there are."""
    lines = [*unpacked(part_of(found, Part.PROBLEMS))]
    pages = max(1, -(-len(lines) // A_PAGE))
    start = (min(max(page, 1), pages) - 1) * A_PAGE
    return lines[start : start + A_PAGE], pages


def lines_of(actor: Actor | None, found: Upload, name: Part) -> Sequence[Line]:  # noqa: ARG001 (as above)
    """The lines of one part of an upload."""
    return [*unpacked(part_of(found, name))]


def part_of(found: Upload, name: Part) -> bytes:
    """One part of an upload; NotThere where it is gone."""
    held = UploadPart.objects.filter(upload=found, name=name).first()
    if held is None:
        raise NotThere(found.key)
    return bytes(held.data)
