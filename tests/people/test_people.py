"""Who a person is, and which roles they hold."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from livecompact.people import actions, queries
from livecompact.people.models import Person, Seat
from livecompact.people.roles import REACH, SEATED, STRONG, Reach, Role
from tests.harness.people import prove

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
VISITOR = {Role.VISITOR}
PERSON = VISITOR | {Role.PERSON}


@pytest.fixture
def ann(db):
    return actions.add_person(email=" Ann@Example.org ", at=NOW)


def give(ann, role, **of):
    prove(ann)
    return actions.give_seat(person=ann, role=role, by="test", at=NOW, **of)


def give_unproved(ann, role, **of):
    return actions.give_seat(person=ann, role=role, by="test", at=NOW, **of)


def roles(person, **of):
    return queries.roles_of(person, at=NOW, **of)


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


def test_everyone_is_a_visitor_and_whoever_signed_in_a_person(ann):
    assert roles(AnonymousUser()) == VISITOR
    assert roles(ann) == PERSON


def test_every_role_says_what_it_is_held_of():
    assert set(REACH) == set(Role)


def test_an_officer_is_officer_of_one_compact(ann):
    give(ann, Role.OFFICER, compact="hertfordshire")

    assert roles(ann, compact="hertfordshire") == PERSON | {Role.OFFICER}
    assert roles(ann, compact="dacorum") == PERSON
    assert roles(ann) == PERSON
    assert roles(ann, any_organisation=True) == PERSON


def test_a_representative_acts_for_one_organisation_in_every_compact(ann):
    give(ann, Role.REPRESENTATIVE, organisation="food-bank")

    assert roles(ann, compact="dacorum", organisation="food-bank") == PERSON | {Role.REPRESENTATIVE}
    assert roles(ann, compact="dacorum", organisation="other") == PERSON
    assert roles(ann, compact="dacorum") == PERSON
    assert roles(ann, compact="dacorum", any_organisation=True) == PERSON | {Role.REPRESENTATIVE}
    assert roles(ann, organisation="other", any_organisation=True) == PERSON
    assert queries.organisations_of(ann, at=NOW) == {"food-bank"}


def test_an_administrator_is_it_everywhere(ann):
    give(ann, Role.ADMINISTRATOR)

    assert roles(ann) == PERSON | {Role.ADMINISTRATOR}
    assert roles(ann, compact="dacorum") == PERSON | {Role.ADMINISTRATOR}


def test_a_seat_ends_at_once_and_its_row_stays(ann):
    seat = give(ann, Role.ADMINISTRATOR)
    actions.end_seat(seat=seat, by="bob@example.org", at=NOW)

    assert roles(ann) == PERSON
    assert list(queries.holders(Role.ADMINISTRATOR, at=NOW)) == []
    assert list(Seat.objects.values_list("until", "ended_by")) == [(NOW, "bob@example.org")]


def test_a_seat_may_end_by_itself(ann):
    give(ann, Role.ORGANISER, compact="dacorum", until=NOW + timedelta(days=1))

    assert Role.ORGANISER in roles(ann, compact="dacorum")
    assert Role.ORGANISER not in queries.roles_of(ann, at=NOW + timedelta(days=1), compact="dacorum")


def test_a_role_that_ended_may_be_given_again(ann):
    actions.end_seat(seat=give(ann, Role.OFFICER, compact="dacorum"), by="test", at=NOW)
    give(ann, Role.OFFICER, compact="dacorum")

    assert Role.OFFICER in roles(ann, compact="dacorum")


def test_a_closed_account_has_no_roles(ann):
    give(ann, Role.ADMINISTRATOR)
    give(ann, Role.REPRESENTATIVE, organisation="food-bank")
    ann.is_active = False

    assert roles(ann) == VISITOR
    assert queries.organisations_of(ann, at=NOW) == frozenset()


def of(role):
    return {Reach.COMPACT: {"compact": "dacorum"}, Reach.ORGANISATION: {"organisation": "food-bank"}}.get(
        REACH[role], {}
    )


WRONG = [
    *((role, {}) for role in sorted(SEATED) if of(role)),
    *((role, {"compact": "dacorum"}) for role in sorted(SEATED) if REACH[role] is not Reach.COMPACT),
    *((role, {"organisation": "food-bank"}) for role in sorted(SEATED) if REACH[role] is not Reach.ORGANISATION),
    *((role, {"compact": "dacorum", "organisation": "food-bank"}) for role in sorted(SEATED)),
    *((role, of(role) | {"side": "voluntary"}) for role in sorted(SEATED - {Role.CO_CHAIR})),
    (Role.CO_CHAIR, {"compact": "dacorum"}),
    *((role, {}) for role in sorted(set(Role) - SEATED)),
    *((role, {"compact": "dacorum"}) for role in sorted(set(Role) - SEATED)),
]


@pytest.mark.parametrize(("role", "named"), WRONG, ids=str)
def test_the_database_refuses_a_seat_that_cannot_be(ann, role, named):
    with pytest.raises(ValidationError):
        give(ann, role, **named)
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(person=ann, role=role, given_at=NOW, given_by="test", **named)


@pytest.mark.parametrize("role", sorted(SEATED))
def test_a_seat_is_held_once(ann, role):
    side = {"side": "statutory"} if role is Role.CO_CHAIR else {}
    give(ann, role, **of(role), **side)

    with pytest.raises(ValidationError, match="already"):
        give(ann, role, **of(role), **side)


def test_each_side_has_one_co_chair(ann):
    bob = actions.add_person(email="bob@example.org", at=NOW)
    give(ann, Role.CO_CHAIR, compact="dacorum", side="statutory")
    give(bob, Role.CO_CHAIR, compact="dacorum", side="voluntary")
    cy = actions.add_person(email="cy@example.org", at=NOW)

    with pytest.raises(ValidationError, match="co-chair already"):
        give(cy, Role.CO_CHAIR, compact="dacorum", side="voluntary")


def test_a_seat_that_ends_says_who_ended_it(ann):
    with pytest.raises(ValidationError, match="who ends it"):
        actions.end_seat(seat=give(ann, Role.ADMINISTRATOR), by="", at=NOW)


def test_roles_are_one_query_and_none_for_a_visitor(ann, django_assert_num_queries):
    with django_assert_num_queries(1):
        roles(ann, compact="dacorum")
    with django_assert_num_queries(0):
        roles(AnonymousUser(), compact="dacorum")


@pytest.mark.parametrize("role", sorted(SEATED))
def test_a_strong_role_is_held_back_until_there_is_a_second_factor(ann, role):
    side = {"side": "statutory"} if role is Role.CO_CHAIR else {}
    give_unproved(ann, role, **of(role), **side)
    strong = role in {Role.OFFICER, Role.HANDLER, Role.ADMINISTRATOR}

    assert set(STRONG) == {Role.OFFICER, Role.HANDLER, Role.ADMINISTRATOR}
    assert (role in roles(ann, **of(role))) is not strong
    assert queries.waits_for_second_factor(ann, at=NOW) is strong
    prove(ann)
    assert role in roles(ann, **of(role))
    assert not queries.waits_for_second_factor(ann, at=NOW)


def test_a_site_may_do_without_second_factors(ann, settings):
    settings.SITE = replace(settings.SITE, second_factor=False)
    actions.give_seat(person=ann, role=Role.ADMINISTRATOR, by="test", at=NOW)

    assert Role.ADMINISTRATOR in roles(ann)


def test_who_was_invited_and_never_came_is_forgotten_and_nobody_else(ann):
    later = NOW + timedelta(days=31)
    for email in ("came@example.org", "holds@example.org", "never@example.org", "again@example.org"):
        actions.invite(email=email, role=Role.HANDLER, by=None, at=NOW, compact="dacorum")
    came = queries.person("came@example.org")
    assert came is not None
    actions.note_sign_in(person=came)
    give(queries.person("holds@example.org"), Role.REPRESENTATIVE, organisation="food-bank")
    actions.invite(email="again@example.org", role=Role.HANDLER, by=None, at=later, compact="dacorum")

    assert actions.purge(at=NOW + timedelta(days=29)) == 0
    assert actions.purge(at=later) == 1
    assert actions.purge(at=later) == 0

    left = {person.email for person in Person.objects.all()}
    assert left == {ann.email, "came@example.org", "holds@example.org", "again@example.org"}


def test_sessions_that_are_over_are_erased(ann, client):
    client.force_login(ann)

    assert actions.purge(at=timezone.now()) == 0
    assert actions.purge(at=timezone.now() + timedelta(days=1)) == 1
