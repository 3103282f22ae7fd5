"""The record says of every worked example and of every hard case what the judge says of it, on any day.

That a form's advice is the judge's too is held by test_form_is_judge.py, and that a file's is by
tests/standards/test_examples_in_bulk.py, test_hard_cases.py and test_engines_agree.py.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from livecompact import agreements
from livecompact.agreements import Agreement
from livecompact.dealings.standings import Act, Shown, settled, standards_on
from livecompact.kinds import kind
from livecompact.standards.examples import LONG_AFTER
from livecompact.standards.facts import Facts
from livecompact.standards.judging import judge
from livecompact.standards.standard import Side, Verdict
from tests.standards.test_hard_cases import CASES

DATED = date(2025, 3, 3)
"""The day of an example that says none: the record always has one."""
A_DAY = timedelta(days=1)
SHIPPED = [agreements.load(name) for name in agreements.bundled()]

type Told = tuple[Agreement, Act, date]


def examples(agreement: Agreement) -> Iterator[Told]:
    """Every worked example of an agreement, done by either side."""
    for standard in agreement.newest.standards:
        for example in standard.examples:
            for side in (Side.STATUTORY, Side.VOLUNTARY):
                yield agreement, _act(standard.of, example.given, side), example.on or LONG_AFTER


def hard_cases() -> Iterator[Told]:
    """Every hard case, done by the side that it names, or by a public body."""
    for case in CASES:
        side = Side(case.table.get("side", Side.STATUTORY))
        yield case.agreement, _act(case.standard.of, case.facts, side, case.table.get("organisation", "")), case.today


def _act(of: str, facts: Facts, side: Side, org_id: str = "") -> Act:
    dated = Facts({kind(of).happens_on: DATED, **facts})
    return Act(kind(of), dated, side, (org_id,) if org_id else ())


def judged(agreement: Agreement, act: Act, today: date) -> dict[str, Verdict]:
    """What the judge says on a day, asked of each standard by itself."""
    assert act.day
    found = {}
    for standard in standards_on(agreement, act.kind, act.day):
        named = act.org_ids[0] if act.org_ids and act.org_ids[0] in standard.setting.only else "another"
        said = judge(standard, act.facts, today, here=True, side=act.side, organisation=named)
        if said and said.verdict is not None:
            found[standard.code] = said.verdict
    return found


@pytest.mark.parametrize(
    "told",
    [
        *(pytest.param(list(examples(each)), id=each.id) for each in SHIPPED),
        pytest.param(list(hard_cases()), id="hard"),
    ],
)
def test_the_record_says_what_the_judge_says_before_on_and_after_the_day_it_settles(told: list[Told]):
    assert len(told) >= 100
    for agreement, act, today in told:
        if not isinstance(act.facts.stated[act.kind.happens_on], date):
            assert settled(act, agreement) == [], "what has no day is on no record"
            continue
        standing = {each.standard: each for each in settled(act, agreement)}
        turns = {each.settles_on for each in standing.values() if each.settles_on}
        for day in {today, *turns, *(turn - A_DAY for turn in turns)}:
            shown = {code: each.on(day) for code, each in standing.items()}
            assert shown == {
                code: Shown.WAITING if said is Verdict.NOT_KEPT else Shown(said.value)
                for code, said in judged(agreement, act, day).items()
            }
