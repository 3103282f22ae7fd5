"""What the worker does of uploads that are too large to wait for: it reads and saves them, and tells who sent them."""

from datetime import datetime

from django.utils.translation import gettext as _

from livecompact.record.actions import notify
from livecompact.uploads.actions.loading import NotReady, save_upload
from livecompact.uploads.actions.uploading import AlreadyRead, read_upload
from livecompact.uploads.letters import CHECKED, PUBLISHED
from livecompact.uploads.models import Upload, UploadState


def sweep(*, at: datetime) -> int:
    """Read every file that waits and save every list that was published; how many people were told."""
    told = 0
    for upload in Upload.objects.filter(state=UploadState.WAITING).select_related("organisation", "home", "person"):
        try:
            told += tell(read_upload(upload=upload, at=at, by=_("Worker")), CHECKED, at)
        except AlreadyRead:
            continue  # who sent it has seen it
    for upload in Upload.objects.filter(state=UploadState.SAVING).select_related("organisation", "home", "person"):
        try:
            told += tell(save_upload(upload=upload, by=upload.sent_by, at=at), PUBLISHED, at)
        except NotReady:
            continue  # another worker did it just now
    return told


def tell(upload: Upload, reason: str, at: datetime) -> int:
    """Tell who sent an upload what came of it, once; whether there is somebody to be told."""
    if upload.person is None:
        return 0
    occurrence = f"{upload.state} {len(upload.columns)}"
    notify(
        to=upload.person,
        reason=reason,
        subject=f"upload/{upload.key}",
        occurrence=occurrence,
        compact=upload.home_id,
        at=at,
        urgent=True,
    )
    return 1
