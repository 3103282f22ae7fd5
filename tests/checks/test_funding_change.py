"""The check of a planned change of funding or other support."""

import pytest

from tests.checks.states import CUT, only, page
from tests.dealings.reading import day, follow, words

IN_TIME = CUT | {"notice_sent": "2027-01-01", "response_considered": "2027-01-12"}
del IN_TIME["exceptional_reason"]
ENDED = only(IN_TIME, "takes_effect", "decided", "notice_sent", "rationale") | {"change": "ended"}


def result(site, compact="hertfordshire", **answers):
    return site.get(page("funding-change", "result", compact=compact, **answers))


def sent(site, slug, **answers):
    return site.get(page("funding-change", slug, **answers, sent="1"))


def test_a_plan_that_does_all_of_it_keeps_every_promise(site):
    said = words(result(site, **IN_TIME))

    assert "Your plan keeps 3 of 3 promises" in said
    assert "It goes down from £24,000 to £18,000 a year: £6,000 or 25% less." in said


def test_short_notice_is_stopped_with_the_day_that_would_keep_it(site):
    dates = day("decided", "2027-01-15") | day("notice_sent", "2027-01-29")
    onward = sent(
        site, "decision-and-notice", **only(CUT, "change", "takes_effect", "amount_before", "amount_after"), **dates
    )
    stopped = site.get(onward["Location"])

    said = words(stopped)
    assert "This is less notice than the Compact asks for" in said
    assert "62 days after the notice is sent" in said
    assert "The Compact asks for at least 3 months: 29 April 2027 or later." in said
    assert "takes_effect=2027-04-29" in follow(stopped, "Change the date the change starts to Thursday 29 April 2027")


def test_exceptional_circumstances_explain_the_notice_and_not_the_lack_of_a_reason(site):
    said = words(result(site, **CUT))

    assert "Your plan explains this" in said
    assert "You said: The building is unsafe." in said


def test_the_day_by_which_to_tell_them_is_shown_before_it_is_asked(site):
    said = words(site.get(page("funding-change", "decision-and-notice", change="changed", takes_effect="2027-04-01")))

    assert "The Compact asks for 3 months: tell them by Friday 1 January 2027." in said


def test_what_was_looked_at_too_late_is_told_with_a_day_that_still_lies_ahead(site):
    late = result(site, **CUT)

    assert "Your plan does not keep this yet" in words(late)
    assert "Consider the response by 14 January 2027" in words(late)
    mended = site.get(follow(late, "Change the date you thought about its view to Thursday 14 January 2027"))
    assert "Promise 4.3: Talks before the decision Your plan keeps this" in words(mended)


def test_a_reason_for_no_talks_can_be_given_from_the_result(site):
    late = result(site, **CUT)
    address = next(a for a in [follow(late, "Say why there was")] if a)

    answered = site.get(f"{address}&sent=1&reason_for_no_talks=The+money+stopped+overnight.")

    said = words(site.get(answered["Location"]))
    assert "You said: The money stopped overnight." in said
    assert "explains 2" in said


@pytest.mark.parametrize(
    ("change", "asked"), [("reduced", False), ("changed", False), ("ended", True), ("not-renewed", True)]
)
def test_problems_are_asked_about_only_where_a_promise_hangs_on_them(site, change, asked):
    onward = site.get(page("funding-change", "problems", change=change, amount_before="2", amount_after="1"))

    assert (onward.status_code == 200) is asked


def test_steps_are_a_tick_only_where_there_were_problems(site):
    with_problems = site.get(page("funding-change", "before-deciding", **ENDED, had_problems="yes"))
    without = site.get(page("funding-change", "before-deciding", **ENDED, had_problems="no"))

    assert "We agreed steps and dates to fix problems" in words(with_problems)
    assert "We agreed steps and dates to fix problems" not in words(without)


def test_what_was_not_ticked_was_not_done(site):
    said = words(result(site, **ENDED, had_problems="yes", did="none"))

    assert "You did not say that you did this, or will do it." in said
    assert "Your plan keeps 1 of 4 promises" in said


def test_days_are_asked_only_for_what_was_ticked(site):
    onward = sent(site, "before-deciding", **ENDED, had_problems="no", did="effect")
    said = words(site.get(onward["Location"]))

    assert "When did you look at the effect on people?" in said
    assert "talk with the group" not in said


def test_a_change_with_one_click_ticks_what_it_dates(site):
    none = result(site, **ENDED, had_problems="no", did="none")

    mended = site.get(follow(none, "Change the date of the effect check"))

    assert "Your plan keeps this The effect on beneficiaries, users and volunteers is assessed" in words(mended)
    assert "We looked at the effect on people who use the service" in words(mended)


def test_nothing_left_counts_as_an_end_and_is_said(site):
    onward = sent(site, "how-much", change="reduced", amount_before="24000", amount_after="0")
    said = words(result(site, **IN_TIME | {"amount_after": "0"}, had_problems="no"))

    assert "/problems?" in onward["Location"], "an end asks what a cut does not"
    assert "Nothing is left of £24,000 a year, so we count it as ending." in said
    assert "Both sides plan together for the end" in said


def test_not_told_is_an_answer(site):
    said = words(result(site, **IN_TIME | {"notice_sent": "none"}))

    assert "You said: We have not told them." in said
    assert "Send the notice by 1 January 2027." in said


def test_where_no_number_is_agreed_that_is_said_and_the_county_is_offered(site):
    said = words(
        result(
            site, "dacorum", **only(IN_TIME, "change", "amount_before", "amount_after", "takes_effect", "notice_sent")
        )
    )

    assert "The Dacorum Compact has no check for this" in said
    assert "No number agreed here" in said
    assert "Check the same answers against the Hertfordshire Compact" in said


def test_nobody_is_named(site):
    for slug in ("what-changes", "how-much", "why", "before-deciding"):
        there = site.get(page("funding-change", slug, **IN_TIME))
        assert 'autocomplete="name"' not in there.text
        assert "name of" not in words(there).lower()
