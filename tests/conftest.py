"""What every test has: no network, examples kept out of the way, and a browser where it asks for one."""

import importlib
import os
import socket
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from django.core.cache import cache
from django.test import TransactionTestCase
from hypothesis.database import DirectoryBasedExampleDatabase

from tests.harness import worlds

hypothesis.settings.register_profile(
    "livecompact",
    database=DirectoryBasedExampleDatabase("build/cache/hypothesis"),
    deadline=None,  # a busy machine is no fault of the code
)
hypothesis.settings.load_profile("livecompact")


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection that leaves the machine: a test that needs the network tests something else."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"A test tried to reach {address[0]}: tests have no network")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


@pytest.fixture(scope="session", autouse=True)
def emptied_quickly() -> Iterator[None]:
    """Take the rows away that a test committed, and only where there are some."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", worlds.empty)
        yield


@pytest.fixture(autouse=True)
def nobody_has_tried(request: pytest.FixtureRequest) -> None:
    """Forget who asked for a code: every browser of the tests has one address, so their tries would add up."""
    if "live_server" in request.fixturenames:
        request.getfixturevalue("transactional_db")
        cache.clear()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The Chromium that script/test found, driven by Playwright; for tests marked `browser`."""
    playwright = importlib.import_module("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        yield chromium
        chromium.close()


# Only what is wrong comes back: the whole of what axe saw is a megabyte a page, and took longer than looking.
BARRIERS = """async options => {
  const found = await axe.run(document, options);
  return found.violations.map(violation => violation.id);
}"""


@pytest.fixture(scope="session")
def barriers() -> Any:
    """What axe finds wrong with a page that is open in the browser, as a list of rule names; empty where it is well."""
    axe = importlib.import_module("axe_playwright_python.sync_playwright").Axe()
    options = {
        "rules": {"target-size": {"enabled": True}},  # 24 pixels for a finger (WCAG 2.5.8): axe asks to be told
        "resultTypes": ["violations"],
    }

    def found(page: Any) -> list[str]:
        if not page.evaluate("'axe' in window"):  # a page that is looked at twice is told once what to look for
            page.evaluate(axe.axe_script)
        return list(page.evaluate(BARRIERS, options))

    return found
