"""A resident wants to know whether a promise is kept: two clicks, nothing to fill in, no cookie."""

from collections.abc import Callable

import pytest

from tests.dealings.records import on_record
from tests.journeys.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

type Arrive = Callable[..., Person]

by_mouse_and_keyboard = pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 1280), (True, 320)])


@by_mouse_and_keyboard
def test_from_the_first_page_to_a_promise_and_its_record(arrive: Arrive, keyboard: bool, width: int) -> None:
    on_record()
    person = arrive("/hertfordshire", keyboard=keyboard, width=width)
    assert "checks were kept, or explained as the promise allows." in person.says

    person.press("Having a say")
    person.press("Time to answer consultations")

    assert "times out of" in person.says
    assert "Newest records" in person.says
    assert "Library hours" in person.says
    assert (len(person.screens), person.fields, person.clicks) == (3, 0, 2)
    assert person.page.context.cookies() == []


def test_a_new_record_is_a_click_away_and_says_why_it_stands_so(arrive: Arrive) -> None:
    on_record()
    person = arrive("/hertfordshire")

    person.press("Library hours")

    assert "Explained. It was open for 56 days, not 84. The reason is public." in person.says
    assert "It ends in June." in person.says
    assert "the reason that was given does not say why" in person.says
    assert (person.fields, person.clicks) == (0, 1)
