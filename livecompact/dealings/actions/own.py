"""What an organisation keeps for itself: entries of its funding, and the keys of private calendars."""

import hashlib
import secrets
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.timezone import localdate

from livecompact.compacts.models import Compact
from livecompact.dealings.models import CalendarKey, FundingEntry
from livecompact.dealings.naming import new_key
from livecompact.people.models import Person
from livecompact.register.models import Organisation

KEPT_AFTER = timedelta(days=366)
"""How long an entry is kept after its funding has ended."""
BYTES = 24
"""Of chance in a key; nobody guesses it."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What an organisation says of one grant or contract."""

    title: str
    funder: str
    ends_on: date
    amount: Decimal | None = None
    report_on: date | None = None
    contact_role: str = ""


@transaction.atomic
def add_funding(*, organisation: Organisation, entry: Entry, by: str, at: datetime) -> FundingEntry:
    """Write down a grant or contract; nobody but the organisation sees it."""
    key = new_key()
    made = FundingEntry(key=key, organisation=organisation, made_at=at, made_by=by, updated_at=at, **_clean(entry))
    made.full_clean()
    made.save(force_insert=True)
    return made


@transaction.atomic
def change_funding(*, row: FundingEntry, entry: Entry, by: str, at: datetime) -> FundingEntry:  # noqa: ARG001 (named as in every action)
    """Say something else of a grant or contract; a moved day raises the number by which calendars know it."""
    found = FundingEntry.objects.select_for_update().get(pk=row.pk)
    found.sequence += int((found.ends_on, found.report_on) != (entry.ends_on, entry.report_on))
    for name, value in _clean(entry).items():
        setattr(found, name, value)
    found.updated_at = at
    found.full_clean()
    found.save()
    return found


@transaction.atomic
def remove_funding(*, row: FundingEntry, by: str, at: datetime) -> None:  # noqa: ARG001 (as above)
    """Delete an entry for good."""
    FundingEntry.objects.filter(pk=row.pk).delete()


@transaction.atomic
def forget_funding(*, at: datetime) -> int:
    """Delete the entries whose funding ended more than a year ago; how many went."""
    gone, _each = FundingEntry.objects.filter(ends_on__lt=localdate(at) - KEPT_AFTER).delete()
    return gone


@transaction.atomic
def make_calendar(*, person: Person, organisation: Organisation, compact: Compact, by: str, at: datetime) -> str:  # noqa: ARG001 (as above)
    """Make a private calendar, or renew it: the key, told this once. A key that was there opens nothing any more."""
    key = secrets.token_urlsafe(BYTES)
    CalendarKey.objects.update_or_create(
        person=person,
        organisation=organisation,
        compact=compact,
        defaults={"key_hash": hashed(key), "made_at": at},
    )
    return key


@transaction.atomic
def end_calendar(*, person: Person, organisation: Organisation, compact: Compact, by: str, at: datetime) -> None:  # noqa: ARG001 (as above)
    """End a private calendar: its address is not found any more."""
    CalendarKey.objects.filter(person=person, organisation=organisation, compact=compact).delete()


def hashed(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode()).hexdigest()


def _clean(entry: Entry) -> dict[str, object]:
    return {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in asdict(entry).items()}
