"""Somebody before a site with both Compacts, without JavaScript, on a day that does not move."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.harness.browsing import visiting
from tests.harness.clock import stop_the_clock
from tests.harness.compacts import both_compacts
from tests.harness.people import enter, holder
from tests.journeys.person import Person

__all__ = ["enter", "holder"]


@pytest.fixture
def arrive(
    browser: Any, live_server: Any, enter: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Person]]:
    """Gives a function that sends a person to an address; JavaScript is off."""
    stop_the_clock(monkeypatch)
    both_compacts(monkeypatch)
    with visiting(browser, live_server.url, enter, monkeypatch) as visit:

        def arrived(address: str, *, width: int = 1280, keyboard: bool = False) -> Person:
            return Person(visit(address, width, javascript=False).page, keyboard)

        yield arrived
