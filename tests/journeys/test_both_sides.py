"""The other side speaks, without JavaScript: it replies, disputes a day, and says that something is missing."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from livecompact.dealings import actions
from livecompact.dealings.models import Dispute, Explanation, Reply, SaidMissing
from livecompact.people.roles import Role
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment
from tests.dealings.records import HERE
from tests.harness.browsing import visiting
from tests.harness.clock import TODAY, stop_the_clock
from tests.harness.compacts import both_compacts
from tests.harness.people import seat
from tests.harness.states import at
from tests.journeys.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIBRARY = f"{HERE}/2026/library-hours"
MISSING = "/hertfordshire/missing"

type Arrive = Callable[..., Person]

by_mouse_and_keyboard = pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 320)])


@pytest.fixture
def arrive_for(
    browser: Any, live_server: Any, holder: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Arrive]:
    """Gives a function that sends somebody who acts for an organisation to an address, once a consultation is there."""
    stop_the_clock(monkeypatch)
    both_compacts(monkeypatch)
    body, group = council(), charity()
    consultation(body, on=date(2026, 2, 1), **SHORT)
    who = holder(Role.REPRESENTATIVE, organisation=group.slug)

    def entered(client: Client, role: Role | None) -> Client:
        client.force_login(who)
        return client

    with visiting(browser, live_server.url, entered, monkeypatch) as visit:

        def arrived(side: str, address: str, *, width: int, keyboard: bool) -> Person:
            if side == "body":
                seat(who, Role.REPRESENTATIVE, organisation=body.slug)
            there = visit(at("", address, role=Role.REPRESENTATIVE), width, javascript=False)
            return Person(there.page, keyboard)

        yield arrived


@by_mouse_and_keyboard
def test_a_body_says_why_and_a_group_replies(arrive_for: Arrive, keyboard: bool, width: int) -> None:
    body = arrive_for("body", LIBRARY, width=width, keyboard=keyboard)
    body.press("Say why it falls short of a promise")
    body.write("What happened?", "The grant came late.")
    body.write("What is the reason in this case?", "It has to be spent by June.")
    body.write("What do you do instead?", "We came to two meetings.")
    body.press("Publish the reason")

    assert "It has to be spent by June." in body.says
    assert (len(body.screens), body.fields) == (3, 3)
    body.press("Reply to this")
    body.choose("We reply")
    body.write("Your reply (optional)", "We asked for more time.")
    body.press("Publish the reply")

    assert "We asked for more time." in body.says
    assert (Explanation.objects.count(), Reply.objects.count()) == (1, 1)


@by_mouse_and_keyboard
def test_a_group_says_another_day_and_the_body_changes_the_record_to_it(
    arrive_for: Arrive, keyboard: bool, width: int
) -> None:
    group = arrive_for("group", LIBRARY, width=width, keyboard=keyboard)
    group.press("Say that a fact is not right")
    group.choose("The closing date: Sunday 26 April 2026")
    group.press("Continue")
    group.choose("Something else")
    group.day("The day", 19, "April", 2026)
    group.write("How do you know? (optional)", "It stood on the poster.")
    group.press("Publish what you say")

    assert "The closing date: the record says Sunday 26 April 2026." in group.says
    assert (len(group.screens), group.fields) == (4, 4)
    body = arrive_for("body", LIBRARY, width=width, keyboard=keyboard)
    body.press("Agree again: The closing date")
    body.press("Change the record to what they say")

    assert "The record was changed to what the other side says" in body.says
    assert Dispute.objects.get().dealing.facts["closes"] == "2026-04-19"


@by_mouse_and_keyboard
def test_a_group_says_that_something_is_missing_and_the_body_answers(
    arrive_for: Arrive, keyboard: bool, width: int
) -> None:
    group = arrive_for("group", MISSING, width=width, keyboard=keyboard)
    group.press("Say that something is missing")
    group.page.get_by_label("Which public body did it?").select_option("Hartsmere County Council")
    group.page.get_by_label("What was it?").select_option("Consultation")
    group.write("What is it called?", "Survey on bus times")
    group.day("When did it happen?", 1, "September", 2026)
    group.press("Tell the body")

    assert "was not reached yet. Nobody else reads this." in group.says
    assert len(group.screens) == 3
    said = SaidMissing.objects.get()
    actions.note_told(missing=said, on=date(2026, 10, 1), by=BY, at=moment(TODAY))
    body = arrive_for("body", f"{MISSING}/{said.key}", width=width, keyboard=keyboard)
    body.press("Answer this")
    body.choose("It is not, and we say why")
    body.write("Why is it not here? (optional)", "It was a talk, and no survey.")
    body.press("Publish the answer")

    assert "It was a talk, and no survey." in body.says
