"""The mails about an upload: it is checked, and it is published."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.frame.dates import long_date
from livecompact.kinds import kind
from livecompact.record.letters import Letter
from livecompact.record.models import Notice
from livecompact.uploads.models import Upload, UploadState
from livecompact.uploads.words import rows_ready, rows_to_change

CHECKED, PUBLISHED = "upload-checked", "upload-published"


def checked(notice: Notice, at: datetime) -> Letter | None:  # noqa: ARG001 (what a letter is asked with)
    """To who sent a large file: it is checked; None once they went on."""
    upload = _upload(notice, UploadState.READ, UploadState.REFUSED)
    if upload is None:
        return None
    if upload.state == UploadState.REFUSED:
        return _letter(upload, _("Your file could not be read"), (str(upload.told["says"]) + ".",))
    wrong = upload.rows - upload.ready
    count = {"wrong": f"{wrong:,}", "rows": f"{upload.rows:,}", "ready": f"{upload.ready:,}"}
    if not wrong:
        return _letter(upload, rows_ready(upload), (_("Go on when you like. Nothing is saved yet."),))
    subject = _("%(wrong)s of your %(rows)s rows need a change") % count
    return _letter(upload, subject, (_("The other %(ready)s are ready to save.") % count, rows_to_change(upload)))


def published(notice: Notice, at: datetime) -> Letter | None:  # noqa: ARG001 (as above)
    """To who sent a list: it is public, and until when it can be undone; None once it was undone."""
    upload = _upload(notice, UploadState.SAVED)
    if upload is None or upload.undo_by is None:
        return None
    words = {"count": f"{upload.made + upload.changed:,}", "plural": kind(upload.kind).plural}
    says = _("You can undo this until %(day)s.") % {"day": long_date(upload.undo_by)}
    return _letter(upload, _("%(count)s %(plural)s are published") % words, (says,))


def _upload(notice: Notice, *states: UploadState) -> Upload | None:
    found = Upload.objects.filter(key=notice.subject.removeprefix("upload/"), state__in=states, person=notice.person)
    return found.first()


def _letter(upload: Upload, subject: str, lines: tuple[str, ...]) -> Letter:
    return Letter(
        subject=subject,
        lines=lines,
        address=reverse("upload", args=[upload.home_id, upload.key]),
        why=_("You get this because you sent the file."),
        thread=f"upload/{upload.key}",
    )
