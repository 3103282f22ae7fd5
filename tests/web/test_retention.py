"""Whatever is kept of people has a rule: why, and for how long; the privacy page tells each."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core import checks

from livecompact.web import retention


def test_every_field_that_may_hold_something_of_a_person_has_a_rule():
    assert retention.undecided() == [], "write a rule in the room's retention.py, or say there why it is not personal"


def test_a_site_does_not_start_with_a_field_that_has_no_rule(monkeypatch):
    monkeypatch.setattr(retention, "RULED", retention.RULED - {"people.Person.name", "people.Seat.person"})

    found = {message.msg for message in checks.run_checks() if message.id == "livecompact.E010"}

    assert found == {
        "Nobody has said for how long people.Person.name is kept.",
        "Nobody has said for how long people.Seat.person is kept.",
    }


def test_a_field_that_names_a_person_cannot_be_excused(monkeypatch):
    monkeypatch.setattr(retention, "RULED", retention.RULED - {"register.Signer.email"})
    monkeypatch.setattr(retention, "NOT_PERSONAL", {**retention.NOT_PERSONAL, "register.Signer": "said to be none"})

    assert retention.undecided() == ["register.Signer.email"]


def test_what_is_excused_is_there_and_has_no_rule():
    tables = {name.rpartition(".")[0] for name in names()}

    assert set(retention.NOT_PERSONAL) <= names() | tables
    assert set(retention.NOT_PERSONAL) & retention.RULED == set()


def names():
    """Every field of our own tables."""
    return {name for name, _field in retention._fields()}


def test_fields_are_found_by_their_type():
    assert {"people.Person.email", "people.Seat.person", "formats.Request.email"} <= set(retention.personal_fields())


@pytest.mark.parametrize("rule", retention.RULES, ids=lambda rule: rule.model)
def test_a_rule_speaks_of_fields_that_are_there_and_of_an_action_that_erases_them(rule):
    room, _, model = rule.model.partition(".")
    there = {field.name for field in apps.get_model(room, model)._meta.get_fields()}  # noqa: SLF001 (Django's own way)

    assert set(rule.fields) <= there
    if rule.by:
        module, _, action = rule.by.rpartition(".")
        assert callable(getattr(import_module(module), action))


@pytest.mark.django_db
def test_the_privacy_page_tells_each_rule(client):
    page = client.get("/privacy").text

    assert [
        rule.model for rule in retention.RULES if str(rule.what) not in page or str(rule.how_long) not in page
    ] == []
