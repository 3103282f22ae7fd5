"""What the views of uploading do: take a file in, and go on with one."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control

from livecompact.compacts.answers import with_compact
from livecompact.compacts.models import Compact
from livecompact.compacts.queries import Published
from livecompact.dealings.models import Source
from livecompact.dealings.queries import by_of, own
from livecompact.kinds.kind import Kind
from livecompact.people.models import Person
from livecompact.uploads import actions, queries
from livecompact.uploads.forms import SelectFile
from livecompact.uploads.letters import PUBLISHED
from livecompact.uploads.models import Part, Upload, UploadState
from livecompact.uploads.second import may_go_on, saved
from livecompact.uploads.sweeping import tell

READ_AT_ONCE = 1_000_000
"""Bytes of a file that is read while its sender waits; the worker reads a larger one."""

type View = Callable[..., HttpResponse]


def to_upload(view: View) -> View:
    """Gives a view the upload of the address; 404 to whoever may not go on with it. No browser keeps it."""

    @cache_control(no_store=True, private=True)
    @wraps(view)
    def answered(request: HttpRequest, compact: Published, key: str, **parts: Any) -> HttpResponse:
        return view(request, compact, queries.upload(request.user, compact, key, timezone.now()), **parts)

    return with_compact(answered)


def take(request: HttpRequest, compact: Published, of: Kind, form: SelectFile) -> Upload:
    """Keep a file that was sent, and read it at once where it is small."""
    now, sent, person = timezone.now(), form.cleaned_data["file"], _person(request)
    upload = actions.send_upload(
        home=Compact.objects.get(slug=compact.id),
        organisation=form.whose,
        kind_name=of.name,
        file_name=str(sent.name),
        data=sent.read(),
        source=Source.ORGANISATION if own(person, form.whose, now) else Source.PUBLISHED,
        by=by_of(person, form.whose, now),
        at=now,
        person=person,
    )
    return read(request, upload, sent.size or 0)


def match(request: HttpRequest, upload: Upload, columns: dict[str, str]) -> Upload:
    """Read a file again with what its columns were said to hold."""
    found = actions.match_columns(upload=upload, columns=columns, by=_by(request, upload))
    return read(request, found, len(queries.part_of(found, Part.FILE)))


def read(request: HttpRequest, upload: Upload, size: int) -> Upload:
    """Read a file while its sender waits, where it is small."""
    if size > READ_AT_ONCE:
        return upload
    try:
        return actions.read_upload(upload=upload, at=timezone.now(), by=_by(request, upload))
    except actions.AlreadyRead:
        return upload  # the worker was quicker


def publish(request: HttpRequest, upload: Upload) -> None:
    """Save what is ready, or let it wait for a second person. What somebody else saved just now stays as it is."""
    now, person = timezone.now(), _person(request)
    if not may_go_on(upload=upload, own=own(person, upload.organisation, now), person=person, at=now):
        return
    try:
        done = saved(upload=upload, by=_by(request, upload), at=now)
    except actions.NotReady:
        return
    if done.state == UploadState.SAVED:
        tell(done, PUBLISHED, now)


def undo(request: HttpRequest, upload: Upload) -> None:
    """Take back what it did, while there is time."""
    try:
        actions.undo_upload(upload=upload, by=_by(request, upload), at=timezone.now())
    except actions.TooLate:
        return


def give_reason(request: HttpRequest, upload: Upload, fact: str, reason: str) -> None:
    """Give one reason for all rows that lack it, or none."""
    actions.give_reason(upload=upload, fact=fact, reason=reason, by=_by(request, upload))


def can_be_undone(upload: Upload, today: Any) -> bool:
    """Whether it is saved, and its last day is not over."""
    return upload.state == UploadState.SAVED and upload.undo_by is not None and upload.undo_by >= today


def _by(request: HttpRequest, upload: Upload) -> str:
    return by_of(_person(request), upload.organisation, _now())


def _now() -> datetime:
    return timezone.now()


def _person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 (the guard lets nobody else through)
    return request.user
