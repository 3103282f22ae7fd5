"""A complaint about data: acknowledged within thirty days, answered, told, and forgotten after."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from livecompact.complaints import actions, clock, queries
from livecompact.complaints.models import Complaint
from livecompact.complaints.told import CAME, OWN
from livecompact.complaints.waits import waits
from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.record.letters import letter_for
from livecompact.record.models import Delivery, Notice
from tests.harness.html import read_page

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
JO = {"name": "Jo Ray", "email": "Jo@Example.org"}


@pytest.fixture(autouse=True)
def _site(db):
    return


def complain(*, at=AT, **who):
    return actions.complain(
        says="My name is misspelt.", complainer=actions.Complainer(**(who or JO)), by="anybody", at=at
    )


def by_post(at=AT):
    return complain(name="Jo Ray", address="1 High Street", at=at)


def answer(complaint, at=AT):
    return actions.answer(complaint=complaint, outcome="It is right now.", by="Administrator", at=at)


@pytest.mark.parametrize(
    ("came", "last"),
    [
        (date(2026, 6, 19), date(2026, 7, 18)),  # the day it came is the first of thirty
        (date(2027, 2, 1), date(2027, 3, 2)),
        (date(2028, 2, 1), date(2028, 3, 1)),
    ],
)
def test_thirty_days_are_counted_in_the_stricter_way(came, last):
    assert clock.acknowledge_by(came) == last


def test_the_day_is_that_of_people_here(holder):
    before_midnight = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # the first of July in London

    assert by_post(at=before_midnight).acknowledge_by == date(2026, 7, 30)


def test_by_email_it_is_acknowledged_in_the_same_transaction_and_no_mail_says_what_it_is_about(holder):
    boss, officer = holder(Role.ADMINISTRATOR), holder(Role.OFFICER)
    made = complain()

    assert made.acknowledged_at == AT
    told = {each.person.email: letter for each in Notice.objects.all() if (letter := letter_for(each, AT))}
    assert set(told) == {boss.email, "jo@example.org"} - {officer.email}
    assert told["jo@example.org"].subject == "We have your complaint"
    assert told["jo@example.org"].address == f"/privacy/complain/{made.key}"
    assert told[boss.email].subject == "Somebody complains about their data"
    for letter in told.values():
        said = " ".join((letter.subject, *letter.lines))
        assert "misspelt" not in said
        assert "Jo" not in said


def test_by_post_an_administrator_has_to_write_first(holder):
    boss, made = holder(Role.ADMINISTRATOR), by_post()

    [line] = queries.waiting(boss, AT)
    assert (line.due, line.late) == (date(2026, 12, 21), False)
    assert queries.waiting(boss, datetime(2026, 12, 22, 9, tzinfo=UTC))[0].late
    actions.acknowledge(complaint=made, by="Administrator", at=AT + timedelta(days=2))

    assert queries.waiting(boss, AT)[0].due == date(2026, 12, 22)
    assert not Notice.objects.filter(reason=OWN)


def test_the_answer_is_told_and_read_by_its_key_alone(client, holder, enter):
    made = complain()
    office = enter(client, Role.ADMINISTRATOR)

    assert "My name is misspelt." in office.get(f"/privacy/complaints/{made.reference}").text
    office.post(f"/privacy/complaints/{made.reference}", {"outcome": "It is right now."})

    notice = Notice.objects.get(reason=OWN, occurrence="answered")
    letter = letter_for(notice, AT)
    assert letter
    assert letter.subject == "We have answered your complaint"
    client.logout()
    page = client.get(f"/privacy/complain/{made.key}")
    assert "It is right now." in page.text
    assert "misspelt" not in page.text
    assert "no-store" in page["Cache-Control"]
    assert client.get(f"/privacy/complain/{made.reference}").status_code == 404


def test_more_time_is_told_at_once_with_its_reason_on_the_page_and_the_clock_runs_to_the_new_day(client, holder, enter):
    made = complain()
    office = enter(client, Role.ADMINISTRATOR)
    address = f"/privacy/complaints/{made.reference}/longer"
    boxes = {"until-day": "1", "until-month": "2", "until-year": "2027"}

    early = {"until-month": "12", "until-year": "2026"}
    assert "must be after Tuesday 22 December 2026" in office.post(address, boxes | early).text
    office.post(address, boxes | {"longer_why": "We wait for an old backup."})
    office.post(address, boxes | {"longer_why": "Sent twice."})

    [notice] = Notice.objects.filter(reason=OWN, occurrence__startswith="longer")
    letter = letter_for(notice, AT)
    assert letter
    assert "We need more time. We answer by Monday 1 February 2027." in letter.lines
    assert "backup" not in " ".join(letter.lines)
    client.logout()
    page = client.get(letter.address).text
    assert "We wait for an old backup." in page
    assert "1 February 2027" in page
    made.refresh_from_db()
    assert (made.answer_by, made.longer_why) == (date(2027, 2, 1), "We wait for an old backup.")
    answer(made)
    assert letter_for(notice, AT) is None
    with pytest.raises(actions.DoneAlready):
        actions.take_longer(complaint=made, until=date(2027, 3, 1), longer_why="More", by="Administrator", at=AT)


def test_who_runs_the_site_is_not_told_any_more_of_what_is_answered(holder):
    holder(Role.ADMINISTRATOR)
    made = complain()
    notice = Notice.objects.get(reason=CAME)

    answer(made)

    assert letter_for(notice, AT) is None
    with pytest.raises(actions.DoneAlready):
        answer(made)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HANDLER, Role.CO_CHAIR, Role.REPRESENTATIVE, None])
def test_nobody_else_sees_a_complaint(holder, role):
    made, actor = complain(), holder(role) if role else AnonymousUser()

    assert queries.waiting(actor, AT) == queries.answered(actor, AT) == ()
    assert list(waits(actor, None, AT)) == []
    with pytest.raises(queries.NotThere):
        queries.line(actor, made.reference, AT)


def test_it_waits_for_who_runs_the_site(holder):
    boss, made = holder(Role.ADMINISTRATOR), by_post()

    [each] = waits(boss, None, AT)

    assert each.says == f"Somebody complains about their data: {made.reference}"
    assert (each.since, each.by) == (date(2026, 11, 22), date(2026, 12, 21))


def test_one_address_is_needed(client):
    page = client.post("/privacy/complain", {"says": "My name is misspelt.", "name": "Jo"})

    assert read_page(page.text).summary == [("email", "Enter an email address or a postal address")]
    with pytest.raises(ValidationError):
        complain(name="Jo Ray")


def test_more_than_people_could_write_is_not_taken(monkeypatch):
    monkeypatch.setattr(actions, "MOST_AN_HOUR", 2)
    complain(), complain()

    with pytest.raises(actions.TooMany):
        complain(at=AT + timedelta(minutes=59))
    assert complain(at=AT + timedelta(minutes=61))


def test_a_year_after_the_answer_nothing_says_who_it_was():
    done, waits_still = complain(), complain(name="Al Moor", email="al@example.org")
    answer(done)
    Notice.objects.update(state=Delivery.SENT, settled_at=AT)

    assert actions.purge(at=AT + timedelta(days=365)) == 0
    assert actions.purge(at=AT + timedelta(days=366)) == 2  # the complaint, and the address that was only written to
    assert actions.purge(at=AT + timedelta(days=366)) == 0

    done.refresh_from_db()
    waits_still.refresh_from_db()
    assert not any(getattr(done, field) for field in actions.PERSONAL)
    assert waits_still.name == "Al Moor"
    assert list(Person.objects.values_list("email", flat=True)) == ["al@example.org"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "", "address": ""},
        {"answered_at": AT},
        {"answered_at": AT, "answered_by": "Administrator"},
        {"answered_at": AT, "answered_by": "Administrator", "cleared_at": AT},
    ],
)
def test_the_database_refuses_what_cannot_be(wrong):
    made = complain()

    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=made.pk).update(**wrong)
