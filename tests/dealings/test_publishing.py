"""From the check to the record without typing anything again: who may, what is kept, and never twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.test import Client

from livecompact.dealings.models import Dealing, Standing, State, Version
from livecompact.people.roles import Role
from livecompact.record.models import Entry
from livecompact.record.what import What
from tests.checks.states import FULL, page
from tests.dealings.making import charity, council
from tests.dealings.reading import follow, words
from tests.harness.clock import TODAY
from tests.harness.people import holder

__all__ = ["holder"]

BODY = "hartsmere-county-council"
PUBLISH = page("consultation", "publish", **FULL)
SAID = {"title": "Parks strategy", "url": "https://example.org/parks", "about": "What should parks be for?"}


@pytest.fixture
def body(compacts):
    return council()


@pytest.fixture
def theirs(client, body, holder):
    """Somebody who represents the council."""
    client.force_login(holder(Role.REPRESENTATIVE, organisation=BODY))
    return client


def drafted(client):
    """Where the draft is looked at, once it is described."""
    return client.post(PUBLISH, SAID)["Location"]


def test_the_result_offers_to_publish_and_the_way_leads_through_sign_in_with_every_answer(site, body):
    offered = follow(site.get(page("consultation", "result", **FULL)), "Publish this consultation")

    sign_in = urlsplit(site.get(offered)["Location"])
    onward = parse_qs(sign_in.query)["next"][0]

    assert sign_in.path == "/sign-in"
    assert onward == offered
    assert parse_qs(urlsplit(onward).query)["closes"] == [FULL["closes"]]


def test_a_representative_describes_looks_and_publishes(theirs):
    look = theirs.get(drafted(theirs))
    said = words(look)
    done = theirs.post(drafted(theirs), follow=True)

    assert "It will go live when you select Publish." in said
    assert "Your plan keeps this." in said
    assert "Parks strategy" in said
    assert "Published: Parks strategy" in words(done)
    assert "by Thursday 1 July 2027" in words(done)
    made = Dealing.objects.get()
    assert (made.state, made.source, made.published_by) == (State.PUBLIC, "organisation", "For the organisation")
    assert made.reached_on == TODAY
    assert "feedback_published" not in made.facts, "what is only foreseen is not known"
    assert made.facts["announced"] == TODAY.isoformat(), "to publish it here tells groups"
    assert words(Client().get("/hertfordshire/consultations/2027/parks-strategy"))


def test_what_a_link_brought_along_is_filled_in(theirs):
    there = theirs.get(PUBLISH + "&title=Parks+strategy&url=https%3A%2F%2Fexample.org%2Fparks")

    assert 'value="Parks strategy"' in there.text
    assert 'value="https://example.org/parks"' in there.text


def test_to_change_a_draft_is_to_come_back_to_it(theirs):
    look = theirs.get(drafted(theirs))
    back = follow(look, "Change what you wrote")

    assert 'value="Parks strategy"' in theirs.get(back).text
    theirs.post(back, SAID | {"title": "Parks for all"})

    assert Dealing.objects.get().title == "Parks for all"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"title": ""}, "Enter a title"),
        ({"title": "x" * 101}, "Title must be 100 characters or less"),
        ({"url": "example.org"}, "Enter a web address that starts with https://"),
        ({"url": "javascript:alert(1)"}, "Enter a web address that starts with https://"),
        ({"url": "https://example.org/my report"}, "Enter one web address, without spaces."),
        ({"about": ""}, "Enter what you want to know"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_and_nothing_is_kept(theirs, wrong, message):
    there = theirs.post(PUBLISH, SAID | wrong)

    assert message in words(there)
    assert not Dealing.objects.exists()


def test_an_officer_says_for_which_organisation_and_it_is_not_reached_by_that(client, body, holder):
    council("Hartsmere Borough Council")
    client.force_login(holder(Role.OFFICER))

    assert "Which organisation is it for?" in words(client.get(PUBLISH))
    look = client.post(PUBLISH, SAID | {"organisation": BODY})["Location"]
    client.post(look)

    made = Dealing.objects.get()
    assert (made.source, made.published_by, made.reached_on) == ("published", "Compact officer", None)


def test_an_answer_that_is_wanting_is_asked_for_first(theirs):
    short = page("consultation", "publish", **{k: v for k, v in FULL.items() if k != "closes"})

    assert "/dates?" in theirs.get(short)["Location"]


@pytest.mark.parametrize("journey", ["asked", "told"])
def test_only_a_plan_can_be_published(theirs, journey):
    assert theirs.get(page(journey, "publish")).status_code == 404


def test_a_group_represents_no_public_body(client, body, holder):
    charity()
    client.force_login(holder(Role.REPRESENTATIVE))

    assert "You act for no public body here." in words(client.get(PUBLISH))
    client.post(PUBLISH, SAID)
    assert not Dealing.objects.exists()


def test_nobody_publishes_the_draft_of_others(theirs, holder):
    look = drafted(theirs)
    other = Client()
    other.force_login(holder(Role.CHAMPION, organisation=BODY))

    assert other.post(look).status_code in (403, 404)
    assert Dealing.objects.get().state == State.DRAFT


@pytest.mark.django_db(transaction=True)
def test_the_same_form_eight_times_at_once_is_one_dealing(theirs, body):
    cookies = theirs.cookies
    look = drafted(theirs)
    barrier = Barrier(8)

    def send(_n: int) -> str:
        client = Client()
        client.cookies = cookies.copy() if hasattr(cookies, "copy") else cookies
        try:
            barrier.wait(timeout=30)
            again = client.post(PUBLISH, SAID)["Location"]
            return client.post(again)["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(send, range(8)))

    assert len(answers) == 1
    assert Dealing.objects.filter(state=State.PUBLIC).count() == Dealing.objects.count() == 1
    assert Version.objects.count() == 1
    assert Entry.objects.filter(what=What.CONSULTATION_PUBLISHED).count() == 1
    assert look.partition("?")[0] in f"{answers.pop()}"
    assert len(set(Standing.objects.values_list("standard", flat=True))) == Standing.objects.count()
