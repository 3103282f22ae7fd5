"""Every sentence about every standard of every agreement is short and plain, and its advice keeps the promise."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import chain

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from livecompact import agreements
from livecompact.standards import words
from livecompact.standards.examples import as_if_adopted, finding_of
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, Facts, FactType, FactValue
from livecompact.standards.judging import Answer, Finding, judge
from livecompact.standards.standard import Side, Standard, Verdict
from tests.standards.reading_ease import grade, longest, mean_length

AGREEMENTS = [agreements.load(name) for name in agreements.bundled()]
STANDARDS = [standard for agreement in AGREEMENTS for standard in agreement.newest.standards]
EITHER_FORM = st.sampled_from(list(chain(STANDARDS, map(as_if_adopted, STANDARDS))))
TODAY = date(2025, 3, 10)
UNHURRIED = [HealthCheck.filter_too_much, HealthCheck.too_slow]
few, many = (settings(max_examples=number, suppress_health_check=UNHURRIED) for number in (100, 200))
ODD = ("  ", "..", " .", " ,", "None", "True", "False", "_", "{", "[")
SOME_TEXT = "Mrs Example of 1 Example Street said so."


def values(fact: Fact) -> st.SearchStrategy[FactValue]:
    match fact.type:
        case FactType.DATE:
            return st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))
        case FactType.NUMBER | FactType.AMOUNT:
            return st.sampled_from([Decimal(0), Decimal(1), Decimal(12), Decimal("12.5"), Decimal(1250)])
        case FactType.FLAG:
            return st.booleans()
        case FactType.CHOICE:
            return st.sampled_from(fact.choices)
        case FactType.TEXT:
            return st.just(SOME_TEXT)


class Found:
    """A finding that shows itself in a line where a test fails."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding

    def __repr__(self) -> str:
        facts = dict(self.finding.facts)
        return f"{self.finding.standard.code} on {self.finding.today}: {facts}, {self.finding.verdict}"


@st.composite
def found(draw: st.DrawFn) -> Found:
    """A finding of any standard on facts of any sort, in a file or here, explained or not."""
    standard = draw(EITHER_FORM)
    facts = {name: draw(states(standard.setting.facts[name])) for name in standard.facts}
    finding = judge(
        standard,
        Facts({name: value for name, value in facts.items() if value is not NOT_KNOWN}),
        TODAY + timedelta(days=draw(st.integers(-30, 30))),
        here=draw(st.booleans()),
        explained=draw(st.booleans()),
        side=Side.STATUTORY if standard.setting.binds is Side.JOINT else standard.setting.binds,
    )
    assume(finding is not None)
    assert finding is not None
    return Found(finding)


def states(fact: Fact) -> st.SearchStrategy[FactValue]:
    return st.one_of(values(fact), values(fact), st.sampled_from([NONE, NOT_KNOWN]))


def said(finding: Finding) -> list[str]:
    return [words.working(finding), words.verdict_sentence(finding), words.advice(finding)]


def assert_short_and_whole(finding: Finding) -> None:
    for text in said(finding):
        assert longest(text) <= 25, text
        assert not text or (text[0].isupper() and text[-1] in ".?”"), text
        assert not any(odd in text for odd in ODD), text


def each_fact_in_each_state(standard: Standard) -> Iterator[Facts]:
    """All known, none or not known; then each fact in turn none or not known while the others are known."""
    known = {name: value_of(standard.setting.facts[name]) for name in standard.facts}
    for state in (NONE, NOT_KNOWN):
        yield Facts(dict.fromkeys(known, state))
        for flag in (True, False):
            flags = {name: flag if isinstance(value, bool) else value for name, value in known.items()}
            yield from (Facts(flags | {name: state}) for name in known)


def value_of(fact: Fact) -> FactValue:
    match fact.type:
        case FactType.DATE:
            return TODAY + timedelta(days=len(fact.name) % 7)
        case FactType.NUMBER | FactType.AMOUNT:
            return Decimal(12)
        case FactType.FLAG:
            return True
        case FactType.CHOICE:
            return fact.choices[-1]
        case FactType.TEXT:
            return SOME_TEXT


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: f"{standard.setting.called}-{standard.code}")
def test_whatever_is_not_known_or_none_is_said_in_short_whole_sentences(standard):
    for facts in each_fact_in_each_state(standard):
        for today in (TODAY - timedelta(days=30), TODAY, TODAY + timedelta(days=900)):
            for form, here in ((as_if_adopted(standard), True), (standard, False)):
                finding = judge(form, facts, today, here=here, side=side_of(standard))
                if finding is not None:
                    assert_short_and_whole(finding)


@few
@given(found=found())
def test_whatever_is_found_is_said_in_short_whole_sentences(found):
    assert_short_and_whole(found.finding)


@few
@given(found=found())
def test_no_word_of_a_user_is_ever_repeated(found):
    finding = found.finding
    assert not any("Example" in text for text in said(finding))


@few
@given(found=found())
def test_a_verdict_is_said_as_its_own_and_no_other(found):
    finding = found.finding
    opens_with = {
        Verdict.KEPT: ("Kept.", "There."),
        Verdict.EXPLAINED: ("Explained.",),
        Verdict.NOT_KEPT: ("Not kept.",),
        Verdict.NOT_YET_DUE: ("Not due yet.",),
        Verdict.NO_EVIDENCE: ("No evidence.",),
        None: ("No number agreed here.", "This is a tip"),
    }

    assert words.verdict_sentence(finding).startswith(opens_with[finding.verdict])


@many
@given(found=found())
def test_advice_that_is_followed_keeps_the_promise(found):
    finding = found.finding
    advice = words.advise(finding)
    assume(advice is not None and (advice.changes or advice.to_say))
    assert advice is not None

    again = judge(finding.standard, words.followed(finding, advice), finding.today, side=side_of(finding.standard))

    assert again is not None
    assert again.forecast is Verdict.KEPT


@few
@given(found=found())
def test_advice_moves_only_what_lies_ahead_and_never_into_the_past(found):
    finding = found.finding
    advice = words.advise(finding)
    assume(advice is not None and advice.changes)
    assert advice is not None
    stood = [finding.facts.day(name) for name in advice.changes]
    moved = [value for value in advice.changes.values() if isinstance(value, date)]

    assert not any(day is not None and day < finding.today for day in stood)
    assert all(day >= finding.today for day in moved)
    assert all(words.short_date(day) in advice.sentence for day in moved)


@few
@given(found=found())
def test_what_is_kept_or_cannot_be_excused_gets_no_advice_on_reasons(found):
    finding = found.finding
    if finding.met is Answer.YES:
        assert words.advice(finding) == ""
    if not finding.standard.has_way_out:
        assert "explain why" not in words.advice(finding)


def test_before_its_day_a_promise_on_two_dates_always_gets_advice_that_keeps_it():
    """The test above would also hold if advice were never given."""
    ahead = [
        finding_on(standard, {"opens": TODAY + timedelta(days=30), "closes": TODAY + timedelta(days=50)})
        for standard in STANDARDS
        if standard.code == "consultation-length"
    ]

    assert ahead
    assert all(set(advice.changes) == {"closes"} for finding in ahead if (advice := words.advise(finding)))


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: f"{standard.setting.called}-{standard.code}")
def test_a_standard_is_told_in_sentences_of_25_words_at_most(standard):
    for line in words.standard_in_words(standard):
        assert longest(line) <= 25, line


@pytest.mark.parametrize("agreement", AGREEMENTS, ids=lambda agreement: agreement.id)
def test_what_is_said_of_findings_reads_as_easily_as_a_record_should(agreement):
    """Mean at most 12 words a sentence, and a grade of at most 5 for records."""
    findings = [
        finding
        for standard in agreement.newest.standards
        for example in standard.examples
        if (finding := finding_of(standard, example))
    ]
    verdicts = " ".join(words.verdict_sentence(finding) for finding in findings)
    workings = " ".join(words.working(finding) for finding in findings)

    assert mean_length(verdicts) <= 12
    assert mean_length(workings) <= 12
    assert grade(verdicts) <= 5
    assert grade(workings) <= 5


@pytest.mark.parametrize("agreement", AGREEMENTS, ids=lambda agreement: agreement.id)
def test_what_is_said_of_standards_reads_as_easily_as_guidance_should(agreement):
    told = " ".join(line for standard in agreement.newest.standards for line in words.standard_in_words(standard))

    assert mean_length(told) <= 12
    assert grade(told) <= 8


def test_the_page_on_counting_reads_as_easily_as_guidance_should():
    told = " ".join(words.how_days_are_counted())

    assert mean_length(told) <= 12
    assert longest(told) <= 25
    assert grade(told) <= 5


def side_of(standard: Standard) -> Side:
    return Side.STATUTORY if standard.setting.binds is Side.JOINT else standard.setting.binds


def finding_on(standard: Standard, facts: dict[str, FactValue]) -> Finding:
    finding = judge(standard, Facts(facts), TODAY)
    assert finding is not None
    return finding
