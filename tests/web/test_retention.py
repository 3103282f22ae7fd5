"""Whatever is kept of people has a rule: why, and for how long; the privacy page tells each."""

from importlib import import_module

import pytest
from django.apps import apps

from livecompact.web import retention

RULED = {f"{rule.model}.{field}" for rule in retention.RULES for field in rule.fields}


def test_every_personal_field_has_a_rule():
    without = sorted(set(retention.personal_fields()) - RULED - set(retention.NOT_PERSONAL))

    assert without == [], "write a rule in the room's retention.py, or say there why it is not personal"


def test_fields_are_found_by_their_type_and_by_their_name():
    assert {"people.Person.email", "people.Person.name", "people.Seat.person", "formats.Request.phone"} <= set(
        retention.personal_fields()
    )


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
