"""What is kept of a file that was sent goes when nobody can need it any more."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from livecompact.uploads.models import Upload, UploadPart

KEPT_FOR = timedelta(days=30)
"""How long a file waits for whoever sent it: the time that any unsent answer is kept here."""


@transaction.atomic
def forget_uploads(*, at: datetime) -> int:
    """Delete what was not saved for 30 days, and of what was saved all but its counts once its time to undo is over.

    How many went.
    """
    gone, _each = Upload.objects.filter(saved_at=None, sent_at__lt=at - KEPT_FOR).delete()
    over = Upload.objects.filter(undo_by__lt=localdate(at))
    parts, _each = UploadPart.objects.filter(upload__in=over).delete()
    over.exclude(person=None, file_name="").update(person=None, file_name="", columns={}, told={}, reasons={})
    return gone + parts
