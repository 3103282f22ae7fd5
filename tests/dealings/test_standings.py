"""What is written of a dealing is what the judge says of its facts on any day; nobody is named before their time."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livecompact import agreements
from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.acts import act_of
from livecompact.dealings.models import Dispute, Explanation, Standing
from livecompact.dealings.queries.days import shown_on
from livecompact.dealings.rows import settled_of
from livecompact.dealings.standings import Act, Settled, Shown, findings, settled, spells, with_time_to_explain, worst
from livecompact.kinds import kind
from livecompact.standards.judging import Answer
from livecompact.standards.standard import Side, Verdict
from tests.dealings.histories import LONGEST, START, Step, facts, steps
from tests.dealings.making import BY, charity, consultation, council, moment

OF = kind("consultation")
HERTFORDSHIRE = agreements.load("hertfordshire")
DAYS = [START + timedelta(days=n) for n in range(0, LONGEST + 60, 3)]
PARTS = Parts(context="It was late.", reason="The grant ends.", instead="Two meetings.")

compacts_that_ship = st.sampled_from(["hertfordshire", "dacorum", "model"]).map(agreements.load)


def act(held):
    """A public body's consultation with these facts."""
    return Act(OF, OF.read({name: value for name, value in held.items() if value is not None}), Side.STATUTORY)


@given(compacts_that_ship, facts, st.integers(-60, LONGEST + 60), st.sets(st.integers(0, 10)))
def test_on_any_day_it_says_what_the_judge_says_that_day(agreement, held, after, numbers):
    today, of = START + timedelta(days=after), act(held)
    codes = [standard.code for standard in agreement.newest.standards_for("consultation")]
    explained = {codes[n] for n in numbers if n < len(codes)}
    judged = {each.standard.code: each for each in findings(of, agreement, today, explained)}

    standing = {each.standard: each for each in settled(of, agreement, explained)}

    assert set(standing) == {code for code, each in judged.items() if each.standard.gives_verdicts}
    for code, each in standing.items():
        said = judged[code].verdict
        assert said is not None
        assert each.on(today) == (Shown.WAITING if said is Verdict.NOT_KEPT else Shown(said.value))
        assert judged[code].settles_on == each.settles_on


near = st.none() | st.integers(-9, 9).map(lambda n: START + timedelta(days=n)) | st.sampled_from([date.min, date.max])
checks = st.builds(
    Settled,
    *(st.just("2.4a"), st.just("2.4"), near, st.sampled_from([each for each in Verdict if each != "not yet due"])),
    st.sampled_from(Answer),
    answer_by=near,
    disputed_on=near,
)


@given(st.lists(checks, max_size=4), st.integers(-12, 12).map(lambda n: START + timedelta(days=n)))
def test_the_spells_of_several_checks_are_all_days_each_with_the_tag_of_the_worst(held, day):
    found = spells(held)

    assert [each.shown for each in found if each.since <= day <= each.until] == (
        [worst(x.on(day) for x in held)] if held else []
    )
    assert all(after.since == each.until + timedelta(days=1) for each, after in pairwise(found))
    assert [date.min, date.max] == [found[0].since, found[-1].until] if held else found == []


@settings(max_examples=40)
@given(facts, steps(), st.booleans())
def test_nobody_is_named_before_they_had_ten_working_days_to_explain(held, history, reached):
    """The same life, day by day in plain Python: the first day on which it is not kept, told and reached, counts."""
    of, explained, reached_on, changed_on = act(held), set(), START if reached else None, START
    before: list[Settled] = []
    codes = [standard.code for standard in HERTFORDSHIRE.newest.standards_for("consultation")]
    opened: dict[str, date] = {}
    todo = [Step(START), *history]
    for day in DAYS_ONE_BY_ONE:
        for step in [each for each in todo if each.day == day]:
            of, changed_on = (act(step.facts), day) if step.facts else (of, changed_on)
            explained |= {codes[step.explains % len(codes)]} if step.explains is not None else set()
            reached_on = reached_on or (day if step.reaches else None)
            before = with_time_to_explain(
                settled(of, HERTFORDSHIRE, explained),
                before,
                HERTFORDSHIRE,
                today=day,
                changed_on=changed_on,
                reached_on=reached_on,
            )
        for found in findings(of, HERTFORDSHIRE, day, explained):
            if found.verdict is Verdict.NOT_KEPT and reached_on:
                opened.setdefault(found.standard.code, day)
        for each in before:
            if each.on(day) is Shown.NOT_KEPT:
                assert day > tenth_working_day(opened[each.standard])
            if each.on(day) is Shown.WAITING and each.standard in opened:
                assert day <= tenth_working_day(opened[each.standard])


def tenth_working_day(after: date) -> date:
    found = HERTFORDSHIRE.calendar.working_day_after(after, 10)
    assert found is not None
    return found


DAYS_ONE_BY_ONE = [START + timedelta(days=n) for n in range(LONGEST + 60)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts, steps())
def test_every_standing_is_what_its_facts_come_to_after_whatever_was_done(body_and_home, held, history):
    body, home, group = body_and_home
    with transaction.atomic():
        made = consultation(body, on=START, **held)
        codes = [standard.code for standard in HERTFORDSHIRE.newest.standards_for("consultation")]
        for step in history:
            done(made, home, group, step, codes)
        made.refresh_from_db()

        explained = frozenset(Explanation.objects.filter(dealing=made).values_list("standard", flat=True))
        open_ones = dict(Dispute.objects.filter(dealing=made, settled="").values_list("fact", "on"))
        anew = settled(act_of(made), HERTFORDSHIRE, explained, open_ones)
        rows = {row.standard: settled_of(row) for row in Standing.objects.filter(dealing=made)}
        assert {each.standard: (each.settles_on, each.verdict, each.met, each.disputed_on) for each in anew} == {
            code: (row.settles_on, row.verdict, row.met, row.disputed_on) for code, row in rows.items()
        }
        for day in DAYS:
            asked = Standing.objects.filter(dealing=made).annotate(shown=shown_on(day))
            assert {row.standard: row.shown for row in asked} == {code: row.on(day) for code, row in rows.items()}
        transaction.set_rollback(True)


def done(made, home, group, step, codes):
    """Do what a step says; what cannot be done is left."""
    at = moment(step.day)
    try:
        if step.facts:
            actions.change_facts(dealing=made, facts=act(step.facts).facts, by=BY, at=at)
        elif step.explains is not None:
            code = codes[step.explains % len(codes)]
            actions.explain(dealing=made, compact=home, standard=code, parts=PARTS, by=BY, at=at)
        elif step.disputes:
            said = {"fact": step.disputes, "value": date(1999, 1, 4), "organisation": group}
            actions.dispute(dealing=made, by=BY, at=at, **said)
        elif step.agrees:
            for each in Dispute.objects.filter(dealing=made, settled=""):
                actions.take_back(dispute=each, by=BY, at=at)
        else:
            actions.record_reached(dealing=made, on=step.day, by="Compact officer", at=at)
    except (actions.NothingChanged, actions.AlreadyExplained, actions.AlreadyDisputed):
        return


@pytest.fixture
def body_and_home(compacts):
    return council(), Compact.objects.get(slug="hertfordshire"), charity()


def test_a_contradiction_of_dates_is_no_evidence_and_settles_nothing():
    [length] = [
        each
        for each in settled(act({"opens": "2026-05-01", "closes": "2026-04-01", "affects_groups": True}), HERTFORDSHIRE)
        if each.standard == "consultation-length"
    ]

    assert (length.verdict, length.settles_on) == (Verdict.NO_EVIDENCE, None)
