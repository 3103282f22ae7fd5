"""Every worked example of every standard that ships comes out as it says, and shows what a reader must see."""

import pytest

from livecompact import agreements
from livecompact.standards.examples import LONG_AFTER, finding_of, verdict_of
from livecompact.standards.judging import Answer, judge
from livecompact.standards.standard import Basis, Example, Standard, Verdict

ALL = {name: agreements.load(name) for name in agreements.bundled()}
STANDARDS = {f"{name}:{s.code}": s for name, agreement in ALL.items() for s in agreement.newest.standards}
EVERY_STANDARD = [pytest.param(standard, id=at) for at, standard in STANDARDS.items()]
LOCAL = [pytest.param(standard, id=at) for at, standard in STANDARDS.items() if standard.basis is Basis.LOCAL]
EVERY_EXAMPLE = [
    pytest.param(standard, example, id=f"{at}: {example.say}")
    for at, standard in STANDARDS.items()
    for example in standard.examples
]


@pytest.mark.parametrize(("standard", "example"), EVERY_EXAMPLE)
def test_an_example_comes_out_as_it_says(standard: Standard, example: Example):
    assert verdict_of(standard, example) == example.verdict


@pytest.mark.parametrize("standard", EVERY_STANDARD)
def test_a_standard_shows_what_keeps_it_and_what_a_missing_fact_does(standard: Standard):
    shown = {example.verdict for example in standard.examples}
    assert len(standard.examples) >= 2
    assert Verdict.NO_EVIDENCE in shown
    if standard.suggested or standard.basis is not Basis.LOCAL:
        assert Verdict.KEPT in shown


@pytest.mark.parametrize("standard", EVERY_STANDARD)
def test_a_standard_shows_what_breaks_it_unless_people_judge_it(standard: Standard):
    shown = {example.verdict for example in standard.examples}
    assert (Verdict.NOT_KEPT in shown) is not standard.judged_by_people
    assert (Verdict.EXPLAINED in shown) == (standard.unless is not None)


@pytest.mark.parametrize("standard", EVERY_STANDARD)
def test_one_missing_fact_is_shown_among_the_examples(standard: Standard):
    findings = [finding_of(standard, example) for example in standard.examples if not example.here]
    unknown = [found for found in findings if found and found.met is Answer.NOT_KNOWN and not found.contradiction]
    assert any(found.verdict is Verdict.NO_EVIDENCE and found.missing for found in unknown)


@pytest.mark.parametrize("standard", EVERY_STANDARD)
def test_a_standard_asks_in_one_plain_sentence_and_says_where_it_comes_from(standard: Standard):
    assert len(standard.asks.split()) <= 25
    assert standard.asks.endswith(".")
    assert standard.source
    assert "{" not in standard.asks


@pytest.mark.parametrize("standard", EVERY_STANDARD)
def test_a_local_number_ships_as_a_suggestion_that_nobody_has_adopted(standard: Standard):
    assert standard.adopted is None
    if standard.basis is not Basis.LOCAL:
        assert not standard.suggested
    elif standard.undertaking != "D-S-FUN-3f":
        assert standard.suggested


@pytest.mark.parametrize("standard", LOCAL)
def test_until_a_local_number_is_adopted_it_gives_no_verdict(standard: Standard):
    for example in standard.examples:
        found = judge(standard, example.given, LONG_AFTER, here=True)
        assert found is None or found.verdict is None


@pytest.mark.parametrize("standard", EVERY_STANDARD)
def test_a_reason_excuses_only_where_the_promise_has_a_way_out(standard: Standard):
    if standard.unless:
        assert standard.setting.way_out
        assert standard.excusable


@pytest.mark.parametrize("standard", EVERY_STANDARD)
def test_silence_breaks_no_promise_that_people_judge_and_none_by_a_tip(standard: Standard):
    if standard.silence_is_not_kept:
        assert not standard.judged_by_people
        assert standard.basis is not Basis.PROMPT
        assert standard.due
