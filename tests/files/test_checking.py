from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livecompact import agreements, kinds
from livecompact.files.checking.check import Asked, check
from livecompact.files.checking.checked import AS_IF, SHORT, VERDICTS, Footing, Outcome
from livecompact.files.checking.footing import columns_of
from livecompact.standards.facts import Facts
from livecompact.standards.judging import Answer, Reason, judge
from livecompact.standards.standard import Basis, Standard, Verdict
from tests.files.held import ELM, FULL, LENGTH, OAKLEY, TODAY, Row, adopting, file_of, held, rows_of, told
from tests.files.held import SHORT as SHORT_ROW

HERTFORDSHIRE = agreements.load("hertfordshire")
ALWAYS = (OAKLEY, "2000-01-01", "")
"""Oakley has been bound ever since 2000."""


def of_oakley(*rows: Row) -> list[dict[str, str]]:
    return [{"organisation": OAKLEY, **row} for row in rows]


def test_a_body_that_has_signed_is_judged(tmp_path):
    rows = of_oakley(
        FULL,
        SHORT_ROW | {"reason_for_shorter_time": "The grant ends in June."},
        SHORT_ROW | {"reason_for_shorter_time": "none"},
        SHORT_ROW,
        {"opens": "2026-11-01", "closes": "2026-12-01"},
    )

    found = held(tmp_path, rows, [ALWAYS])

    assert found.counts(bound=True) == dict.fromkeys(VERDICTS, 1)
    assert not list(found.checked.on_footing(bound=False))


def test_a_body_that_has_not_signed_is_only_measured(tmp_path):
    rows = of_oakley(
        FULL,
        SHORT_ROW | {"reason_for_shorter_time": "The grant ends in June."},
        SHORT_ROW | {"reason_for_shorter_time": "none"},
        SHORT_ROW,
        {"opens": "2025-03-03", "closes": ""},
        {"opens": "2026-11-01", "closes": "2026-12-01"},
    )

    found = held(tmp_path, rows)

    assert found.counts() == dict.fromkeys(AS_IF, 1)
    assert found.checked.as_if_only
    assert found.part().footings == {Footing.NOT_SIGNED: 6}


def test_in_a_mixed_file_those_bound_are_judged_and_the_others_stand_apart(tmp_path):
    rows = [*of_oakley(FULL, FULL), {"organisation": ELM} | SHORT_ROW, SHORT_ROW]

    found = held(tmp_path, rows, [ALWAYS])

    assert found.counts(bound=True) == {Outcome.KEPT: 2}
    assert found.counts(bound=False) == {Outcome.SHORT_UNSAID: 2}


def test_outside_the_days_on_which_it_was_bound_a_body_is_only_measured(tmp_path):
    opens = ("2019-12-31", "2020-01-01", "2022-12-31", "2023-01-01", "")
    rows = of_oakley(*({"opens": day, "closes": "2024-12-31"} for day in opens))

    found = held(tmp_path, rows, [(OAKLEY, "2020-01-01", "2022-12-31")])

    assert found.part(bound=True).footings == {Footing.BOUND: 2}
    assert found.part().footings == {Footing.BEFORE_SIGNING: 1, Footing.AFTER_LEAVING: 1, Footing.NO_DATE: 1}


@pytest.fixture
def two_editions():
    """An agreement whose second edition begins on 1 January 2025; the first one began in 2020."""
    first = replace(HERTFORDSHIRE.newest, id="first", name="The first text", starts=date(2020, 1, 1))
    second = replace(HERTFORDSHIRE.newest, id="second", name="The second text", starts=date(2025, 1, 1))
    return replace(HERTFORDSHIRE, editions=(first, second))


def test_each_row_is_held_against_the_edition_of_its_day(tmp_path, two_editions):
    rows = of_oakley(*({"opens": day, "closes": "2025-12-31"} for day in ("2024-12-31", "2025-01-01", "2025-01-02")))

    found = held(tmp_path, rows, [ALWAYS], agreement=two_editions)

    assert {part.edition.id: part.rows for part in found.checked.parts} == {"first": 1, "second": 2}


def test_before_the_first_edition_nobody_is_judged(tmp_path, two_editions):
    rows = of_oakley({"opens": "2019-12-31", "closes": "2020-12-31"}, {"opens": "2020-01-01", "closes": "2020-12-31"})

    found = held(tmp_path, rows, [ALWAYS], agreement=two_editions)

    assert found.part(bound=True).rows == 1
    assert found.part().footings == {Footing.OTHER_EDITION: 1}
    assert found.part().edition.id == "first"


def test_after_the_last_edition_nobody_is_judged(tmp_path, two_editions):
    ended = replace(two_editions.newest, ends=date(2025, 6, 30))
    rows = of_oakley({"opens": "2025-06-30", "closes": "2026-06-30"}, {"opens": "2025-07-01", "closes": "2026-06-30"})

    found = held(tmp_path, rows, [ALWAYS], agreement=replace(two_editions, editions=(two_editions.editions[0], ended)))

    assert found.part(bound=True).rows == 1
    assert found.part().footings == {Footing.OTHER_EDITION: 1}


def test_with_one_edition_asked_for_rows_of_the_other_are_only_measured(tmp_path, two_editions):
    rows = of_oakley({"opens": "2024-12-31", "closes": "2025-12-31"}, {"opens": "2025-01-01", "closes": "2025-12-31"})

    found = held(tmp_path, rows, [ALWAYS], agreement=two_editions, edition=two_editions.newest)

    assert {part.edition.id for part in found.checked.parts} == {"second"}
    assert found.part(bound=True).rows == 1
    assert found.part().footings == {Footing.OTHER_EDITION: 1}


def test_where_nobody_knows_whether_a_promise_applies_nothing_falls_short(tmp_path):
    change = {"decided": "2025-01-10", "impact_assessed": "2025-02-01"}
    rows = [change, change | {"change": "reduced"}]

    found = held(tmp_path, rows, kind="funding-change")

    assert found.counts("impact-before-decision") == {Outcome.CANNOT_TELL: 1, Outcome.SHORT_UNSAID: 1}


def test_where_nobody_knows_when_it_was_due_nothing_falls_short(tmp_path):
    rows = [{"rationale": "none", "takes_effect": "2025-06-01"}, {"rationale": "none"}]

    found = held(tmp_path, rows, kind="funding-change")

    assert found.counts("reason-for-change")[Outcome.CANNOT_TELL] == 1
    assert found.standard("reason-for-change").counts.short == 1


def test_what_people_judge_is_there_or_cannot_be_told_and_is_in_no_total(tmp_path):
    rows = of_oakley(FULL | {"feedback_published": "2025-08-01"}, FULL | {"feedback_published": "none"})

    as_if, bound = held(tmp_path, rows), held(tmp_path, rows, [ALWAYS])

    assert as_if.counts("feedback-given") == {Outcome.MEETS: 1, Outcome.CANNOT_TELL: 1}
    assert bound.counts("feedback-given", bound=True) == {Outcome.KEPT: 1, Outcome.NO_EVIDENCE: 1}
    assert told(bound.part(bound=True).records) == {Outcome.KEPT: 1, Outcome.NO_EVIDENCE: 1}
    assert bound.part(bound=True).counts.checks == sum(
        of.counts.checks for of in bound.part(bound=True).standards if not of.standard.judged_by_people
    )


def test_what_people_judge_is_not_ranked_by_how_far_it_falls_short(tmp_path):
    rows = of_oakley(*(FULL | {"themes_without_answer": str(themes), "barriers_heard": "Buses."} for themes in (0, 3)))

    assert not held(tmp_path, rows, [ALWAYS]).standard("views-answered", bound=True).furthest


def test_a_standard_for_which_no_file_has_a_column_is_named_once_and_not_counted(tmp_path):
    found = held(tmp_path, [*of_oakley(FULL, FULL), {"organisation": ELM} | FULL], [ALWAYS]).checked

    assert [each.standard.code for each in found.not_checkable] == ["feedback-given", "views-answered"]
    assert "feedback-given" not in {of.standard.code for part in found.parts for of in part.standards}
    assert [fact.name for fact in found.not_checkable[0].unseen] == ["feedback_published"]


def test_a_standard_that_speaks_of_none_of_the_rows_is_not_named(tmp_path):
    found = held(tmp_path, [FULL | {"formal": "yes"}]).checked

    assert "reason-for-informal" not in {each.standard.code for each in found.not_checkable}
    assert all(of.counts.checks for part in found.parts for of in part.standards)


def test_a_column_that_holds_none_alone_can_be_checked(tmp_path):
    found = held(tmp_path, [SHORT_ROW | {"reason_for_shorter_time": ""}], none_facts=("reason_for_shorter_time",))

    assert found.counts() == {Outcome.SHORT_WITHOUT_REASON: 1}


def test_a_number_that_the_area_has_not_agreed_is_suggested_and_never_counted(tmp_path):
    rows = of_oakley(FULL | {"feedback_published": "2026-08-01"})

    found = held(tmp_path, rows, [ALWAYS]).checked

    unagreed = {each.standard.code: each for each in found.no_number}
    assert unagreed["feedback-in-time"].standard.suggested == "12 weeks"
    spread = unagreed["feedback-in-time"].spread
    assert spread is not None
    assert spread.middle == (date(2026, 8, 1) - date(2025, 5, 25)).days
    assert "feedback-in-time" not in {of.standard.code for part in found.parts for of in part.standards}


def test_once_the_area_has_adopted_it_a_local_number_counts(tmp_path):
    rows = of_oakley(FULL | {"feedback_published": "2026-08-01", "reason_for_no_feedback": "none"})

    found = held(tmp_path, rows, [ALWAYS], agreement=adopting(HERTFORDSHIRE, "feedback-in-time"))

    assert found.counts("feedback-in-time", bound=True) == {Outcome.NOT_KEPT: 1}
    assert "feedback-in-time" not in {each.standard.code for each in found.checked.no_number}


def test_a_tip_is_never_shown(tmp_path):
    found = held(tmp_path, [FULL | {"runs_over_holidays": "yes"}]).checked

    shown = [each.standard for each in (*found.no_number, *found.not_checkable)]
    shown += [of.standard for part in found.parts for of in part.standards]
    assert any(s.basis is Basis.PROMPT for s in HERTFORDSHIRE.newest.standards_for("consultation"))
    assert all(standard.basis is not Basis.PROMPT for standard in shown)


def test_the_ten_furthest_short_come_with_their_working_the_furthest_first(tmp_path):
    opens = date(2025, 3, 3)
    lengths = [84, 60, 30, 83, 50, 1, 70, 71, 72, 73, 74, 75, 76]
    closes = [(opens + timedelta(days=days - 1)).isoformat() for days in lengths]

    found = held(tmp_path, [{"opens": str(opens), "closes": day} for day in closes]).standard()

    assert [far.place.row for far in found.furthest] == [7, 4, 6, 3, 8, 9, 10, 11, 12, 13]
    assert found.furthest[0].working.startswith("It was open for 1 day, on 3 March 2025, both days counted.")
    assert {far.reason for far in found.furthest} == {"this file does not say"}
    assert found.of_all_furthest.startswith("Nobody has told us whether a reason for a shorter time was given.")


def test_what_is_unknown_of_one_row_only_is_told_with_that_row(tmp_path):
    rows = [SHORT_ROW, SHORT_ROW | {"reason_for_shorter_time": "none"}]

    found = held(tmp_path, rows).standard()

    assert "reason" not in found.of_all_furthest
    assert {far.place.row: far.reason for far in found.furthest} == {2: "this file does not say", 3: "no reason"}


def test_dates_that_contradict_each_other_are_listed_and_measure_nothing(tmp_path):
    rows = [FULL, {"opens": "2025-03-03", "closes": "2025-02-03"}, FULL | {"feedback_published": "2025-01-01"}]

    found = held(tmp_path, rows)

    assert found.checked.contradicted_rows == 2
    assert [each.place.row for each in found.checked.contradictions] == [3, 4]
    assert found.checked.contradictions[0].says == "It closes before it opens, so one of the dates is wrong."
    assert found.counts() == {Outcome.MEETS: 2, Outcome.CANNOT_TELL: 1}
    assert found.spread().rows == 2
    assert not found.standard().furthest


def test_a_measure_is_told_with_its_middle_its_quarters_and_its_ends(tmp_path):
    opens = date(2025, 3, 3)
    closes = [(opens + timedelta(days=days - 1)).isoformat() for days in (10, 20, 30, 40, 100)]

    spread = held(tmp_path, [{"opens": str(opens), "closes": day} for day in closes]).spread()

    assert (spread.what, spread.rows) == ("Days open", 5)
    assert [spread.least, spread.lower, spread.middle, spread.upper, spread.most] == [10, 20, 30, 40, 100]


def test_years_are_those_of_the_day_that_dates_a_row(tmp_path):
    rows = [
        {"opens": "2023-12-01", "closes": "2024-03-31"},
        {"opens": "2024-01-01", "closes": "2024-01-31"},
        {"opens": "", "closes": "2024-01-31"},
    ]

    years = held(tmp_path, rows).standard().years

    assert [(year.year, told(year.counts)) for year in years] == [
        (2023, {Outcome.MEETS: 1}),
        (2024, {Outcome.SHORT_UNSAID: 1}),
        (None, {Outcome.CANNOT_TELL: 1}),
    ]


def test_rows_are_shown_by_name_only_where_the_body_is_bound_or_it_was_asked_for(tmp_path):
    rows = [{"organisation": body, "title": "Parks strategy"} | SHORT_ROW for body in (OAKLEY, ELM)]

    found = held(tmp_path, rows, [ALWAYS])
    named = held(tmp_path, rows, [ALWAYS], named=True)

    assert found.standard(bound=True).furthest[0].place.organisation == OAKLEY
    assert (found.standard().furthest[0].place.organisation, found.standard().furthest[0].place.title) == ("", "")
    assert named.standard().furthest[0].place.organisation == ELM


def test_a_voluntary_organisation_is_not_named_though_it_has_signed(tmp_path):
    rows = [{"organisation": "Oakley Lunch Club", "due": "2025-03-01", "reported": "2025-02-01"}]
    agreement = agreements.load("hertfordshire")

    found = held(
        tmp_path, rows, [("Oakley Lunch Club", "2000-01-01", "")], agreement=agreement, kind="monitoring-report"
    )

    assert found.part(bound=True).rows == 1
    assert not any(far.place.organisation for of in found.part(bound=True).standards for far in of.furthest)


def test_several_files_of_several_kinds_are_one_answer(tmp_path):
    one = file_of(tmp_path, [FULL, SHORT_ROW], "consultations-1.csv")
    other = file_of(tmp_path, [SHORT_ROW], "consultations-2.csv")
    awards = file_of(tmp_path, [{"awarded": "2025-01-01", "months": "12", "one_off": "no"}], "awards.csv")

    with duckdb.connect() as connection:
        found, _ = check(connection, [one, other, awards], Asked(agreement=HERTFORDSHIRE, today=TODAY))

    assert {part.kind.name: part.rows for part in found.parts} == {"consultation": 3, "award": 1}
    (length,) = (of for part in found.parts for of in part.standards if of.standard.code == LENGTH)
    assert [(far.place.source, far.place.row) for far in length.furthest] == [
        ("consultations-1.csv", 3),
        ("consultations-2.csv", 2),
    ]


def test_rows_that_cannot_be_read_are_grouped_by_cause_and_listed(tmp_path):
    bad = ("31/02/2025", "soon", "later", "2025-05-25", "never", "2025-05-25")

    found = held(tmp_path, [{"opens": "2025-03-03", "closes": day} for day in bad]).checked

    assert (found.rows, found.judged, found.reported, found.unread_cells) == (6, 2, 4, 4)
    assert [(cause.rows, cause.first.place.row, cause.first.cell) for cause in found.causes] == [
        (3, 3, "B3"),
        (1, 2, "B2"),
    ]
    assert [problem.value for problem in found.problems] == ["31/02/2025", "soon", "later", "never"]


def test_a_name_that_slipped_into_another_column_is_not_shown_as_if(tmp_path):
    rows = [{"organisation": ELM} | FULL, {"organisation": "x", "opens": "2025-03-03", "closes": f"{ELM} (draft)"}]

    assert held(tmp_path, rows).checked.problems[0].value == "(a name, not shown)"
    assert held(tmp_path, rows, named=True).checked.problems[0].value == f"{ELM} (draft)"


def test_no_fact_of_any_kind_has_the_name_of_a_column_that_checking_adds(tmp_path):
    path = file_of(tmp_path, [FULL], "consultations.csv")
    with duckdb.connect() as connection:
        _, judged = check(connection, [path], Asked(agreement=HERTFORDSHIRE, today=TODAY))
        added = columns_of(connection, judged[0].tally.rows) - set(FULL)

    assert {"bound", "day", "edition", "footing"} <= added
    for kind in kinds.KINDS.values():
        assert not (added | {"side", "signed", "left_on"}) & set(kind.by_name)


DAYS = st.sampled_from(["", "none", "2025-01-01", "2025-03-03", "2025-05-25", "2025-05-26", "2026-11-21", "2026-12-31"])
FLAGS = st.sampled_from(["", "yes", "no"])
REASONS = st.sampled_from(["", "none", "The grant ends in June.", "..."])
CONSULTATIONS = st.fixed_dictionaries(
    {
        "organisation": st.sampled_from([OAKLEY, ELM]),
        "opens": DAYS,
        "closes": DAYS,
        "announced": DAYS,
        "formal": FLAGS,
        "affects_groups": FLAGS,
        "reason_for_shorter_time": REASONS,
        "reason_for_informal": REASONS,
        "feedback_published": DAYS,
    }
)


def outcome_by_the_reference(standard: Standard, facts: Facts, *, bound: bool) -> Outcome | None:
    """What a check comes to, worked out row by row with the reference judge."""
    finding = judge(standard, facts, TODAY)
    if finding is None:
        return None
    if bound:
        return Outcome(str(finding.verdict))
    if finding.contradiction or (finding.met is Answer.NOT_KNOWN and finding.verdict != "not yet due"):
        return Outcome.CANNOT_TELL
    if finding.verdict == "not yet due":
        return Outcome.TOO_EARLY
    if finding.met is Answer.YES:
        return Outcome.MEETS
    unexcused = judge(replace(standard, unless=None, judged_by_people=False), facts, TODAY)
    if standard.judged_by_people or unexcused is None or unexcused.verdict is not Verdict.NOT_KEPT:
        return Outcome.CANNOT_TELL
    return dict(zip((Reason.GIVEN, Reason.NONE, Reason.NOT_KNOWN), SHORT, strict=True))[finding.reason]


@settings(max_examples=25)
@given(rows=st.lists(CONSULTATIONS, min_size=1, max_size=12), compact=st.sampled_from(agreements.bundled()))
def test_counts_add_up_and_are_those_of_the_reference_judge(tmp_path_factory, rows, compact):
    agreement = agreements.load(compact)
    found = held(tmp_path_factory.mktemp("held"), rows, [ALWAYS], agreement=agreement)

    assert found.checked.judged + found.checked.reported == found.checked.rows == len(rows)
    kind = kinds.kind("consultation")
    told_of = [(row, kind.read(_said(row))) for row in rows]
    for part in found.checked.parts:
        mine = [facts for row, facts in told_of if part.bound == (row["organisation"] == OAKLEY and _has_day(row))]
        assert part.rows == len(mine)
        for of in part.standards:
            expected = Counter(outcome_by_the_reference(of.standard, facts, bound=part.bound) for facts in mine)
            expected.pop(None, None)
            assert told(of.counts) == dict(expected)
            assert sum(year.counts.checks for year in of.years) == of.counts.checks
            assert set(of.counts.of) <= set(VERDICTS if part.bound else AS_IF)


def _has_day(row: Row) -> bool:
    return row["opens"] not in ("", "none")


def _said(row: Row) -> dict[str, str | bool]:
    """The row in the encoding of facts."""
    flags: dict[str, str | bool] = {"yes": True, "no": False}
    return {name: flags.get(value, value) for name, value in row.items() if name != "organisation" and value != ""}


SPOKEN_OF = [
    (compact, kind)
    for compact in agreements.bundled()
    for kind in kinds.KINDS
    if any(s.basis is not Basis.PROMPT for s in agreements.load(compact).newest.standards_for(kind))
]


@pytest.mark.parametrize(("compact", "kind"), SPOKEN_OF)
def test_every_standard_of_every_agreement_counts_its_own_examples(tmp_path, compact, kind):
    agreement = agreements.load(compact)
    standards = [s for s in agreement.newest.standards_for(kind) if s.basis is not Basis.PROMPT]
    rows = rows_of(kind, [example for s in standards for example in s.examples])

    found = held(tmp_path, rows, agreement=agreement, kind=kind).checked

    assert (found.judged, found.reported) == (len(rows), 0)
    assert {s.code for s in standards} >= {of.standard.code for part in found.parts for of in part.standards}
    counted = sum(part.counts.checks + part.records.checks for part in found.parts)
    assert bool(counted) == any(s.gives_verdicts for s in standards)
