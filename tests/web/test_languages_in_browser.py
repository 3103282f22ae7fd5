"""Words that are longer by half, or that run from the right, still fit on a narrow screen.

Here the pages that a form leads to; `test_in_browser.py` sees those that have an address, while they are open.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.harness import pseudo
from tests.harness.browsing import Visit
from tests.harness.states import State
from tests.web import other_languages
from tests.web.opening import in_groups

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW = 320
AFTER_A_FORM = [state for state in other_languages.LOOKED_AT if state not in other_languages.OPENED_BY_ADDRESS]


@pytest.mark.parametrize("state", in_groups(AFTER_A_FORM))
def test_a_page_has_room_for_other_languages(
    visit: Callable[..., Visit], settings: Any, languages: Path, state: State
) -> None:
    pseudo.speak(pseudo.LANGUAGE, languages, settings)
    there = visit(state, NARROW)
    problems = other_languages.longer(there) | other_languages.from_the_right(there, languages, settings)

    assert {what: found for what, found in problems.items() if found} == {}
