"""What every test has: no network, examples kept out of the way, and a browser where it asks for one."""

import importlib
import os
import socket
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from hypothesis.database import DirectoryBasedExampleDatabase

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The Chromium that script/test found, driven by Playwright; for tests marked `browser`."""
    playwright = importlib.import_module("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def barriers() -> Any:
    """What axe finds wrong with a page that is open in the browser, as a list of rule names; empty where it is well."""
    axe = importlib.import_module("axe_playwright_python.sync_playwright").Axe()

    more = {"rules": {"target-size": {"enabled": True}}}  # 24 pixels for a finger (WCAG 2.5.8): axe asks to be told

    def found(page: Any) -> list[str]:
        return [violation["id"] for violation in axe.run(page, options=more).response["violations"]]

    return found
