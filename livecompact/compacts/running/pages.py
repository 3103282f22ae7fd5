"""What the page for whoever runs a Compact holds, in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.frame.dates import long_date
from livecompact.frame.waiting import Waits


@dataclass(frozen=True)
class Line:
    """One thing that waits, and in words by when it is wanted."""

    waits: Waits
    by_when: str
    late: bool


@dataclass(frozen=True)
class RunPage:
    """All that waits, the oldest first."""

    title: str
    lines: tuple[Line, ...]


def run_page(found: tuple[Waits, ...], today: date) -> RunPage:
    """The page of a day."""
    lines = tuple(Line(each, by_when(each, today), is_late(each, today)) for each in found)
    return RunPage(_("What waits for you"), lines)


def by_when(each: Waits, today: date) -> str:
    """By when it is wanted, with the days that are left; empty where no day is set."""
    if each.by is None:
        return ""
    said = _("By %(day)s") % {"day": long_date(each.by)}
    left = (each.by - today).days
    if left < 0:
        return said
    days = ngettext("%(left)s day left", "%(left)s days left", left) % {"left": left}
    return f"{said} ({days})" if left else _("By today")


def is_late(each: Waits, today: date) -> bool:
    """Whether its last day is over."""
    return each.by is not None and each.by < today
