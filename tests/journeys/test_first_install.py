"""Somebody starts a site from four answers, opens it in a browser, and signs in with the code of the terminal."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.harness.serving import PATIENCE, environment, free_port, wait_for
from tests.journeys.person import Person

pytestmark = [pytest.mark.browser]

ANSWERS = "\n\nann@example.org\n\n"  # the defaults, but for who runs it
CODE = re.compile(r"^(\d{6})$", re.MULTILINE)
MOST = 5 * 60  # seconds from the command to the first page, on a machine that is busy


@pytest.fixture
def started(tmp_path: Path) -> Iterator[tuple[str, Path, float]]:
    """A site that was started in an empty folder: its address, what the terminal shows, and how long it took."""
    port, terminal = free_port(), tmp_path / "terminal"
    here = {"PYTHONPATH": str(Path.cwd()), "LIVECOMPACT_WORKERS": "1"}
    command = [sys.executable, "-m", "livecompact", "start", "--port", str(port)]
    begun = time.monotonic()
    with (
        terminal.open("w") as told,
        subprocess.Popen(
            command,
            cwd=tmp_path,
            env=environment(tmp_path / "site", **here),
            stdin=subprocess.PIPE,
            stdout=told,
            stderr=told,
            text=True,
        ) as running,
    ):
        assert running.stdin is not None
        running.stdin.write(ANSWERS)
        running.stdin.close()
        address = f"http://127.0.0.1:{port}/hertfordshire"
        wait_for(address, running, terminal)
        yield address, terminal, time.monotonic() - begun
        running.send_signal(signal.SIGINT)
        running.wait(timeout=PATIENCE)


def code_in(terminal: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if found := CODE.findall(terminal.read_text()):
            return str(found[-1])
        time.sleep(0.1)
    raise AssertionError(terminal.read_text())


@pytest.mark.parametrize("keyboard", [False, True])
def test_four_answers_lead_to_a_site_in_the_browser(
    browser: Any, started: tuple[str, Path, float], keyboard: bool
) -> None:
    address, terminal, took = started
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    person = Person(page, keyboard)
    assert took < MOST
    assert "Open " + address in terminal.read_text()

    page.goto(address.removesuffix("/hertfordshire") + "/sign-in")
    person.write("Email address", "ann@example.org")
    person.press("Send me a code")
    person.write("Code", code_in(terminal))
    person.press("Sign in")

    assert page.get_by_role("link", name="Sign out").or_(page.get_by_role("button", name="Sign out")).count()
    assert len(person.screens) <= 8, person.screens
    assert person.fields <= 2  # beside the four answers in the terminal
    context.close()
