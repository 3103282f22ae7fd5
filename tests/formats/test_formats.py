"""Anybody may ask for another form; who runs the Compact is told, answers in time, and forgets whom it was for."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from livecompact.agreements import starting
from livecompact.compacts import actions as compacts
from livecompact.compacts import queries as compact_queries
from livecompact.compacts.queries import NotThere
from livecompact.formats import actions, clock, queries
from livecompact.formats.actions import Asker
from livecompact.formats.models import Request, State
from livecompact.formats.wanted import BY_ID, FORMS, Way
from livecompact.people.queries import who_runs
from livecompact.people.roles import Role
from livecompact.record.letters import letter_for
from livecompact.record.models import Notice
from tests.formats.states import ADDRESS, FULL, WHAT, hertfordshire
from tests.harness.compacts import both_compacts
from tests.harness.html import read_page

AT = datetime(2026, 12, 21, 12, tzinfo=UTC)  # a Monday; ten working days later is 7 January, after three bank holidays
DUE = date(2027, 1, 7)
LATER = AT + timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_the_site(db, monkeypatch):
    both_compacts(monkeypatch)


def ask(wanted="paper", *, at=AT, what="The glossary", **asker):
    given = {"name": "Jo Bloggs", "address": "1 High Street"} | asker
    return actions.ask(
        compact=hertfordshire(), wanted=BY_ID[wanted], what=what, asker=Asker(**given), by="anybody", at=at
    )


def answer(request, *, state=State.SENT, reason="", at=LATER):
    return actions.answer(request=request, state=state, reason=reason, by="Compact officer", at=at)


@pytest.mark.parametrize("wanted", FORMS, ids=lambda each: each.id)
def test_only_what_a_form_needs_is_asked(client, wanted):
    page = client.get(f"{ADDRESS}/{wanted.id}?{WHAT}").text

    asked = {name for name in FULL if f'name="{name}"' in page}
    assert asked == {"name", *wanted.ways} | ({"language"} if wanted.language else set())


@pytest.mark.parametrize("wanted", FORMS, ids=lambda each: each.id)
def test_a_request_for_any_form_is_kept_and_answered_with_a_day(client, wanted):
    page = client.post(f"{ADDRESS}/{wanted.id}?{WHAT}", FULL, follow=True)

    [request] = Request.objects.all()
    kept = {way.value for way in Way if getattr(request, way.value)}
    assert kept == set(wanted.ways)
    assert bool(request.language) is wanted.language
    assert (request.what, request.state) == ("The glossary", State.OPEN)
    assert read_page(page.text).h1 == ["We have your request"]
    assert request.reference in page.text
    assert f'<time datetime="{request.due_on}">' in page.text
    assert "Jo Bloggs" not in page.text


def test_the_answers_to_the_first_page_go_on_in_the_address(client):
    asked = client.get(f"{ADDRESS}?sent=1&what=The+glossary&wanted=braille")

    assert asked.headers["Location"] == f"{ADDRESS}/braille?{WHAT}"
    assert client.get(f"{ADDRESS}/braille").headers["Location"] == ADDRESS
    assert client.get(f"{ADDRESS}/papyrus?{WHAT}").headers["Location"] == ADDRESS


def test_the_page_that_somebody_comes_from_is_filled_in(client):
    page = client.get("/hertfordshire/promises/2.4").text
    assert 'href="/hertfordshire/another-way?page=%2Fhertfordshire%2Fpromises%2F2.4"' in page

    filled = client.get(f"{ADDRESS}?page=%2Fhertfordshire%2Fpromises%2F2.4").text
    assert ">http://127.0.0.1:8000/hertfordshire/promises/2.4</textarea>" in filled
    assert "evil" not in client.get(f"{ADDRESS}?page=//evil.example.org").text


def test_either_of_two_ways_to_reach_somebody_will_do(client):
    neither = client.post(f"{ADDRESS}/audio?{WHAT}", {"name": "Jo"})
    assert read_page(neither.text).summary == [("email", "Enter an email address or a postal address")]

    client.post(f"{ADDRESS}/audio?{WHAT}", {"name": "Jo", "address": "1 High Street"})
    assert Request.objects.get().address == "1 High Street"


def test_more_than_people_could_ask_is_not_taken(client, monkeypatch):
    monkeypatch.setattr(actions, "MOST_AN_HOUR", 2)
    ask(), ask()

    with pytest.raises(actions.TooMany):
        ask(at=AT + timedelta(minutes=59))
    assert ask(at=AT + timedelta(minutes=61))


def test_the_clock_counts_working_days_and_is_our_suggestion_unless_the_compact_says_its_own(client):
    assert ask().due_on == DUE
    assert "This one is our suggestion." in client.get(ADDRESS).text


def test_a_compact_may_say_its_own_number(client, tmp_path):
    folder = starting.start("Kent", tmp_path)
    file = folder / "agreement.toml"
    file.write_text(file.read_text().replace("format = 1", 'format = 1\nother_form_window = "3 weeks"', 1))
    compacts.add_compact(source=folder, by="test", at=AT)
    kent = compact_queries.compact(AnonymousUser(), "kent", AT.date())

    assert clock.due_on(kent.agreement, date(2026, 12, 1)) == date(2026, 12, 22)
    assert "We answer within 3 weeks." in client.get("/kent/another-way").text


def test_who_runs_the_compact_is_told_and_nothing_of_the_person_is_in_the_mail(holder):
    officer, elsewhere = holder(Role.OFFICER), holder(Role.CHAMPION)
    request = ask(what="My own letter")

    [notice] = Notice.objects.all()
    letter = letter_for(notice, LATER)
    assert notice.person == officer != elsewhere
    assert letter is not None
    assert letter.address == f"{ADDRESS}/requests/{request.reference}"
    assert "Answer by Thursday 7 January 2027." in letter.lines
    assert not [line for line in (letter.subject, *letter.lines) if "Jo" in line or "My own letter" in line]

    answer(request)
    assert letter_for(notice, LATER) is None


def test_without_an_officer_the_administrator_is_told(holder):
    administrator = holder(Role.ADMINISTRATOR)

    assert list(who_runs("hertfordshire", at=AT)) == [administrator]


def test_the_officer_sees_whom_it_is_for_and_answers(client, enter):
    request = ask()
    officer = enter(client, Role.OFFICER)

    page = officer.get(f"{ADDRESS}/requests/{request.reference}").text
    assert "Jo Bloggs" in page
    assert "1 High Street" in page
    officer.post(f"{ADDRESS}/requests/{request.reference}", {"state": "sent", "reason": "ignored"})

    request.refresh_from_db()
    assert (request.state, request.reason, request.done_by) == (State.SENT, "", "Compact officer")
    assert "We have sent it." in client.get(f"{ADDRESS}/asked/{request.reference}").text


def test_a_refusal_needs_a_reason(client, enter):
    request = ask()
    page = enter(client, Role.OFFICER).post(f"{ADDRESS}/requests/{request.reference}", {"state": "refused"})

    assert read_page(page.text).summary == [("reason", "Enter why it cannot be done")]
    with pytest.raises(ValidationError, match="Say why it cannot be done"):
        answer(request, state=State.REFUSED)


def test_what_is_answered_stays_as_it_is():
    request = ask()
    answer(request)

    with pytest.raises(actions.DoneAlready):
        answer(request, state=State.REFUSED, reason="Too late")


def test_nobody_else_sees_a_request(holder):
    request = ask()

    for actor in (AnonymousUser(), holder(Role.CHAMPION), holder(Role.CO_CHAIR)):
        assert queries.waiting(actor, hertfordshire(), AT) == queries.answered(actor, hertfordshire(), AT) == ()
        with pytest.raises(NotThere):
            queries.line(actor, hertfordshire(), request.reference, AT)


def test_a_request_of_another_compact_is_not_there(client):
    request = ask()

    assert client.get(f"/dacorum/another-way/asked/{request.reference}").status_code == 404


def test_what_is_late_is_told(client, enter, holder):
    officer = holder(Role.OFFICER)
    ask()

    [on_the_day] = queries.waiting(officer, hertfordshire(), datetime(2027, 1, 7, 12, tzinfo=UTC))
    [after] = queries.waiting(officer, hertfordshire(), datetime(2027, 1, 8, 12, tzinfo=UTC))
    assert (on_the_day.late, after.late) == (False, True)


def test_whom_it_was_for_is_forgotten_three_months_after_the_answer_and_not_before():
    done, refused, waits = ask(), ask(), ask()
    answer(done)
    answer(refused, state=State.REFUSED, reason="No one prints it.")

    assert actions.purge(at=datetime(2027, 3, 21, 12, tzinfo=UTC)) == 0
    assert actions.purge(at=datetime(2027, 3, 22, 12, tzinfo=UTC)) == 2
    assert actions.purge(at=datetime(2027, 3, 22, 12, tzinfo=UTC)) == 0

    done.refresh_from_db()
    waits.refresh_from_db()
    assert not any(getattr(done, field) for field in actions.PERSONAL)
    assert (done.state, done.wanted, done.due_on) == (State.SENT, "paper", DUE)
    assert waits.name == "Jo Bloggs"


@pytest.mark.parametrize(
    "wrong",
    [
        {"address": ""},
        {"state": State.SENT},
        {"state": State.REFUSED, "done_at": AT, "done_by": "officer"},
        {"state": State.SENT, "done_at": AT, "done_by": "officer", "cleared_at": AT},
    ],
)
def test_the_database_refuses_what_cannot_be(wrong):
    request = ask()

    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(pk=request.pk).update(**wrong)
