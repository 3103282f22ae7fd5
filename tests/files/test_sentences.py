import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact import agreements
from livecompact.files.checking.checked import AS_IF, VERDICTS, Checked, Counts, Outcome, Spread, Year
from livecompact.files.report import sentences as say
from tests.files.held import ELM, FULL, OAKLEY, SHORT, Row, held

ALWAYS = (OAKLEY, "2000-01-01", "")
VERDICT_WORDS = re.compile(r"\b(kept|explained|no evidence|not (yet )?due)\b", re.IGNORECASE)
NUMBERS = st.integers(0, 5000)
ANY_VERDICTS = st.builds(Counts, st.fixed_dictionaries(dict.fromkeys(VERDICTS, NUMBERS)))
ANY_AS_IF = st.builds(Counts, st.fixed_dictionaries(dict.fromkeys(AS_IF, NUMBERS)))


def minute(tmp_path: Path, rows: Iterable[Row], *who: tuple[str, str, str], **asked: Any) -> list[str]:
    return say.in_one_minute(held(tmp_path, rows, who, **asked).checked)


def test_the_minute_of_a_file_of_bodies_that_have_not_signed(tmp_path):
    rows = [FULL, FULL, SHORT, SHORT | {"reason_for_shorter_time": "none"}, {"opens": "2025-03-03", "closes": ""}]

    assert minute(tmp_path, [row | {"announced": "2025-01-06"} for row in rows]) == [
        "We read all 5 consultations.",
        "Of 10 checks, 7 meet the promise, 2 fall short and of 1 we cannot tell.",
        "Of the 2 that fall short, 0 give a reason, 1 says there is none, and for 1 this file does not say.",
    ]


def test_the_minute_where_no_reason_is_told_says_so_of_all(tmp_path):
    assert minute(tmp_path, [FULL, SHORT, SHORT])[2] == (
        "For all 2 that fall short, this file does not say whether there was a reason."
    )


def test_the_minute_of_a_file_of_bodies_that_have_signed(tmp_path):
    rows = [
        {"organisation": OAKLEY} | row for row in (FULL, FULL, SHORT, {"opens": "2025-03-03", "closes": "32/1/2025"})
    ]

    assert minute(tmp_path, [row | {"announced": "2025-01-06"} for row in rows], ALWAYS) == [
        "We read 3 of 4 consultations; 1 row holds something we could not read.",
        "Kept, or explained as the promise allows, 5 of 5 checks; no evidence for 1.",
        "2 tests of promises cannot be made, because this file has no column for what they ask.",
    ]


def test_the_minute_of_a_mixed_file_tells_both_apart(tmp_path):
    rows = [{"organisation": body, "announced": "2025-01-06"} | FULL for body in (OAKLEY, ELM, ELM)]

    assert minute(tmp_path, rows, ALWAYS)[1:] == [
        "Kept, or explained as the promise allows, 2 of 2 checks; no evidence for 0.",
        "Of 4 checks measured as if, 4 meet the promise, 0 fall short and of 0 we cannot tell.",
    ]


def test_the_minute_where_nothing_can_be_checked_is_no_praise(tmp_path):
    rows = [{"paid": "2025-03-03", "amount": "12"}, {"paid": "2025-03-04", "amount": "12"}]

    assert minute(tmp_path, rows, kind="payment") == [
        "We read all 2 payments.",
        "The text of the Hertfordshire Compact gives no number or order by which to check payments.",
        "So 0 checks could be made.",
    ]


def test_the_minute_where_every_column_is_missing_says_how_much_that_is(tmp_path):
    told = minute(tmp_path, [{"awarded": "2025-03-03", "amount": "12", "refused": "yes"}], kind="award")

    assert told[1:] == [
        "We could make 0 checks on it.",
        "2 tests of promises cannot be made, because this file has no column for what they ask.",
    ]


def test_the_minute_where_people_judge_all_there_is_says_what_is_there(tmp_path):
    found = held(tmp_path, [{"opens": "", "closes": "2025-05-25", "feedback_published": "2025-08-01", "formal": "no"}])
    only = replace(found.part(), standards=(found.standard("feedback-given"),))

    assert say.in_one_minute(replace(found.checked, parts=(only,)))[1] == (
        "Of the 1 record that people would judge, 1 is there; of 0 we cannot tell."
    )


def test_rows_outside_the_days_of_a_signature_are_not_said_to_be_of_bodies_that_have_not_signed(tmp_path):
    rows = [{"organisation": OAKLEY} | FULL]

    found = held(tmp_path, rows, [(OAKLEY, "2026-01-01", "")]).checked

    assert say.opening(found) == (
        "On these days the bodies were not bound by this Compact. This shows how their file would stand."
    )
    assert say.footings(found.parts[0], found) == ["1 row: from before the body signed."]


def test_the_opening_uses_the_agreements_own_word(tmp_path):
    accord = replace(agreements.load("hertfordshire"), called="Accord")

    assert say.opening(held(tmp_path, [FULL], agreement=accord).checked) == (
        "These bodies have not signed this Accord. This shows how their file would stand."
    )


@given(ANY_VERDICTS)
def test_kept_is_never_told_without_what_has_no_evidence(counts):
    told = say.kept_among(counts, "check")

    assert f"no evidence for {counts[Outcome.NO_EVIDENCE]:,}" in told
    assert f"{counts.good:,} of {counts.settled:,}" in told or not counts.settled
    assert (f"{counts[Outcome.NOT_YET_DUE]:,} not due yet" in told) == bool(counts[Outcome.NOT_YET_DUE])


@given(ANY_AS_IF)
def test_as_if_is_never_told_without_what_cannot_be_told_nor_in_words_of_a_verdict(counts):
    for told in (say.stands_among(counts), say.stands_among(counts, "check measured as if", "checks measured as if")):
        assert f"of {counts[Outcome.CANNOT_TELL]:,} we cannot tell" in told or "we cannot tell." in told
        assert not VERDICT_WORDS.search(told)
    assert not VERDICT_WORDS.search(say.reasons_among(counts))


@given(st.one_of(ANY_VERDICTS, ANY_AS_IF))
def test_no_sentence_on_counts_is_longer_than_25_words(counts):
    for told in (say.kept_among(counts, "check"), say.stands_among(counts), say.reasons_among(counts)):
        assert all(len(sentence.split()) <= 25 for sentence in told.split(". "))


@given(st.dictionaries(st.one_of(st.none(), st.integers(1990, 2040)), ANY_AS_IF, max_size=40))
def test_years_are_at_most_seven_lines_and_lose_nothing(by_year):
    years = tuple(Year(year=y, counts=by_year[y]) for y in sorted(by_year, key=lambda y: (y is None, y)))

    few = say.few_years(years)

    assert len(few) <= 7
    assert sum((counts for _, counts in few), Counts({})) == sum(by_year.values(), Counts({}))
    if len(by_year) <= 7:
        assert [name for name, _ in few] == ["no date" if year.year is None else str(year.year) for year in years]
    else:
        assert few[0][0].endswith(" and before")


def test_where_nearly_all_are_the_same_that_is_told_in_other_words():
    none = Decimal(0)
    spread = Spread(what="Themes", rows=9, least=none, lower=none, middle=none, upper=none, most=Decimal(3))

    assert say.spread(spread) == "Themes: the middle one of 9 is 0. At least half are 0; the least is 0 and the most 3."


def test_before_anyone_is_named_for_what_was_not_kept_they_have_time_to_explain(tmp_path):
    short = {"organisation": OAKLEY} | SHORT
    broken = held(tmp_path, [short | {"reason_for_shorter_time": "none"}], [ALWAYS])
    unknown = held(tmp_path, [short], [ALWAYS])

    assert say.before_publishing(broken.part(bound=True), broken.checked) == (
        "Before you publish this, give each body 10 working days to explain what was not kept."
    )
    assert say.before_publishing(unknown.part(bound=True), unknown.checked) == ""


def test_a_year_tells_what_has_no_evidence_and_what_is_not_due():
    counts = Counts({Outcome.KEPT: 3, Outcome.NOT_KEPT: 1, Outcome.NO_EVIDENCE: 2, Outcome.NOT_YET_DUE: 4})

    assert say.year_share(counts, bound=True) == "3 of 4, no evidence 2, not due yet 4"
    assert say.year_share(Counts({Outcome.KEPT: 3}), bound=True) == "3 of 3, no evidence 0"


def test_a_year_as_if_tells_what_cannot_be_told_and_what_is_too_early():
    counts = Counts({Outcome.MEETS: 3, Outcome.CANNOT_TELL: 2, Outcome.TOO_EARLY: 1})

    assert say.year_share(counts, bound=False) == "3 of 6, cannot tell 2, too early 1"


def test_the_years_are_told_by_the_first_and_the_last_that_say_something(tmp_path):
    rows = [{"opens": f"{year}-03-03", "closes": f"{year}-06-30"} for year in (2021, 2022, 2023, 2027)]
    found = held(tmp_path, [{"organisation": OAKLEY} | row for row in rows], [ALWAYS]).standard(bound=True)

    assert say.over_years(found, bound=True) == (
        "Kept or explained: 1 of 1 in 2021 (no evidence 0), 1 of 1 in 2023 (no evidence 0)."
    )


@pytest.mark.parametrize("years", [("2027", "2028"), ("2027", "")])
def test_years_in_which_nothing_is_due_yet_are_not_shown(tmp_path, years):
    rows = [{"opens": f"{year}-03-03" if year else "", "closes": "2029-06-30"} for year in years]

    assert say.years_of(held(tmp_path, rows).standard()) == []


def test_what_has_no_date_is_told_with_the_years(tmp_path):
    rows = [{"opens": "", "closes": "2025-06-30"}, {"opens": "none", "closes": "2025-06-30"}, FULL]

    assert say.over_years(held(tmp_path, rows).standard(), bound=False) == (
        "Meets it: 1 of 1 in 2025 (cannot tell 0), 0 of 2 with no date (cannot tell 1)."
    )


def test_rows_of_several_kinds_are_rows(tmp_path):
    one = held(tmp_path, [FULL]).checked
    other = held(tmp_path, [{"paid": "2025-03-03", "amount": "12"}], kind="payment").checked

    both = replace(one, sources=(*one.sources, *other.sources))

    assert say.title(both) == "How 2 rows would stand under the Hertfordshire Compact"


def test_a_measure_that_is_the_same_everywhere_is_told_once():
    twelve = Decimal(12)
    spread = Spread(what="Months", rows=555, least=twelve, lower=twelve, middle=twelve, upper=twelve, most=twelve)

    assert say.spread(spread) == "Months: 12 in all 555 rows that tell it."
    assert say.spread(replace(spread, rows=1)) == "Months: 12 in the 1 row that tells it."


def test_a_local_number_is_suggested_where_we_have_a_suggestion(tmp_path):
    unagreed = {
        each.standard.code: each for each in held(tmp_path, [FULL | {"feedback_published": ""}]).checked.no_number
    }["feedback-in-time"]

    assert say.no_number(unagreed) == "No number agreed here. We suggest 12 weeks."
    assert (
        say.no_number(replace(unagreed, standard=replace(unagreed.standard, suggested=""))) == "No number agreed here."
    )


@pytest.mark.parametrize("bound", [True, False])
def test_the_meaning_of_every_word_is_told_and_of_no_other(tmp_path, bound):
    rows = [{"organisation": OAKLEY} | FULL]
    found: Checked = held(tmp_path, rows, [ALWAYS] if bound else ()).checked

    told = say.meanings(found)

    words = {meaning.split(":")[0].split(",")[0] for meaning in told}
    assert {say.LABELS[outcome].split(",")[0] for outcome in (VERDICTS if bound else AS_IF)} <= words
    assert bound == bool(VERDICT_WORDS.search(" ".join(told)))


def test_the_day_and_the_text_are_named(tmp_path):
    found = held(tmp_path, [FULL], today=date(2026, 11, 2)).checked

    assert say.on_day(found) == "Hertfordshire Compact, the 2016 text. Checked as of 2 November 2026."
