"""Each field and each way in which its answer can be wrong: what is said, where, and that nothing typed is lost."""

import pytest

from tests.checks.states import CUT, FULL, TOLD, only, page
from tests.dealings.reading import day
from tests.harness.html import read_page

BASICS = only(FULL, "affects_groups", "formal")
DATED = only(FULL, "affects_groups", "formal", "opens", "closes")
OPENS = day("opens", "2027-03-01")
CLOSES = day("closes", "2027-05-24")
SHORT = DATED | {"closes": "2027-04-01"}
NOTICE = only(CUT, "change", "takes_effect")
HURRIED = only(CUT, "change", "takes_effect", "decided", "notice_sent")
SHORT_AWARD = {
    "what": "money",
    "awarded": "2027-01-15",
    "one_off": "no",
    "starts": "2027-04-01",
    "ends": "2028-03-31",
}

CASES = [
    ("consultation", "who-it-affects", {}, {}, "Select yes if your plan will affect charities or community groups"),
    (
        "consultation",
        "who-it-affects",
        {},
        {"affects_groups": "perhaps"},
        "Select yes if your plan will affect charities or community groups",
    ),
    ("consultation", "formal", only(FULL, "affects_groups"), {}, "Select yes if it is a formal written consultation"),
    (
        "consultation",
        "why-informal",
        BASICS | {"formal": "no"},
        {},
        "Enter why it is not a formal written consultation",
    ),
    (
        "consultation",
        "why-informal",
        BASICS | {"formal": "no"},
        {"reason_for_informal": " . "},
        "Enter why it is not a formal written consultation",
    ),
    (
        "consultation",
        "why-informal",
        BASICS | {"formal": "no"},
        {"reason_for_informal": "x" * 401},
        "Shorten why it is not a formal written consultation to 400 characters or fewer",
    ),
    ("consultation", "dates", BASICS, CLOSES, "Enter the opening date"),
    ("consultation", "dates", BASICS, OPENS, "Enter the closing date"),
    (
        "consultation",
        "dates",
        BASICS,
        CLOSES | {"opens-day": "1", "opens-year": "2027"},
        "Opening date must include a month",
    ),
    (
        "consultation",
        "dates",
        BASICS,
        CLOSES | {"opens-month": "3", "opens-year": "2027"},
        "Opening date must include a day",
    ),
    (
        "consultation",
        "dates",
        BASICS,
        CLOSES | {"opens-day": "1", "opens-month": "3"},
        "Opening date must include a year",
    ),
    (
        "consultation",
        "dates",
        BASICS,
        CLOSES | day("opens", "2027-02-30"),
        "Opening date must be a day in the calendar",
    ),
    (
        "consultation",
        "dates",
        BASICS,
        CLOSES | OPENS | {"opens-year": "27"},
        "Opening date must have a year of 4 numbers",
    ),
    (
        "consultation",
        "dates",
        BASICS,
        OPENS | day("closes", "2027-02-28"),
        "Closing date must be the same as or after the opening date",
    ),
    ("consultation", "shorter", SHORT, {}, "Select what you want to do"),
    ("consultation", "shorter", SHORT, {"way": "keep"}, "Enter why it is shorter"),
    ("consultation", "shorter", SHORT, {"way": "keep", "reason_for_shorter_time": "..."}, "Enter why it is shorter"),
    ("consultation", "told", DATED, {}, "Enter the date you told groups, or select ‘I have not told them yet’"),
    (
        "consultation",
        "told",
        DATED,
        day("announced", "2027-02-01") | {"announced_none": "on"},
        "Enter a date or select ‘I have not told them yet’, not both",
    ),
    (
        "consultation",
        "feedback",
        DATED | {"announced": "none"},
        {},
        "Enter the date you will say what changed, or select ‘I do not know yet’",
    ),
    (
        "consultation",
        "feedback",
        DATED | {"announced": "none"},
        day("feedback_due", "2027-05-24"),
        "Enter a date after the closing date",
    ),
    ("funding-change", "what-changes", {}, {}, "Select what is happening to this funding"),
    ("funding-change", "how-much", {"change": "reduced"}, {"amount_before": "5"}, "Enter the new amount"),
    ("funding-change", "how-much", {"change": "reduced"}, {"amount_after": "5"}, "Enter the present amount"),
    (
        "funding-change",
        "how-much",
        {"change": "reduced"},
        {"amount_before": "5", "amount_after": "few"},
        "New amount must be a number, like 18000",
    ),
    (
        "funding-change",
        "how-much",
        {"change": "reduced"},
        {"amount_before": "lots", "amount_after": "5"},
        "Present amount must be a number, like 24000",
    ),
    (
        "funding-change",
        "how-much",
        {"change": "reduced"},
        {"amount_before": "£24,000", "amount_after": "24000"},
        "New amount must be less than £24,000",
    ),
    ("funding-change", "problems", {"change": "ended"}, {}, "Select yes if it is because of how the service was going"),
    ("funding-change", "start", {"change": "changed"}, {}, "Enter the date the change starts"),
    ("funding-change", "decision-and-notice", NOTICE, {"notice_sent_none": "on"}, "Enter the date it was decided"),
    (
        "funding-change",
        "decision-and-notice",
        NOTICE,
        day("decided", "2027-01-15"),
        "Enter the date you told them, or select ‘We have not told them’",
    ),
    ("funding-change", "short-notice", HURRIED, {"way": "keep"}, "Enter what is exceptional"),
    ("funding-change", "why", HURRIED, {}, "Enter why this was decided"),
    ("funding-change", "before-deciding", HURRIED, {}, "Select what you did, or select ‘None of these’"),
    (
        "funding-change",
        "before-deciding",
        HURRIED,
        {"did": ["effect", "none"]},
        "Select what you did, or select ‘None of these’ alone",
    ),
    ("funding-change", "when-you-did-this", HURRIED | {"did": "effect"}, {}, "Enter the date of the effect check"),
    ("award", "what", {}, {}, "Select what you will decide"),
    (
        "award",
        "term",
        {"what": "money", "awarded": "2027-01-15", "one_off": "no"},
        day("starts", "2027-04-01") | day("ends", "2027-03-31"),
        "Last day must be the same as or after the first day",
    ),
    ("award", "short", SHORT_AWARD, {"way": "keep"}, "Enter why it is not for longer"),
    (
        "award",
        "how-much",
        SHORT_AWARD | {"reason_for_one_year": "A pilot.", "rationale": "It helps."},
        {"amount_applied_for": "lots", "amount": "5"},
        "Amount they asked for must be a number, like 24000",
    ),
    ("policy-appraisal", "about", {}, {}, "Select what you are deciding about"),
    (
        "policy-appraisal",
        "equality",
        {"about": "policy", "decided": "2027-03-01"},
        {},
        "Enter the date of the equality assessment, or select ‘There is none’",
    ),
    (
        "announcement",
        "partners",
        {"published": "2027-03-01"},
        {"partners_named": "two", "partners_not_told": "0"},
        "Number of partners must be a whole number, like 3",
    ),
    (
        "announcement",
        "partners",
        {"published": "2027-03-01"},
        {"partners_named": "2", "partners_not_told": "3"},
        "No more than 2 can be left untold",
    ),
    ("told", "dates", {}, day("takes_effect", "2027-04-01"), "Enter the date they told you"),
    ("told", "in-writing", only(TOLD, "notice_sent", "takes_effect"), {}, "Select yes if they told you in writing"),
    (
        "asked",
        "dates",
        {},
        day("opens", "2026-11-02") | day("closes", "2026-11-01"),
        "Last day must be the same as or after the first day",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}, {case[1]}: {case[-1]}")
def test_an_error_says_what_to_do_in_the_summary_and_beside_its_field(site, case):
    journey, slug, before, typed, message = case
    address = page(journey, slug, **before)
    query = [
        (k, v) for k, vs in {**before, **typed, "sent": "1"}.items() for v in (vs if isinstance(vs, list) else [vs])
    ]
    there = site.get(address.partition("?")[0], query)
    told = read_page(there.text)

    assert there.status_code == 200
    assert message in [text for _, text in told.summary]
    assert {text for _, text in told.summary} == set(told.errors)
    assert {box for box, _ in told.summary} <= set(told.ids)
    assert told.title.startswith("Error: ")
    for value in typed.values():
        assert isinstance(value, list) or value == "perhaps" or value.strip() in there.text


def test_a_change_that_is_no_cut_may_be_any_amount(site):
    onward = site.get(
        page("funding-change", "how-much", change="changed", amount_before="5", amount_after="9", sent="1")
    )

    assert onward.status_code == 302


@pytest.mark.parametrize("opens", ["0025-03-01", "9999-03-01"])
def test_a_year_that_is_a_slip_is_asked_again(site, opens):
    boxes = day("opens", opens) | {"opens-year": opens[:4]}
    typed = site.get(page("consultation", "dates", **BASICS, **CLOSES, **boxes, sent="1"))
    linked = site.get(page("consultation", "result", **BASICS, opens=opens, closes="2027-06-01"))

    assert "Opening date must have a year between 1900 and 2100" in typed.text
    assert "/check/consultation/dates?" in linked["Location"]


@pytest.mark.parametrize(
    ("slug", "typed"),
    [
        ("decision-and-notice", day("decided", "2027-05-01") | day("notice_sent", "2027-06-01")),
        ("when-you-did-this", day("impact_assessed", "2028-01-01")),
    ],
)
def test_what_is_late_can_be_and_is_no_error(site, slug, typed):
    answers = CUT | {"did": "effect"}

    assert site.get(page("funding-change", slug, **answers, **typed, sent="1")).status_code == 302


def test_messages_use_no_word_that_blames_or_scares():
    banned = ("please", "sorry", "valid", "invalid", "forbidden", "you forgot", "oops")

    assert [(word, case[-1]) for case in CASES for word in banned if word in case[-1].lower()] == []
