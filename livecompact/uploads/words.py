"""What is said of an upload: how many rows are ready, what is wrong with the others, how they stand."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.dealings.standings import Shown
from livecompact.frame.dates import long_date
from livecompact.uploads.models import Upload, UploadState

STATES = (
    Shown.KEPT,
    Shown.EXPLAINED,
    Shown.NOT_KEPT,
    Shown.WAITING,
    Shown.NOT_YET_DUE,
    Shown.NO_EVIDENCE,
)


def rows_ready(upload: Upload) -> str:
    """How many rows are ready: the heading of the page."""
    count = {"ready": f"{upload.ready:,}", "rows": f"{upload.rows:,}"}
    return ngettext("%(ready)s of %(rows)s row is ready", "%(ready)s of %(rows)s rows are ready", upload.rows) % count


def not_public_until(upload: Upload) -> tuple[str, ...]:
    """How many rows are saved and not public, until which day; their groups are told first."""
    found = []
    for day, rows in upload.told.get("held", ()):
        says = ngettext("%(n)s row is not public until %(day)s.", "%(n)s rows are not public until %(day)s.", rows)
        found.append(says % {"n": f"{rows:,}", "day": long_date(date.fromisoformat(day))})
    return tuple(found)


def rows_done(upload: Upload) -> str:
    """How far the reading or the saving of a list is; empty where nothing is known yet."""
    if upload.state == UploadState.SAVING:
        return _("Rows to save: %(n)s.") % {"n": f"{upload.ready:,}"}
    count = {"done": f"{upload.ready:,}", "rows": f"{upload.rows:,}"}
    return _("%(done)s of %(rows)s rows checked.") % count if upload.rows else ""


def rows_to_change(upload: Upload) -> str:
    """How many need a change; empty where none does."""
    wrong = upload.rows - upload.ready
    if not wrong:
        return ""
    return ngettext("%(n)s row needs a change.", "%(n)s rows need a change.", wrong) % {"n": f"{wrong:,}"}


def cause_said(cause: Mapping[str, Any], letters: Mapping[str, str]) -> str:
    """One cause in a sentence: which column, how many rows, and what is wrong."""
    first, rows = cause["first"], cause["rows"]
    count = ngettext("%(n)s row.", "%(n)s rows.", rows) % {"n": f"{rows:,}"}
    column = first["column"]
    if not column:
        return f"{count} {first['says']}"
    where = {"column": column, "letter": letters.get(column, "")}
    told = _("%(column)s, column %(letter)s") % where if where["letter"] else column
    return f"{told}: {count} {first['says']}"


def first_said(cause: Mapping[str, Any]) -> str:
    """Where the first one stands, and what it says."""
    first = cause["first"]
    if not first["value"]:
        return _("First one: row %(row)s, an empty cell.") % {"row": first["row"]}
    return _("First one: row %(row)s, ‘%(value)s’.") % {"row": first["row"], "value": first["value"]}
