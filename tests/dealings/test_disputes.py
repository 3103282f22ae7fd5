"""The two sides disagree over a fact: what rests on it counts neither way, until they agree again."""

import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError

from livecompact.compacts import queries as compacts_known
from livecompact.dealings import actions, queries
from livecompact.dealings.deciding.waits import waits
from livecompact.dealings.models import HowSettled, Says, Standing
from livecompact.dealings.queries.counts import counts
from livecompact.dealings.rows import settled_of
from livecompact.dealings.standings import Shown
from livecompact.kinds import kind
from livecompact.people import actions as people
from livecompact.people.roles import Role
from livecompact.record import letters
from livecompact.record.models import Entry, Notice
from livecompact.register.models import Organisation
from tests.dealings.making import BY, charity, consultation, council, moment
from tests.dealings.reading import day, words
from tests.dealings.records import HERE
from tests.harness.clock import NOW, TODAY
from tests.harness.people import enter, holder, seat

__all__ = ["enter", "holder"]

LIBRARY = f"{HERE}/2026/library-hours"
LENGTH, ANNOUNCED = "consultation-length", "announced-before-opening"
SAID_ON = date(2026, 6, 1)


@pytest.fixture
def body(compacts):
    return council()


@pytest.fixture
def group(body):
    return charity()


@pytest.fixture
def made(body):
    return consultation(body, reason_for_shorter_time="none")


def stands(made, on=TODAY):
    return {row.standard: settled_of(row).on(on) for row in Standing.objects.filter(dealing=made)}


def disputed(made, group, fact="closes", value=date(2026, 4, 26), on=SAID_ON):
    return actions.dispute(
        dealing=made, fact=fact, value=value, organisation=group, by=BY, at=moment(on), text="It was in the letter."
    )


def numbers(on=TODAY):
    compact = compacts_known.compact(None, "hertfordshire", on)
    return counts(None, compact, on, date(2026, 1, 1))


def test_every_check_that_rests_on_the_fact_is_neither_kept_nor_not_from_that_day_on(made, group):
    before = numbers()

    disputed(made, group)

    now = stands(made)
    assert stands(made, date(2026, 5, 31))[LENGTH] is Shown.KEPT
    assert stands(made, SAID_ON)[LENGTH] is Shown.DISAGREE
    assert now[LENGTH] is Shown.DISAGREE
    assert now[ANNOUNCED] is Shown.KEPT, "it does not rest on the closing date"
    after = numbers()
    moved = sum(shown is Shown.DISAGREE for shown in now.values())
    assert (after.disagree, after.settled) == (moved, before.settled)
    assert after.judged < before.judged


def test_the_body_accepts_it_and_the_record_is_judged_by_the_other_value(made, group):
    dispute = disputed(made, group)

    actions.accept(dispute=dispute, by=BY, at=moment(date(2026, 6, 2)))

    dispute.refresh_from_db()
    made.refresh_from_db()
    assert (dispute.settled, dispute.settled_on) == (HowSettled.ACCEPTED, date(2026, 6, 2))
    assert made.facts["closes"] == "2026-04-26"
    assert stands(made)[LENGTH] is Shown.NOT_KEPT
    assert [each.why for each in made.versions.all()] == ["", f"{group.name} told us so."]


def test_changing_the_fact_to_it_in_any_way_ends_it_and_another_value_does_not(made, group):
    first = disputed(made, group)
    facts = {**made.facts, "closes": "2026-05-01"}
    actions.change_facts(dealing=made, facts=kind(made.kind).read(facts), by=BY, at=moment(date(2026, 6, 3)))
    first.refresh_from_db()
    assert first.settled == ""

    right = kind(made.kind).read({**facts, "closes": "2026-04-26"})
    actions.change_facts(dealing=made, facts=right, by=BY, at=moment(date(2026, 6, 4)))

    first.refresh_from_db()
    assert first.settled == HowSettled.ACCEPTED


def test_taken_back_it_stands_as_it_did(made, group):
    before = stands(made)
    dispute = disputed(made, group)

    actions.take_back(dispute=dispute, by=BY, at=moment(date(2026, 6, 2)))

    assert stands(made) == before
    with pytest.raises(actions.AlreadySettled):
        actions.accept(dispute=dispute, by=BY, at=moment(date(2026, 6, 3)))


@pytest.mark.parametrize(("as_they_say", "shown"), [(True, Shown.NOT_KEPT), (False, Shown.KEPT)])
def test_it_is_decided_for_one_of_them_with_a_reason_that_everybody_reads(client, made, group, as_they_say, shown):
    dispute = disputed(made, group)
    told = {"dispute": dispute, "as_they_say": as_they_say, "by": "Compact group", "at": moment(date(2026, 6, 2))}
    with pytest.raises(ValidationError):
        actions.decide(reason=".", **told)

    actions.decide(reason="The poster says so.", **told)

    dispute.refresh_from_db()
    assert dispute.settled == HowSettled.DECIDED
    assert stands(made)[LENGTH] is shown
    said = words(client.get(LIBRARY))
    assert "Why it was decided so The poster says so. (Compact group)" in said
    assert client.get(f"{LIBRARY}.json").json()["disputes"][0]["reason"] == "The poster says so."
    with pytest.raises(actions.AlreadySettled):
        actions.decide(reason="Once more.", **told)


def may_decide(client, person, dispute):
    """Whether somebody finds a dispute in the list, and is let decide it."""
    client.force_login(person)
    listed, page = client.get("/hertfordshire/disputes"), client.get(f"/hertfordshire/disputes/{dispute.pk}")
    assert {listed.status_code, page.status_code} <= {200, 403, 404}
    assert ("Decide this" in listed.text) is (page.status_code == 200)
    return page.status_code == 200


def test_those_who_run_a_compact_decide_but_nobody_of_either_side(client, made, body, group, holder):
    dispute = disputed(made, group)
    member, officer = holder(Role.GROUP_MEMBER), holder(Role.OFFICER)

    assert [may_decide(client, each, dispute) for each in (member, officer, holder(Role.CO_CHAIR))] == [True] * 3
    others = (holder(Role.PERSON), holder(Role.HANDLER))
    assert [may_decide(client, each, dispute) for each in others] == [False, False]
    seat(member, Role.REPRESENTATIVE, organisation=group.slug)
    people.tell_tie(person=officer, name=body.name, organisation=body.slug, kind="employed", at=NOW)
    assert [may_decide(client, each, dispute) for each in (member, officer)] == [False, False]
    assert "You belong to one of the two sides" in words(client.get("/hertfordshire/disputes"))
    client.force_login(member)
    client.post(f"/hertfordshire/disputes/{dispute.pk}", {"right": "record", "reason": "Mine."})
    dispute.refresh_from_db()
    assert dispute.settled == ""


def test_a_dispute_that_only_two_sides_see_is_decided_by_the_officer_alone(client, made, group, holder):
    dispute = disputed(made, group)
    type(made).objects.filter(pk=made.pk).update(state="shared")

    assert may_decide(client, holder(Role.OFFICER), dispute)
    assert not may_decide(client, holder(Role.GROUP_MEMBER), dispute)
    other = people.add_person(email="other@example.org", at=NOW)
    seat(other, Role.OFFICER, compact="dacorum")
    client.force_login(other)
    assert client.get(f"/dacorum/disputes/{dispute.pk}").status_code == 404


def test_a_dispute_waits_for_the_officer_once_both_sides_had_time_to_agree(made, group, holder):
    disputed(made, group, on=date(2026, 11, 2))
    compact = compacts_known.compact(None, "hertfordshire", TODAY)
    officer = holder(Role.OFFICER)

    assert list(waits(officer, compact, moment(date(2026, 11, 16)))) == []
    [waiting] = waits(officer, compact, moment(date(2026, 11, 17)))
    assert waiting.says == "Decide where two sides disagree on “Library hours”"
    assert list(waits(holder(Role.GROUP_MEMBER), compact, moment(date(2026, 11, 17)))) == []


def test_what_the_record_says_already_and_what_was_said_already_is_no_dispute(made, group):
    with pytest.raises(actions.SaysTheSame):
        disputed(made, group, value=date(2026, 5, 24))
    disputed(made, group)
    with pytest.raises(actions.AlreadyDisputed):
        disputed(made, group, value=date(2026, 4, 1))


def test_both_sides_are_told_and_the_record_says_it_in_public(made, body, group):
    mine, theirs = (people.add_person(email=f"{each}@example.org", at=NOW) for each in ("mine", "theirs"))
    for person, organisation in ((mine, body), (theirs, group)):
        seat(person, Role.REPRESENTATIVE, organisation=organisation.slug)

    dispute = disputed(made, group)

    told = {each.person.email: letters.letter_for(each, NOW) for each in Notice.objects.filter(reason="dispute-begun")}
    assert set(told) == {"mine@example.org", "theirs@example.org"}
    letter = told["mine@example.org"]
    assert letter is not None
    assert letter.subject == "The two sides disagree: Library hours"
    assert "24 May 2026" in " ".join(letter.lines)
    assert "26 April 2026" in " ".join(letter.lines)
    entry = Entry.objects.filter(compact="hertfordshire").latest("number")
    assert (entry.what, entry.organisation) == ("sides-disagree", group.slug)

    actions.take_back(dispute=dispute, by=BY, at=moment(date(2026, 6, 2)))
    assert [letters.letter_for(each, NOW) for each in Notice.objects.filter(reason="dispute-begun")] == [None, None]
    assert Notice.objects.filter(reason="dispute-settled").count() == 2


def test_its_page_and_its_data_say_what_both_say_and_no_verdict(client, made, group):
    disputed(made, group)

    said = words(client.get(LIBRARY))
    data = client.get(f"{LIBRARY}.json").json()

    assert "The closing date: the record says Sunday 24 May 2026." in said
    assert "Hartsmere Food Bank says Sunday 26 April 2026." in said
    checks = {check["standard"]: check for block in data["promises"] for check in block["checks"]}
    assert (checks[LENGTH]["verdict"], checks[LENGTH]["counted"]) == ("disagree", False)
    assert [(each["fact"], each["says"], each["by"]) for each in data["disputes"]] == [
        ("closes", "2026-04-26", group.slug)
    ]
    assert "The two sides disagree" in words(client.get(f"{HERE}?state=disagree"))
    assert re.search(r"no evidence\. On \d+ the two sides disagree\.", words(client.get("/hertfordshire")))


def test_the_name_of_a_group_that_is_not_public_shows_nowhere_in_what_it_says(client, made, group):
    made.towards, made.towards_named, made.towards_called = group, False, "a carers’ group"
    made.save()

    disputed(made, group)
    actions.reply(dealing=made, organisation=group, says=Says.REPLY, text="We asked for more.", by=BY, at=NOW)

    for address in (LIBRARY, f"{LIBRARY}.json", "/hertfordshire/record", "/hertfordshire/record.atom"):
        text = client.get(address).text
        assert group.name not in text
        assert group.slug not in text
    assert "a carers’ group says" in words(client.get(LIBRARY))
    assert "a carers’ group, Sunday 22 November 2026" in words(client.get(LIBRARY))


def test_only_the_other_side_may_say_it_and_only_the_one_it_concerns_where_it_names_one(made, body, group):
    compact = compacts_known.compact(None, "hertfordshire", TODAY)
    other = charity("Hartsmere Night Shelter")
    person = {each.slug: people.add_person(email=f"{each.slug}@example.org", at=NOW) for each in (body, group, other)}
    for each in (body, group, other):
        seat(person[each.slug], Role.REPRESENTATIVE, organisation=each.slug)

    def speaks(each: Organisation) -> bool:
        return bool(queries.disputes_as(person[each.slug], compact, made, NOW))

    assert [speaks(each) for each in (body, group, other)] == [False, True, True]
    made.towards = group
    assert [speaks(each) for each in (body, group, other)] == [False, True, False]


def test_a_form_asks_which_fact_then_what_it_is_and_one_button_ends_it(client, made, group, enter):
    enter(client, Role.OFFICER)
    assert "Select what is not right" in words(client.get(f"{LIBRARY}/disagree?sent=1"))
    here = f"{LIBRARY}/disagree?fact=closes"
    same = client.post(here, {"what": "other", **day("value", "2026-05-24"), "text": ""})
    assert "The record says that already" in words(same)
    assert "Enter what you say it is" in words(client.post(here, {"what": "other"}))

    sent = client.post(here, {"what": "other", **day("value", "2026-04-26"), "text": "The poster said so."})

    assert sent.status_code == 302
    dispute = made.disputes.get()
    assert (dispute.value, dispute.text) == ("2026-04-26", "The poster said so.")
    client.post(f"{LIBRARY}/disagree/{dispute.pk}", {"act": "accept"})
    made.refresh_from_db()
    assert made.facts["closes"] == "2026-04-26"
