"""The standards that ship: which promises they test, and that none finds more than its promise says."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact import agreements, kinds
from livecompact.standards.examples import LONG_AFTER, as_if_adopted
from livecompact.standards.facts import Facts
from livecompact.standards.judging import Answer, judge
from livecompact.standards.reading import read_standard
from livecompact.standards.standard import Basis, Side, Standard, Verdict
from tests.kinds.strategies import values

ALL = {name: agreements.load(name) for name in agreements.bundled()}
CODES = {(name, s.undertaking, s.code): s for name, agreement in ALL.items() for s in agreement.newest.standards}


@given(st.data())
def test_no_dealing_whatever_breaks_a_promise_that_people_judge(data: st.DataObject):
    standard = data.draw(st.sampled_from([s for s in CODES.values() if s.judged_by_people]))
    facts = Facts({name: data.draw(values(standard.setting.facts[name])) for name in standard.facts})
    found = judge(standard, facts, data.draw(st.dates()), here=data.draw(st.booleans()))
    assert found is None or found.verdict is not Verdict.NOT_KEPT


@given(st.data())
def test_a_dealing_of_which_nothing_is_known_breaks_no_promise_in_a_file(data: st.DataObject):
    standard = as_if_adopted(data.draw(st.sampled_from(list(CODES.values()))))
    found = judge(standard, Facts(), data.draw(st.dates()))
    assert found is None or found.verdict in (Verdict.NO_EVIDENCE, Verdict.NOT_YET_DUE)


@pytest.mark.parametrize(
    ("agreement", "promises"),
    [
        ("hertfordshire", "1.1 2.1 2.4 3.1 3.3 3.4 3.6 3.19 4.1 4.2 4.3 4.4"),
        ("dacorum", "D-S-IND D-S-FUN-3e D-S-POL-1 D-S-POL-2 D-S-GOV-4"),
        ("model", "1.1 2.1 3.1 3.2 4.1 4.2 5.1"),
    ],
)
def test_the_promises_checked_by_a_number_or_an_order_of_the_text_are_these(agreement: str, promises: str):
    of_text = [s for s in ALL[agreement].newest.standards if s.basis is Basis.TEXT and not s.judged_by_people]
    assert {s.undertaking for s in of_text} == set(promises.split())


@pytest.mark.parametrize(
    ("agreement", "promises"),
    [
        ("hertfordshire", "1.4 1.12 2.4 2.5 3.4 3.6 3.19 4.3"),
        ("dacorum", "D-S-FUN-3b D-S-FUN-3f"),
        ("model", "2.2 5.2"),
    ],
)
def test_the_promises_that_wait_for_a_local_number_are_these(agreement: str, promises: str):
    local = [s for s in ALL[agreement].newest.standards if s.basis is Basis.LOCAL]
    assert {s.undertaking for s in local} == set(promises.split())


@pytest.mark.parametrize(
    ("agreement", "promises"),
    [
        (
            "hertfordshire",
            (
                "1.2 1.4 1.5 1.6 1.7 1.11 1.12 2.1 2.2 2.3 2.5 2.7 2.10 2.11 "
                "3.2 3.4 3.5 3.6 3.7 3.8 3.9 3.10 3.11 3.19 4.2 4.8 5.1"
            ),
        ),
        (
            "dacorum",
            (
                "D-S-FUN-0 D-S-FUN-1 D-S-FUN-3a D-S-FUN-3b D-S-FUN-3c D-S-FUN-3d D-S-FUN-5 D-S-FUN-7 "
                "D-S-POL-3 D-S-POL-4 D-S-POL-5 D-S-GOV-2"
            ),
        ),
        ("model", "1.2 2.2 5.1 5.2"),
    ],
)
def test_the_promises_whose_record_people_judge_are_these(agreement: str, promises: str):
    judged_by_people = [s for s in ALL[agreement].newest.standards if s.judged_by_people]
    assert {s.undertaking for s in judged_by_people} == set(promises.split())
    assert all("record" in ALL[agreement].newest.undertaking(s.undertaking).checks for s in judged_by_people)


def test_one_rule_with_another_number_finds_otherwise():
    facts = kinds.kind("consultation").read({"opens": "2025-03-03", "closes": "2025-05-01"})
    herts = judge(CODES["hertfordshire", "2.4", "consultation-length"], facts, LONG_AFTER)
    dacorum = judge(CODES["dacorum", "D-S-POL-2", "consultation-length"], facts, LONG_AFTER)
    assert herts is not None
    assert dacorum is not None
    assert (herts.verdict, herts.met) == (Verdict.NO_EVIDENCE, Answer.NO)
    assert (dacorum.verdict, dacorum.met) == (Verdict.KEPT, Answer.YES)


@pytest.mark.parametrize(
    "code",
    [
        ("hertfordshire", "4.4", "reason-for-change"),
        ("hertfordshire", "2.1", "equality-before-decision"),
        ("hertfordshire", "2.4", "announced-before-opening"),
        ("hertfordshire", "3.1", "social-value-note"),
        ("dacorum", "D-S-IND", "free-to-campaign"),
        ("model", "4.2", "reason-for-change"),
    ],
)
def test_a_way_out_does_not_reach_another_part_of_the_promise(code: tuple[str, str, str]):
    standard = CODES[code]
    broken = next(example for example in standard.examples if example.verdict == Verdict.NOT_KEPT)
    found = judge(standard, broken.given, LONG_AFTER, explained=True)
    assert found is not None
    assert found.verdict is Verdict.NOT_KEPT


@pytest.mark.parametrize("code", [("hertfordshire", "1.12", "told-beforehand"), ("model", "5.2", "told-beforehand")])
def test_groups_get_no_finding_for_an_announcement(code: tuple[str, str, str]):
    standard = as_if_adopted(CODES[code])
    late = next(example for example in standard.examples if example.verdict == Verdict.NOT_KEPT)
    assert judge(standard, late.given, LONG_AFTER, side=Side.STATUTORY)
    assert judge(standard, late.given, LONG_AFTER, side=Side.VOLUNTARY) is None


def test_the_yearly_review_binds_the_borough_council_alone():
    standard = CODES["dacorum", "D-S-GOV-4", "review-each-year"]
    facts = standard.examples[0].given
    assert judge(standard, facts, LONG_AFTER, organisation="GB-LAE-DAC")
    assert judge(standard, facts, LONG_AFTER, organisation="GB-LAE-HRT") is None


def test_the_guideline_on_reductions_counts_once_it_is_entered():
    table = next(t for t in _tables("dacorum/after-2007") if t["code"] == "notice-of-reduction")
    setting = CODES["dacorum", "D-S-FUN-3f", "notice-of-reduction"].setting
    decision = {"on": date(2026, 4, 1), "by": "CHACE", "minute": "Minutes of 1 April 2026, item 4"}
    entered = read_standard({**table, "number": "2 months", "adopted": decision}, setting, _read_change)
    given = {"change": "reduced", "notice_sent": "2026-05-01"}
    assert _verdict(entered, {**given, "takes_effect": "2026-07-01"}) is Verdict.KEPT
    assert _verdict(entered, {**given, "takes_effect": "2026-06-30"}) is Verdict.NOT_KEPT


def test_without_the_guideline_a_reduction_at_short_notice_is_no_finding():
    standard = CODES["dacorum", "D-S-FUN-3f", "notice-of-reduction"]
    assert not standard.suggested
    assert _verdict(standard, {"change": "reduced", "notice_sent": "2026-05-01", "takes_effect": "2026-05-08"}) is None


def test_a_longer_term_counts_once_the_area_has_agreed_it():
    agreed = as_if_adopted(CODES["hertfordshire", "3.4", "funding-term"])
    facts = kinds.kind("award").read(
        {"awarded": "2025-02-01", "one_off": False, "months": "24", "reason_for_one_year": "none"}
    )
    found = judge(agreed, facts, LONG_AFTER)
    assert found is not None
    assert found.verdict is Verdict.NOT_KEPT
    unagreed = judge(replace(agreed, adopted=None), facts, LONG_AFTER)
    assert unagreed is not None
    assert unagreed.verdict is None


def _tables(folder: str) -> list[dict[str, object]]:
    text = (files("livecompact.agreements") / "data" / folder / "standards.toml").read_text(encoding="utf-8")
    tables: list[dict[str, object]] = tomllib.loads(text)["standard"]
    return tables


def _read_change(said: Mapping[str, object]) -> Facts:
    return kinds.kind("funding-change").read(said)


def _verdict(standard: Standard, given: dict[str, object]) -> Verdict | None:
    found = judge(standard, kinds.kind("funding-change").read(given), LONG_AFTER)
    assert found is not None
    return found.verdict
