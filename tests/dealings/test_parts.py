"""What the record gives to the pages of a promise, of a Compact and of an organisation; and how it is counted."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings

from livecompact.compacts import queries as compacts_queries
from livecompact.dealings import queries
from livecompact.dealings.models import Standing
from livecompact.dealings.queries import Counts
from livecompact.frame.parts import edition_published
from livecompact.register import actions as register
from livecompact.register.models import Signature
from tests.dealings.making import SHORT, consultation, council, moment
from tests.dealings.reading import words

ON = date(2026, 11, 22)
LATER: dict[str, Any] = {"announced": "2026-08-01", "opens": "2026-09-02", "closes": "2026-11-30", "feedback_due": None}
A_YEAR_AGO = ON - timedelta(days=365)
TIME = "2.4"


@pytest.fixture
def hertfordshire(compacts):
    return compacts_queries.compact(None, "hertfordshire", ON)


@pytest.fixture
def three(compacts):
    """One kept, one explained by its own reason, one told late of which nobody was told."""
    body = council()
    consultation(body)
    consultation(body, "Bus times", **SHORT | {"reason_for_shorter_time": "The grant ends."})
    consultation(body, "Park gates", on=date(2026, 3, 25), own=False, announced="2026-03-20")
    return body


def test_counts_on_any_day_are_one_query_with_the_day_as_parameter(hertfordshire, three, django_assert_num_queries):
    with django_assert_num_queries(1):
        now = queries.counts(None, hertfordshire, ON, A_YEAR_AGO, TIME)
    with django_assert_num_queries(1):
        early = queries.counts(None, hertfordshire, date(2026, 3, 1), A_YEAR_AGO, TIME)

    assert now == Counts(kept=4, explained=1, waiting=1)
    assert (now.judged, now.well, now.settled) == (5, 5, 6)
    assert early == Counts()


def test_a_check_counts_in_the_year_in_which_it_settles(hertfordshire, three, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = queries.tallies(None, hertfordshire, date(2027, 1, 1), date(2026, 6, 1), TIME)

    assert found.years == ((2026, Counts(kept=4, explained=1, waiting=1)),)
    assert found.last_year == Counts()


def test_nothing_is_counted_of_who_has_not_signed(hertfordshire):
    body = council(compacts=())
    consultation(body)

    assert queries.counts(None, hertfordshire, ON, A_YEAR_AGO) == Counts()
    assert queries.counts_of(None, hertfordshire, ON, A_YEAR_AGO, body.slug) == Counts()


def test_a_promises_page_says_how_it_was_kept_and_shows_its_newest_records(site, three, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        page = site.get("/hertfordshire/promises/2.4")

    said = words(page)
    assert "Kept, or explained as the promise allows, 5 times out of 5 in the last year." in said
    assert "0 checks have no evidence. 1 waits for a reply." in said
    assert "Newest records" in said
    assert said.index("5 times out of 5") < said.index("Newest records")
    assert "/hertfordshire/consultations/2026/park-gates" in page.text
    assert "Kept or explained: 5 of 5 checks" in said


def test_a_promise_that_no_rule_tests_has_no_record_there(site, three):
    assert "Newest records" not in words(site.get("/hertfordshire/promises/4.5"))


def test_a_promise_without_any_record_says_so(site):
    said = words(site.get("/hertfordshire/promises/2.4"))

    assert "Nothing that it speaks of is on record yet." in said
    assert "times out of" not in said


def test_the_first_page_of_a_compact_answers_with_numbers(site, three, django_assert_max_num_queries):
    site.get("/hertfordshire")  # its texts are in memory from then on
    with django_assert_max_num_queries(5):
        said = words(site.get("/hertfordshire"))

    assert "checks were kept, or explained as the promise allows." in said
    assert "Park gates" in said


def test_the_page_of_an_organisation_shows_what_it_did(site, three):
    said = words(site.get("/hertfordshire/organisations/hartsmere-county-council"))

    assert "What it did" in said
    assert "Library hours" in said


def test_the_page_of_an_organisation_says_how_it_kept_what_it_promised(site, three, hertfordshire):
    consultation(council("Quillmoor Borough Council"), "Market days", **SHORT)

    said = words(site.get("/hertfordshire/organisations/hartsmere-county-council"))

    assert queries.counts(None, hertfordshire, ON, A_YEAR_AGO).not_kept == 1, "another body did not keep one"
    assert "In the last year 5 of 5 checks were kept, or explained as the promise allows. 6 checks have no" in said


def test_data_of_a_promise_stays_the_text_alone(site, three):
    assert "Park gates" not in site.get("/hertfordshire/promises/2.4.json").text


def test_what_is_published_below_makes_the_record_judge_again(compacts):
    made = consultation(council())
    Standing.objects.all().delete()

    edition_published(compact="hertfordshire", at=moment(ON))

    assert Standing.objects.get(dealing=made, standard="consultation-length").verdict == "kept"
    assert settings.EDITION_PUBLISHED == ["livecompact.dealings.actions.rejudge_compact"]


def test_a_signature_that_ends_on_a_past_day_takes_what_came_after_out_of_the_count(compacts):
    body = council()
    before, after = consultation(body), consultation(body, "Park gates", on=date(2026, 9, 1), **LATER)
    signature = Signature.objects.get(organisation=body, latest=True)

    register.withdraw(signature=signature, last_day=date(2026, 6, 30), by="test", at=moment(ON))

    assert Standing.objects.filter(dealing=before).exists(), "it was bound on that day"
    assert not Standing.objects.filter(dealing=after).exists()


def test_a_signature_that_is_entered_for_a_past_day_judges_what_was_only_shown(compacts):
    body = council(compacts=())
    made = consultation(body)
    assert not Standing.objects.filter(dealing=made).exists()

    at = moment(ON)
    signed = register.sign(
        compact="hertfordshire", organisation=body, edition="2016", signed_on=date(2020, 1, 1), by="test", at=at
    )
    register.approve(signature=signed, by="test", at=at)

    assert Standing.objects.get(dealing=made, standard="consultation-length").verdict == "kept"
    assert settings.SIGNATURE_CHANGED == ["livecompact.dealings.actions.rejudge_organisation"]
