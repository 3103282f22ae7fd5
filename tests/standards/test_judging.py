"""The reference judge, step by step in the order of the contract: what each word answers, and what follows from it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from livecompact.standards.calendar import newest
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, Facts, FactType, FactValue
from livecompact.standards.judging import Answer, Finding, Reason, day_of, due_on, every, judge, value
from livecompact.standards.language import DatePhrase, Test, read_test
from livecompact.standards.reading import read_standard
from livecompact.standards.standard import Before, Setting, Side, Standard, Verdict

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.NOT_KNOWN
TODAY = date(2025, 6, 2)
CALENDAR = newest("england-and-wales")
KINDS = {
    FactType.DATE: ("opens", "closes", "told", "decided"),
    FactType.NUMBER: ("months",),
    FactType.FLAG: ("written", "one_off", "formal"),
    FactType.CHOICE: ("change",),
    FactType.TEXT: ("rationale", "reason"),
}
FACTS = {
    name: Fact(
        name=name,
        type=kind,
        label=name,
        ask=name,
        why=name,
        is_reason=name == "reason",
        presumed={"formal": True}.get(name),
    )
    for kind, names in KINDS.items()
    for name in names
}
SETTING = Setting(
    binds=Side.STATUTORY,
    calendar=CALENDAR,
    way_out=("where possible",),
    facts=FACTS,
    never=(
        Before("closes", "opens", say="It closes before it opens."),
        Before("told", "decided", say="Told before it was decided."),
    ),
)
OPEN_12_WEEKS = {"open_from": "opens", "to": "closes", "for_at_least": "12 weeks"}
LONG_ENOUGH = {"opens": date(2025, 3, 3), "closes": date(2025, 5, 25)}
TOO_SHORT = {"opens": date(2025, 3, 3), "closes": date(2025, 5, 24)}
WHY = {"stated": "reason"}


def standard(
    *, binds: Side = Side.STATUTORY, only: tuple[str, ...] = (), way_out: bool = True, **said: Any
) -> Standard:
    setting = replace(SETTING, binds=binds, only=only, way_out=SETTING.way_out if way_out else ())
    table = {"code": "trial", "undertaking": "1.1", "of": "trial", "asks": "…", "basis": "text", **said}
    return read_standard(table, setting, lambda _: Facts({}))


def found(asked: Standard, today: date = TODAY, *, facts: Mapping[str, FactValue] | None = None, **how: Any) -> Finding:
    finding = judge(asked, Facts(facts or {}), today, **how)
    assert finding is not None
    return finding


def verdict(
    asked: Standard, today: date = TODAY, *, facts: Mapping[str, FactValue] | None = None, **how: Any
) -> Verdict | None:
    return found(asked, today, facts=facts, **how).verdict


# What each word answers.


@pytest.mark.parametrize(
    ("table", "facts", "answer"),
    [
        ({"stated": "rationale"}, {"rationale": "The grant ends."}, YES),
        ({"stated": "rationale"}, {"rationale": NONE}, NO),
        ({"stated": "rationale"}, {}, UNKNOWN),
        ({"stated": ["rationale", "reason"]}, {"rationale": NONE}, NO),
        ({"stated": ["rationale", "reason"]}, {"rationale": "The grant ends."}, UNKNOWN),
        ({"stated": "written"}, {"written": False}, YES),
        ({"holds": "written"}, {"written": True}, YES),
        ({"holds": "written"}, {"written": False}, NO),
        ({"holds": "written"}, {"written": NONE}, NO),
        ({"holds": "written"}, {}, UNKNOWN),
        ({"does_not_hold": "written"}, {"written": True}, NO),
        ({"does_not_hold": "written"}, {"written": False}, YES),
        ({"does_not_hold": "written"}, {"written": NONE}, YES),
        ({"does_not_hold": "written"}, {}, UNKNOWN),
        ({"fact": "change", "one_of": ["reduced", "ended"]}, {"change": "ended"}, YES),
        ({"fact": "change", "one_of": ["reduced", "ended"]}, {"change": "not renewed"}, NO),
        ({"fact": "change", "one_of": "ended"}, {"change": NONE}, NO),
        ({"fact": "change", "one_of": "ended"}, {}, UNKNOWN),
        (OPEN_12_WEEKS, LONG_ENOUGH, YES),
        (OPEN_12_WEEKS, TOO_SHORT, NO),
        (OPEN_12_WEEKS, {"opens": date(2025, 3, 3)}, UNKNOWN),
        (OPEN_12_WEEKS, {"closes": NONE}, NO),
        (OPEN_12_WEEKS, {"opens": date.max, "closes": date.max}, UNKNOWN),
    ],
)
def test_each_word_answers_yes_no_or_not_known(table, facts, answer):
    assert value(read_test(table), Facts(facts), CALENDAR) is answer


@pytest.mark.parametrize(
    ("order", "answers"),
    [
        ("at_least", [NO, YES, YES]),
        ("more_than", [NO, NO, YES]),
        ("at_most", [YES, YES, NO]),
        ("less_than", [YES, NO, NO]),
    ],
)
def test_numbers_compare_at_the_number_itself_and_on_either_side(order, answers):
    test = read_test({"fact": "months", order: 12})
    found = [value(test, Facts({"months": Decimal(n)}), CALENDAR) for n in ("11.5", "12", "12.000001")]
    assert found == answers
    assert value(test, Facts({"months": NONE}), CALENDAR) is NO
    assert value(test, Facts({}), CALENDAR) is UNKNOWN


@pytest.mark.parametrize(
    ("order", "answers"),
    [
        ("no_earlier_than", [NO, YES, YES]),
        ("later_than", [NO, NO, YES]),
        ("no_later_than", [YES, YES, NO]),
        ("earlier_than", [YES, NO, NO]),
    ],
)
def test_dates_compare_on_the_day_itself_and_on_either_side(order, answers):
    test = read_test({"fact": "told", order: "3 months after decided"})
    facts = [{"decided": date(2025, 1, 1), "told": date(2025, month, day)} for month, day in ((3, 31), (4, 1), (4, 2))]
    assert [value(test, Facts(each), CALENDAR) for each in facts] == answers


def test_a_date_that_is_none_is_never_in_time_and_one_not_known_may_be():
    test = read_test({"fact": "told", "no_later_than": "decided"})
    day = date(2025, 1, 1)
    assert value(test, Facts({"told": NONE}), CALENDAR) is NO
    assert value(test, Facts({"told": day, "decided": NONE}), CALENDAR) is NO
    assert value(test, Facts({"told": day}), CALENDAR) is UNKNOWN
    assert value(test, Facts({"decided": day}), CALENDAR) is UNKNOWN


def flags(*answers: Answer) -> tuple[list[dict[str, str]], Facts]:
    """Tests that have those answers."""
    names = ["written", "one_off", "formal"][: len(answers)]
    flag: dict[Answer, FactValue] = {YES: True, NO: False, UNKNOWN: NOT_KNOWN}
    stated = {name: flag[answer] for name, answer in zip(names, answers, strict=True)}
    return [{"holds": name} for name in names], Facts(stated)


@pytest.mark.parametrize(
    ("answers", "all_of", "any_of", "first_known_of"),
    [
        ([YES, YES], YES, YES, YES),
        ([YES, NO], NO, YES, YES),
        ([NO, YES], NO, YES, NO),
        ([NO, NO], NO, NO, NO),
        ([UNKNOWN, YES], UNKNOWN, YES, YES),
        ([UNKNOWN, NO], NO, UNKNOWN, NO),
        ([UNKNOWN, UNKNOWN], UNKNOWN, UNKNOWN, UNKNOWN),
        ([UNKNOWN, NO, YES], NO, YES, NO),
    ],
)
def test_joined_tests_are_decided_by_one_no_by_one_yes_or_by_the_first_known(answers, all_of, any_of, first_known_of):
    tests, facts = flags(*answers)
    for key, answer in (("all_of", all_of), ("any_of", any_of), ("first_known_of", first_known_of)):
        assert value(read_test({key: tests}), facts, CALENDAR) is answer


def test_nothing_asked_is_yes():
    assert every([]) is YES


def test_a_word_that_the_judge_does_not_know_is_refused_by_name():
    with pytest.raises(TypeError, match="no answer for Unheard"):
        value(type("Unheard", (Test,), {})(), Facts({}), CALENDAR)


def test_a_text_where_a_date_or_a_number_belongs_is_refused():
    with pytest.raises(TypeError, match="opens holds 'soon', which is not a date"):
        day_of(DatePhrase("opens"), Facts({"opens": "soon"}), CALENDAR)
    with pytest.raises(TypeError, match="months holds 'many', which is not a number"):
        value(read_test({"fact": "months", "at_least": 12}), Facts({"months": "many"}), CALENDAR)


# 1. Whom and what it speaks to.


@pytest.mark.parametrize(
    ("binds", "speaks_to"),
    [
        (Side.STATUTORY, {Side.STATUTORY}),
        (Side.VOLUNTARY, {Side.VOLUNTARY}),
        (Side.JOINT, {Side.STATUTORY, Side.VOLUNTARY, Side.JOINT}),
    ],
)
def test_it_speaks_only_to_the_side_that_the_promise_binds(binds, speaks_to):
    asked = standard(binds=binds, kept={"stated": "rationale"})
    assert {side for side in Side if judge(asked, Facts({}), TODAY, side=side)} == speaks_to


def test_where_nobody_says_who_acted_it_is_the_side_that_acts_in_such_a_dealing():
    assert judge(standard(kept={"stated": "rationale"}), Facts({}), TODAY)
    assert judge(standard(binds=Side.VOLUNTARY, kept={"stated": "rationale"}), Facts({}), TODAY) is None


@pytest.mark.parametrize(("organisation", "speaks"), [("GB-LAE-DAC", True), ("GB-LAE-OTHER", False), ("", True)])
def test_a_promise_of_one_body_speaks_to_that_body_only(organisation, speaks):
    asked = standard(only=("GB-LAE-DAC",), kept={"stated": "rationale"})
    assert (judge(asked, Facts({}), TODAY, organisation=organisation) is not None) is speaks


def test_it_does_not_speak_where_when_is_no():
    asked = standard(when={"holds": "written"}, kept={"stated": "rationale"})
    assert judge(asked, Facts({"written": False}), TODAY) is None


def test_where_when_is_not_known_it_speaks_but_never_says_not_kept():
    asked = standard(when={"holds": "written"}, kept={"stated": "rationale"})
    assert verdict(asked, facts={"rationale": NONE}) is Verdict.NO_EVIDENCE
    assert verdict(asked, facts={"rationale": "The grant ends."}) is Verdict.KEPT
    assert verdict(asked, facts={"rationale": NONE, "written": True}) is Verdict.NOT_KEPT


def test_a_flag_that_nobody_stated_is_presumed_for_when_only():
    asked = standard(when={"holds": "formal"}, kept={"holds": "formal"})
    assert found(asked).met is UNKNOWN
    assert judge(asked, Facts({"formal": False}), TODAY) is None
    assert judge(asked, Facts({"formal": NONE}), TODAY) is None
    assert verdict(standard(when={"holds": "formal"}, kept={"stated": "rationale"}), facts={"rationale": NONE}) is (
        Verdict.NOT_KEPT
    )


# 2. Dates that contradict each other.


def test_contradicting_dates_give_no_evidence_and_say_why():
    asked = standard(kept=OPEN_12_WEEKS, due="closes")
    finding = found(asked, facts={"opens": date(2025, 3, 3), "closes": date(2025, 2, 3)})
    assert (finding.verdict, finding.forecast, finding.met) == (Verdict.NO_EVIDENCE, Verdict.NO_EVIDENCE, UNKNOWN)
    assert finding.contradiction == "It closes before it opens."
    assert finding.settles_on is None


def test_a_contradiction_gives_no_evidence_also_before_the_day_and_where_silence_would_tell():
    asked = standard(kept=OPEN_12_WEEKS, due="closes", silence="not kept")
    crossed = {"opens": date(2026, 3, 3), "closes": date(2026, 2, 3)}
    assert verdict(asked, facts=crossed) is Verdict.NO_EVIDENCE
    assert verdict(asked, date(2027, 1, 1), facts=crossed, here=True) is Verdict.NO_EVIDENCE


def test_a_standard_on_other_facts_is_judged_as_usual():
    crossed: dict[str, FactValue] = {"opens": date(2025, 3, 3), "closes": date(2025, 2, 3), "rationale": "It ends."}
    finding = found(standard(kept={"stated": "rationale"}, due="closes"), facts=crossed)
    assert (finding.verdict, finding.contradiction) == (Verdict.KEPT, "")


def test_the_dates_of_when_alone_spoil_nothing():
    asked = standard(when={"fact": "closes", "later_than": "opens"}, kept={"stated": "rationale"})
    assert judge(asked, Facts({"opens": date(2025, 3, 3), "closes": date(2025, 2, 3)}), TODAY) is None


# 3 to 5. Due days.


def test_due_is_the_last_day_for_doing_it():
    asked = standard(kept=OPEN_12_WEEKS, due="closes")
    assert verdict(asked, date(2025, 5, 24), facts=TOO_SHORT) is Verdict.NOT_YET_DUE
    assert verdict(asked, date(2025, 5, 25), facts={**TOO_SHORT, "reason": NONE}) is Verdict.NOT_KEPT
    assert found(asked, facts=TOO_SHORT).settles_on == date(2025, 5, 25)


def test_of_several_days_the_earliest_known_is_due():
    asked = standard(kept={"stated": "rationale"}, due=["opens", "closes", "told"])
    facts = Facts({"opens": NONE, "closes": date(2025, 5, 24), "told": date(2025, 5, 2)})
    assert due_on(asked, facts) == date(2025, 5, 2)
    assert due_on(asked, Facts({"opens": NONE})) is None


def test_a_due_day_beyond_the_years_there_are_is_not_known():
    asked = standard(kept={"stated": "rationale"}, due="1 day after closes")
    assert due_on(asked, Facts({"closes": date.max})) is None


def test_without_a_due_day_it_is_judged_at_once():
    finding = found(standard(kept={"stated": "rationale"}), facts={"rationale": NONE})
    assert (finding.verdict, finding.settles_on, finding.due) == (Verdict.NOT_KEPT, None, None)


def test_where_the_due_day_is_not_known_what_is_kept_is_kept_and_the_rest_no_evidence():
    asked = standard(kept={"stated": "rationale"}, due="closes")
    assert verdict(asked, facts={"rationale": "It ends."}) is Verdict.KEPT
    assert verdict(asked, facts={"rationale": NONE}) is Verdict.NO_EVIDENCE
    assert verdict(asked) is Verdict.NO_EVIDENCE
    assert found(asked, facts={"rationale": NONE}).forecast is Verdict.NOT_KEPT


def test_it_is_kept_at_once_when_none_of_its_dates_lies_ahead():
    asked = standard(kept={"fact": "told", "no_later_than": "2 weeks after closes"}, due="2 weeks after closes")
    facts = {"told": date(2025, 5, 20), "closes": date(2025, 6, 1)}
    assert verdict(asked, date(2025, 6, 1), facts=facts) is Verdict.KEPT
    assert verdict(asked, date(2025, 5, 31), facts=facts) is Verdict.NOT_YET_DUE
    assert found(asked, facts=facts).settles_on == date(2025, 6, 1)


def test_what_is_open_until_a_day_has_been_open_only_when_that_day_is_over():
    asked = standard(kept=OPEN_12_WEEKS, due="1 month after closes")
    assert verdict(asked, date(2025, 5, 25), facts=LONG_ENOUGH) is Verdict.NOT_YET_DUE
    assert verdict(asked, date(2025, 5, 26), facts=LONG_ENOUGH) is Verdict.KEPT


def test_what_is_kept_settles_at_the_latest_when_it_is_due():
    asked = standard(kept={"fact": "closes", "later_than": "opens"}, due="opens")
    assert found(asked, facts=LONG_ENOUGH).settles_on == date(2025, 3, 4)


def test_what_is_kept_by_no_date_is_kept_before_it_is_due():
    asked = standard(kept={"stated": "rationale"}, due="closes")
    finding = found(asked, facts={"rationale": "It ends.", "closes": date(2026, 1, 1)})
    assert (finding.verdict, finding.settles_on) == (Verdict.KEPT, None)


def test_every_date_that_a_joined_test_looks_at_must_have_come():
    asked = standard(kept={"any_of": [{"stated": "told"}, {"stated": "opens"}]}, due="closes")
    facts = {"told": date(2025, 5, 1), "opens": date(2025, 7, 1), "closes": date(2025, 12, 1)}
    assert found(asked, facts=facts).settles_on == date(2025, 7, 1)


def test_what_ends_on_the_last_day_there_is_never_settles_before_it():
    asked = standard(kept=OPEN_12_WEEKS, due="closes")
    finding = found(asked, facts={"opens": date(2025, 3, 3), "closes": date.max})
    assert (finding.verdict, finding.settles_on) == (Verdict.NOT_YET_DUE, date.max)


def test_the_forecast_is_the_verdict_as_if_its_day_had_passed():
    asked = standard(kept=OPEN_12_WEEKS, unless=WHY, due="closes")
    before = date(2025, 3, 1)
    assert found(asked, before, facts=LONG_ENOUGH).forecast is Verdict.KEPT
    assert found(asked, before, facts={**TOO_SHORT, "reason": "It ends."}).forecast is Verdict.EXPLAINED
    assert found(asked, before, facts={**TOO_SHORT, "reason": NONE}).forecast is Verdict.NOT_KEPT
    assert found(asked, before, facts=TOO_SHORT).forecast is Verdict.NO_EVIDENCE


# 6 and 7. What excuses, and what does not.


@pytest.mark.parametrize(
    ("reason", "with_way_out", "without", "told"),
    [
        ({"reason": "The grant ends."}, Verdict.EXPLAINED, Verdict.NOT_KEPT, Reason.GIVEN),
        ({"reason": NONE}, Verdict.NOT_KEPT, Verdict.NOT_KEPT, Reason.NONE),
        ({}, Verdict.NO_EVIDENCE, Verdict.NO_EVIDENCE, Reason.NOT_KNOWN),
    ],
)
def test_a_reason_excuses_where_the_promise_has_a_way_out(reason, with_way_out, without, told):
    for way_out, expected in ((True, with_way_out), (False, without)):
        finding = found(
            standard(way_out=way_out, kept=OPEN_12_WEEKS, unless=WHY, due="closes"), facts={**TOO_SHORT, **reason}
        )
        assert (finding.verdict, finding.reason) == (expected, told)


def test_a_way_out_that_does_not_reach_this_part_excuses_nothing():
    asked = standard(kept=OPEN_12_WEEKS, unless=WHY, due="closes", excusable=False)
    assert verdict(asked, facts={**TOO_SHORT, "reason": "The grant ends."}) is Verdict.NOT_KEPT


def test_an_explanation_that_stands_excuses_as_a_reason_does():
    asked = standard(kept=OPEN_12_WEEKS, due="closes")
    finding = found(asked, facts=TOO_SHORT, explained=True)
    assert (finding.verdict, finding.reason) == (Verdict.EXPLAINED, Reason.GIVEN)
    assert verdict(standard(way_out=False, kept=OPEN_12_WEEKS), facts=TOO_SHORT, explained=True) is Verdict.NOT_KEPT


def test_a_reason_does_not_turn_what_is_not_known_into_explained():
    asked = standard(kept=OPEN_12_WEEKS, unless=WHY)
    assert verdict(asked, facts={"opens": date(2025, 3, 3), "reason": "The grant ends."}) is Verdict.NO_EVIDENCE


def test_without_unless_a_broken_promise_is_not_kept():
    assert verdict(standard(kept=OPEN_12_WEEKS, due="closes"), facts=TOO_SHORT) is Verdict.NOT_KEPT


@pytest.mark.parametrize(
    ("facts", "told"), [({"reason": "It ends."}, Reason.GIVEN), ({"reason": NONE}, Reason.NONE), ({}, Reason.NOT_KNOWN)]
)
def test_where_the_reason_is_itself_the_promise_it_is_told_as_the_reason(facts, told):
    asked = standard(kept={"any_of": [{"fact": "months", "more_than": 12}, WHY]})
    assert found(asked, facts={"months": Decimal(12), **facts}).reason is told


def test_where_a_standard_knows_of_no_reason_none_is_known_in_a_file_and_none_is_given_here():
    asked = standard(kept={"stated": "rationale"})
    assert found(asked).reason is Reason.NOT_KNOWN
    assert found(asked, here=True).reason is Reason.NONE


def test_people_judge_a_record_that_is_there_and_a_missing_one_is_no_evidence():
    asked = standard(kept={"stated": "rationale"}, judged_by="people")
    assert verdict(asked, facts={"rationale": "It ends."}) is Verdict.KEPT
    assert verdict(asked, facts={"rationale": NONE}) is Verdict.NO_EVIDENCE


# Silence.


def test_here_silence_after_the_day_is_not_kept_where_the_standard_says_so():
    silent = standard(kept={"stated": "rationale"}, due="closes", silence="not kept")
    facts = {"closes": date(2025, 6, 1)}
    finding = found(silent, facts=facts, here=True)
    assert (finding.verdict, finding.met) == (Verdict.NOT_KEPT, NO)
    assert verdict(silent, facts=facts) is Verdict.NO_EVIDENCE
    assert verdict(silent, date(2025, 6, 1), facts=facts, here=True) is Verdict.NOT_YET_DUE
    assert verdict(silent, here=True) is Verdict.NO_EVIDENCE
    assert verdict(standard(kept={"stated": "rationale"}, due="closes"), facts=facts, here=True) is Verdict.NO_EVIDENCE


def test_silence_about_the_reason_is_no_reason_here():
    asked = standard(kept=OPEN_12_WEEKS, unless=WHY, due="closes", silence="not kept")
    finding = found(asked, facts=TOO_SHORT, here=True)
    assert (finding.verdict, finding.reason) == (Verdict.NOT_KEPT, Reason.NONE)
    assert verdict(asked, facts=TOO_SHORT, here=True, explained=True) is Verdict.EXPLAINED


def test_silence_tells_without_a_due_day_too():
    asked = standard(kept={"stated": "rationale"}, silence="not kept")
    assert verdict(asked, here=True) is Verdict.NOT_KEPT


def test_silence_never_keeps_a_promise():
    asked = standard(kept={"does_not_hold": "one_off"}, silence="not kept")
    finding = found(asked, here=True)
    assert (finding.verdict, finding.met) == (Verdict.NO_EVIDENCE, UNKNOWN)


def test_what_is_kept_stays_kept_in_silence_about_the_rest():
    asked = standard(kept={"stated": "rationale"}, unless=WHY, due="closes", silence="not kept")
    facts: dict[str, FactValue] = {"rationale": "It ends.", "closes": date(2025, 5, 1)}
    assert verdict(asked, facts=facts, here=True) is Verdict.KEPT


# Advice.


def test_a_number_that_nobody_adopted_gives_advice_and_no_verdict():
    asked = standard(kept=OPEN_12_WEEKS, due="closes", basis="local", suggested="12 weeks")
    finding = found(asked, facts=TOO_SHORT)
    assert (finding.verdict, finding.forecast, finding.met) == (None, Verdict.NOT_KEPT, NO)


def test_a_tip_gives_no_verdict_and_an_adopted_number_does():
    adopted = {"on": date(2025, 1, 1), "by": "the group", "minute": "7"}
    assert verdict(standard(kept=OPEN_12_WEEKS, basis="prompt"), facts=TOO_SHORT) is None
    assert verdict(standard(kept=OPEN_12_WEEKS, basis="local", adopted=adopted), facts=TOO_SHORT) is Verdict.NOT_KEPT


def test_a_finding_names_the_facts_that_are_missing():
    asked = standard(kept=OPEN_12_WEEKS, unless=WHY, due="closes")
    assert found(asked, facts={"opens": date(2025, 3, 3), "reason": NONE}).missing == ("closes",)


def test_a_standard_speaks_only_of_dealings_of_days_on_which_it_held():
    held = standard(kept=WHY, since=date(2024, 1, 1), until=date(2024, 12, 31))
    ended = replace(held, setting=replace(SETTING, dated_by="opens"))

    def speaks(opens: date | None, today: date = TODAY) -> bool:
        facts = Facts({"opens": opens} if opens else {})
        return judge(ended, facts, today) is not None

    assert speaks(date(2024, 1, 1))
    assert speaks(date(2024, 12, 31))
    assert not speaks(date(2023, 12, 31))
    assert not speaks(date(2025, 1, 1)), "the one that followed it speaks"
    assert speaks(None, today=date(2024, 6, 1)), "without a day, today's standards hold"
    assert not speaks(None, today=date(2025, 6, 1))
