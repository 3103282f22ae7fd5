"""The pages of this room, in every state."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from livecompact.record import actions
from livecompact.record.actions.writing import erase_text
from livecompact.record.models import Entry
from livecompact.record.what import What
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, at

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MANY = 120


def some(_patch: pytest.MonkeyPatch, title: str = "Library hours", times: int = 3) -> None:
    """Both Compacts, with some lines on the record, one of them erased."""
    both_compacts(_patch)
    with transaction.atomic():
        for number in range(times):
            entry = actions.write(
                compact="hertfordshire",
                what=list(What)[number % 5],
                subject=f"consultation/{number}",
                title=f"{title} {number}",
                address="/hertfordshire/promises/2.4",
                role="Compact officer",
                at=NOW + timedelta(hours=number),
                touches=["promise:time-to-answer"],
                texts={"reason": "The roof is being mended."},
            )
        erase_text(entry=entry, by="administrator")


def many(patch: pytest.MonkeyPatch) -> None:
    """More lines than a page holds."""
    some(patch, times=MANY)


def long(patch: pytest.MonkeyPatch) -> None:
    """Lines whose titles are one very long word."""
    some(patch, title=LONG_WORD)


def nothing(patch: pytest.MonkeyPatch) -> None:
    """A Compact on whose record nothing is, as in a site of an older version."""
    both_compacts(patch)
    Entry.objects.all().delete()


RECORD = "/hertfordshire/record"

STATES: tuple[State, ...] = (
    at("record", RECORD, prepare=some),
    at("record", f"{RECORD}?page=2", prepare=many),
    at("record", f"{RECORD}?what=look-changed", prepare=many),
    at("record", RECORD, Kind.EMPTY, prepare=nothing),
    at("record", RECORD, Kind.LONG, prepare=long),
    at("record", f"{RECORD}?page=9", Kind.ERROR, prepare=some, status=404),
    at("record", f"{RECORD}?what=party-held", Kind.ERROR, prepare=some, status=400),
    at("record.json", f"{RECORD}.json", prepare=some, html=False),
    at("record.atom", f"{RECORD}.atom", prepare=some, html=False),
    at("entry", f"{RECORD}/2", prepare=some),
    at("entry", f"{RECORD}/2", Kind.LONG, prepare=long),
    at("entry", f"{RECORD}/99", Kind.ERROR, prepare=some, status=404),
    at("entry.json", f"{RECORD}/2.json", prepare=some, html=False),
)
