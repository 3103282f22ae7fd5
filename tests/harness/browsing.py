"""A visit to the site in a real browser: it goes to a page in a state, and sees what a person meets there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client

from livecompact.people.roles import Role
from tests.harness.states import State, Step, at
from tests.harness.worlds import lay_out

HEIGHT = 700
MOST_STOPS = 400
SKIP = "Skip to main content"

SPACED = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""  # WCAG 1.4.12

UNFOLD = "e => { for (let d = e.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; }"

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# What of an element changes when it has the focus, whether it is on the screen, and whether something lies over it.
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const s = getComputedStyle(e), r = e.getBoundingClientRect();
  const label = e.labels && e.labels[0] ? getComputedStyle(e.labels[0], "::before").boxShadow : "none";
  const shows = s.outlineStyle !== "none" && s.outlineWidth !== "0px" || s.boxShadow !== "none" || label !== "none";
  const there = r.width > 0 && r.bottom > 0 && r.top < innerHeight;
  const line = e.getClientRects()[0] || r;
  const over = document.elementFromPoint(line.x + line.width / 2, Math.max(line.y, 0) + Math.min(line.height, 16) / 2);
  const covered = over && !e.contains(over) && !over.contains(e) && ![...(e.labels || [])].some(l => l.contains(over));
  return {name: (e.innerText || e.name || e.id || e.tagName).trim(), shows: shows && there && !covered};
}"""


class Visit:
    """A page that is open in the browser."""

    def __init__(self, page: Any, site: str) -> None:
        self.page = page
        self.site = site
        self.elsewhere: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self._note)
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def go(self, step: Step) -> None:
        """Open an address; with `fields`, fill its form in and send it, by no button that only adds to the form."""
        self.page.goto(f"{self.site}{step.address}")
        if step.fields is None:
            return
        for name, value in step.fields.items():
            self.answer(name, value)
        with self.page.expect_navigation():
            self.page.locator("main form button:not([hidden], [formaction])").first.click()

    def answer(self, name: str, value: str) -> None:
        """Answer one question, as its kind asks for it; the answer to a file is what is in it."""
        box = self.page.locator(f"main [name='{name}']")
        box.first.evaluate(UNFOLD)
        match box.first.evaluate("e => e.type"):
            case "hidden":
                return  # the page itself says it
            case "radio" | "checkbox" if not value:
                return  # none is chosen
            case "radio" | "checkbox":
                self.page.locator(f"main [name='{name}'][value='{value}']").check()
            case "select-one":
                box.select_option(value)
            case "file":
                box.set_input_files({"name": "list.csv", "mimeType": "text/csv", "buffer": value.encode()})
            case _:
                box.fill(value)

    def sideways(self) -> int:
        """By how many pixels the page is wider than the screen."""
        return int(self.page.evaluate(SIDEWAYS))

    def first_stop(self) -> str:
        """What is wrong with the keyboard's first stop, which should lead past the menu; empty if nothing is."""
        self.page.keyboard.press("Tab")
        if (words := self.page.evaluate("document.activeElement.innerText")) != SKIP:
            return f"it is “{words}”"
        self.page.keyboard.press("Enter")
        reached = self.page.evaluate("document.activeElement.id")
        return "" if reached == "main-content" else f"it leads to “{reached}”"

    def unseen_stops(self) -> list[str]:
        """Where the keyboard stops without showing it, from here to the end of the page."""
        unseen: list[str] = []
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate(STOP)
            if stop is None or stop["name"] == SKIP:
                return unseen
            if not stop["shows"]:
                unseen.append(stop["name"])
        return unseen

    def words_lost(self) -> list[str]:
        """The lines of the main part that go when words are set apart and colours are the reader's own."""
        before = self.page.inner_text("main").splitlines()
        self.page.evaluate(
            "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }", SPACED
        )
        self.page.emulate_media(forced_colors="active")
        after = set(self.page.inner_text("main").splitlines())
        return [line for line in before if line not in after]

    def _note(self, request: Any) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.site).netloc:
            self.elsewhere.append(request.url)


@contextmanager
def visiting(
    browser: Any, site: str, enter: Callable[[Client, Role | None], Client], patch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Visit]]:
    """Gives a function that visits a state, or an address, at a width; what it opened is closed at the end."""
    contexts: list[Any] = []

    def visit(to: State | str, width: int, *, javascript: bool = True) -> Visit:
        state = at("", to) if isinstance(to, str) else to
        lay_out(state.prepare, patch)
        context = browser.new_context(viewport={"width": width, "height": HEIGHT}, java_script_enabled=javascript)
        contexts.append(context)
        if state.role:
            context.add_cookies([_session(enter(Client(), state.role), site)])
        there = Visit(context.new_page(), site)
        for step in state.steps:
            there.go(step)
        if state.status >= 400:
            there.complaints.clear()
        return there

    yield visit
    for context in contexts:
        context.close()


def _session(client: Client, site: str) -> dict[str, str]:
    return {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies["sessionid"].value, "url": site}
