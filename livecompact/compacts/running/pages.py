"""What the page for whoever runs a Compact holds, in words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.compacts.queries import Published
from livecompact.compacts.running.forms import HandOver
from livecompact.compacts.running.standing_in import days, hand_over, take_back
from livecompact.frame.dates import long_date
from livecompact.frame.waiting import Waits
from livecompact.people import queries
from livecompact.people.actions import NotAllowed
from livecompact.people.mine import number, person


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


@dataclass(frozen=True)
class StandIn:
    """Somebody who stands in now or will, from one day to another, both counted."""

    pk: int
    who: str
    first: date
    last: date


def stand_ins(compact: Published, at: datetime) -> tuple[StandIn, ...]:
    """Who stands in for the officer of a Compact, now or later."""
    return tuple(StandIn(each.pk, str(each.person), *days(each)) for each in queries.stand_ins(compact.id, at=at))


def handed_over(request: HttpRequest, compact: Published, form: HandOver, at: datetime) -> bool:
    """Whether somebody stands in now; where not, the form says why."""
    try:
        hand_over(compact=compact, by=person(request), at=at, **form.cleaned_data)
    except ValidationError as refused:
        form.add_error("email", refused.messages[0])
    except NotAllowed:
        raise PermissionDenied from None
    return form.is_valid()


def taken_back(request: HttpRequest, compact: Published, at: datetime) -> None:
    """End the time of the one whose button was pressed; PermissionDenied for who may not."""
    try:
        take_back(compact=compact, pk=number(request.POST["end"]), by=person(request), at=at)
    except NotAllowed:
        raise PermissionDenied from None


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
