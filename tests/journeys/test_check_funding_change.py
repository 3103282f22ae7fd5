"""An officer checks a cut or an end of funding, and a group the notice that it was given."""

from collections.abc import Callable

import pytest

from tests.journeys.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

START = "/hertfordshire/check/funding-change"
SCREENS, FIELDS, CLICKS = 12, 13, 14
WHERE_SHORT = 16
type Arrive = Callable[..., Person]

by_mouse_and_keyboard = pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 320)])


def decided_and_told(person: Person, told: tuple[int, int, int]) -> None:
    person.day("When does the change start?", 1, "April", 2027)
    person.press("Continue")
    person.day("When was this decided?", 22, 12, 2026)
    person.day("When did you tell them in writing?", *told)
    person.press("Continue")


def why_and_what_was_done(person: Person, *done: str) -> None:
    person.write("Why was this decided?", "The county has less to give.")
    person.press("Continue")
    person.tick(*done)
    person.press("Continue")


def days_of_the_talks(person: Person) -> None:
    person.day("When did you look at the effect on people?", 1, 12, 2026)
    person.day("When did you talk with the group about it?", 2, 12, 2026)
    person.day("When did you consider its answer?", 20, 12, 2026)
    person.press("Continue")


EFFECT = "We looked at the effect on people who use the service"
VIEW = "We asked the organisation for its view, and thought about it"
OTHERS = "We looked at whether another organisation should get the money to help the same people"
STEPS = "We agreed steps and dates to fix problems"


@by_mouse_and_keyboard
def test_a_cut_with_full_notice(arrive: Arrive, keyboard: bool, width: int) -> None:
    person = arrive(START, keyboard=keyboard, width=width)

    person.press("Start now")
    person.choose("It is going down")
    person.press("Continue")
    person.write("How much is it now, a year?", "£24,000")
    person.write("How much will it be, a year?", "18000")
    person.press("Continue")
    decided_and_told(person, (1, 1, 2027))
    why_and_what_was_done(person, EFFECT, VIEW, OTHERS)
    days_of_the_talks(person)

    assert "Your plan keeps 3 of 3 promises" in person.says
    assert len(person.screens) <= SCREENS
    assert person.fields <= FIELDS
    assert person.clicks <= CLICKS


@by_mouse_and_keyboard
def test_a_cut_with_short_notice_says_what_is_exceptional(arrive: Arrive, keyboard: bool, width: int) -> None:
    person = arrive(START, keyboard=keyboard, width=width)

    person.press("Start now")
    person.choose("It is going down")
    person.press("Continue")
    person.write("How much is it now, a year?", "24000")
    person.write("How much will it be, a year?", "18000")
    person.press("Continue")
    decided_and_told(person, (29, 1, 2027))
    person.choose("It is an exceptional case")
    person.write("What is exceptional?", "The building is unsafe.")
    person.press("Continue")
    why_and_what_was_done(person, EFFECT, VIEW, OTHERS)
    days_of_the_talks(person)

    assert "Your plan keeps 2 of 3 promises and explains 1" in person.says
    assert len(person.screens) <= SCREENS
    assert person.fields <= FIELDS
    assert person.clicks <= WHERE_SHORT


def test_an_end_where_there_were_problems(arrive: Arrive) -> None:
    person = arrive(START)

    person.press("Start now")
    person.choose("It is ending early")
    person.press("Continue")
    person.choose("Yes")
    person.press("Continue")
    decided_and_told(person, (1, 1, 2027))
    why_and_what_was_done(person, STEPS, EFFECT, VIEW, OTHERS)
    person.day("When did you agree steps and dates to fix the problems?", 24, 11, 2026)
    days_of_the_talks(person)

    assert "Your plan keeps 4 of 4 promises" in person.says
    assert "What comes later" in person.says
    assert len(person.screens) <= SCREENS
    assert person.fields <= FIELDS
    assert person.clicks <= WHERE_SHORT


@by_mouse_and_keyboard
def test_a_group_gets_its_letter(arrive: Arrive, keyboard: bool, width: int) -> None:
    person = arrive("/hertfordshire/check", keyboard=keyboard, width=width)

    person.press("Check the notice that you were given")
    person.press("Start now")
    person.day("They told us on", 1, 11, 2026)
    person.day("It ends or changes on", 24, "Dec", 2026)
    person.press("Continue")
    person.choose("Yes")
    person.press("Continue")
    person.choose("No")
    person.press("Continue")
    person.choose("No")
    person.press("Continue")

    assert "Dear [name]" in person.says
    assert "You told us on Sunday 1 November 2026" in person.says
