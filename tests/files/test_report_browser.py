import pytest

from livecompact.files.report import html as report_html
from tests.files.held import FULL, OAKLEY, SHORT, held
from tests.files.test_report_text import ALWAYS, AS_IF_ROWS, NAMED

pytestmark = pytest.mark.browser

LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysilio" * 2
LONG = f"Consultation on the future of the {'very ' * 30} long {LONG_WORD}"
PARKS = {"organisation": OAKLEY, "title": "Parks"}
STATES = {
    "as if": ([*AS_IF_ROWS, NAMED | {"opens": "2024-03-03", "closes": "2024-06-25"}], ()),
    "bound": ([PARKS | FULL, PARKS | SHORT], [ALWAYS]),
    "mixed": ([*AS_IF_ROWS, *(PARKS | {"title": LONG} | row for row in (FULL, SHORT, SHORT))], [ALWAYS]),
    "nothing to check": ([{"opens": "2025-03-03", "closes": ""}], ()),
    "very long": ([PARKS | {"title": LONG, LONG: "x"} | SHORT, {LONG: LONG, "closes": LONG}], [ALWAYS]),
}


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """The address of a report in each of its states."""
    addresses = {}
    for state, (rows, bound) in STATES.items():
        folder = tmp_path_factory.mktemp("report")
        path = folder / "report.html"
        path.write_text(report_html.report(held(folder, rows, bound).checked), encoding="utf-8")
        addresses[state] = path.as_uri()
    return addresses


@pytest.fixture(params=STATES)
def opened(request, browser, reports):
    """A report in each of its states, opened in a window of some width; it asks for nothing but itself."""
    address, pages = reports[request.param], []

    def open_in(width, **media):
        page = browser.new_page(viewport={"width": width, "height": 800}, **media)
        pages.append(page)
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        assert asked == [address]
        return page

    yield open_in
    for page in pages:
        page.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_has_no_barriers(opened, barriers, width, scheme):
    assert barriers(opened(width, color_scheme=scheme)) == []


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_the_report_does_not_scroll_sideways(opened, width):
    page = opened(width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_scrolls_within_the_report_can_be_reached_and_scrolled_by_keyboard(opened):
    page = opened(320)

    out_of_reach = page.evaluate(
        "[...document.querySelectorAll('main *')].filter(e => e.scrollWidth > e.clientWidth + 1"
        " && getComputedStyle(e).overflowX !== 'visible'"
        " && !(e.tabIndex === 0 && e.getAttribute('role') === 'region')).length"
    )
    assert out_of_reach == 0


def test_the_first_key_leads_past_the_head(opened):
    page = opened(1280)

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_text_may_be_spaced_wider_without_loss(opened):
    page = opened(320)
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    )

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_nothing_is_cut_off_and_the_way_past_the_head_is_gone(opened):
    page = opened(720)
    page.emulate_media(media="print")

    assert not page.locator(".skip").is_visible()
    assert not page.locator("nav").is_visible()
    width = "document.documentElement.clientWidth"
    assert page.evaluate(f"[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > {width}).length") == 0


def test_in_forced_colours_bars_and_tags_can_still_be_seen(browser, reports):
    page = browser.new_page(forced_colors="active")
    page.goto(reports["bound"])

    colour = "e => getComputedStyle(e).backgroundColor"
    assert page.locator(".bar span").first.evaluate(colour) != page.locator("body").evaluate(colour)
    assert page.locator(".tag").first.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
