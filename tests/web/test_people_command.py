"""`livecompact people`, run as whoever runs the machine does."""

from datetime import UTC, datetime

import pytest
from django.core import mail
from typer.testing import CliRunner

from livecompact.cli import app
from livecompact.people import queries
from livecompact.people.actions import add_person
from livecompact.people.roles import REACH, SEATED, Reach
from livecompact.web import people_command
from tests.harness.compacts import both_compacts
from tests.harness.people import NOW, prove

ANN = "ann@example.org"


@pytest.fixture
def run(db, monkeypatch):
    monkeypatch.setattr(people_command, "open_site", lambda: None)
    both_compacts(monkeypatch)
    return lambda *words: CliRunner().invoke(app, ["people", *words])


def held(email=ANN):
    person = queries.person(email)
    assert person is not None
    return {(each.role, each.compact or each.organisation) for each in queries.seats(person, at=datetime.now(UTC))}


def test_somebody_is_added_with_roles_and_listed(run):
    done = run("add", "Ann@Example.org", "--administrator", "--role", "officer=hertfordshire")

    assert done.exit_code == 0, done.output
    assert held() == {("administrator", ""), ("officer", "hertfordshire")}
    assert "ann@example.org: Administrator of the site; Compact officer, hertfordshire" in run("list").output


def test_adding_again_gives_one_more_role_to_the_same_person(run):
    run("add", ANN)
    assert held() == set()

    assert run("add", ANN, "--role", "co-chair=dacorum", "--side", "voluntary").exit_code == 0
    assert held() == {("co-chair", "dacorum")}


WRONG = {
    ("add", "ann"): "“ann” is no email address",
    ("add", ANN, "--role", "officer=nowhere"): "There is no Compact “nowhere” here",
    ("add", ANN, "--role", "king=dacorum"): "“king=dacorum” is no role",
    ("add", ANN, "--role", "officer"): "“officer” is no role",
    ("add", ANN, "--role", "representative=nobody"): "There is no organisation “nobody”",
    ("add", ANN, "--role", "co-chair=dacorum"): "Say which side a co-chair is from",
    ("end", ANN): "Nobody signs in with ann@example.org",
    ("lost", ANN): "Nobody signs in with ann@example.org",
}


@pytest.mark.parametrize(("words", "says"), WRONG.items(), ids=str)
def test_what_cannot_be_done_is_told_and_nothing_is_done(run, words, says):
    done = run(*words)

    assert done.exit_code == 2
    assert says in done.output
    assert queries.person(ANN) is None


def test_one_role_or_all_of_them_are_ended(run):
    run("add", ANN, "--role", "officer=hertfordshire", "--role", "handler=dacorum", "--role", "organiser=dacorum")

    assert run("end", ANN, "--role", "officer=hertfordshire").exit_code == 0
    assert held() == {("handler", "dacorum"), ("organiser", "dacorum")}
    assert run("end", ANN, "--role", "officer=hertfordshire").exit_code == 2
    assert run("end", ANN).exit_code == 0
    assert held() == set()


def test_the_only_administrator_stays(run):
    run("add", ANN, "--administrator")

    done = run("end", ANN)

    assert done.exit_code == 2
    assert "the only administrator" in done.output
    assert held() == {("administrator", "")}


def test_a_lost_second_step_is_taken_away_and_sessions_with_it(run, client):
    person = add_person(email=ANN, at=NOW)
    assert run("lost", ANN).exit_code == 2
    prove(person)
    client.force_login(person)
    client.get("/me")

    assert run("lost", ANN).exit_code == 0
    assert not queries.has_second_factor(person)
    assert not queries.sessions(person, at=datetime.now(UTC)).exists()


def test_the_command_knows_every_role_that_is_of_something():
    of_something = {role.value for role in SEATED if REACH[role] in (Reach.COMPACT, Reach.ORGANISATION)}

    assert set(people_command.OF_SOMETHING) == of_something


def test_who_lost_their_mailbox_gets_another_address_and_keeps_the_rest(run, django_capture_on_commit_callbacks):
    run("add", ANN, "--role", "officer=hertfordshire")
    with django_capture_on_commit_callbacks(execute=True):
        done = run("address", ANN, "Ann@Example.net")

    assert done.exit_code == 0, done.output
    assert "ann@example.net signs in from now on. Roles: Compact officer, hertfordshire." in done.output
    assert held("ann@example.net") == {("officer", "hertfordshire")}
    assert [sent.to for sent in mail.outbox] == [[ANN]]


def test_an_address_in_use_or_none_is_given_to_nobody(run):
    run("add", ANN)
    run("add", "bob@example.org")

    assert "already" in run("address", ANN, "bob@example.org").output
    assert "is no email address" in run("address", ANN, "bob").output
    assert "Nobody signs in with cy@example.org" in run("address", "cy@example.org", "new@example.org").output
    assert queries.person(ANN) is not None
