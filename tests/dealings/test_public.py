"""The public pages of records: what each says, how lists are filtered, and the same in other forms."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.models import Dealing
from livecompact.dealings.queries import listing
from livecompact.people.roles import Role
from tests.dealings.making import BY, SHORT, consultation, council, moment, told
from tests.dealings.reading import follow, words
from tests.dealings.records import HERE
from tests.harness.atom import read_feed
from tests.harness.html import read_page
from tests.harness.people import holder

__all__ = ["holder"]

BODY = "hartsmere-county-council"
ONE = f"{HERE}/2026/library-hours"
LATE: dict[str, Any] = {"on": date(2026, 3, 25), "announced": "2026-03-20"}
AHEAD: dict[str, Any] = {
    "announced": "2026-11-01",
    "opens": "2026-12-01",
    "closes": "2027-03-01",
    "feedback_due": "2027-06-01",
}


@pytest.fixture
def body(compacts):
    return council()


def listed(client: Client, query: str = "") -> list[str]:
    """The titles in a list, in its order."""
    here = [text for address, text in read_page(client.get(f"{HERE}{query}").text).links if f"{HERE}/2" in address]
    return [text for text in here if not text.startswith(("Consultations in", "This list"))]


def test_the_answer_comes_first_then_each_promise_with_its_reason_and_what_one_can_do(client, body):
    consultation(body, **SHORT | {"reason_for_shorter_time": "The grant ends."})
    said = words(client.get(ONE))

    assert said.startswith("Library hours It closed on Sunday 26 April 2026. What changed is not published yet.")
    assert "Promise 2.4: Time to answer consultations Explained" in said
    assert "Explained. It was open for 56 days, not 84. The reason is public." in said
    assert "The promise, in our words:" in said
    assert "What to do if a promise is broken" in said
    assert said.index("It closed on") < said.index("Promise 2.4") < said.index("Day by day")


@pytest.mark.parametrize(
    ("facts", "tag", "sentence"),
    [
        ({}, "Kept", "Kept. It was open for 84 days. The Compact asks for 84."),
        (SHORT, "Not kept", "Not kept. It was open for 56 days, not 84. No reason was given."),
        (AHEAD, "Not due yet", "Not due yet. We will check on Tuesday 2 March 2027."),
        ({"closes": None}, "No evidence", "No evidence. Nobody has told us when it close"),
    ],
    ids=["kept", "not kept", "not due yet", "no evidence"],
)
def test_each_verdict_says_its_number_its_rule_and_its_day(client, body, facts, tag, sentence):
    made = consultation(body, **facts)
    said = words(client.get(f"{HERE}/{made.year}/{made.slug}"))

    assert f"Promise 2.4: Time to answer consultations {tag}" in said
    assert sentence in said


def test_a_finding_that_waits_shows_its_facts_its_last_day_and_no_verdict(client, body):
    consultation(body, closes="2026-11-17", opens="2026-10-12", announced="2026-10-01", reason_for_shorter_time="none")
    said = words(client.get(ONE))

    assert "Waiting for a reply" in said
    assert "It was open for 37 days" in said
    assert "Hartsmere County Council has until Wednesday 2 December 2026 to say why." in said
    assert "Not kept" not in said


def test_a_reason_that_came_late_says_until_when_it_stood_as_not_kept(client, body):
    made = consultation(body, **SHORT)
    home = Compact.objects.get(slug="hertfordshire")
    parts = Parts(context="It was late.", reason="The grant ends.", instead="Two meetings.")
    code, at = "consultation-length", moment(date(2026, 6, 20))
    actions.explain(dealing=made, compact=home, standard=code, parts=parts, by=BY, at=at)

    assert "Until Saturday 20 June 2026 this stood as not kept." in words(client.get(ONE))


def test_a_changed_fact_shows_what_it_was_and_why(client, body):
    made = consultation(body)
    facts = told(closes="2026-05-31").facts
    actions.change_facts(dealing=made, facts=facts, by=BY, at=moment(date(2026, 4, 1)), why="Groups asked for it.")
    said = words(client.get(ONE))

    assert "The closing date: Sunday 24 May 2026 Sunday 31 May 2026" in said
    assert "Why: Groups asked for it." in said


def test_who_has_not_signed_is_shown_and_not_judged(client, compacts):
    consultation(council(compacts=()))

    assert "Hartsmere County Council had not signed the Hertfordshire Compact on that day." in words(client.get(ONE))


def test_a_list_is_filtered_by_phase_state_year_and_organisation_and_each_filter_comes_off(client, body):
    other = council("Hartsmere Borough Council")
    consultation(body, "Kept")
    consultation(body, "Short", **SHORT)
    consultation(other, "Late", own=False, **LATE)
    consultation(other, "Ahead", **AHEAD)
    consultation(body, "Old", opens="2025-03-03", closes="2025-05-25", announced="2025-02-01", feedback_due=None)

    assert listed(client) == ["Ahead", "Late", "Short", "Kept", "Old"]
    assert listed(client, "?phase=not-open-yet") == ["Ahead"]
    assert listed(client, "?phase=closed&organisation=hartsmere-borough-council") == ["Late"]
    assert listed(client, "?state=not-kept") == ["Short"]
    assert listed(client, "?state=waiting") == ["Late"]
    assert listed(client, "/2025") == ["Old"]
    filtered = client.get(f"{HERE}?phase=closed&state=not-kept")
    assert read_page(filtered.text).h1 == ["Consultations – 1 consultation"]
    assert follow(filtered, "Remove filter: Not kept") == f"{HERE}?phase=closed"
    assert follow(filtered, "Remove filter: Closed, and being read") == f"{HERE}?state=not-kept"


def test_where_organisations_are_too_many_to_choose_from_part_of_a_name_is_typed(client, body, monkeypatch):
    monkeypatch.setattr(listing, "CHOICES", 1)
    other = council("Hartsmere Borough Council")
    consultation(body, "Ours")
    consultation(other, "Theirs")
    typed = client.get(f"{HERE}?organisation=BOROUGH")

    assert listed(client, "?organisation=BOROUGH") == ["Theirs"]
    assert listed(client, "?organisation=hartsmere") == ["Theirs", "Ours"]
    assert listed(client, "?organisation=hartsmere-borough-council") == ["Theirs"]
    assert 'name="organisation" type="text" value="BOROUGH"' in typed.text
    assert follow(typed, "Remove filter: BOROUGH") == HERE
    assert "Remove filter: Hartsmere Borough Council" in words(client.get(f"{HERE}?organisation={other.slug}"))


def test_records_of_a_state_are_counted_to_a_thousand_and_read_to_the_last(client, body, monkeypatch):
    monkeypatch.setattr(listing, "COUNTED", 2)
    monkeypatch.setattr(listing, "ON_A_PAGE", 2)
    for title in ("One", "Two", "Three", "Four", "Five"):
        consultation(body, title, **SHORT)
    first, last = client.get(f"{HERE}?state=not-kept"), client.get(f"{HERE}?state=not-kept&page=3")

    assert "More than 2 consultations" in words(first)
    assert len(listed(client, "?state=not-kept&page=3")) == 1
    assert ("Next" in words(first), "Next" in words(last)) == (True, False)


@pytest.mark.parametrize(
    "query",
    [
        *("phase=x", "phase=Phase.OPEN", "state=y", "state=not kept", "page=z", "page=0", "page=-1", "page=²"),
        *("order=title", "organisation__secret=x", "home__slug=dacorum", "year=2026", "pk=1"),
    ],
)
def test_what_no_filter_of_a_list_knows_is_refused(client, body, query):
    consultation(body)

    assert client.get(f"{HERE}?{query}").status_code == 400
    assert client.get(f"{HERE}.csv?{query}").status_code == 400
    assert client.get(f"{HERE}.json?{query}").status_code == 400


@pytest.mark.parametrize("query", ["phase=&state=&organisation=", "page=99999", "organisation=%00"])
def test_a_filter_that_is_left_empty_filters_nothing(client, body, query):
    consultation(body)

    assert client.get(f"{HERE}?{query}").status_code == 200


def test_a_link_to_a_list_still_leads_there_where_others_added_to_it(client, body):
    consultation(body, "Short", **SHORT)
    consultation(body, "Kept")

    assert listed(client, "?state=not-kept&fbclid=IwAR0abc&utm_source=letter&utm_campaign=spring") == ["Short"]


def test_a_long_list_has_pages_and_no_more_queries(client, body, django_assert_num_queries):
    made = consultation(body, "Number 0")
    for n in range(1, 60):
        copy = Dealing.objects.get(pk=made.pk)
        copy.pk, copy.key, copy.slug, copy.token = None, f"k{n}", f"number-{n}", None
        copy.save(force_insert=True)
    client.get(HERE)

    with django_assert_num_queries(8):
        first = client.get(HERE)
    second = client.get(f"{HERE}?page=2")

    assert len(listed(client)) == 25
    assert "60 consultations" in words(first)
    assert "(page 1 of 3)" in read_page(first.text).title
    assert "(page 2 of 3)" in read_page(second.text).title
    assert len(listed(client, "?page=3")) == 10


def test_one_record_as_data_tells_its_verdicts_and_what_they_rest_on(client, body):
    consultation(body, **SHORT)
    data = json.loads(client.get(f"{ONE}.json").text)

    [length] = [c for p in data["promises"] for c in p["checks"] if c["standard"] == "consultation-length"]
    assert (length["verdict"], length["counted"]) == ("not kept", True)
    assert length["because"] == "opens=2026-03-02 closes=2026-04-26 reason_for_shorter_time=none asked=84 days"
    assert data["facts"]["closes"] == "2026-04-26"
    assert data["organisation"] == {"id": BODY, "name": "Hartsmere County Council"}


def test_the_list_as_csv_holds_each_fact_and_runs_no_formula(client, body):
    consultation(body, "=1+1")
    [head, row] = list(csv.reader(io.StringIO(client.get(f"{HERE}.csv").text.removeprefix("\ufeff"))))

    held = dict(zip(head, row, strict=True))
    assert held["title"] == "'=1+1"
    assert (held["opens"], held["closes"], held["online"]) == ("2026-03-02", "2026-05-24", "yes")


def test_the_feed_is_atom_and_its_ids_outlast_a_change(client, body):
    made = consultation(body)
    before = read_feed(client.get(f"{HERE}.atom").content)
    facts = told(closes="2026-05-31").facts
    actions.change_facts(dealing=made, facts=facts, by=BY, at=moment(date(2026, 4, 1)))
    after = read_feed(client.get(f"{HERE}.atom").content)

    name = "{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}id"
    assert [each.text for each in before.findall(name)] == [each.text for each in after.findall(name)]
    assert made.key in before.findtext(name)


def test_facts_are_changed_by_a_form_that_refuses_only_what_cannot_be(client, body, holder):
    consultation(body)
    client.force_login(holder(Role.REPRESENTATIVE, organisation=BODY))
    opens = {"opens-day": "2", "opens-month": "3", "opens-year": "2026"}
    wrong = opens | {"closes-day": "1", "closes-month": "3", "closes-year": "2026"}
    right = opens | {"closes-day": "26", "closes-month": "4", "closes-year": "2026", "why": "The grant ends."}

    refused = client.post(f"{ONE}/change", wrong)
    taken = client.post(f"{ONE}/change", right)

    assert "It closes before it opens, so one of the dates is wrong." in words(refused)
    assert taken["Location"] == ONE
    assert Dealing.objects.get().ends_on == date(2026, 4, 26)


def test_a_reason_is_given_by_a_form_and_stands_on_the_page(client, body, holder):
    consultation(body, **SHORT)
    client.force_login(holder(Role.REPRESENTATIVE, organisation=BODY))
    parts = {"context": "It was late.", "reason": "The grant ends.", "instead": "Two meetings."}

    asked = words(client.get(f"{ONE}/explain"))
    empty = client.post(f"{ONE}/explain", {"check": "consultation-length"} | parts | {"reason": "."})
    other = client.post(f"{ONE}/explain", {"check": "another"} | parts)
    client.post(f"{ONE}/explain", {"check": "consultation-length"} | parts)

    assert "The check: A formal written consultation is open for 12 weeks" in asked
    assert "Which check is it about?" not in asked, "there is one"
    assert "Enter some words" in words(empty)
    assert "Select the check" in words(other), "its answer is about no other check than the one that was read"
    page = words(client.get(ONE))
    assert "The reason in this case The grant ends." in page
    assert "The reason, given by Hartsmere County Council on" in page
    assert "Who entered it here" not in page


def test_that_an_officer_entered_a_reason_is_said_beside_it(client, body, holder):
    consultation(body, **SHORT)
    client.force_login(holder(Role.OFFICER))

    client.post(
        f"{ONE}/explain",
        {"check": "consultation-length", "context": "It was late.", "reason": "The grant ends.", "instead": "Nothing."},
    )

    page = words(client.get(ONE))
    assert "The reason, given by Hartsmere County Council on" in page
    assert "Who entered it here Compact officer" in page


def test_a_page_asks_once_what_its_reader_holds_and_the_next_page_asks_anew(client, body, holder):
    consultation(body, **SHORT)
    ann = holder(Role.OFFICER)
    client.force_login(ann)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(ONE)
    of_seats = [each for each in asked.captured_queries if '"proved" FROM "people_seat"' in each["sql"]]
    ann.seats.update(until=timezone.now(), ended_by="test")

    assert "Withdraw this record" in words(page)
    assert len(of_seats) == 1
    assert "Withdraw this record" not in words(client.get(ONE))
