"""Who a person is, and which roles they hold."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from livecompact.people import actions, queries
from livecompact.people.models import Office, Person
from livecompact.people.roles import Role

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
VISITOR = {Role.VISITOR}


@pytest.fixture
def ann(db):
    return actions.add_person(email=" Ann@Example.org ", at=NOW)


def give(ann, role, compact=""):
    return actions.give_office(person=ann, role=role, compact=compact, by="test", at=NOW)


def test_an_address_is_one_person_however_it_is_written(ann):
    assert ann.email == "ann@example.org"
    assert queries.person("ANN@example.org") == ann
    with pytest.raises(ValidationError):
        actions.add_person(email="aNN@example.org", at=NOW)


def test_the_database_refuses_an_address_in_capitals(ann):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(email="Ann@example.org", joined_at=NOW)


def test_a_person_has_no_password(ann):
    assert not ann.has_usable_password()


def test_everyone_is_a_visitor(ann):
    assert queries.roles_of(AnonymousUser()) == VISITOR
    assert queries.roles_of(ann) == VISITOR


def test_an_officer_is_officer_of_one_compact(ann):
    give(ann, Role.OFFICER, "hertfordshire")

    assert queries.roles_of(ann, "hertfordshire") == VISITOR | {Role.OFFICER}
    assert queries.roles_of(ann, "dacorum") == VISITOR
    assert queries.roles_of(ann) == VISITOR


def test_an_administrator_is_it_everywhere(ann):
    give(ann, Role.ADMINISTRATOR)

    assert queries.roles_of(ann) == VISITOR | {Role.ADMINISTRATOR}
    assert queries.roles_of(ann, "dacorum") == VISITOR | {Role.ADMINISTRATOR}


def test_an_office_ends_at_once(ann):
    office = give(ann, Role.ADMINISTRATOR)
    actions.end_office(office=office)

    assert queries.roles_of(ann) == VISITOR


def test_a_closed_account_has_no_roles(ann):
    give(ann, Role.ADMINISTRATOR)
    ann.is_active = False

    assert queries.roles_of(ann) == VISITOR


@pytest.mark.parametrize(("role", "compact"), [(Role.OFFICER, ""), (Role.ADMINISTRATOR, "dacorum")])
def test_the_database_refuses_an_office_that_cannot_be(ann, role, compact):
    with pytest.raises(ValidationError):
        give(ann, role, compact)
    with pytest.raises(IntegrityError), transaction.atomic():
        Office.objects.create(person=ann, role=role, compact=compact, given_at=NOW, given_by="test")


def test_an_office_is_held_once(ann):
    give(ann, Role.OFFICER, "dacorum")

    with pytest.raises(ValidationError):
        give(ann, Role.OFFICER, "dacorum")


def test_roles_are_one_query_and_none_for_a_visitor(ann, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.roles_of(ann, "dacorum")
    with django_assert_num_queries(0):
        queries.roles_of(AnonymousUser(), "dacorum")
