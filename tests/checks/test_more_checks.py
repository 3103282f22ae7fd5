"""The checks of an award, a policy and an announcement: what the standards make of the answers."""

from tests.checks.states import APPRAISAL, AWARD, NEWS, page
from tests.dealings.reading import follow, words
from tests.harness.pdf import needs_pango, wrong_with


def result(site, journey, answers, compact="hertfordshire"):
    return words(site.get(page(journey, "result", compact=compact, **answers)))


def test_a_year_with_its_reason_keeps_the_promise_of_longer_funding(site):
    with_reason = result(site, "award", AWARD)
    asked = site.get(page("award", "result", **{**AWARD, "reason_for_one_year": ""}))

    assert "Promise 3.4" in with_reason
    longer = with_reason.partition("Promise 3.4")[2].partition("Promise 3.8")[0]
    assert "Your plan keeps this" in longer
    assert "/check/award/short?" in asked["Location"], "without a reason the plan stops there"


def test_more_than_a_year_is_not_asked_for_a_reason(site):
    onward = site.get(page("award", "result", **{**AWARD, "ends": "2029-03-31", "reason_for_one_year": ""}))

    assert onward.status_code == 200


def test_a_refusal_is_asked_for_its_reason_and_for_no_length(site):
    onward = site.get(page("award", "one-off", what="no", awarded="2027-01-15"))
    refused = result(
        site, "award", {"what": "no", "awarded": "2027-01-15", "rationale": "x", "overheads_allowed": "yes"}
    )

    assert "/check/award/why?" in onward["Location"]
    assert "Promise 3.4" not in refused
    assert "Promise 3.3" in refused


def test_why_it_is_less_is_asked_only_where_it_is_less(site):
    full = AWARD | {"amount": "24000", "reason_for_gap": ""}
    less = site.get(page("award", "result", **{**AWARD, "reason_for_gap": ""}))

    assert site.get(page("award", "result", **full)).status_code == 200
    assert "/check/award/why-less?" in less["Location"]


def test_groups_asked_after_the_options_are_fixed_is_not_shown_and_never_not_kept(site):
    said = result(site, "policy-appraisal", APPRAISAL)

    early = said.partition("Promise 2.3")[2].partition("Promise 2.10")[0]
    assert "Your plan does not show this yet" in early or "Your plan does not show this" in early
    assert "does not keep" not in early
    assert "Your plan keeps this" in said.partition("Promise 2.1:")[2].partition("Promise 2.2")[0]


def test_an_assessment_after_the_decision_is_told_before_it_is_too_late(site):
    late = site.get(page("policy-appraisal", "result", **APPRAISAL | {"equality_assessed": "2027-03-02"}))

    assert "Your plan does not keep this yet" in words(late)
    mended = site.get(follow(late, "Change the date of the equality assessment"))
    assert "Your plan does not keep this yet" not in words(mended)


def test_a_partner_who_is_not_told_is_said_and_a_reason_can_be_given(site):
    there = site.get(page("announcement", "result", **NEWS))

    assert "Your plan does not show this yet" in words(there)
    assert "Tell every partner that it names" in words(there)
    told = result(site, "announcement", NEWS | {"partners_not_told": "0"})
    assert "Your plan keeps 1 of 1 promise" in told


def test_an_announcement_that_names_nobody_asks_nothing_more(site):
    there = site.get(page("announcement", "told", published="2027-03-05", partners_named="0", partners_not_told="0"))

    assert "/check/announcement/result?" in there["Location"]


@needs_pango
def test_the_result_is_a_pdf_that_can_be_read_aloud_and_no_copy_stays(site, settings):
    made = site.get(page("award", "result.pdf", **AWARD))

    assert made["Content-Type"] == "application/pdf"
    assert wrong_with(made.content) == []
    name = made["ETag"].strip('"')
    assert not (settings.SITE.folder / "pdf" / f"{name}.pdf").exists()


def test_the_table_for_the_report_says_what_the_plan_does_with_each_promise(site):
    said = result(site, "award", AWARD)

    table = said.partition("This plan and the promises")[2].partition("Your answers")[0]
    assert "Promise 3.4" in table
    assert "Funding lasts for more than a year, or the reason for less is given. The plan keeps this." in table
    assert "It is a pilot." not in table, "there the reason keeps the promise, and excuses nothing"
