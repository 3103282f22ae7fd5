"""Every page in every state is right HTML, in the eyes of the checker that browsers' makers use."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.web.opening import Enter, every_page

pytestmark = [pytest.mark.html, pytest.mark.django_db]

MEANT = {
    "“aria-hidden” is unnecessary .*govuk-service-navigation__toggle": "the service navigation of GOV.UK Frontend",
    "appears to be written in Welsh": "the very long word of the tests is the name of a place in Wales",
    "The “group” role is unnecessary for element “fieldset”.": "its date input; older screen readers need the role",
}
"""Warnings that we do not follow, as a pattern of their words, each with its reason. No error is ever let pass."""


def test_every_page_is_right_html(enter: Enter, tmp_path: Path) -> None:
    states: list[str] = []
    for state, response in every_page(enter):
        (tmp_path / f"{len(states)}.html").write_bytes(response.content)
        states.append(str(state))

    problems: dict[str, set[str]] = {}
    for message in checked(tmp_path):
        said = f"{message['message']} In: {' '.join(message.get('extract', '').split())}"
        if message["type"] == "error" or not any(re.search(pattern, said) for pattern in MEANT):
            problems.setdefault(said, set()).add(states[int(Path(message["url"]).stem)])

    assert {said: sorted(where) for said, where in problems.items()} == {}


def test_the_checker_sees_a_fault(tmp_path: Path) -> None:
    (tmp_path / "fault.html").write_text("<!DOCTYPE html><html lang=en><title>A</title><p id=a><p id=a>")

    assert [message["type"] for message in checked(tmp_path)] == ["error", "info"]


def checked(folder: Path) -> list[dict[str, str]]:
    """What the checker says of all HTML files in a folder."""
    command = ["java", "-jar", os.environ["VNU"], "--format", "json", "--exit-zero-always", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=1200, check=False)
    return list(json.loads(run.stderr)["messages"])
