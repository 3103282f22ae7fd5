"""An officer checks a planned consultation, without JavaScript, with a mouse and by keyboard alone."""

from collections.abc import Callable

import pytest

from tests.journeys.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

START = "/hertfordshire/check/consultation"
type Arrive = Callable[..., Person]

by_mouse_and_keyboard = pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 1280), (True, 320)])


def until_the_dates(person: Person) -> None:
    person.press("Start now")
    person.choose("Yes")
    person.press("Continue")
    person.choose("Yes")
    person.press("Continue")


def from_there_on(person: Person) -> None:
    person.day("When did you tell groups it was coming?", 1, "February", 2027)
    person.press("Continue")
    person.tick("Online", "On paper")
    person.press("Continue")
    person.day("When will you say what changed?", 1, 7, 2027)
    person.press("Continue")


@by_mouse_and_keyboard
def test_a_plan_that_is_long_enough_takes_eight_screens(arrive: Arrive, keyboard: bool, width: int) -> None:
    person = arrive(START, keyboard=keyboard, width=width)

    until_the_dates(person)
    person.day("Opening date", 1, "March", 2027)
    person.day("Closing date", 24, 5, 2027)
    person.press("Continue")
    from_there_on(person)

    assert "Your plan keeps 2 of 2 promises" in person.says
    assert len(person.screens) <= 8, person.screens
    assert person.fields <= 7
    assert person.clicks <= 11


@by_mouse_and_keyboard
def test_a_short_plan_with_its_reason_takes_one_more(arrive: Arrive, keyboard: bool, width: int) -> None:
    person = arrive(START, keyboard=keyboard, width=width)

    until_the_dates(person)
    person.day("Opening date", 1, 3, 2027)
    person.day("Closing date", 25, 4, 2027)
    person.press("Continue")
    person.choose("Keep the dates and say why")
    person.write("Why is it shorter?", "The grant ends on 30 June.")
    person.press("Continue")
    from_there_on(person)

    assert "Your plan keeps 1 of 2 promises and explains 1" in person.says
    assert "You said: The grant ends on 30 June." in person.says
    assert len(person.screens) <= 9, person.screens
    assert person.fields <= 9
    assert person.clicks <= 13


def test_the_suggested_date_needs_no_typing(arrive: Arrive) -> None:
    person = arrive(START)
    until_the_dates(person)
    person.day("Opening date", 1, 3, 2027)
    person.day("Closing date", 25, 4, 2027)
    person.press("Continue")
    typed = person.fields

    person.press("Change the closing date to Monday 24 May 2027")

    assert person.fields == typed
    from_there_on(person)
    assert "Your plan keeps 2 of 2 promises" in person.says


def test_an_answer_is_changed_and_all_others_stay(arrive: Arrive) -> None:
    person = arrive(START)
    until_the_dates(person)
    person.day("Opening date", 1, 3, 2027)
    person.day("Closing date", 24, 5, 2027)
    person.press("Continue")
    from_there_on(person)

    person.press("Change answer: Closing date")
    person.day("Closing date", 30, 6, 2027)
    person.press("Continue")

    assert "It is open for 122 days" in person.says
    assert "Monday 1 February 2027" in person.says
    assert person.page.context.cookies() == []


def test_the_same_address_says_the_same_to_somebody_else(arrive: Arrive) -> None:
    person = arrive(START)
    until_the_dates(person)
    person.day("Opening date", 1, 3, 2027)
    person.day("Closing date", 24, 5, 2027)
    person.press("Continue")
    from_there_on(person)
    address = person.page.url.partition("://")[2].partition("/")[2]

    other = arrive(f"/{address}", width=320)

    assert other.says == person.says


def test_an_error_keeps_what_was_typed_and_leads_to_its_box(arrive: Arrive) -> None:
    person = arrive(START)
    until_the_dates(person)
    person.day("Opening date", 1, "Marhc", 2027)
    person.day("Closing date", 24, 5, 2027)

    person.press("Continue")
    person.page.get_by_role("link", name="Opening date must be a day in the calendar").click()

    assert person.page.evaluate("document.activeElement.name") == "opens-month"
    assert person.page.locator("[name='opens-month']").input_value() == "Marhc"
    assert person.page.locator("[name='closes-day']").input_value() == "24"


def test_on_paper_the_answer_stands_without_buttons(arrive: Arrive) -> None:
    person = arrive(f"{START}/result?affects_groups=no")

    person.page.emulate_media(media="print")

    assert person.page.get_by_role("heading", level=1).is_visible()
    assert not person.page.get_by_role("link", name="Check something else").is_visible()
