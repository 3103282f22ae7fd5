"""A record that an officer enters for a body: where two people look, it is public only after the other's yes."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from livecompact.compacts.models import Act, Compact, SecondLook
from livecompact.compacts.second import actions as second
from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Source, State
from livecompact.dealings.second_person.records import publish_or_ask, waits_at
from livecompact.dealings.second_person.telling import tell_or_ask
from livecompact.kinds import kind
from livecompact.people.roles import Role
from tests.dealings.changes import NOTICE, cut
from tests.dealings.making import charity, council, moment, told
from tests.harness.people import holder

__all__ = ["holder"]

AT = datetime(2026, 2, 1, 12, tzinfo=UTC)
OF = "hertfordshire"


@pytest.fixture
def draft(compacts):
    Compact.objects.filter(slug=OF).update(second_person=True)
    home = Compact.objects.get(slug=OF)
    return actions.draft(
        home=home,
        organisation=council(),
        told=told("Library hours"),
        source=Source.PUBLISHED,
        maker="1",
        by="Compact officer",
        at=AT,
    )


def publish(draft, person, own=False):
    return publish_or_ask(dealing=draft, by="Compact officer", own=own, person=person, at=AT)


def test_it_waits_for_the_other_and_nobody_reads_it_before(draft, holder, client):
    ann, chair = holder(Role.OFFICER), holder(Role.CO_CHAIR)

    assert publish(draft, ann) is None
    assert publish(draft, ann) is None
    assert Dealing.objects.get().state == State.DRAFT
    client.force_login(chair)
    shown = client.get(f"/{OF}/run/second-person/{SecondLook.objects.get().pk}").text
    assert "Library hours" in shown
    assert "Hartsmere County Council" in shown
    look = SecondLook.objects.get()
    second.answer(look=look, yes=True, version=look.version, by=chair, at=AT)

    assert Dealing.objects.get().state == State.PUBLIC
    assert Dealing.objects.get().reached_on is None


def test_changed_after_asking_it_is_asked_again(draft, holder):
    ann, chair = holder(Role.OFFICER), holder(Role.CO_CHAIR)
    publish(draft, ann)
    look = SecondLook.objects.get()
    actions.redraft(dealing=draft, organisation=draft.organisation, told=told("Library opening hours"), at=AT)

    with pytest.raises(second.Stale):
        second.answer(look=look, yes=True, version=look.version, by=chair, at=AT)

    assert Dealing.objects.get().state == State.DRAFT


def test_the_rows_of_a_list_are_shown_to_the_other_and_once_changed_asked_again(draft, holder, client):
    ann, chair = holder(Role.OFFICER), holder(Role.CO_CHAIR)
    facts = kind("funding-agreement").read({"made": "2026-01-05"})
    rows = {"report_list": [{"falls_due": "2026-06-30", "tells": "How many came"}]}
    agreed = actions.Told(kind="funding-agreement", title="Lunch club", facts=facts, lists=rows)
    lunch = actions.draft(
        home=draft.home,
        organisation=draft.organisation,
        told=agreed,
        source=Source.PUBLISHED,
        maker="2",
        by="Compact officer",
        at=AT,
    )
    publish(lunch, ann)
    look = SecondLook.objects.get()
    client.force_login(chair)
    assert "How many came" in client.get(f"/{OF}/run/second-person/{look.pk}").text

    more = {"report_list": [*rows["report_list"], {"falls_due": "2026-12-31", "tells": "How many came again"}]}
    actions.redraft(dealing=lunch, organisation=draft.organisation, told=replace(agreed, lists=more), at=AT)

    with pytest.raises(second.Stale):
        second.answer(look=look, yes=True, version=look.version, by=chair, at=AT)


def test_whom_it_concerns_is_part_of_what_the_other_says_yes_to(compacts, holder, client):
    ann, chair = holder(Role.OFFICER), holder(Role.CO_CHAIR)
    made = cut(council(), charity())
    Compact.objects.filter(slug=OF).update(second_person=True)
    publish(made, ann)
    look = SecondLook.objects.get()
    client.force_login(chair)
    assert "a food bank" in client.get(f"/{OF}/run/second-person/{look.pk}").text

    Dealing.objects.filter(pk=made.pk).update(towards=charity("Another Food Bank"))

    with pytest.raises(second.Stale):
        second.answer(look=look, yes=True, version=look.version, by=chair, at=AT)
    assert Dealing.objects.get().state == State.DRAFT


def test_an_organisations_own_person_needs_nobody(draft, holder):
    assert publish(draft, holder(Role.REPRESENTATIVE), own=True).state == State.PUBLIC


def test_an_officer_lets_a_group_see_its_cut_only_after_the_others_yes(compacts, holder):
    ann, chair = holder(Role.OFFICER), holder(Role.CO_CHAIR)
    made, at = cut(council(), charity()), moment(NOTICE)
    Compact.objects.filter(slug=OF).update(second_person=True)

    asked = {"dealing": made, "by": "Compact officer", "own": False, "person": ann, "at": at, "public_on": None}
    assert tell_or_ask(**asked) is None
    assert Dealing.objects.get().state == State.DRAFT
    look = SecondLook.objects.get()
    assert (waits_at(made).endswith(f"/{look.pk}"), look.act) == (True, Act.TELLING)
    second.answer(look=look, yes=True, version=look.version, by=chair, at=at)

    assert (Dealing.objects.get().state, waits_at(made)) == (State.TOLD, "")
    assert Dealing.objects.get().public_on is not None
