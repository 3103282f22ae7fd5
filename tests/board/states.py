"""The board and the records over time, in each state."""

from datetime import date

import pytest

from livecompact.dealings.actions.counting import count_quarters
from tests.dealings.making import moment
from tests.dealings.records import none_yet, records, very_long
from tests.harness.states import Kind, at


def past_quarters(patch: pytest.MonkeyPatch) -> None:
    """A handful of records, and two quarters that are over."""
    records(patch)
    count_quarters(at=moment(date(2026, 7, 1)))


STATES = (
    at("board", "/hertfordshire/board", prepare=past_quarters),
    at("board", "/hertfordshire/board?year=2026", prepare=past_quarters),
    at("board", "/hertfordshire/board", Kind.EMPTY, prepare=none_yet),
    at("records", "/hertfordshire/records", prepare=records),
    at("records", "/hertfordshire/records?organisation=hartsmere-county-council&state=not-kept", prepare=records),
    at("records", "/hertfordshire/records?promise=2.4", Kind.LONG, prepare=very_long),
    at("records", "/hertfordshire/records", Kind.EMPTY, prepare=none_yet),
    at("records", "/hertfordshire/records?promise=99.9", Kind.ERROR, status=404, prepare=none_yet),
    at("records.json", "/hertfordshire/records.json", prepare=records, html=False),
    at("records.csv", "/hertfordshire/records.csv", prepare=records, html=False),
    at("board.json", "/hertfordshire/board.json", prepare=past_quarters, html=False),
    at("board.csv", "/hertfordshire/board.csv", prepare=past_quarters, html=False),
)
