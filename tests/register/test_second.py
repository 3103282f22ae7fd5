"""A sign-up on paper, where the Compact asks for a second person: who typed it in cannot put it on the list."""

from datetime import UTC, datetime

import pytest

from livecompact.compacts.models import Answer, Compact, SecondLook
from livecompact.compacts.second import actions as second
from livecompact.people import actions as people
from livecompact.people.roles import Role
from livecompact.register import actions as register
from livecompact.register.models import Signature, State
from livecompact.register.second import may_go_on
from tests.harness.people import seat
from tests.register.some import add, sign

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
OF = "hertfordshire"
PAPER = {
    "name": "Riverside Youth Club",
    "kind": "group",
    "how": "paper",
    "signed_on-day": "2",
    "signed_on-month": "11",
    "signed_on-year": "2026",
    "signer": "Jo Ray",
    "role": "Trustee",
    "authority": "Its committee",
}


@pytest.fixture
def officers(hertfordshire, holder):
    """Ann, who runs Hertfordshire, and Cat, who does too; two people look there."""
    ann = holder(Role.OFFICER)
    cat = people.add_person(email="cat@example.org", at=AT)
    seat(cat, Role.OFFICER)
    Compact.objects.filter(slug=OF).update(second_person=True)
    return ann, cat


def approve(client, who):
    client.force_login(who)
    seen = Signature.objects.get(latest=True)
    address = f"/{OF}/organisations/{seen.organisation.slug}/edit/answer"
    return client.post(address, {"answer": "approve", "version": seen.version}, follow=True)


def test_who_typed_it_in_cannot_put_it_on_the_list_and_another_can(officers, client):
    ann, cat = officers
    client.force_login(ann)
    client.post(f"/{OF}/organisations/add", PAPER)

    assert "It waits for a second person" in approve(client, ann).text
    assert Signature.objects.get(latest=True).state == State.APPLIED
    assert "Riverside" not in client.get(f"/{OF}/organisations").text
    approve(client, cat)

    assert Signature.objects.get(latest=True).state == State.ACTIVE
    assert SecondLook.objects.get().answered_by == cat


def test_a_detail_that_changed_since_is_asked_again(officers):
    ann, cat = officers
    signature = sign(add("Riverside Youth Club"), approve=False, how="paper")
    may_go_on(signature, ann, AT)
    register.change_organisation(
        organisation=signature.organisation, name="Riverside Club", by="Compact officer", at=AT
    )
    look = SecondLook.objects.get()

    with pytest.raises(second.Stale):
        second.answer(look=look, yes=True, version=look.version, by=cat, at=AT)

    assert Signature.objects.get(latest=True).state == State.APPLIED
    assert SecondLook.objects.get().answer == Answer.CHANGED


def test_a_yes_puts_it_on_the_list(officers):
    ann, cat = officers
    may_go_on(sign(add("Riverside Youth Club"), approve=False, how="phone"), ann, AT)
    look = SecondLook.objects.get()

    second.answer(look=look, yes=True, version=look.version, by=cat, at=AT)

    assert Signature.objects.get(latest=True).state == State.ACTIVE


def test_what_came_online_was_seen_by_two_already(officers, client):
    ann, _cat = officers
    sign(add("Riverside Youth Club"), approve=False, how="online")

    approve(client, ann)

    assert Signature.objects.get(latest=True).state == State.ACTIVE
