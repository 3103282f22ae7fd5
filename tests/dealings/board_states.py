"""The board, in each state."""

from datetime import date

import pytest

from livecompact.dealings.actions.counting import count_quarters
from tests.dealings.making import moment
from tests.dealings.records import none_yet, records
from tests.harness.states import Kind, at


def past_quarters(patch: pytest.MonkeyPatch) -> None:
    """A handful of records, and two quarters that are over."""
    records(patch)
    count_quarters(at=moment(date(2026, 7, 1)))


STATES = (
    at("board", "/hertfordshire/board", prepare=past_quarters),
    at("board", "/hertfordshire/board?year=2026", prepare=past_quarters),
    at("board", "/hertfordshire/board", Kind.EMPTY, prepare=none_yet),
    at("board.json", "/hertfordshire/board.json", prepare=past_quarters, html=False),
    at("board.csv", "/hertfordshire/board.csv", prepare=past_quarters, html=False),
)
