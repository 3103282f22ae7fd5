"""The public register: who has signed, who is a Friend, and one organisation."""

import csv
import io
import json
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from livecompact.compacts import queries as compacts
from livecompact.register import actions, demo, queries
from livecompact.register.models import Kind, Organisation, State
from livecompact.register.queries import Shown
from livecompact.web.sitemap import addresses
from tests.harness.atom import read_feed, texts
from tests.harness.html import read_page
from tests.register.some import LIST, add, everyone, few, sign

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


@pytest.fixture
def demonstration(monkeypatch):
    everyone(monkeypatch)


@pytest.fixture
def some(monkeypatch):
    few(monkeypatch)


def shown_on(client, address):
    return [text for link, text in read_page(client.get(address).text).links if link.startswith(f"{LIST}/")]


def rows(client, address):
    text = client.get(address).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_who_has_signed_is_on_the_list_and_who_waits_is_nowhere(client, some):
    assert shown_on(client, LIST) == ["Hartsmere Food Bank"]
    for address in (LIST, f"{LIST}?state=all", f"{LIST}.json", f"{LIST}.csv", f"{LIST}.atom", "/hertfordshire/friends"):
        answer = client.get(address)
        assert "Riverside" not in answer.content.decode(), address
        assert "Jo Ray" not in answer.content.decode(), address
    assert client.get(f"{LIST}/riverside-youth-club").status_code == 404
    assert f"{LIST}/riverside-youth-club" not in set(addresses())


def test_a_friend_is_on_its_own_list_and_has_signed_nothing(client, some):
    assert "Corner Shop" not in shown_on(client, f"{LIST}?state=all")
    page = client.get(f"{LIST}/corner-shop").text
    assert "No promise binds it" in page
    assert "Comes to Compact events" in client.get("/hertfordshire/friends").text


def test_an_organisation_shows_the_promises_of_its_own_side(client, some):
    sign(add("Hartsmere Parish", sector="statutory", kind="parish"))
    bank = client.get(f"{LIST}/hartsmere-food-bank.json").json()["promises"]
    parish = client.get(f"{LIST}/hartsmere-parish.json").json()["promises"]

    assert {each["binds"] for each in bank} == {"Groups", "Both sides"}
    assert {each["binds"] for each in parish} == {"Public bodies", "Both sides"}
    [county] = compacts.compacts(NOBODY, timezone.localdate())[:1]
    sides = [str(each.binds) for each in county.edition.undertakings if not each.only]
    assert len(bank) == sides.count("voluntary") + sides.count("joint")


def test_a_contact_shows_only_where_it_is_meant_to(client, some):
    told: dict[str, Any] = {"contact_role": "Chair", "contact_email": "chair@example.org"}
    sign(add("Open Club"), says=actions.Signing(**told, contact_shown=True))
    sign(add("Shy Club"), says=actions.Signing(**told))

    assert "chair@example.org" in client.get(f"{LIST}/open-club").text
    for form in ("", ".json"):
        assert "chair@example.org" not in client.get(f"{LIST}/shy-club{form}").content.decode()


def test_each_filter_leaves_what_it_says(client, demonstration):
    wanted = client.get(f"{LIST}?kind=charity&state=active").text
    everyone = rows(client, f"{LIST}.csv?state=all")
    charities = [row["name"] for row in everyone if row["kind"] == Kind.CHARITY.label and row["state"] == Shown.ACTIVE]

    assert charities
    assert [row["name"] for row in rows(client, f"{LIST}.csv?kind=charity&state=active")] == charities
    assert all(name.removesuffix(" (made up)") in wanted for name in charities)


def test_every_filter_in_use_can_be_removed(client, demonstration):
    page = read_page(client.get(f"{LIST}?kind=charity&letter=h&sector=voluntary").text)

    removing = {text: address for address, text in page.links if text.startswith("Remove: ")}
    assert removing == {
        "Remove: Charity": f"{LIST}?letter=h&sector=voluntary",
        "Remove: H": f"{LIST}?kind=charity&sector=voluntary",
        "Remove: Charity or community group": f"{LIST}?kind=charity&letter=h",
    }


def test_every_link_of_a_filter_leads_to_as_many_as_it_says(client, demonstration):
    links = [link for link in read_page(client.get(LIST).text).links if f"{LIST}?" in link[0] and "(" in link[1]]

    assert len(links) > 10
    for address, text in links:
        count = int(text.rpartition("(")[2].rstrip(")"))
        assert f"{count} organisation" in client.get(address).text, text


@pytest.mark.parametrize(
    "query", ["name=x", "sector=none", "kind=Charity", "letter=hh", "state=applied", "page=0", "page=x", "order=name"]
)
def test_what_no_filter_knows_is_refused(client, some, query):
    assert client.get(f"{LIST}?{query}").status_code == 400
    assert client.get(f"{LIST}.csv?{query}").status_code == 400


def test_a_long_list_has_pages(client, some):
    for number in range(60):
        sign(add(f"Club {number:02}"))

    assert len(shown_on(client, LIST)) == 50
    assert len(shown_on(client, f"{LIST}?page=2")) == 11
    assert shown_on(client, f"{LIST}?page=3") == []


def test_the_list_for_a_spreadsheet_runs_nothing(client, some):
    sign(add('=HYPERLINK("http://example.org")'))

    assert any(row["name"].startswith("'=") for row in rows(client, f"{LIST}.csv"))


def test_the_list_for_a_spreadsheet_can_be_given_to_the_check_of_files(client, some, tmp_path):
    from livecompact.files.signatories.signed_list import read_bound  # noqa: PLC0415 (the site itself never reads files)

    path = tmp_path / "signed.csv"
    path.write_bytes(client.get(f"{LIST}.csv?state=all").content)

    [signatory] = read_bound(path)
    assert (signatory.org_id, signatory.name) == ("GB-CHC-9900103", "Hartsmere Food Bank")


def test_the_feed_tells_who_joined_and_left(client, demonstration):
    told = texts(read_feed(client.get(f"{LIST}.atom").content), "a:entry/a:title/text()")

    assert "Netherfold Community Orchard: Left" in told
    assert not any("Quillmoor Junior Band" in title for title in told)


def test_a_page_as_data_is_the_same_page(client, demonstration):
    page = json.loads(client.get(f"{LIST}.json").content)

    assert page["compact"]["id"] == "hertfordshire"
    assert [each["name"] for each in page["lines"]] == shown_on(client, LIST)


def test_the_demonstration_has_every_kind_and_state_and_nobody_real(client, demonstration):
    today = timezone.localdate()
    [county, dacorum] = sorted(compacts.compacts(NOBODY, today), key=lambda each: each.id, reverse=True)
    shown = {each.shown for each in queries.signatories(NOBODY, county, today)}
    states = {each.signature.state for each in queries.friends(NOBODY, county, today)}

    assert shown == set(Shown)
    assert states == {State.ACTIVE, State.WITHDRAWN}
    assert queries.signatories(NOBODY, dacorum, today)
    assert {each.kind for each in Organisation.objects.all()} == set(Kind)
    assert all(each.invented and each.postcode.startswith("ZZ") for each in Organisation.objects.all())
    assert "made up" in client.get(LIST).text
    assert len(list(Organisation.objects.all())) == sum(map(len, demo.SECTORS.values())) == 40
