"""Entering a school holiday, and taking one out again; each is a line of the public record."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from livecompact.compacts.entries import LANGUAGE
from livecompact.compacts.holidays.queries import MOST
from livecompact.compacts.models import Compact, SchoolHoliday
from livecompact.record import actions as record
from livecompact.record.what import What
from livecompact.standards.words import date_range


@transaction.atomic
def enter(*, compact: str, name: str, first: date, last: date, by: str, at: datetime) -> SchoolHoliday:
    """Add one to those of a Compact; `by` is a role.

    ValidationError, by field, where some of its days are in another already, or where there is no room for more.
    """
    Compact.objects.select_for_update().get(slug=compact)
    _refuse_what_is_there(compact, first, last)
    row = SchoolHoliday(compact_id=compact, name=name, first=first, last=last)
    row.full_clean()
    row.save()
    with override(LANGUAGE):
        _tell(row, _("School holiday: %(name)s, %(days)s"), by, at)
    return row


@transaction.atomic
def take_out(*, compact: str, pk: int, by: str, at: datetime) -> None:
    """Take one out of those of a Compact; nothing happens where it is out already. `by` is a role."""
    row = SchoolHoliday.objects.select_for_update().filter(compact_id=compact, pk=pk).first()
    if row is None:
        return
    with override(LANGUAGE):
        _tell(row, _("No school holiday any more: %(name)s, %(days)s"), by, at)
    row.delete()


def _refuse_what_is_there(compact: str, first: date, last: date) -> None:
    rows = SchoolHoliday.objects.filter(compact_id=compact)
    if other := rows.filter(first__lte=last, last__gte=first).first():
        words = {"name": other.name, "days": date_range(other.first, other.last)}
        raise ValidationError({"first": _("These days meet another holiday: %(name)s, %(days)s") % words})
    if rows.count() >= MOST:
        raise ValidationError({"name": _("There are %(most)s already. Take old ones out first") % {"most": MOST}})


def _tell(row: SchoolHoliday, pattern: str, by: str, at: datetime) -> None:
    compact = str(row.compact_id)
    record.write(
        compact=compact,
        what=What.RUNNING_CHANGED,
        subject=f"school-holiday/{row.first}",
        title=pattern % {"name": row.name, "days": date_range(row.first, row.last)},
        address=reverse("counting", kwargs={"compact": compact}),
        role=by,
        at=at,
    )
