"""A decision between two sides: where two people look, it holds after the other’s yes, who is of neither side."""

from datetime import date

import pytest
from lxml import html

from livecompact.compacts.models import Act, Answer, Compact, SecondLook
from livecompact.compacts.second import actions as second
from livecompact.compacts.second.acts import NotYours
from livecompact.dealings import actions
from livecompact.dealings.models import Dispute, HowSettled, Proposed, Standing
from livecompact.people.roles import Role
from tests.dealings.making import BY, charity, consultation, council, moment
from tests.dealings.reading import words
from tests.harness.clock import NOW
from tests.harness.people import enter, holder, seat

__all__ = ["enter", "holder"]

OF = "hertfordshire"
WHY = "The letter names that day."


@pytest.fixture
def dispute(compacts):
    Compact.objects.filter(slug=OF).update(second_person=True)
    made = consultation(council(), reason_for_shorter_time="none")
    told = moment(date(2026, 6, 1))
    return actions.dispute(dealing=made, fact="closes", value=date(2026, 4, 26), organisation=charity(), by=BY, at=told)


@pytest.fixture
def ann(dispute, holder):
    return holder(Role.OFFICER)


@pytest.fixture
def chair(dispute, holder):
    return holder(Role.CO_CHAIR)


def page(dispute):
    return f"/{OF}/disputes/{dispute.pk}"


def decide(client, person, dispute, right="others", reason=WHY):
    client.force_login(person)
    return client.post(page(dispute), {"right": right, "reason": reason})


def answer(by, yes=True, **told):
    look = SecondLook.objects.get(act=Act.DECISION, answer=Answer.OPEN)
    second.answer(look=look, yes=yes, by=by, at=NOW, **{"version": look.version, **told})


def settled():
    return Dispute.objects.get().settled


def test_it_waits_and_says_so_and_changes_nothing_before_the_yes(client, dispute, ann, chair):
    before = list(Standing.objects.order_by("pk").values())
    assert decide(client, ann, dispute)["Location"] == page(dispute)

    assert settled() == ""
    assert list(Standing.objects.order_by("pk").values()) == before
    assert "A decision waits for a second person." in words(client.get(page(dispute)))
    client.logout()
    assert WHY not in client.get(f"/{OF}/consultations/2026/library-hours").text

    client.force_login(chair)
    look = f"/{OF}/run/second-person/{SecondLook.objects.get().pk}"
    said = words(client.get(look))
    assert f"What would be right Sunday 26 April 2026 Why {WHY}" in said
    version = html.fromstring(client.get(look).content).xpath("//input[@name='version']/@value")[0]
    client.post(look, {"answer": "yes", "version": version})

    found = Dispute.objects.get()
    assert (found.settled, found.reason, found.settled_by) == (HowSettled.DECIDED, WHY, "Compact officer")
    assert not Proposed.objects.exists()


def test_who_asked_cannot_say_yes_and_the_other_who_decides_the_same_is_the_second(client, dispute, ann, chair):
    decide(client, ann, dispute)
    with pytest.raises(second.OwnAct):
        answer(ann)
    assert settled() == ""

    decide(client, chair, dispute)

    assert settled() == HowSettled.DECIDED


def test_another_decision_is_another_request(client, dispute, ann, chair):
    decide(client, ann, dispute)
    first = SecondLook.objects.get()
    decide(client, chair, dispute, right="record")

    assert settled() == ""
    with pytest.raises(second.Stale):
        second.answer(look=first, yes=True, version=first.version, by=chair, at=NOW)
    answer(ann)

    found = Dispute.objects.select_related("dealing").get()
    assert (found.settled, found.dealing.facts["closes"]) == (HowSettled.DECIDED, "2026-05-24")


@pytest.mark.parametrize("yes", [True, False])
def test_nobody_of_either_side_is_the_second_person(client, dispute, ann, chair, yes):
    decide(client, ann, dispute)
    seat(chair, Role.REPRESENTATIVE, organisation=dispute.organisation.slug)

    with pytest.raises(NotYours):
        answer(chair, yes=yes, reason="" if yes else "We are right.")

    assert settled() == ""
    assert SecondLook.objects.get().answer == Answer.OPEN


def test_after_a_no_nothing_is_decided_and_it_can_be_decided_again(client, dispute, ann, chair):
    decide(client, ann, dispute)
    answer(chair, yes=False, reason="Ask the council first.")

    assert settled() == ""
    assert "A decision waits" not in words(client.get(page(dispute)))
    decide(client, ann, dispute)
    answer(chair)
    assert settled() == HowSettled.DECIDED


def test_once_the_two_sides_agree_a_yes_says_nothing(client, dispute, ann, chair):
    decide(client, ann, dispute)
    actions.take_back(dispute=dispute, by=BY, at=NOW)

    with pytest.raises(second.Stale):
        answer(chair)

    assert settled() == HowSettled.TAKEN_BACK
    assert not Proposed.objects.exists()


def test_what_only_two_sides_see_waits_for_nobody(client, dispute, ann):
    type(dispute.dealing).objects.update(state="shared")

    decide(client, ann, dispute)

    assert settled() == HowSettled.DECIDED
    assert not SecondLook.objects.exists()
