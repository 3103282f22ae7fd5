"""What is done with a list that was sent: it is read, saved as one, undone, and forgotten."""

from livecompact.uploads.actions.erasing import erase_person
from livecompact.uploads.actions.forgetting import forget_uploads
from livecompact.uploads.actions.loading import NotReady, save_later, save_upload
from livecompact.uploads.actions.undoing import TooLate, undo_upload
from livecompact.uploads.actions.uploading import (
    AlreadyRead,
    give_reason,
    keep_read,
    match_columns,
    read_upload,
    send_upload,
)

__all__ = [
    "AlreadyRead",
    "NotReady",
    "TooLate",
    "erase_person",
    "forget_uploads",
    "give_reason",
    "keep_read",
    "match_columns",
    "read_upload",
    "save_later",
    "save_upload",
    "send_upload",
    "undo_upload",
]
