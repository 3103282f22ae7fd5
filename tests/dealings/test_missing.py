"""Something is said to be missing: the body is told first, and nobody else reads of it before its time is over."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from livecompact.compacts import queries as compacts_known
from livecompact.compacts.models import Compact
from livecompact.dealings import actions, queries
from livecompact.dealings.speaking.stage import Stage, stage_of
from livecompact.dealings.speaking.waits import waits
from livecompact.people import actions as people
from livecompact.people.roles import Role
from livecompact.record import letters
from livecompact.record.models import Entry, Notice
from tests.dealings.making import BY, charity, consultation, council, moment
from tests.dealings.reading import day, follow, words
from tests.dealings.records import HERE
from tests.harness.clock import NOW, TODAY
from tests.harness.people import enter, holder, seat

__all__ = ["enter", "holder"]

TITLE = "Survey on bus times"
SAID_ON = date(2026, 10, 1)
REACHED = date(2026, 10, 2)  # a Friday
LAST = date(2026, 10, 16)  # ten working days later
LIST = "/hertfordshire/missing"
PUBLIC = (LIST, f"{LIST}.json", "/hertfordshire/organisations/hartsmere-county-council", "/hertfordshire/record", HERE)


@pytest.fixture
def body(compacts):
    return council()


@pytest.fixture
def group(body):
    return charity()


@pytest.fixture
def said(body, group):
    return say(body, group)


def say(body, group, **told):
    held: dict[str, Any] = {
        "kind": "consultation",
        "title": TITLE,
        "happened_on": date(2026, 9, 1),
        "by": BY,
        "at": moment(SAID_ON),
    }
    home = Compact.objects.get(slug="hertfordshire")
    return actions.say_missing(home=home, body=body, said_by=group, **held | told)


def reached(said):
    return actions.note_told(missing=said, on=REACHED, by="Compact officer", at=moment(REACHED))


def read_by_everyone():
    client = Client()
    return [address for address in PUBLIC if TITLE in client.get(address).text]


def entries():
    return list(Entry.objects.filter(subject__startswith="missing/").order_by("number").values_list("what", flat=True))


def public(on):
    return queries.missing(None, compacts_known.compact(None, "hertfordshire", on), on)


def test_nobody_else_reads_of_it_before_ten_working_days_after_the_body_was_reached(said):
    said = reached(said)

    assert said.answer_by == LAST
    assert public(LAST) == ()
    assert [each.title for each in public(LAST + timedelta(days=1))] == [TITLE]
    assert entries() == []


def test_while_nobody_reached_the_body_it_waits_for_who_runs_the_compact_and_nobody_reads_of_it(said, client, holder):
    assert stage_of(said, TODAY) is Stage.UNTOLD
    assert read_by_everyone() == []
    assert client.get(f"{LIST}/{said.key}").status_code == 404
    compact, officer = compacts_known.compact(None, "hertfordshire", TODAY), holder(Role.OFFICER)
    assert [each.since for each in waits(officer, compact, NOW)] == [SAID_ON]
    reached(said)
    assert list(waits(officer, compact, NOW)) == []


def test_once_the_time_is_over_it_stands_on_every_page_and_once_on_the_record(said, client):
    reached(said)

    assert actions.let_it_stand(missing=said, at=NOW)

    assert set(read_by_everyone()) == {*PUBLIC}
    assert entries() == ["said-missing"]
    assert "Hartsmere County Council has not answered." in words(client.get(f"{LIST}/{said.key}"))


def test_the_body_puts_it_on_the_record_in_time_and_nobody_ever_reads_that_it_was_missing(said, body):
    reached(said)
    made = consultation(body, TITLE, on=date(2026, 10, 5), opens="2026-09-01", closes="2026-11-30")

    actions.here_it_is(missing=said, dealing=made, by=BY, at=moment(date(2026, 10, 5)))

    assert public(TODAY) == ()
    assert entries() == []
    with pytest.raises(actions.AlreadyAnswered):
        actions.say_why_not(missing=said, why="It is there.", by=BY, at=moment(date(2026, 10, 6)))


def test_the_body_says_why_not_and_that_is_public_beside_what_was_said(said, client):
    reached(said)

    actions.say_why_not(missing=said, why="It was a talk, and no survey.", by=BY, at=moment(date(2026, 10, 5)))

    assert entries() == ["said-missing", "missing-answered"]
    assert "It was a talk, and no survey." in words(client.get(f"{LIST}/{said.key}"))


def test_taken_back_it_is_gone_and_the_record_says_so_if_it_was_public(said, client):
    reached(said)
    actions.let_it_stand(missing=said, at=NOW)

    actions.take_missing_back(missing=said, by=BY, at=NOW)

    assert [address for address in read_by_everyone() if address != "/hertfordshire/record"] == []
    assert entries() == ["said-missing", "missing-taken-back"]
    assert client.get(f"{LIST}/{said.key}").status_code == 404


def test_what_cannot_be_is_refused(body, group, said):
    with pytest.raises(ValidationError, match="public body"):
        say(group, body)
    with pytest.raises(ValidationError, match="your own"):
        say(body, body)
    with pytest.raises(ValidationError, match="today or before"):
        say(body, group, happened_on=SAID_ON + timedelta(days=1))
    assert say(body, group) == said, "said twice it is one"
    other = consultation(council("Hartsmere Borough Council"))
    with pytest.raises(ValidationError, match="your own public records"):
        actions.here_it_is(missing=said, dealing=other, by=BY, at=NOW)


def test_the_body_is_told_by_mail_and_who_said_it_hears_the_answer(body, group):
    for side in (body, group):
        person = people.add_person(email=f"{side.slug}@example.org", at=NOW)
        seat(person, Role.REPRESENTATIVE, organisation=side.slug)
    said = say(body, group)
    [told] = Notice.objects.filter(reason="missing-said")

    letter = letters.letter_for(told, NOW)
    assert letter is not None
    actions.say_why_not(missing=said, why="It was a talk.", by=BY, at=NOW)

    assert told.person.email == f"{body.slug}@example.org"
    assert letter.subject == f"Is this missing? {TITLE}"
    assert "10 working days" in " ".join(letter.lines)
    assert letters.letter_for(told, NOW) is None
    [answer] = Notice.objects.filter(reason="missing-answered")
    assert answer.person.email == f"{group.slug}@example.org"
    hears = letters.letter_for(answer, NOW)
    assert hears is not None
    assert "says why" in " ".join(hears.lines)


def test_only_the_two_sides_and_an_officer_see_it_before_it_is_public(said, client, body, holder):
    other = charity("Hartsmere Night Shelter")
    seen = {}
    for organisation in (body, said.said_by, other):
        person = people.add_person(email=f"{organisation.slug}@example.org", at=NOW)
        seat(person, Role.REPRESENTATIVE, organisation=organisation.slug)
        client.force_login(person)
        seen[organisation.slug] = (
            client.get(f"{LIST}/{said.key}").status_code,
            client.get(f"{LIST}/{said.key}/answer").status_code,
            client.get(f"{LIST}/{said.key}/take-back").status_code,
            TITLE in client.get(LIST).text,
        )

    assert seen == {
        body.slug: (200, 200, 403, True),
        said.said_by.slug: (200, 403, 200, True),
        other.slug: (404, 404, 404, False),
    }


def test_a_form_says_it_and_another_answers(client, body, group, enter):
    enter(client, Role.OFFICER)
    wrong = client.post(f"{LIST}/new", {"title": "", **day("happened_on", "2099-01-01")})
    assert "The day it happened must be today or before" in words(wrong)

    told = {"organisation": group.slug, "body": body.slug, "kind": "consultation", "title": TITLE}
    sent = client.post(f"{LIST}/new", {**told, **day("happened_on", "2026-09-01"), "url": "", "about": ""})

    page = client.get(sent.headers["Location"])
    assert "was not reached yet" in words(page)
    here = follow(page, "Answer this")
    assert "Enter why it is not here" in words(client.post(here, {"answer": "why-not", "why_not": "."}))
    assert "publish it first" in words(client.post(here, {"answer": "here"}))
    client.post(here, {"answer": "why-not", "why_not": "It was a talk."})
    assert "It was a talk." in words(Client().get(sent.headers["Location"]))
