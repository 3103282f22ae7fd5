"""How long somebody stays signed in, and what signs them out elsewhere."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from livecompact.people import actions, queries
from livecompact.people.models import Seat, Session
from livecompact.people.roles import Role
from tests.harness.html import read_page
from tests.harness.people import NOW, seat
from tests.people.signing_in import is_signed_in, sign_in

ANN = "ann@example.org"


@pytest.fixture
def ann(db):
    return actions.add_person(email=ANN, at=NOW)


@pytest.fixture
def later(monkeypatch):
    """Moves the clock that ends sessions."""
    start = timezone.now()

    def moved(**by):
        monkeypatch.setattr("livecompact.people.limits.timezone.now", lambda: start + timedelta(**by))

    return moved


def entered(person):
    client = Client()
    client.force_login(person)
    assert is_signed_in(client)
    return client


def test_after_twelve_hours_one_signs_in_again(ann, later):
    client = entered(ann)
    for hours in range(1, 12):
        later(hours=hours)
        assert is_signed_in(client)

    later(hours=12, seconds=1)
    assert not is_signed_in(client)
    assert not Session.objects.filter(person=ann).exists()


def test_who_handles_concerns_is_signed_out_after_half_an_hour_without_a_move(ann, later):
    seat(ann, Role.HANDLER)
    client = entered(ann)
    later(minutes=25)
    assert is_signed_in(client)
    later(minutes=50)
    assert is_signed_in(client)

    later(minutes=80, seconds=1)
    assert not is_signed_in(client)


def test_who_does_not_handle_concerns_may_be_away_for_longer(ann, later):
    seat(ann, Role.REPRESENTATIVE)
    client = entered(ann)

    later(minutes=180)
    assert is_signed_in(client)


@pytest.mark.parametrize("role", [Role.REPRESENTATIVE, Role.OFFICER, Role.ADMINISTRATOR])
def test_a_role_that_is_given_or_ended_signs_out_everywhere(ann, role):
    here, there = entered(ann), entered(ann)
    given = seat(ann, role)

    assert not is_signed_in(here)
    assert not is_signed_in(there)
    again = entered(ann)
    actions.end_seat(seat=given, by="test", at=timezone.now())
    assert not is_signed_in(again)


def test_a_closed_account_is_signed_out(ann):
    client = entered(ann)
    ann.is_active = False
    ann.save()

    assert not is_signed_in(client)


def test_one_sees_where_one_is_signed_in_and_ends_the_others(ann):
    here, there = entered(ann), entered(ann)
    stranger = entered(actions.add_person(email="bob@example.org", at=NOW))

    assert here.get("/me/sessions").text.count("Signed in on") == 2
    here.post("/me/sessions")
    assert is_signed_in(here)
    assert not is_signed_in(there)
    assert is_signed_in(stranger)
    assert queries.sessions(ann, at=timezone.now()).count() == 1


def test_signing_out_deletes_the_session(ann):
    client = entered(ann)
    client.post("/sign-out")

    assert not Session.objects.filter(person=ann).exists()


def test_leaving_a_role_keeps_this_browser_and_ends_the_others(ann):
    seat(ann, Role.REPRESENTATIVE, organisation="food-bank")
    here, there = entered(ann), entered(ann)
    before = here.session.session_key

    here.post("/me/roles/representative/food-bank")

    assert not queries.seats(ann, at=timezone.now()).exists()
    assert is_signed_in(here)
    assert here.session.session_key != before
    assert not is_signed_in(there)
    assert [row.ended_by for row in Seat.objects.all()] == [ANN]


def test_the_only_administrator_cannot_leave_the_site_without_one(ann):
    seat(ann, Role.ADMINISTRATOR)
    client = entered(ann)
    client.post("/me/roles/administrator/site")
    client.post("/people", {"end": Seat.objects.get().pk})

    assert list(queries.holders(Role.ADMINISTRATOR, at=timezone.now())) == [ann]


def test_one_tells_of_links_to_organisations_and_takes_them_back(ann):
    client = entered(ann)
    bob = actions.add_person(email="bob@example.org", at=NOW)
    theirs = actions.tell_tie(person=bob, name="Hartsmere Food Bank", kind="board", at=NOW)
    told = {"name": "  Hartsmere   Food Bank ", "kind": "employed"}
    client.post("/me/organisations", told)
    again = client.post("/me/organisations", told)

    [tie] = queries.ties(ann)
    assert (tie.name, tie.kind) == ("Hartsmere Food Bank", "employed")
    assert "You told us this already" in again.text
    client.post("/me/organisations", {"remove": theirs.pk})
    assert list(queries.ties(bob)) == [theirs]
    client.post("/me/organisations", {"remove": tie.pk})
    assert not queries.ties(ann).exists()


def test_a_public_page_asks_nothing_of_a_visitor_and_sets_no_cookie(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = client.get("/help")

    assert page.cookies == {}


def test_signing_in_by_the_form_counts_and_remembers_the_browser(client, ann):
    sign_in(client, ANN)

    ann.refresh_from_db()
    assert ann.sign_ins == 1
    known = client.cookies["known"]
    assert (known["path"], known["httponly"], known["samesite"]) == ("/sign-in", True, "Lax")


@pytest.mark.parametrize(
    ("says", "title"),
    [
        ("database is locked", "The service is not available"),
        ("database or disk is full", "We cannot save just now"),
    ],
)
def test_a_database_that_cannot_note_a_move_is_not_told_as_a_bad_request(ann, later, monkeypatch, says, title):
    client = entered(ann)
    client.raise_request_exception = False
    later(minutes=2)

    def busy(*_args, **_kwargs):
        raise OperationalError(says)

    monkeypatch.setattr(Session, "save", busy)
    response = client.get("/me")

    assert (response.status_code, read_page(response.text).h1) == (503, [title])
