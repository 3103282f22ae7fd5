"""Every page in every state, in a real browser, on a wide and on a narrow screen, on paper: nobody is shut out.

One visit a state: to prepare a site and to open a page takes longer than to look at it from one more side.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from livecompact.people.roles import Role
from tests.harness.browsing import HEIGHT, Visit
from tests.harness.states import State
from tests.web import on_paper, other_languages
from tests.web.opening import in_groups
from tests.web.states import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NARROW, WIDE = 320, 1280


@pytest.mark.parametrize("state", in_groups(PAGES))
def test_a_page_shuts_nobody_out(
    visit: Callable[..., Visit], barriers: Any, languages: Path, settings: Any, state: State
) -> None:
    there = visit(state, WIDE)
    problems = {
        "barriers on a wide screen": barriers(there.page),
        "does not fit a wide screen": there.sideways(),
        "the first stop of the keyboard": there.first_stop(),
        "the keyboard stops unseen at": there.unseen_stops(),
    }

    there.page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    problems |= {
        "barriers on a narrow screen": barriers(there.page),
        "does not fit a narrow screen": there.sideways(),
    }
    if state in on_paper.LOOKED_AT:
        problems |= on_paper.problems(there)

    there.page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    problems |= {
        "words lost in forced colours, or set apart": there.words_lost(),
        "does not fit with words set apart": there.sideways(),
        "asks another machine": there.elsewhere,
        "what the browser refused": there.complaints,
    }
    if state in other_languages.OPENED_BY_ADDRESS:
        problems |= other_languages.problems(there, languages, settings)

    assert {what: found for what, found in problems.items() if found} == {}


def test_somebody_signs_in_by_keyboard_without_javascript(
    visit: Callable[..., Visit], holder: Callable[[Role], Any], mailoutbox: list[Any]
) -> None:
    holder(Role.REPRESENTATIVE)
    there = visit("/sign-in", NARROW, javascript=False)

    there.page.get_by_label("Email address").press_sequentially("representative@example.org")
    there.page.keyboard.press("Enter")
    there.page.get_by_label("Code of 6 numbers").wait_for()
    code = next(line for line in mailoutbox[0].body.splitlines() if line.isdecimal())
    there.page.get_by_label("Code of 6 numbers").press_sequentially(code)
    there.page.keyboard.press("Enter")

    there.page.get_by_role("link", name="Sign out").click()
    there.page.get_by_role("button", name="Sign out").click()
    assert there.page.get_by_role("link", name="Sign in").is_visible()


def test_a_reader_gets_no_cookie(visit: Callable[..., Visit]) -> None:
    there = visit("/help", WIDE)
    for link in ("Privacy", "Accessibility statement", "Contact us", "All Compacts"):
        there.page.get_by_role("link", name=link).first.click()

    assert there.page.context.cookies() == []


def test_on_paper_there_is_no_menu(visit: Callable[..., Visit]) -> None:
    there = visit("/help", WIDE)

    there.page.emulate_media(media="print")

    assert not there.page.get_by_role("link", name="All Compacts").is_visible()
    assert there.page.get_by_role("heading", level=1).is_visible()
