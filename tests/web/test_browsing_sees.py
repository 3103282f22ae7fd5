"""The visits in the browser see what they are for: targets that are too small, and a focus that something covers."""

from typing import Any

import pytest

from tests.harness.browsing import Visit

pytestmark = pytest.mark.browser

SMALL = "<main><h1>A</h1><a href='#a' style='font-size:8px'>a</a><a href='#b' style='font-size:8px'>b</a></main>"
COVERED = "<a href='#a'>first</a><div style='position:fixed;inset:0;background:white'></div>"


@pytest.fixture
def page(browser: Any) -> Any:
    opened = browser.new_page()
    yield opened
    opened.close()


def test_targets_that_are_too_small_are_a_barrier(page: Any, barriers: Any) -> None:
    page.set_content(f"<!DOCTYPE html><html lang='en'><title>A</title>{SMALL}")

    assert "target-size" in barriers(page)


def test_a_focus_that_lies_under_something_is_unseen(page: Any) -> None:
    page.set_content(f"<!DOCTYPE html><html lang='en'><title>A</title>{COVERED}")

    assert Visit(page, "http://127.0.0.1").unseen_stops() == ["first"]
