"""What is not public shows nowhere: a draft and a withdrawn record leave no word on any page, list, feed or count."""

import json
from datetime import date

import pytest
from django.test import Client

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Source, State
from livecompact.people.roles import Role
from livecompact.register import actions as register
from tests.dealings.making import BY, charity, consultation, council, moment, told
from tests.dealings.reading import words
from tests.dealings.records import DRAFT, HERE, draft, kept_as
from tests.harness.clock import TODAY
from tests.harness.people import enter, holder

__all__ = ["enter", "holder"]

CANARY = "Zyxwvut"
PUBLIC = (
    "",
    "/promises/2.4",
    "/promises/2.5",
    "/consultations",
    "/consultations.json",
    "/consultations.csv",
    "/consultations.atom",
    "/consultations?phase=closed",
    "/consultations/2026",
    "/consultations/2026.json",
    "/consultations/2026.csv",
    "/organisations/hartsmere-county-council",
    "/organisations/hartsmere-county-council.json",
    f"/search?q={CANARY}",
    f"/search.json?q={CANARY}",
    "/record.atom",
)


@pytest.fixture
def body(compacts):
    return council()


def secret_draft(body):
    kept_as(draft(body, f"{CANARY} plan"), DRAFT)


def seen(client: Client, *more: str) -> dict[str, str]:
    """What a visitor gets at every public address."""
    addresses = [*(f"/hertfordshire{each}" for each in PUBLIC), "/sitemap.xml", *more]
    return {address: client.get(address).text for address in addresses}


def test_a_draft_is_on_no_page_and_makes_no_page_different(client, body):
    consultation(body)
    before = seen(client)

    secret_draft(body)

    after = seen(client)
    assert [
        address
        for address, text in after.items()
        if CANARY.lower() in text.lower().replace(f"q={CANARY}".lower(), "") and "search" not in address
    ] == []
    assert {address for address in before if before[address] != after[address]} == set()


def test_a_withdrawn_record_leaves_its_reason_and_a_cancelled_day(client, body):
    empty = seen(client)
    made = consultation(body, f"{CANARY} plan", about=f"{CANARY}?")

    actions.withdraw(dealing=made, reason="It was a mistake.", by=BY, at=moment(date(2026, 2, 2)))

    gone = client.get(f"{HERE}/2026/zyxwvut-plan")
    assert gone.status_code == 410
    assert "It was a mistake." in gone.text
    after = seen(client)
    found = [
        address
        for address, text in after.items()
        if CANARY in text and "search" not in address and "record" not in address
    ]
    assert found == []
    assert after["/hertfordshire/promises/2.4"] == empty["/hertfordshire/promises/2.4"], "it is counted no more"
    assert [
        address
        for address in (f"{HERE}/2026/zyxwvut-plan.{form}" for form in ("json", "ics"))
        if client.get(address).status_code != 410
    ] == []


def test_a_withdrawn_record_is_cancelled_in_calendars_for_90_days(client, body):
    made = consultation(body, "Tree planting", closes="2026-12-24", feedback_due=None)
    withdrawn = Dealing.objects.filter(pk=made.pk)

    actions.withdraw(dealing=made, reason="A mistake.", by=BY, at=moment(TODAY))
    lately = client.get(f"{HERE}.ics").text
    withdrawn.update(withdrawn_at=moment(date(2020, 1, 1)))
    long_ago = client.get(f"{HERE}.ics").text

    assert "STATUS:CANCELLED" in lately
    assert "SEQUENCE:1" in lately
    assert "Tree planting" not in long_ago


def test_while_it_waits_no_verdict_is_told_in_any_form(client, body):
    consultation(body, on=date(2026, 3, 25), own=False, announced="2026-03-20")
    page, data = client.get(f"{HERE}/2026/library-hours"), client.get(f"{HERE}/2026/library-hours.json")

    checks = [check for promise in json.loads(data.text)["promises"] for check in promise["checks"]]
    [late] = [check for check in checks if check["standard"] == "announced-before-opening"]
    assert (late["verdict"], late["counted"], late["waiting_until"]) == ("waiting", False, None)
    assert "not kept" not in data.text
    assert "Not kept" not in words(page)
    assert "Not kept" not in words(client.get(HERE)).partition("Apply filters")[2]
    assert "not kept" not in client.get(f"{HERE}.json").text


ROUTES = ("change", "explain", "reply", "reached", "withdraw")
ALLOWED = {
    "representative of the council": {"change", "explain", "withdraw"},
    "representative of a group": {"reply"},
    "officer": {"change", "explain", "reached", "withdraw"},
    "officer of another Compact": set(),
    "somebody": set(),
    "visitor": set(),
}


@pytest.mark.parametrize("who", ALLOWED)
@pytest.mark.parametrize("state", [State.PUBLIC, State.WITHDRAWN])
def test_each_act_is_open_to_whom_the_table_names_and_in_no_other_state(client, body, holder, who, state):
    asked = moment(date(2026, 1, 5))
    group = charity(compacts=())  # it asked to join, and waits: the Compact knows it
    register.sign(
        compact="hertfordshire", organisation=group, edition="2016", signed_on=asked.date(), by="test", at=asked
    )
    made = consultation(body, on=date(2026, 3, 25), own=False, announced="2026-03-20")
    if state == State.WITHDRAWN:
        actions.withdraw(dealing=made, reason="Gone.", by=BY, at=moment(date(2026, 4, 1)))
    sign_in(client, holder, who)

    opened = {act for act in ROUTES if client.get(f"{HERE}/2026/library-hours/{act}").status_code == 200}

    assert opened == (ALLOWED[who] if state == State.PUBLIC else set())


def sign_in(client, holder, who):
    match who:
        case "representative of the council":
            client.force_login(holder(Role.REPRESENTATIVE, organisation="hartsmere-county-council"))
        case "representative of a group":
            client.force_login(holder(Role.REPRESENTATIVE))
        case "officer":
            client.force_login(holder(Role.OFFICER))
        case "officer of another Compact":
            client.force_login(holder(Role.OFFICER, compact="dacorum"))
        case "somebody":
            client.force_login(holder(Role.PERSON))


def test_what_a_form_does_not_ask_is_not_taken(client, body, holder):
    made = consultation(body)
    client.force_login(holder(Role.REPRESENTATIVE, organisation="hartsmere-county-council"))
    days = {"opens-day": "2", "opens-month": "3", "opens-year": "2026"}

    client.post(f"{HERE}/2026/library-hours/change", days | {"state": "draft", "slug": "mine", "affects_groups": "no"})

    made.refresh_from_db()
    assert (made.state, made.slug) == (State.PUBLIC, "library-hours")
    assert made.facts["affects_groups"] is True
    assert "closes" not in made.facts, "what was emptied is not known any more"


def test_a_record_is_not_there_under_another_compact(client, body):
    consultation(body)

    assert client.get("/dacorum/consultations/2026/library-hours").status_code == 404
    assert "Library hours" not in words(client.get("/dacorum/consultations"))


def test_only_a_draft_of_ones_own_organisation_is_opened(client, body, holder):
    home = Compact.objects.get(slug="hertfordshire")
    made = actions.draft(
        home=home,
        organisation=body,
        told=told(),
        source=Source.ORGANISATION,
        maker="1",
        by=BY,
        at=moment(date(2026, 2, 1)),
    )
    client.force_login(holder(Role.REPRESENTATIVE))

    assert client.get(f"{HERE}/draft/{made.key}").status_code == 404
    assert client.get(f"{HERE}/draft/{made.key}/published").status_code == 404
