"""What a group records is seen by both sides; everyone sees totals of five groups, or what the group itself shows."""

from datetime import date

import pytest
from django.test import Client

from livecompact.board.queries import figures
from livecompact.compacts.models import Compact
from livecompact.compacts.queries import compact as published
from livecompact.dealings import actions, queries
from livecompact.dealings.models import Dealing, OpenRecord, Source, State
from livecompact.dealings.naming import address_of
from livecompact.kinds import kind
from livecompact.people.roles import Role
from livecompact.record.models import Entry
from livecompact.register.models import Organisation
from tests.dealings.making import BY, charity, council, moment
from tests.dealings.reading import words
from tests.harness.clock import NOW, TODAY
from tests.harness.people import enter, holder

__all__ = ["enter", "holder"]

CANARY = "Zyxwvut"
OWN = "/hertfordshire/organisations/hartsmere-food-bank/record"
LISTS = tuple(f"/hertfordshire/responses{form}" for form in ("", ".json", ".csv", ".atom", ".ics", "/2026"))
PUBLIC = (
    *("", "/promises", "/promises/2.7", "/promises/2.7.json", "/organisations/hartsmere-food-bank"),
    *("/board", "/board.json", "/board.csv"),
    *("/organisations/hartsmere-council", f"/search?q={CANARY}", "/search.json?q=answer", "/record", "/record.atom"),
)
SENT = {
    "sent": "2026-03-02",
    "speaks_for": "Our members",
    "capacity": "As a food bank",
    "basis": "We asked them",
    "evidence": f"{CANARY} kept a list",
}


@pytest.fixture
def body(compacts: None) -> Organisation:
    return council("Hartsmere Council")


@pytest.fixture
def group(compacts: None) -> Organisation:
    return charity()


def response(group: Organisation, body: Organisation | None, kind_name: str = "response", **facts: object) -> Dealing:
    """What a group answered a public body."""
    read = kind(kind_name).read(facts or SENT)
    return actions.publish_dealing(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=group,
        told=actions.Told(kind=kind_name, title=f"{CANARY} answer", facts=read, about=CANARY, towards=body),
        source=Source.ORGANISATION,
        own=True,
        by=BY,
        at=moment(date(2026, 3, 3)),
    )


def everywhere(client: Client) -> dict[str, str]:
    """What anybody gets at every public address that could tell of it."""
    addresses = (*LISTS, *(f"/hertfordshire{each}" for each in PUBLIC), "/sitemap.xml")
    return {address: client.get(address).text for address in addresses}


def test_what_a_group_records_changes_no_public_page_and_no_record(client, group, body):
    before = everywhere(client)

    made = response(group, body)

    assert made.state == State.SHARED
    assert everywhere(client) == before
    assert [client.get(address_of(made, form)).status_code for form in ("", "json", "ics")] == [404, 404, 404]
    assert not Entry.objects.filter(subject=f"response/{made.key}").exists()


MAY_READ = {"hartsmere-food-bank": 200, "hartsmere-council": 200, "another-group": 404, "": 200}


@pytest.mark.parametrize("of", MAY_READ)
def test_only_who_speaks_for_the_two_sides_and_the_officer_read_it(client, group, body, holder, of):
    made = response(group, body)
    charity("Another Group")
    client.force_login(holder(Role.REPRESENTATIVE, organisation=of) if of else holder(Role.OFFICER))

    assert client.get(address_of(made)).status_code == MAY_READ[of]
    assert client.get(address_of(made, "json")).status_code == MAY_READ[of]


def test_taken_back_it_is_gone_without_a_word_to_others(client, group, body):
    made = response(group, body)

    actions.withdraw(dealing=made, reason="We sent it twice.", by=BY, at=NOW)

    assert client.get(address_of(made)).status_code == 404
    assert not Entry.objects.filter(subject=f"response/{made.key}").exists()


def test_a_group_shows_its_record_by_its_own_choice_and_what_is_public_stays_so(client, group, body, holder):
    made = response(group, body)
    client.force_login(holder(Role.REPRESENTATIVE))
    assert f"{CANARY} answer" in words(client.get(OWN))

    client.post(OWN, {"who": "everyone"})

    assert f"{CANARY} answer" in words(Client().get(address_of(made)))
    assert f"{CANARY} answer" in Client().get("/hertfordshire/responses.csv").text
    assert Entry.objects.filter(subject=f"response/{made.key}").count() == 1
    client.post(OWN, {"who": "both"})
    assert Client().get(address_of(made)).status_code == 200
    assert OpenRecord.objects.get().until == TODAY
    assert response(group, body, sent="2026-03-05").state == State.SHARED


def test_nobody_else_chooses_for_a_group(client, group, holder):
    client.force_login(holder(Role.OFFICER))

    assert client.post(OWN, {"who": "everyone"}).status_code in (403, 404)
    assert not OpenRecord.objects.exists()


def test_the_public_sees_totals_once_five_groups_are_in_them(group, body):
    compact = published(None, "hertfordshire", TODAY)
    others = [charity(f"Group {name}") for name in ("One", "Two", "Three", "Four")]

    def counts() -> figures.Stands | None:
        return figures.of_groups(None, compact, TODAY, figures.Period(date(2025, 1, 1), TODAY))

    for each in (group, *others[:3]):
        response(each, body)
    assert counts() is None
    response(others[3], body)
    counted = counts()

    assert counted
    assert counted.every % 5 == 0
    assert queries.counts(None, compact, TODAY, date(2025, 1, 1)).settled == 0


def test_what_was_told_in_confidence_is_never_public_not_even_a_public_bodys(client, body, group):
    made = response(body, group, "confidence", given="2026-03-02", confidence_asked=True)
    actions.open_record(organisation=body, by=BY, at=NOW)

    assert Dealing.objects.get(pk=made.pk).state == State.SHARED
    assert CANARY not in client.get("/hertfordshire/confidence").text
    assert client.get(address_of(made)).status_code == 404
