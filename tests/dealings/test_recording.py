"""Any kind of dealing is recorded on one page made from its kind, looked at once more, and published."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Source, State
from livecompact.dealings.naming import ON_SITE, address_of
from livecompact.kinds import kind
from livecompact.people.roles import Role
from livecompact.standards.facts import NONE
from tests.dealings.making import BY, charity, council, moment
from tests.dealings.reading import day, words
from tests.harness.people import holder

__all__ = ["holder"]

NEW = "/hertfordshire/awards/new"
AWARD = {
    "title": "Lunch club",
    "about": "Hot meals twice a week.",
    "url": "https://example.org/awards/7",
    "towards": "hartsmere food bank",
    "awarded-day": "2",
    "awarded-month": "March",
    "awarded-year": "2026",
    "amount": "£12,500.50",
    "months": "36",
    "one_off": "no",
    "reason_for_gap": "none",
}


@pytest.fixture
def clerk(client: Client, compacts: None, holder) -> Client:
    """Who acts for a council that has signed."""
    council()
    charity()
    client.force_login(holder(Role.REPRESENTATIVE, organisation="hartsmere-county-council"))
    return client


def sent(client: Client, **other: str) -> Dealing:
    """What is kept once the form is sent."""
    answer = client.post(NEW, AWARD | other)
    assert answer.status_code == 302, answer.text
    return Dealing.objects.get(key=answer["Location"].rpartition("/")[2])


def test_one_chooses_among_the_kinds_that_ones_own_side_does(clerk):
    page = clerk.get("/hertfordshire/record-something").text

    there = {of.name for part, of in ON_SITE.items() if f"/hertfordshire/{part}/new" in page}
    assert "award" in there
    assert not {"response", "monitoring-report"} & there
    assert "/hertfordshire/check/funding-change" in page


def test_an_award_is_recorded_looked_at_and_published(clerk):
    draft = sent(clerk)
    here = f"/hertfordshire/awards/draft/{draft.key}"
    assert (draft.state, draft.amount, draft.happens_on) == (State.DRAFT, Decimal("12500.50"), date(2026, 3, 2))
    assert draft.towards
    assert draft.towards.slug == "hartsmere-food-bank"
    assert kind("award").read(draft.facts)["reason_for_gap"] is NONE

    look = words(clerk.get(here))
    assert "£12,500.50" in look
    assert f"{NEW}?draft={draft.key}" in clerk.get(here).text
    clerk.post(here)

    page = words(Client().get("/hertfordshire/awards/2026/lunch-club"))
    assert "Hartsmere Food Bank" in page
    assert "£12,500.50" in page
    assert "Lunch club" in words(Client().get("/hertfordshire/organisations/hartsmere-county-council"))


def test_a_draft_is_come_back_to_with_everything_in_it(clerk):
    draft = sent(clerk)

    again = clerk.get(f"{NEW}?draft={draft.key}").text
    assert 'value="12500.50"' in again
    assert "Hartsmere Food Bank" in again
    clerk.post(f"{NEW}?draft={draft.key}", AWARD | {"title": "Breakfast club"})

    assert [each.title for each in Dealing.objects.all()] == ["Breakfast club"]


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("title", "", "Enter a title"),
        ("amount", "lots", "Enter the amount awarded in pounds, like 1,250.50"),
        ("months", "three", "as a number, like 4"),
        ("towards", "Hartsmere County Council", "Enter another organisation than your own"),
        ("awarded-month", "Smarch", "must be a day in the calendar"),
    ],
)
def test_each_mistake_is_named_with_what_to_do(clerk, field, typed, says):
    page = clerk.post(NEW, AWARD | {field: typed})

    assert "There is a problem" in page.text
    assert says in words(page)
    assert not Dealing.objects.exists()


def parts(page: str) -> dict[str, bool]:
    """The folded parts of a form, and whether each stands open."""
    found = re.findall(r'<details class="[^"]*fold"( open)?>\s*<summary[^>]*><span[^>]*>([^<]*)<', page)
    return {says: bool(is_open) for is_open, says in found}


def test_what_is_typed_or_wrong_in_a_folded_part_stands_in_view(clerk):
    agreements = "/hertfordshire/agreements/new"
    empty = parts(clerk.get(agreements).text)
    assert {"Terms and payment", "If the money is passed on", "Risks discussed"} <= set(empty)
    assert not any(empty.values())

    typed = {"title": "", "payment_profile": "Each quarter, ahead.", "reached_small_providers": "lots"}
    wrong = parts(clerk.post(agreements, typed).text)
    assert {says for says, is_open in wrong.items() if is_open} == {"Terms and payment", "If the money is passed on"}

    one_more = clerk.post(agreements, {**typed, "risk_list_count": "1", "risk_list_more": "1"}).text
    assert parts(one_more)["Risks discussed"]
    assert "Each quarter, ahead." in one_more


def test_a_day_for_feedback_is_one_question_and_names_the_day(clerk):
    consultations = "/hertfordshire/consultations/new"
    assert "feedback_day_named" not in clerk.get(consultations).text

    answer = clerk.post(
        consultations, {"title": "Parks", **day("opens", "2026-03-02"), **day("feedback_due", "2026-08-03")}
    )
    kept = Dealing.objects.get(key=answer["Location"].rpartition("/")[2])
    assert kind("consultation").read(kept.facts)["feedback_day_named"] is True


def test_a_name_that_the_register_does_not_know_is_kept_as_it_was_written(clerk):
    assert sent(clerk, towards="  The  Old Mill Band ").towards_called == "The Old Mill Band"


def test_what_follows_from_what_is_read_in_order_as_far_as_one_may_see_it(clerk):
    council_ = sent(clerk).organisation
    first = actions.publish(dealing=Dealing.objects.get(), by=BY, own=True, at=moment(date(2026, 3, 3)))
    home = Compact.objects.get(slug="hertfordshire")

    def after(name: str, title: str, organisation, follows: Dealing, **facts: str) -> Dealing:
        told = actions.Told(kind=name, title=title, facts=kind(name).read(facts), follows=follows, towards=council_)
        told = told if organisation != council_ else actions.Told(**{**vars(told), "towards": None})
        at = moment(date(2026, 6, 1))
        return actions.publish_dealing(
            home=home, organisation=organisation, told=told, source=Source.ORGANISATION, own=True, by=BY, at=at
        )

    group = first.towards
    agreed = after("funding-agreement", "Lunch club terms", council_, first, made="2026-04-01")
    paid = after("payment", "Lunch club, first part", council_, agreed, paid="2026-05-01")
    after("monitoring-report", "Lunch club so far", group, agreed, reported="2026-05-20")

    everyone = Client().get(address_of(paid, "json")).json()["story"]
    own = clerk.get(address_of(paid, "json")).json()["story"]
    page = words(Client().get(address_of(agreed)))
    assert [each["title"] for each in everyone] == ["Lunch club", "Lunch club terms", "Lunch club, first part"]
    assert [each["title"] for each in own] == [*(each["title"] for each in everyone), "Lunch club so far"]
    story = page.partition("The whole story, in order")[2]
    assert story.index("Lunch club terms") < story.index("Lunch club, first part")


def test_who_acts_for_nobody_is_told_whom_to_ask(client, compacts, holder):
    charity()
    client.force_login(holder(Role.REPRESENTATIVE))

    assert "You act for no organisation that may record this" in words(client.get(NEW))
