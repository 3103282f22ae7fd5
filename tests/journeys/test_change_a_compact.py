"""An officer changes a Compact: a new edition, one number, one check, one number of the area's own, and publishes."""

import re

import pytest

from livecompact.people.roles import Role
from tests.harness.states import Kind, State, Step

pytestmark = pytest.mark.browser

SHOP = "/hertfordshire/workshop"


@pytest.fixture
def officer(arrive):
    """An officer of Hertfordshire before the workshop."""
    return arrive(State("workshop", Kind.NORMAL, (Step(SHOP),), role=Role.OFFICER))


def rewrite(person, label, old, new):
    """Puts other words into a box in the place of those that stand there."""
    box = person.page.get_by_label(label, exact=True)
    text = box.input_value()
    assert old in text
    box.fill(text.replace(old, new))


def test_a_new_edition_goes_from_a_draft_to_the_public_page(officer, arrive):
    before = arrive("/hertfordshire/editions/2016/promises/2.4").says

    officer.press("Check the text")
    officer.press("Draft a new edition")
    officer.write("Short name, as in its address", "2027")
    officer.write("Its name", "The 2027 edition")
    officer.day("When does it begin?", 1, "January", 2027)
    officer.press("Put it in the draft")

    officer.press("2.4 Time to answer consultations")
    rewrite(officer, "The promise, in our words", "12 weeks", "10 weeks")
    rewrite(officer, "In plain words", "12 weeks", "10 weeks")
    officer.press("Put it in the draft")

    officer.press("See its checks")
    officer.press(re.compile(r"See or change\W+consultation-length"))
    rewrite(officer, "The check", "12 weeks", "10 weeks")
    officer.press("Only try it out")
    assert "one of the two is wrong" in officer.says
    rewrite(officer, "The check", "closes = 2025-05-24", "closes = 2025-05-10")
    officer.press("Put it in the draft")
    assert officer.page.inner_text("h1") == "Choose the checks"

    officer.press("Add a check")
    officer.page.get_by_label("Which promise does it check?").select_option("2.4")
    officer.page.get_by_label("What does it look at?").select_option("consultation")
    officer.choose("One day comes long enough after another")
    officer.press("Continue")
    officer.write("What it asks, in one sentence", "Groups hear of it 2 weeks before it opens.")
    officer.write("Short name", "heard-two-weeks-before")
    officer.choose("Nobody: it is only a tip")
    officer.page.get_by_label("What is looked at?").select_option("opens")
    officer.page.get_by_label("From which day is it counted?").select_option("announced")
    officer.write("How long?", "2 weeks")
    officer.press("See what it says")
    officer.press("Put it in the draft")

    officer.press(re.compile(r"We agreed this\W+told-beforehand"))
    officer.day("When was it agreed?", 2, "November", 2026)
    officer.write("Who agreed it?", "Steering group")
    officer.write("Where can that be read?", "Minute 4")
    officer.press("Put it in the draft")

    assert officer.page.inner_text("h1") == "Publish"
    assert "This will be public." in officer.says
    assert "Groups hear of it 2 weeks before it opens." in officer.says
    officer.press("Make it public")
    assert "It is public" in officer.says

    after = arrive("/hertfordshire/editions/2027/promises/2.4").says
    assert "10 weeks" in after
    assert "Groups hear of it 2 weeks before it opens." in after
    assert (
        "Adopted on Monday 2 November 2026 by Steering group"
        in arrive("/hertfordshire/editions/2027/promises/1.12").says
    )
    assert arrive("/hertfordshire/editions/2016/promises/2.4").says == before
    assert "The 2027 edition" in arrive("/hertfordshire/record").says
