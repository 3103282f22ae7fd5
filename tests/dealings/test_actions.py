"""What is done to a dealing: each act as a whole, on the record, with its standings judged again."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.models import Dealing, Judged, Says, Source, Standing, State, Version
from livecompact.record.models import Entry
from livecompact.record.what import What
from livecompact.standards.facts import NONE
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment, told

DAY = date(2026, 2, 1)
PARTS = Parts(context="The grant was late.", reason="It ends in June.", instead="We came to two meetings.")


@pytest.fixture
def home(compacts):
    return Compact.objects.get(slug="hertfordshire")


def standing(dealing: Dealing, code: str = "consultation-length", compact: str = "hertfordshire") -> Standing:
    return Standing.objects.get(dealing=dealing, standard=code, compact__slug=compact)


def written(what):
    return Entry.objects.filter(what=what)


def test_a_published_consultation_has_an_address_a_version_a_record_and_its_standings(compacts):
    made = consultation(council())

    assert (made.state, made.year, made.slug) == (State.PUBLIC, 2026, "library-hours")
    assert (made.happens_on, made.ends_on, made.done_on) == (date(2026, 3, 2), date(2026, 5, 24), None)
    assert Version.objects.get(dealing=made).facts == made.facts
    entry = written(What.CONSULTATION_PUBLISHED).get()
    assert entry.address == "/hertfordshire/consultations/2026/library-hours"
    assert entry.organisation == "hartsmere-county-council"
    assert standing(made).verdict == "kept"
    assert standing(made).settles_on == date(2026, 5, 25)


def test_the_same_told_again_is_one_dealing_and_one_line(compacts):
    body = council()

    first, second = consultation(body), consultation(body)

    assert first.pk == second.pk
    assert written(What.CONSULTATION_PUBLISHED).count() == 1


def test_two_of_one_title_have_two_addresses(compacts):
    body = council()

    first, second = consultation(body), consultation(body, closes="2026-06-30")

    assert (first.slug, second.slug) == ("library-hours", "library-hours-2")


def test_publishing_here_tells_groups_who_were_not_told(compacts):
    made = consultation(council(), announced="none")

    assert made.facts["announced"] == "2026-02-01"
    assert standing(made, "announced-before-opening").verdict == "kept"


def test_a_draft_is_nowhere(home):
    body = council()
    draft = actions.draft(
        home=home, organisation=body, told=told(), source=Source.ORGANISATION, maker="1", by=BY, at=moment(DAY)
    )

    assert (draft.state, draft.slug) == (State.DRAFT, "")
    assert not Standing.objects.exists()
    assert not Entry.objects.filter(subject__startswith="consultation").exists()


def test_what_dates_a_dealing_must_be_known(home):
    with pytest.raises(ValidationError, match="the opening date"):
        actions.draft(
            home=home,
            organisation=council(),
            told=told(opens=None),
            source=Source.ORGANISATION,
            maker="1",
            by=BY,
            at=moment(DAY),
        )


def test_an_organisation_that_has_not_signed_is_shown_and_not_judged(compacts):
    made = consultation(council(compacts=()))

    assert made.state == State.PUBLIC
    assert not Judged.objects.filter(dealing=made).exists()
    assert not Standing.objects.filter(dealing=made).exists()


def test_what_was_done_before_the_organisation_signed_is_not_judged(compacts):
    made = consultation(council(), opens="2016-03-01", closes="2016-04-01", announced="2016-02-01", feedback_due=None)

    assert not Standing.objects.filter(dealing=made).exists()


def test_a_county_and_its_district_both_judge_who_signed_both(compacts):
    made = consultation(council(compacts=("hertfordshire", "dacorum")), **SHORT)

    assert {row.compact_id for row in Judged.objects.filter(dealing=made)} == {"hertfordshire", "dacorum"}
    assert standing(made).verdict == "not kept"
    assert {row.verdict for row in Standing.objects.filter(dealing=made, compact__slug="dacorum")} >= {"kept"}


def test_other_facts_leave_the_old_ones_in_view_and_are_judged(compacts):
    made = consultation(council())

    changed = actions.change_facts(
        dealing=made, facts=told(**SHORT).facts, by=BY, at=moment(date(2026, 3, 10)), why="The grant ends."
    )

    assert [version.facts["closes"] for version in Version.objects.filter(dealing=made)] == ["2026-05-24", "2026-04-26"]
    assert (changed.sequence, changed.ends_on) == (1, date(2026, 4, 26))
    assert standing(made).verdict == "not kept"
    assert written(What.DEALING_CHANGED).get().texts.get(name="why").text == "The grant ends."
    with pytest.raises(actions.NothingChanged):
        actions.change_facts(dealing=made, facts=told(**SHORT).facts, by=BY, at=moment(date(2026, 3, 11)))


def test_words_alone_move_no_date_of_a_calendar(compacts):
    made = consultation(council(), **SHORT)

    facts = told(**SHORT | {"reason_for_shorter_time": "The grant ends."}).facts
    changed = actions.change_facts(dealing=made, facts=facts, by=BY, at=moment(date(2026, 3, 10)))

    assert changed.sequence == 0
    assert standing(made).verdict == "explained"


def test_the_time_to_explain_begins_when_the_finding_is_not_kept(compacts):
    row = standing(consultation(council(), **SHORT))

    assert (row.verdict, row.settles_on) == ("not kept", date(2026, 4, 27))
    assert (row.asked_on, row.answer_by) == (date(2026, 4, 27), date(2026, 5, 12)), "the first Monday in May is free"


def test_who_was_never_reached_has_all_the_time(compacts):
    made = consultation(council(), own=False, **SHORT)
    assert (standing(made).asked_on, standing(made).answer_by) == (None, None)

    actions.record_reached(dealing=made, on=date(2026, 6, 1), by="Compact officer", at=moment(date(2026, 6, 2)))

    assert standing(made).answer_by == date(2026, 6, 15)


def test_no_change_opens_a_second_time_to_explain(compacts):
    made = consultation(council(), **SHORT)
    before = standing(made).answer_by

    for closes, day in (("2026-05-24", 30), ("2026-04-25", 31)):
        facts = told(**SHORT | {"closes": closes}).facts
        actions.change_facts(dealing=made, facts=facts, by=BY, at=moment(date(2026, 5, day)))

    assert (standing(made).verdict, standing(made).answer_by) == ("not kept", before)


def test_an_explanation_has_words_in_each_part_and_changes_the_finding(compacts, home):
    made = consultation(council(), **SHORT)
    at = moment(date(2026, 5, 4))

    with pytest.raises(ValidationError):
        actions.explain(
            dealing=made,
            compact=home,
            standard="consultation-length",
            parts=Parts(context="Late.", reason=".", instead="Meetings."),
            by=BY,
            at=at,
        )
    actions.explain(dealing=made, compact=home, standard="consultation-length", parts=PARTS, by=BY, at=at)

    assert standing(made).verdict == "explained"
    assert {text.text for text in written(What.EXPLANATION_GIVEN).get().texts.all()} >= {"It ends in June."}
    with pytest.raises(actions.AlreadyExplained):
        actions.explain(dealing=made, compact=home, standard="consultation-length", parts=PARTS, by=BY, at=at)


def test_a_reason_that_the_text_does_not_allow_for_is_kept_and_does_not_excuse(compacts, home):
    made = consultation(council(), on=date(2026, 3, 25), announced="2026-03-20")

    actions.explain(
        dealing=made, compact=home, standard="announced-before-opening", parts=PARTS, by=BY, at=moment(date(2026, 4, 1))
    )

    assert standing(made, "announced-before-opening").verdict == "not kept"


def test_the_other_side_replies_and_says_once_that_it_is_no_reason(compacts, home):
    made, group = consultation(council(), **SHORT), charity()
    at = moment(date(2026, 5, 4))
    reason = actions.explain(dealing=made, compact=home, standard="consultation-length", parts=PARTS, by=BY, at=at)

    actions.reply(dealing=made, organisation=group, says=Says.REPLY, text="We asked for more.", by=BY, at=at)
    actions.reply(dealing=made, organisation=group, says=Says.NO_REASON, explanation=reason, by=BY, at=at)

    assert standing(made).verdict == "explained", "a reply changes no finding"
    assert written(What.REPLY_GIVEN).count() == 2
    with pytest.raises(actions.AlreadySaid):
        actions.reply(dealing=made, organisation=group, says=Says.NO_REASON, explanation=reason, by=BY, at=at)
    with pytest.raises(ValidationError):
        actions.reply(dealing=made, organisation=group, says=Says.REPLY, text=" . ", by=BY, at=at)


def test_what_is_withdrawn_is_judged_no_more_and_can_be_told_anew(compacts):
    body = council()
    made = consultation(body)

    actions.withdraw(dealing=made, reason="It was a test.", by=BY, at=moment(DAY + timedelta(days=1)))

    made.refresh_from_db()
    assert (made.state, made.reason) == (State.WITHDRAWN, "It was a test.")
    assert not Standing.objects.exists()
    assert written(What.DEALING_WITHDRAWN).get().texts.get(name="why").text == "It was a test."
    with pytest.raises(actions.NotADraft):
        actions.publish(dealing=made, by=BY, own=True, at=moment(DAY + timedelta(days=2)))
    assert consultation(body).slug == "library-hours-2"


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": State.PUBLIC},
        {"slug": "x"},
        {"reason": "Why"},
        {"state": State.WITHDRAWN},
        {"title": ""},
        {"state": "gone"},
    ],
    ids=str,
)
def test_the_database_refuses_what_cannot_be(home, wrong):
    draft = actions.draft(
        home=home, organisation=council(), told=told(), source=Source.ORGANISATION, maker="1", by=BY, at=moment(DAY)
    )

    with pytest.raises(IntegrityError), transaction.atomic():
        Dealing.objects.filter(pk=draft.pk).update(**wrong)


def test_an_answer_of_none_is_kept_apart_from_not_knowing(compacts):
    made = consultation(council(), **SHORT)

    assert made.facts["reason_for_shorter_time"] == "none"
    assert told(**SHORT).facts["reason_for_shorter_time"] is NONE
    assert "reason_for_informal" not in made.facts


def test_a_draft_that_nobody_touches_is_gone_after_30_days_and_what_is_public_stays(home):
    body = council()
    kept = {"home": home, "organisation": body, "source": Source.ORGANISATION, "maker": "1", "by": BY}
    actions.draft(told=told("Old"), at=moment(DAY), **kept)
    actions.draft(told=told("New"), at=moment(DAY + timedelta(days=20)), **kept)
    consultation(body, "Public")

    assert actions.forget_drafts(at=moment(DAY + timedelta(days=31))) == 1
    assert {dealing.title for dealing in Dealing.objects.all()} == {"New", "Public"}
