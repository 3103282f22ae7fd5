"""A body publishes an answer with a name taken out; the Compact group decides a dispute: without JavaScript."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from livecompact.dealings import actions
from livecompact.dealings.models import AnswerState, Dispute, HowSettled, Response
from livecompact.people.roles import Role
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment
from tests.dealings.records import HERE
from tests.harness.browsing import visiting
from tests.harness.clock import stop_the_clock
from tests.harness.compacts import both_compacts
from tests.harness.states import at
from tests.journeys.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LIBRARY = f"{HERE}/2026/library-hours"
SAID = "Open on Sundays. Ask Ann Lee at the desk."

type Arrive = Callable[..., Person]

by_mouse_and_keyboard = pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 320)])


@pytest.fixture
def arrive_as(
    browser: Any, live_server: Any, holder: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Arrive]:
    """Gives a function that sends somebody with a role to an address, once a consultation with a dispute is there."""
    stop_the_clock(monkeypatch)
    both_compacts(monkeypatch)
    body, group = council(), charity()
    made = consultation(body, on=date(2026, 2, 1), **SHORT)
    day = moment(date(2026, 6, 1))
    actions.dispute(dealing=made, fact="closes", value=date(2026, 4, 19), organisation=group, by=BY, at=day)

    def entered(client: Client, role: Role | None) -> Client:
        assert role is not None
        client.force_login(holder(role, organisation=body.slug))
        return client

    with visiting(browser, live_server.url, entered, monkeypatch) as visit:

        def arrived(role: Role, address: str, *, width: int, keyboard: bool) -> Person:
            return Person(visit(at("", address, role=role), width, javascript=False).page, keyboard)

        yield arrived


@by_mouse_and_keyboard
def test_a_body_publishes_an_answer_with_a_name_taken_out(arrive_as: Arrive, keyboard: bool, width: int) -> None:
    body = arrive_as(Role.REPRESENTATIVE, LIBRARY, width=width, keyboard=keyboard)
    body.press("Keep and publish answers")
    body.press("Add an answer")
    body.page.get_by_label("How did it come?").select_option("On paper")
    body.day("When did it come?", 20, "April", 2026)
    body.write("What do we call its author?", "A resident")
    body.write("What did they say? (optional)", SAID)
    body.choose("Yes")
    body.day("When did they agree? (optional)", 21, "April", 2026)
    body.page.get_by_label("How did they agree? (optional)").select_option("By email")
    body.press("Save the answer")

    part = body.page.get_by_role("group", name="Words to take out, part 1")
    part.get_by_label("Which words?").fill("Ann Lee")
    part.get_by_label("Why?").select_option("names a person")
    body.press("I have looked it over")
    body.press("Publish 1 answer")

    assert "Public" in body.says
    assert (len(body.screens), body.clicks) == (6, 6)
    assert Response.objects.get().state == AnswerState.PUBLIC
    body.page.goto(body.page.url.removesuffix("/ours"))
    assert "Ask [2 words taken out: names a person] at the desk." in body.says


@by_mouse_and_keyboard
def test_the_group_decides_where_two_sides_disagree(arrive_as: Arrive, keyboard: bool, width: int) -> None:
    member = arrive_as(Role.GROUP_MEMBER, LIBRARY, width=width, keyboard=keyboard)
    member.press("Decide who is right: The closing date")
    member.choose("What Hartsmere Food Bank says: Sunday 19 April 2026")
    member.write("Why do you decide so?", "The poster names that day.")
    member.press("Publish the decision")

    assert "The poster names that day. (Compact group)" in member.says
    assert (len(member.screens), member.fields, member.clicks) == (3, 2, 3)
    ended = Dispute.objects.get()
    assert (ended.settled, ended.dealing.facts["closes"]) == (HowSettled.DECIDED, "2026-04-19")
