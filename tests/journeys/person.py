"""Somebody who goes through a whole task in the browser, and what it costs: screens, fields and clicks.

A screen is a page that was shown; a field is a thing that had to be answered; a click is a radio, a tick, a link or a
button. Typing is not counted. By keyboard, the same is done with Tab, arrows, Space and Enter alone.
"""

from dataclasses import dataclass, field
from typing import Any

MOST_TABS = 120
HAS_FOCUS = "e => e === document.activeElement"


@dataclass
class Person:
    """Goes through a task with a mouse, or by keyboard alone."""

    page: Any
    keyboard: bool = False
    screens: list[str] = field(default_factory=list)
    fields: int = 0
    clicks: int = 0

    def __post_init__(self) -> None:
        self._arrived()

    @property
    def says(self) -> str:
        """The main part of the page."""
        return " ".join(self.page.inner_text("main").split())

    def press(self, name: str) -> None:
        """A link or a button that leads to another page."""
        self.clicks += 1
        found = self.page.locator("main").get_by_role("link", name=name)
        found = found.or_(self.page.locator("main").get_by_role("button", name=name)).first
        with self.page.expect_navigation():
            if self.keyboard:
                self._reach(found)
                self.page.keyboard.press("Enter")
            else:
                found.click()
        self._arrived()

    def choose(self, answer: str) -> None:
        """One answer out of a few: a field and a click."""
        self.fields += 1
        self.clicks += 1
        self._take(self.page.get_by_role("radio", name=answer, exact=True))

    def tick(self, *answers: str) -> None:
        """Any of several answers: one field, and a click for each."""
        self.fields += 1
        for answer in answers:
            self.clicks += 1
            self._take(self.page.get_by_role("checkbox", name=answer, exact=True))

    def day(self, asked: str, day: int, month: int | str, year: int) -> None:
        """A day in its three boxes: one field."""
        self.fields += 1
        group = self.page.get_by_role("group", name=asked)
        for box, typed in (("Day", day), ("Month", month), ("Year", year)):
            self._type(group.get_by_label(box), str(typed))

    def write(self, asked: str, text: str) -> None:
        """A line or some sentences: one field."""
        self.fields += 1
        self._type(self.page.get_by_label(asked), text)

    def _take(self, box: Any) -> None:
        if not self.keyboard:
            box.check()
        elif box.get_attribute("type") == "checkbox":
            self._reach(box)
            self.page.keyboard.press("Space")
        else:
            self._arrow_to(box)

    def _arrow_to(self, radio: Any) -> None:
        """Tab leads to the first of a group, arrows lead on and choose."""
        group = self.page.locator(f"input[name='{radio.get_attribute('name')}']")
        self._reach(group.first)
        self.page.keyboard.press("Space")
        while not radio.evaluate(HAS_FOCUS):
            self.page.keyboard.press("ArrowDown")
        assert radio.is_checked()

    def _type(self, box: Any, text: str) -> None:
        if self.keyboard:
            self._reach(box)
            self.page.keyboard.type(text)
        else:
            box.fill(text)

    def _reach(self, element: Any) -> None:
        for _ in range(MOST_TABS):
            if element.evaluate(HAS_FOCUS):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {element}")

    def _arrived(self) -> None:
        self.screens.append(self.page.inner_text("h1").strip())
