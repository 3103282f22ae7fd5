"""What the pages of a Compact say, on the real texts."""

import pytest

from livecompact.compacts import actions, demo
from livecompact.compacts.models import Compact, Edition
from livecompact.compacts.sitemap import addresses
from livecompact.compacts.workshop import actions as workshop
from tests.compacts.conftest import NOW
from tests.compacts.states import NORMAL
from tests.harness.clock import stop_the_clock
from tests.harness.html import read_page


def text_of(response):
    return " ".join(response.text.split())


def test_a_districts_compact_stands_under_its_countys(client, compacts):
    page = client.get("/")

    assert [text for level, text in read_page(page.text).headings if level == 2] == ["Hertfordshire Compact"]
    assert "Within Hertfordshire:" in page.text
    assert ("/dacorum", "Dacorum Compact") in read_page(page.text).links


def test_a_district_without_its_county_stands_by_itself(client, db):
    actions.add_compact(source="dacorum", by="Compact officer", at=NOW)

    assert [text for level, text in read_page(client.get("/").text).headings if level == 2] == ["Dacorum Compact"]


def test_a_site_without_a_compact_says_so(client, db):
    assert "There is no Compact on this site yet." in client.get("/").text


def test_the_first_page_leads_to_five_topics_the_search_and_easy_read(client, compacts):
    page = client.get("/hertfordshire")
    read = read_page(page.text)

    assert read.h1 == ["Promises between public bodies and local groups in Hertfordshire"]
    assert read.title == f"{read.h1[0]} – Hertfordshire Compact"
    topics = [text for address, text in read.links if "/topics/" in address]
    assert topics == ["Independence", "Having a say", "Funding and services", "Changes to services", "Fairness"]
    assert ("/hertfordshire/easy-read", "Read this in Easy Read") in read.links
    assert 'role="search"' in page.text


def test_the_first_page_counts_the_promises_of_each_side(client, compacts):
    page = client.get("/hertfordshire")

    for line in ("Public bodies make 28 promises", "Groups make 17 promises", "Both sides make 11 promises together"):
        assert line in page.text


def test_every_promise_is_in_the_list_once(client, compacts):
    links = [address for address, _ in read_page(client.get("/hertfordshire/promises").text).links]

    promises = [address for address in links if address.startswith("/hertfordshire/promises/")]
    assert len(promises) == len(set(promises)) == 56


def test_a_topic_gathers_the_sections_of_both_sides(client, compacts):
    read = read_page(client.get("/dacorum/topics/funding").text)

    sections = [text for level, text in read.headings if level == 2]
    assert sections == ["Funding and accountability", "Funding and accountability: voluntary and community sector"]


def test_a_section_shows_the_wording_in_full(client, compacts):
    page = text_of(client.get("/hertfordshire/sections/2"))

    assert "Effective and transparent design and development" in page
    assert "they will hold formal written" in page
    assert "In our words" in page


def test_a_promise_that_waits_says_what_will_be_recorded_and_one_that_does_not_what_is(client, compacts):
    waits = text_of(client.get("/hertfordshire/promises/2.6"))
    works = text_of(client.get("/hertfordshire/promises/2.4"))

    assert "It waits for the yearly round." in waits
    assert "What will be recorded" in waits
    assert "A rule checks it now." in works
    assert "What is recorded" in works


def test_groups_nobody_filled_in_say_so(client, compacts):
    page = client.get("/hertfordshire/groups")

    assert page.text.count("Not filled in yet") == 7
    assert "have not filled this in yet" in page.text
    assert "Until then, ask Hertfordshire County Council." in text_of(page)


def test_a_demonstration_says_whom_to_ask_and_that_they_are_made_up(client, compacts):
    demo.fill(at=NOW)
    demo.fill(at=NOW)

    for compact in ("hertfordshire", "dacorum"):
        page = client.get(f"/{compact}/groups").text
        assert "Not filled in yet" not in page
        assert "(made up)" in page
        assert f"@{compact}.example.org" in page
    assert Edition.objects.count() == 4, "each text is published once more, and only once"


def test_a_contact_that_is_filled_in_is_shown_and_asked_for(client, db, model, edit):
    agreement = (model / "agreement.toml").read_text(encoding="utf-8")
    role = 'role = "Contact for concerns"'
    empty = agreement[agreement.index(role) :].split("\n\n")[0]
    filled = f'{role}\nwho = "Sam Hill"\nemail = "sam@example.org"\nphone = "01632 960000"'
    edit("agreement.toml", empty, filled)
    actions.add_compact(source=model, by="Compact officer", at=NOW)

    for address in ("/model/groups", "/model/concerns/how"):
        assert ("mailto:sam@example.org", "sam@example.org") in read_page(client.get(address).text).links
    assert "Nobody has filled in" not in client.get("/model/concerns/how").text


def test_what_cannot_be_done_here_yet_is_said_plainly(client, compacts):
    assert "You cannot do it on this site yet." in client.get("/hertfordshire/concerns/how").text


def test_the_test_of_a_voluntary_organisation_is_shown_in_three_steps(client, compacts):
    page = client.get("/hertfordshire/joining").text

    assert page.count("<li>It ") == 3


def test_the_two_doors_for_a_concern_are_shown(client, compacts):
    for address in ("/hertfordshire/concerns/how", "/dacorum/concerns/how"):
        every = read_page(client.get(address).text).headings
        headings = [text for level, text in every if level == 3]
        assert next(text for level, text in every if level == 2) == "What to do now"
        assert headings[0] == "An organisation that has signed"
        assert headings[1].startswith("Anyone")


def test_dacorum_shows_its_principles_and_challenges(client, compacts):
    page = client.get("/dacorum/principles")

    assert page.text.count("In full, in our words") == 11 + 5


@pytest.mark.parametrize("part", ["principles", "codes", "codes/consultation", "glossary/nothing", "topics/nothing"])
def test_a_part_that_the_text_lacks_is_not_found(client, compacts, part):
    assert client.get(f"/hertfordshire/{part}").status_code == 404


def test_a_word_leads_to_the_promises_that_use_it(client, compacts):
    links = [address for address, _ in read_page(client.get("/hertfordshire/glossary/consultation").text).links]

    assert "/hertfordshire/promises/2.4" in links


def test_a_story_leads_to_the_promises_that_it_shows(client, compacts):
    links = [address for address, _ in read_page(client.get("/dacorum/stories").text).links]

    assert "/dacorum/promises/prompt-payment" in links


def test_coverage_has_a_row_for_every_promise(client, compacts):
    links = {address for address, _ in read_page(client.get("/dacorum/coverage").text).links}

    assert len({address for address in links if address.startswith("/dacorum/promises/")}) == 33


def test_a_compact_with_its_own_colour_and_word_shows_them(client, hertfordshire):
    look = {"brand_colour": "#1d4e89", "promise_word": "commitment"}
    workshop.set_look(compact="hertfordshire", role="officer", at=NOW, **look)

    page = client.get("/hertfordshire")

    assert "/hertfordshire/brand.css" in read_page(page.text).loads
    assert client.get("/hertfordshire/brand.css").text == ":root{--govuk-brand-colour:#1d4e89}"
    assert "The Hertfordshire Compact makes 56 commitments." in text_of(page)
    assert client.get("/hertfordshire/promises/2.4").text.count("commitment 2.4")


def test_a_compact_of_the_sites_colour_loads_no_second_one(client, compacts):
    assert "/hertfordshire/brand.css" not in read_page(client.get("/hertfordshire").text).loads
    assert client.get("/hertfordshire/brand.css").text == ""


def test_the_list_of_addresses_for_search_engines_is_whole_and_answers(client, compacts):
    known = set(addresses())

    assert len(known) == len(list(addresses()))
    assert all(client.get(address).status_code == 200 for address in known)
    promises = {address for address in known if "/promises/" in address}
    assert len(promises) == 56 + 33


@pytest.mark.parametrize("address", NORMAL.values())
def test_a_page_asks_the_database_five_times_at_most(
    client, compacts, address, monkeypatch, django_assert_max_num_queries
):
    stop_the_clock(monkeypatch)  # a Compact that nobody has run for months is asked about once more
    client.get(address)

    with django_assert_max_num_queries(5):
        assert client.get(address).status_code == 200


def test_the_list_asks_once_for_all_compacts_and_once_how_each_is_kept(client, compacts, django_assert_num_queries):
    actions.add_compact(source="model", by="Compact officer", at=NOW)
    client.get("/")

    assert Compact.objects.count() == 3
    with django_assert_num_queries(2 + 3):  # the page, and its part, each know all Compacts
        client.get("/")
