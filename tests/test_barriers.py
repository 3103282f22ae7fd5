"""The check for barriers finds one that is planted, so that its silence on our pages means something."""

import pytest

pytestmark = pytest.mark.browser


def test_a_picture_without_words_is_found(browser, barriers):
    page = browser.new_page()
    page.set_content("<html lang=en><title>A page</title><main><h1>A page</h1><img src='data:,'></main></html>")

    assert barriers(page) == ["image-alt"]


def test_a_page_without_barriers_is_let_through(browser, barriers):
    page = browser.new_page()
    page.set_content("<html lang=en><title>A page</title><main><h1>A page</h1><p>Words.</p></main></html>")

    assert barriers(page) == []
