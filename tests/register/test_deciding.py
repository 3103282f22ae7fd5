"""What becomes of a sign-up, and which line of the record it leaves."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from livecompact.record.joining import Named, named
from livecompact.record.models import Entry
from livecompact.register import actions, queries
from livecompact.register.models import Signature, Signer, State
from livecompact.register.rights import MAY, states_for
from livecompact.search.queries import search
from livecompact.web.searching import made_again
from tests.register.conftest import NOW, TODAY

BY: dict[str, Any] = {"by": "Compact officer", "at": NOW}
TOMORROW = TODAY + timedelta(days=1)
ACTS: dict[str, dict[str, Any]] = {
    "approve": {},
    "ask": {"reason": "Who are your trustees?"},
    "decline": {"reason": "It shares out its profit."},
    "answer": {"says": "Ann and Bob.", "answer_by": TODAY},
    "renew": {"edition": "2016", "renewed_on": TODAY},
    "change": {"says": actions.Signing(champion="Chair")},
    "withdraw": {"last_day": TODAY},
    "lapse": {"last_day": TODAY, "reason": "No answer."},
}
"""Each act with what it is told."""


def record():
    return [
        (entry.what, entry.role)
        for entry in Entry.objects.filter(subject__startswith="organisation").order_by("number")
    ]


def brought_to(state, sign, club):
    """A signature in a state."""
    signature = sign(club, approve=False)
    match state:
        case State.ACTIVE:
            return actions.approve(signature=signature, **BY)
        case State.ASKED:
            return actions.ask(signature=signature, reason="Who?", **BY)
        case State.DECLINED:
            return actions.decline(signature=signature, reason="No.", **BY)
        case State.WITHDRAWN:
            return actions.withdraw(signature=actions.approve(signature=signature, **BY), last_day=TODAY, **BY)
        case State.LAPSED:
            approved = actions.approve(signature=signature, **BY)
            return actions.lapse(signature=approved, last_day=TODAY, reason="No answer.", **BY)
        case State.SUPERSEDED:
            approved = actions.approve(signature=signature, **BY)
            return actions.signing.follow(approved, state=State.SUPERSEDED, ended_on=TODAY, **BY)
    return signature


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_done_in_the_states_of_its_row_and_in_no_other(act, state, sign, club):
    signature = brought_to(state, sign, club)
    rows = Signature.objects.count()

    if state in states_for(f"signature.{act}"):
        assert getattr(actions, act)(signature=signature, **ACTS[act], **BY).latest
        return
    with pytest.raises(actions.WrongState, match="Look at it again"):
        getattr(actions, act)(signature=signature, **ACTS[act], **BY)
    assert Signature.objects.count() == rows
    assert Signature.objects.get(latest=True).state == state


def test_every_act_on_a_sign_up_has_its_row():
    assert {row.act.partition(".")[2] for row in MAY if row.act.startswith("signature.")} == set(ACTS)


def test_nothing_is_on_the_record_until_a_sign_up_is_approved(sign, club):
    signature = sign(club, approve=False)
    signature = actions.ask(signature=signature, reason="Who?", **BY)
    signature = actions.answer(signature=signature, says="Ann.", answer_by=TODAY, **BY)
    assert record() == []

    actions.approve(signature=signature, **BY)
    assert record() == [("organisation-signed", "Compact officer")]


def test_what_is_declined_leaves_no_line_and_may_sign_again(sign, club):
    actions.decline(signature=sign(club, approve=False), reason="No.", **BY)

    assert record() == []
    assert queries.had_signed(club, "hertfordshire", TODAY) is False
    assert sign(club).state == State.ACTIVE


def test_renewing_moves_the_day_when_the_next_is_due(sign, club, hertfordshire):
    first = sign(club, signed_on=date(2025, 11, 20), at=NOW)
    [due] = queries.signatories(None, hertfordshire, TODAY)
    assert (due.shown, due.renewal_due_on, due.holds) == ("renewal-due", date(2026, 11, 20), True)

    actions.renew(signature=first, edition="2016", renewed_on=TODAY, **BY)
    [renewed] = queries.signatories(None, hertfordshire, TODAY)
    assert (renewed.shown, renewed.renewal_due_on) == ("active", date(2027, 11, 22))
    assert record()[-1][0] == "organisation-renewed"


@pytest.mark.parametrize(("day", "shown"), [(date(2027, 11, 21), "active"), (date(2027, 11, 22), "renewal-due")])
def test_a_renewal_is_due_from_the_same_day_of_the_next_year_on(sign, club, hertfordshire, day, shown):
    sign(club)

    assert queries.signatories(None, hertfordshire, day)[0].shown == shown


def test_a_renewal_that_is_years_late_ends_nothing(sign, club, hertfordshire):
    sign(club)

    assert queries.had_signed(club, "hertfordshire", date(2040, 1, 1))
    assert queries.signatories(None, hertfordshire, date(2040, 1, 1))[0].holds


def test_who_leaves_was_bound_to_the_last_day_and_may_come_back(sign, club):
    actions.withdraw(signature=sign(club), last_day=TODAY, reason="Moved away", **BY)

    assert queries.had_signed(club, "hertfordshire", TODAY)
    assert not queries.had_signed(club, "hertfordshire", TOMORROW)
    sign(club, signed_on=date(2027, 6, 1))
    assert not queries.had_signed(club, "hertfordshire", TOMORROW)
    assert queries.had_signed(club, "hertfordshire", date(2027, 6, 1))
    assert [what for what, _ in record()] == ["organisation-signed", "organisation-left", "organisation-signed"]


def test_nobody_leaves_before_they_signed(sign, club):
    signature = sign(club)

    with pytest.raises(ValidationError) as refused:
        actions.withdraw(signature=signature, last_day=TODAY - timedelta(days=1), **BY)
    assert refused.value.messages == ["Enter the last day. It must not be before the day it signed."]
    assert Signature.objects.get(latest=True) == signature


@pytest.mark.parametrize("state", [State.ASKED, State.DECLINED, State.LAPSED])
def test_the_database_wants_a_reason_where_one_is_owed(sign, club, state):
    signature = sign(club, approve=False)
    ended = TODAY if state is State.LAPSED else None

    with pytest.raises(IntegrityError), transaction.atomic():
        Signature.objects.filter(pk=signature.pk).update(state=state, ended_on=ended)


def test_a_new_edition_asks_everyone_who_signed_an_earlier_one(sign, club, add, hertfordshire):
    older = sign(club, edition="2002")
    sign(add(name="Newer Club"))

    assert [each.organisation for each in queries.to_ask_again(None, hertfordshire, TODAY)] == [club]
    actions.renew(signature=older, edition="2016", renewed_on=TODAY, **BY)
    assert queries.to_ask_again(None, hertfordshire, TODAY) == ()


def test_when_one_becomes_another_its_signature_follows(sign, club, add, hertfordshire):
    sign(club, signed_on=date(2020, 5, 3))
    after = add(name="Riverside Trust")
    actions.succeed(before=club, after=after, on=TODAY, note="They merged.", **BY)

    assert queries.had_signed(club, "hertfordshire", TODAY - timedelta(days=1))
    assert not queries.had_signed(club, "hertfordshire", TODAY)
    assert not queries.had_signed(after, "hertfordshire", TODAY - timedelta(days=1))
    assert queries.had_signed(after, "hertfordshire", TODAY)
    shown = {each.organisation.name: each.shown for each in queries.signatories(None, hertfordshire, TODAY)}
    assert shown == {"Riverside Youth Club": "superseded", "Riverside Trust": "active"}
    club.refresh_from_db()
    assert (club.status, club.status_on) == ("merged", TODAY)
    assert [what for what, _ in record()] == ["organisation-signed", "organisation-merged", "organisation-signed"]


def test_one_that_is_split_is_followed_by_each_part(sign, club, add):
    sign(club)
    east, west = add(name="East"), add(name="West")
    for part in (east, west):
        actions.succeed(before=club, after=part, on=TOMORROW, **BY)

    assert queries.had_signed(east, "hertfordshire", TOMORROW)
    assert queries.had_signed(west, "hertfordshire", TOMORROW)


def test_one_that_has_signed_itself_keeps_its_own_signature(sign, club, add):
    sign(club)
    after = add(name="Riverside Trust")
    own = sign(after, signed_on=date(2019, 1, 1))
    actions.succeed(before=club, after=after, on=TODAY, **BY)

    assert Signature.objects.get(organisation=after, latest=True) == own


def test_a_sign_up_that_waits_is_declined_when_its_organisation_goes(sign, club, add):
    sign(club, approve=False)
    after = add(name="Riverside Trust")
    actions.succeed(before=club, after=after, on=TODAY, **BY)

    assert Signature.objects.get(organisation=club, latest=True).state == State.DECLINED
    assert not queries.had_signed(after, "hertfordshire", TODAY)


def test_an_organisation_follows_another_once_and_never_itself(club, add):
    after = add(name="Riverside Trust")
    actions.succeed(before=club, after=after, on=TODAY, **BY)

    for other, says in (
        (after, "This is recorded already."),
        (club, "An organisation cannot follow itself. Select another."),
    ):
        with pytest.raises(ValidationError) as refused:
            actions.succeed(before=club, after=other, on=TODAY, **BY)
        assert says in refused.value.messages


def test_an_organisation_that_closed_is_bound_to_that_day(sign, club):
    sign(club)
    actions.end_organisation(organisation=club, status="dissolved", on=TOMORROW, **BY)

    assert queries.had_signed(club, "hertfordshire", TOMORROW)
    assert not queries.had_signed(club, "hertfordshire", TOMORROW + timedelta(days=1))


def test_a_new_name_keeps_the_address_and_the_old_name_finds_it(sign, club):
    sign(club)
    actions.change_organisation(organisation=club, name="Riverside Sailing", postcode="SG6 2JF", **BY)

    assert queries.organisation(None, "riverside-youth-club").name == "Riverside Sailing"
    assert queries.find("youth club") == (club,)
    assert record()[-1][0] == "organisation-corrected"


def test_a_change_that_fails_leaves_no_line(sign, club, add):
    sign(club)
    lines = record()
    add(name="Other Club")

    with pytest.raises(ValidationError):
        actions.change_organisation(organisation=club, name="Other Club", **BY)
    assert record() == lines


def test_a_late_state_is_refused_where_another_came_first(sign, club):
    signature = sign(club, approve=False)
    actions.approve(signature=signature, **BY)

    with pytest.raises(actions.ChangedMeanwhile):
        actions.decline(signature=signature, reason="No.", **BY)
    assert Signature.objects.get(latest=True).state == State.ACTIVE


def test_a_friend_joins_and_leaves_with_lines_of_its_own(add, sign, hertfordshire):
    shop = add(name="Corner Shop", sector="business", kind="business")
    signature = sign(shop, signs_as="friend", says=actions.Signing(backing=["events"]))
    actions.withdraw(signature=signature, last_day=TODAY, **BY)

    assert [what for what, _ in record()] == ["friend-joined", "friend-left"]
    assert queries.signatories(None, hertfordshire, TODAY) == ()
    assert [each.organisation for each in queries.friends(None, hertfordshire, TODAY)] == [shop]


def test_the_history_tells_what_happened_newest_first(sign, club, hertfordshire):
    signature = sign(club, signed_on=date(2025, 3, 1))
    signature = actions.renew(signature=signature, edition="2016", renewed_on=date(2026, 3, 1), **BY)
    signature = actions.change(signature=signature, says=actions.Signing(champion="Chair"), **BY)
    actions.withdraw(signature=signature, last_day=TODAY, reason="Moved away", **BY)

    told = [(each.on, each.what, each.reason) for each in queries.history(None, hertfordshire, club)]
    assert told == [
        (TODAY, "Left", "Moved away"),
        (date(2026, 3, 1), "Renewed", ""),
        (date(2025, 3, 1), "Signed", ""),
    ]


def test_the_list_takes_as_many_queries_for_three_as_for_one(sign, club, add, hertfordshire, django_assert_num_queries):
    sign(club)
    with django_assert_num_queries(3):
        queries.signatories(None, hertfordshire, TODAY)
    for name in ("Two", "Three"):
        sign(add(name=name))
    with django_assert_num_queries(3):
        assert len(queries.signatories(None, hertfordshire, TODAY)) == 3


def found(words):
    return [hit.title for hit in search("hertfordshire", words, TODAY).hits if hit.kind == "organisation"]


def test_the_search_finds_an_organisation_once_it_is_public_and_by_each_name(sign, club):
    signature = sign(club, approve=False)
    assert found("riverside") == []

    actions.approve(signature=signature, **BY)
    actions.add_identifier(organisation=club, identifier="GB-CHC-9900103", **BY)
    actions.change_organisation(organisation=club, name="Quillmoor Sailing", **BY)
    for words in ("quillmoor", "riverside", "9900103"):
        assert found(words) == ["Quillmoor Sailing"], words


def test_the_search_made_again_finds_the_same(sign, club):
    sign(club)
    made_again(TODAY)

    assert found("riverside") == ["Riverside Youth Club"]


def test_an_organisation_can_be_followed_once_it_is_public(sign, club):
    signature = sign(club, approve=False)
    assert named("hertfordshire", f"organisation:{club.slug}", TODAY) is None

    actions.approve(signature=signature, **BY)
    assert named("hertfordshire", f"organisation:{club.slug}", TODAY) == Named(
        "Riverside Youth Club", "/hertfordshire/organisations/riverside-youth-club"
    )


def test_who_signed_is_forgotten_a_month_after_the_sign_up_ended_and_not_before(sign, club, add):
    says = actions.Signing(name="Jo Ray", role="Trustee")
    held = sign(add(name="Still Here"), says=says)
    actions.withdraw(signature=sign(club, says=says), last_day=TODAY, **BY)

    assert actions.forget_signers(at=NOW + timedelta(days=30)) == 0
    assert actions.forget_signers(at=NOW + timedelta(days=31)) == 1
    assert actions.forget_signers(at=NOW + timedelta(days=31)) == 0, "twice is once"
    assert [each.reference for each in Signer.objects.all()] == [held.reference]


def test_who_signed_is_erased_and_the_signature_stays(sign, club):
    signature = sign(club, says=actions.Signing(name="Jo Ray", role="Trustee"))

    assert actions.erase_signer(reference=signature.reference) == 1
    assert queries.had_signed(club, "hertfordshire", TODAY)
