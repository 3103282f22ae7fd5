"""Adding organisations and signing: once each, however many do it at a time."""

import threading
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from livecompact.compacts import actions as compacts
from livecompact.register import actions, queries
from livecompact.register.models import Identifier, Organisation, Sector, Signature, Signer, State

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
CLUB: dict[str, Any] = {"name": "Riverside Youth Club", "sector": "voluntary", "kind": "group", "postcode": "sg62jf"}
TOLD: dict[str, Any] = {"by": "Compact officer", "at": NOW, "compact": "hertfordshire"}


@pytest.fixture
def hertfordshire(db):
    return compacts.add_compact(source="hertfordshire", by="test", at=NOW)


@pytest.fixture
def club(hertfordshire):
    return actions.add_organisation(**CLUB, **TOLD)


def sign(organisation, **rest):
    given = {"edition": "2016", "signed_on": TODAY, **TOLD} | rest
    return actions.sign(organisation=organisation, **given)


def approved(signature, on=NOW):
    return actions.signing.follow(signature, state=State.ACTIVE, by="test", at=on)


def test_an_organisation_has_an_address_of_its_name_and_a_tidy_postcode(club):
    assert club.slug == "riverside-youth-club"
    assert (club.postcode, club.district) == ("SG6 2JF", "SG6")
    assert queries.organisation(None, "riverside-youth-club") == club


def test_the_same_name_in_the_same_place_is_the_same_organisation(club):
    again = CLUB | {"name": "The  Riverside youth-club Ltd", "postcode": "SG6 1AA"}

    with pytest.raises(actions.AlreadyHere) as here:
        actions.add_organisation(**again, **TOLD)
    assert here.value.organisation == club
    assert actions.found_or_added(**again, **TOLD) == club


def test_the_same_name_elsewhere_is_another_with_its_own_address(club):
    other = actions.add_organisation(**CLUB | {"postcode": "AL1 1AA"}, **TOLD)
    third = actions.add_organisation(**CLUB | {"postcode": "AL1 1AB"}, **TOLD | {"compact": "dacorum"})

    assert other.slug == "riverside-youth-club-al1"
    assert third.slug == "riverside-youth-club-2"


def test_a_number_makes_an_organisation_one_whatever_its_name(hertfordshire):
    first = actions.add_organisation(**CLUB, identifiers=["GB-CHC-1187463"], **TOLD)
    again = CLUB | {"name": "RYC", "postcode": ""}

    assert actions.found_or_added(**again, identifiers=["gb chc 1187463"], **TOLD) == first


def test_another_number_is_another_organisation_of_the_same_name(hertfordshire):
    first = actions.add_organisation(**CLUB, identifiers=["GB-CHC-1187463"], **TOLD)
    second = actions.add_organisation(**CLUB, identifiers=["GB-CHC-1187464"], **TOLD)

    assert first.slug != second.slug


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"postcode": "SG6"}, "Enter a full postcode, like SG6 2JF."),
        ({"kind": "county"}, "This kind of organisation is of another sector. Select both again."),
        ({"name": "!!!"}, "Enter the organisation's name in letters or numbers."),
        ({"area": ["Hertfordshire"]}, "“Hertfordshire” is no code of an area. Write it like E10000015."),
        ({"status": "dissolved"}, "Enter the day on which the organisation ended."),
    ],
)
def test_what_cannot_be_is_refused_in_words(hertfordshire, wrong, says):
    with pytest.raises(ValidationError) as refused:
        actions.add_organisation(**CLUB | wrong, **TOLD)
    assert says in refused.value.messages
    assert not Organisation.objects.exists()


def test_the_database_refuses_a_number_of_two_organisations(club):
    actions.add_identifier(organisation=club, identifier="GB-CHC-1187463", by="test", at=NOW)
    other = actions.add_organisation(**CLUB | {"name": "Other"}, **TOLD)

    with pytest.raises(ValidationError):
        actions.add_identifier(organisation=other, identifier="GB-CHC-1187463", by="test", at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Identifier.objects.create(organisation=other, scheme="GB-CHC", value="1187463")


def test_a_signature_waits_for_a_check_and_binds_nobody_until_then(club):
    signature = sign(club, says=actions.Signing(name="Jo Ray", role="Trustee", email="jo@example.org"))

    assert signature.state == State.APPLIED
    assert not queries.had_signed(club, "hertfordshire", TODAY)
    assert Signer.objects.get(reference=signature.reference).name == "Jo Ray"


def test_once_approved_it_binds_from_the_day_of_signing(club):
    approved(sign(club))

    assert queries.had_signed(club, "hertfordshire", TODAY)
    assert not queries.had_signed(club, "hertfordshire", date(2026, 11, 21))
    assert queries.compacts_signed(club, TODAY) == ("hertfordshire",)


def test_the_states_of_a_signature_are_rows_of_which_the_earlier_stay(club):
    first = sign(club)
    second = approved(first)

    rows = Signature.objects.filter(reference=first.reference)
    assert [(row.state, row.latest) for row in rows] == [("applied", False), ("active", True)]
    with pytest.raises(actions.signing.ChangedMeanwhile):
        approved(first)
    assert Signature.objects.get(latest=True) == second


def test_an_organisation_signs_once(club):
    first = sign(club)

    with pytest.raises(actions.AlreadySigned) as already:
        sign(club)
    assert already.value.signature == first


def test_the_database_refuses_a_second_open_signature(club):
    first = sign(club)

    first.pk, first.reference = None, "HC-222-222"
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)


def test_a_business_is_a_friend_and_signs_nothing(hertfordshire, club):
    shop = actions.add_organisation(name="Corner Shop", sector=Sector.BUSINESS, kind="business", **TOLD)

    with pytest.raises(actions.CannotSign, match="It can be a Friend"):
        sign(shop)
    with pytest.raises(actions.CannotSign, match="This organisation can sign"):
        sign(club, signs_as="friend")
    friend = approved(sign(shop, signs_as="friend", says=actions.Signing(backing=["events"])))
    assert friend.backing == ["events"]
    assert not queries.had_signed(shop, "hertfordshire", TODAY)


@pytest.mark.parametrize("identifiers", [(), ("GB-CHC-1187463",)])
@pytest.mark.django_db(transaction=True)
def test_eight_that_sign_up_one_organisation_at_once_make_one_record(identifiers):
    compacts.add_compact(source="hertfordshire", by="test", at=NOW)
    gate, outcomes = threading.Barrier(8), []

    def sign_up():
        try:
            gate.wait()
            organisation = actions.found_or_added(**CLUB, identifiers=identifiers, **TOLD)
            outcomes.append(sign(organisation).reference)
        except actions.AlreadySigned as already:
            outcomes.append(f"already {already.signature.reference}")
        except Exception as error:  # noqa: BLE001 (a thread that dies must be seen)
            outcomes.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=sign_up) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    reference = Signature.objects.get().reference
    assert sorted(outcomes) == sorted([reference] + 7 * [f"already {reference}"])
    assert Organisation.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_eight_organisations_of_one_name_added_at_once_have_eight_addresses():
    gate, problems = threading.Barrier(8), []

    def add(number):
        try:
            gate.wait()
            actions.add_organisation(**CLUB, identifiers=[f"GB-CHC-118746{number}"], **TOLD)
        except Exception as error:  # noqa: BLE001 (as above)
            problems.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert problems == []
    assert len(set(Organisation.objects.values_list("slug", flat=True))) == 8


def test_organisations_are_found_by_number_and_by_part_of_a_name(club):
    actions.add_identifier(organisation=club, identifier="GB-CHC-1187463", by="test", at=NOW)
    actions.organisations.add_other_name(organisation=club, name="Letchworth Boys' Club")

    for words in ("1187463", "gb-chc-1187463", "side youth", "RIVERSIDE", "boys club"):
        assert queries.find(words) == (club,), words
    assert queries.find("nothing like it") == ()
    assert queries.find("!") == ()
