"""Words that are longer by half, or that run from the right, still fit on a narrow screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.harness import pseudo
from tests.harness.browsing import Visit
from tests.harness.states import Kind
from tests.web.states import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW = 320
ONE_EACH = {state.route: state for state in reversed(PAGES) if state.kind is Kind.NORMAL}.values()
"""The first normal state of each route."""


@pytest.mark.parametrize("state", ONE_EACH, ids=str)
def test_a_page_has_room_for_other_languages(
    visit: Callable[..., Visit], settings: Any, languages: Path, state: Any
) -> None:
    pseudo.speak(pseudo.LANGUAGE, languages, settings)
    there = visit(state, NARROW)
    assert there.page.inner_text("h1 >> nth=0")
    problems = {"does not fit with longer words": there.sideways()}

    pseudo.speak(pseudo.RIGHT_TO_LEFT, languages, settings)
    there.page.reload()
    problems |= {
        "runs from the left": there.page.evaluate("getComputedStyle(document.body).direction") != "rtl",
        "does not fit from the right": there.sideways(),
    }

    assert {what: found for what, found in problems.items() if found} == {}
