"""A list inside a record is asked row by row; a row more or less loses nothing typed, and its sums are judged."""

import pytest
from django.test import Client

from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Version
from livecompact.dealings.naming import address_of
from livecompact.kinds import kind
from livecompact.people.roles import Role
from tests.dealings.making import council
from tests.dealings.reading import words
from tests.harness.people import holder

__all__ = ["holder"]

NEW = "/hertfordshire/announcements/new"
TOLD = {
    "title": "A new youth centre",
    "published-day": "2",
    "published-month": "3",
    "published-year": "2026",
    "partners_told_count": "2",
    "partners_told_1_partner": "Hartsmere Food Bank",
    "partners_told_1_told-day": "20",
    "partners_told_1_told-month": "2",
    "partners_told_1_told-year": "2026",
    "partners_told_2_partner": "The Old Mill Band",
}
SECOND = {
    "partners_told_2_told-day": "27",
    "partners_told_2_told-month": "February",
    "partners_told_2_told-year": "2026",
}


@pytest.fixture
def clerk(client: Client, compacts: None, holder) -> Client:
    """Who acts for a council that has signed."""
    council()
    client.force_login(holder(Role.REPRESENTATIVE, organisation="hartsmere-county-council"))
    return client


def sent(clerk: Client, **other: str) -> Dealing:
    """What is kept once the form is sent."""
    answer = clerk.post(NEW, TOLD | other)
    assert answer.status_code == 302, words(answer)
    return Dealing.objects.get(key=answer["Location"].rpartition("/")[2])


def published(clerk: Client, **other: str) -> Dealing:
    """The same, once it is public."""
    draft = sent(clerk, **other)
    clerk.post(f"/hertfordshire/announcements/draft/{draft.key}")
    return Dealing.objects.get(pk=draft.pk)


def test_what_a_list_comes_to_is_what_is_judged(clerk):
    made = published(clerk)

    assert made.lists == {
        "partners_told": [{"partner": "Hartsmere Food Bank", "told": "2026-02-20"}, {"partner": "The Old Mill Band"}]
    }
    assert (made.facts["partners_named"], made.facts["partners_not_told"]) == ("2", "1")
    assert made.facts["last_partner_told"] == "2026-02-20"
    page = words(Client().get(address_of(made)))
    assert "Partners it names or touches The partner The day it was told" in page
    assert "The Old Mill Band Not known" in page
    data = Client().get(address_of(made, "json")).json()
    assert data["lists"] == made.lists


def test_one_more_row_keeps_all_that_was_typed_and_judges_nothing(clerk):
    typed = TOLD | {"title": "", "partners_told_1_told-month": "Smarch", "partners_told_more": "1"}
    page = clerk.post(NEW, typed)

    assert "There is a problem" not in page.text
    assert 'value="Smarch"' in page.text
    assert 'value="The Old Mill Band"' in page.text
    assert 'name="partners_told_3_partner"' in page.text
    assert not Dealing.objects.exists()


def test_a_row_that_is_taken_away_leaves_the_others_as_they_were(clerk):
    page = clerk.post(NEW, TOLD | SECOND | {"partners_told_less": "1"}).text

    assert "Hartsmere Food Bank" not in page
    assert 'name="partners_told_1_partner" type="text" value="The Old Mill Band"' in page
    assert 'value="February"' in page
    assert 'name="partners_told_2_partner"' not in page
    assert 'name="partners_told_count" value="1"' in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"partners_told_1_partner": ""}, "Enter the partner in row 1"),
        ({"partners_told_2_told-day": "3"}, "The day it was told in row 2 must include a month"),
        ({"partners_named": "5"}, "The list gives 2. Enter the same, or leave this empty"),
        ({"partners_told_1_told-month": "13"}, "The day it was told in row 1 must be a day in the calendar"),
    ],
)
def test_each_mistake_in_a_row_is_named_with_its_row(clerk, typed, says):
    page = words(clerk.post(NEW, TOLD | typed))

    assert page.count(says) == 2  # at the top, and beside the box
    assert not Dealing.objects.exists()


@pytest.mark.parametrize("count", ["99", "-1", "x", "9" * 400, "²"])
def test_a_count_that_nobody_typed_does_no_harm(clerk, count):
    assert clerk.post(NEW, TOLD | {"partners_told_count": count, "partners_told_more": "1"}).status_code == 200
    assert clerk.post(NEW, TOLD | {"partners_told_less": count}).status_code == 200


def test_an_empty_row_is_left_out_and_numbers_without_a_list_stand(clerk):
    nothing = {name: "" for name in TOLD if name.startswith("partners_told_") and not name.endswith("count")}
    made = published(clerk, **nothing, partners_named="3", partners_not_told="0")

    assert made.lists == {}
    assert (made.facts["partners_named"], made.facts["partners_not_told"]) == ("3", "0")


def test_a_draft_is_come_back_to_with_its_rows(clerk):
    draft = sent(clerk, **SECOND)

    page = clerk.get(f"{NEW}?draft={draft.key}").text
    assert 'value="The Old Mill Band"' in page
    assert 'id="partners_told_2_told-day" name="partners_told_2_told-day" type="text" value="27"' in page
    assert 'name="partners_told_3_partner"' in page


def test_a_changed_list_keeps_the_old_one_in_view_and_is_judged_again(clerk):
    made = published(clerk)
    typed = {name: value for name, value in TOLD.items() if name != "title"}
    answer = clerk.post(f"{address_of(made)}/change", typed | SECOND | {"why": "We had told both."})
    assert answer.status_code == 302, words(answer)

    after = Dealing.objects.get(pk=made.pk)
    assert after.facts["partners_not_told"] == "0"
    assert [each.lists for each in Version.objects.order_by("number")] == [made.lists, after.lists]
    page = words(Client().get(address_of(made)))
    assert "Hartsmere Food Bank, Friday 20 February 2026; The Old Mill Band, Not known" in page


def test_a_list_all_of_whose_rows_are_taken_away_is_gone_and_what_it_came_to_is_not_known(clerk):
    made = published(clerk)
    typed = {name: TOLD[name] for name in TOLD if name.startswith("published")}
    clerk.post(f"{address_of(made)}/change", typed | {"partners_told_count": "0", "why": "It named nobody."})

    after = Dealing.objects.get(pk=made.pk)
    assert after.lists == {}
    assert not {"partners_named", "partners_not_told", "last_partner_told"} & set(after.facts)


def test_a_list_that_a_newer_fact_contradicts_is_shown_no_more(clerk):
    made = published(clerk, **SECOND)
    facts = kind("announcement").read({**made.facts, "partners_named": "3"})
    actions.change_facts(dealing=made, facts=facts, by="A panel", at=made.updated_at, why="A third was named.")

    page = words(Client().get(address_of(made)))
    assert "Partners it names or touches The partner" not in page
    assert Dealing.objects.get(pk=made.pk).lists == made.lists
