"""What is wrong with a page on paper: a menu, an address of a link that is not told, something cut or folded."""

from typing import Any

from tests.harness.browsing import HEIGHT, Visit
from tests.harness.states import Kind, State
from tests.web.states import PAGES

PAPER = 680  # pixels of 1/96 inch between the margins of A4, where a browser leaves 15 mm at each side

# What only a screen has a use for, and yet shows.
OF_THE_SCREEN = """() => [...document.querySelectorAll(
    ".govuk-skip-link, .govuk-service-navigation, .govuk-back-link, .govuk-breadcrumbs, .govuk-pagination,"
    + " .app-header__account, .app-footer__list, form[role=search], main button, main [role=button]"
  )].filter(e => e.checkVisibility()).map(e => e.className || e.tagName)"""

# Links of the main part that lead to another site, and do not say where to.
UNTOLD = """() => [...document.querySelectorAll("main a[href^=http]")].filter(e => e.checkVisibility())
  .filter(e => !e.innerText.includes(e.getAttribute("href")))
  .filter(e => !getComputedStyle(e, "::after").content.includes(e.getAttribute("href")))
  .map(e => e.href)"""

# Parts of which the paper would show a piece only: wider than their box, or folded away.
CUT = """() => [...document.querySelectorAll("main *")].filter(e => e.checkVisibility()).filter(e => {
    const s = getComputedStyle(e);
    return s.overflowX !== "visible" && !e.matches(".govuk-visually-hidden, input, select, textarea")
      && e.scrollWidth > e.clientWidth + 1;
  }).map(e => e.className || e.tagName)"""

FOLDED = """() => [...document.querySelectorAll("main details")].filter(e => e.checkVisibility())
  .filter(e => [...e.children].slice(1).some(c => !c.checkVisibility({contentVisibilityAuto: true})))
  .map(e => e.innerText)"""

# Rows and statements that may be torn over two pages.
TORN = """() => [...document.querySelectorAll("main tr, main .govuk-summary-list__row, main .compacts-easy__item")]
  .filter(e => getComputedStyle(e).breakInside !== "avoid").map(e => e.className || e.tagName)"""


def _one_a_route() -> list[State]:
    """A state of each route, the normal one where there is one."""
    found: dict[str, State] = {}
    for state in sorted(PAGES, key=lambda each: each.kind is not Kind.NORMAL):
        found.setdefault(state.route, state)
    return list(found.values())


LOOKED_AT = _one_a_route()


def problems(there: Visit) -> dict[str, Any]:
    """What is wrong with the page that is open, as it is printed; it is on a screen again after."""
    page = there.page
    page.set_viewport_size({"width": PAPER, "height": HEIGHT})
    page.emulate_media(media="print")
    found = {
        "of the screen only, on paper": page.evaluate(OF_THE_SCREEN),
        "links that do not say where to, on paper": page.evaluate(UNTOLD),
        "cut off on paper": page.evaluate(CUT),
        "folded away on paper": page.evaluate(FOLDED),
        "may be torn on paper": page.evaluate(TORN)[:3],
        "wider than the paper": there.sideways(),
        "has no heading on paper": 0 if page.get_by_role("heading", level=1).first.is_visible() else 1,
    }
    page.emulate_media(media="screen")
    return found
