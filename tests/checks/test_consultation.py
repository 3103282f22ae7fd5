"""The check of a planned consultation, from its first page to what it says."""

from datetime import date, timedelta

import pytest

from livecompact.compacts.holidays.actions import enter
from tests.checks.states import FULL, SHORT, only, page
from tests.dealings.reading import day, follow, length_asked, words
from tests.harness.clock import NOW

OPENS = date(2027, 3, 1)
SPRING = ("Spring break", date(2027, 3, 29), date(2027, 4, 9))
REASON = "The grant ends on 30 June."


def closing(days):
    """The closing day that makes it so many days, both counted."""
    return (OPENS + timedelta(days=days - 1)).isoformat()


def result(site, compact="hertfordshire", **answers):
    return site.get(page("consultation", "result", compact=compact, **answers))


def sent(site, slug, **answers):
    return site.get(page("consultation", slug, **answers, sent="1"))


@pytest.mark.parametrize(("compact", "asks"), [("hertfordshire", 84), ("dacorum", 56)])
def test_the_number_is_the_one_in_the_data_of_each_compact(site, compact, asks):
    assert length_asked(compact) == asks

    enough = words(result(site, compact, **FULL | {"closes": closing(asks)}))
    assert f"The Compact asks for {asks}." in enough
    assert "does not keep" not in enough.partition("What the")[0]
    short = page("consultation", "dates", compact=compact, **only(FULL, "affects_groups", "formal"), sent="1")
    one_less = short + "".join(
        f"&{k}={v}" for k, v in (day("opens", "2027-03-01") | day("closes", closing(asks - 1))).items()
    )
    assert "/shorter?" in site.get(one_less)["Location"]


def test_a_plan_that_is_long_enough_meets_no_interruption(site):
    answers = only(FULL, "affects_groups", "formal")

    onward = sent(site, "dates", **answers, **day("opens", "2027-03-01"), **day("closes", "2027-05-24"))

    assert onward.status_code == 302
    assert onward["Location"].startswith("/hertfordshire/check/consultation/told?")


def test_a_short_plan_is_stopped_with_both_ways_open(site):
    stopped = site.get(page("consultation", "shorter", **only(SHORT, "affects_groups", "formal", "opens", "closes")))

    said = words(stopped)
    assert "Your consultation is shorter than the Compact asks" in said
    assert "It is open for 56 days, from 1 March to 25 April 2027, both days counted. The Compact asks for 84." in said
    assert "Change the dates" in said
    assert "Keep the dates and say why" in said
    assert "closes=2027-05-24" in follow(stopped, "Change the closing date to Monday 24 May 2027")


def test_the_suggested_date_is_one_click_away_and_keeps_the_promise(site):
    stopped = site.get(page("consultation", "shorter", **SHORT | {"announced": "2027-02-01"}))

    there = site.get(follow(stopped, "Change the closing date"))

    assert "Your plan keeps 2 of 2 promises" in words(there)


def test_one_way_leads_back_to_the_dates_and_the_other_on(site):
    answers = only(SHORT, "affects_groups", "formal", "opens", "closes")

    back = sent(site, "shorter", **answers, way="change")
    on = sent(site, "shorter", **answers, way="keep", reason_for_shorter_time=REASON)

    assert back["Location"] == page("consultation", "dates", **answers)
    assert on["Location"].startswith("/hertfordshire/check/consultation/told?")
    assert "reason_for_shorter_time=The+grant" in on["Location"]


def test_a_reason_explains_and_is_shown_as_everyone_will_see_it(site):
    said = words(result(site, **SHORT | {"announced": "2027-02-01"}, reason_for_shorter_time=REASON))

    assert "Your plan keeps 1 of 2 promises and explains 1" in said
    assert "Your plan explains this" in said
    assert f"You said: {REASON} People will see this reason." in said


def test_not_sure_counts_as_yes_and_is_said(site):
    said = words(result(site, **FULL | {"affects_groups": "unsure"}))

    assert "You were not sure. We counted it as yes: Will your plan affect charities or community groups?" in said
    assert "Your plan keeps 2 of 2 promises" in said


def test_a_plan_that_affects_no_group_is_not_measured(site):
    onward = sent(site, "who-it-affects", affects_groups="no")

    said = words(site.get(onward["Location"]))

    assert "The Hertfordshire Compact has no check for this" in said
    assert "Its other promises still hold." in said


def test_an_informal_plan_is_asked_for_its_reason_and_not_for_its_length(site):
    first = sent(site, "formal", affects_groups="yes", formal="no")
    said = words(
        result(site, **SHORT | {"formal": "no", "announced": "2027-02-01"}, reason_for_informal="A first talk.")
    )

    assert first["Location"].startswith("/hertfordshire/check/consultation/why-informal?")
    assert "84" not in said.partition("What the")[0]
    assert "Your plan keeps 2 of 2 promises" in said


def test_nothing_is_asked_that_no_standard_of_the_compact_looks_at(site):
    onward = site.get(page("consultation", "who-it-affects", compact="dacorum", affects_groups="yes", sent="1"))

    assert onward["Location"].startswith("/dacorum/check/consultation/dates?")
    dates = page("consultation", "dates", compact="dacorum", affects_groups="yes", sent="1")
    dates += "&opens-day=1&opens-month=March&opens-year=2027&closes-day=24&closes-month=may&closes-year=2027"
    ways = site.get(dates)["Location"]
    assert ways.startswith("/dacorum/check/consultation/ways?"), "the public page shows them, so they are always asked"
    assert site.get(f"{ways}&ways=online&sent=1")["Location"].startswith("/dacorum/check/consultation/result?")


def test_not_told_yet_is_an_answer_and_gets_advice_with_a_day_ahead(site):
    said = words(result(site, **FULL | {"announced": "none"}))

    assert "Your plan does not keep this yet" in said
    assert "You said: I have not told them yet." in said
    assert "Tell groups that it is coming by 28 February 2027." in said


def test_no_day_for_feedback_is_an_answer_and_leads_back_to_its_question(site):
    there = result(site, **FULL | {"feedback_due": "none"})

    assert "Your plan does not say this yet" in words(there)
    assert "/feedback?" in follow(there, "Answer: When will you say what changed?")


def test_a_number_that_nobody_agreed_is_advice_and_is_not_counted(site):
    said = words(result(site, **FULL | {"announced": "2027-02-28"}))

    assert "No number agreed here" in said
    assert "We suggest 2 weeks." in said
    assert "Your plan keeps 2 of 2 promises" in said


def test_holidays_inside_are_named(site):
    easter = words(result(site, **FULL))
    august = words(result(site, **FULL | {"opens": "2027-08-02", "closes": "2027-10-30", "feedback_due": "2027-12-01"}))

    assert "3 bank holidays lie between the two days. They are Good Friday (26 March 2027)" in easter
    assert "It runs over Easter, when people are away." in easter
    assert "It runs over August" in august
    assert "open for 14 weeks" in easter


def test_school_holidays_inside_are_named_where_the_compact_has_entered_them(site):
    name, first, last = SPRING
    enter(compact="hertfordshire", name=name, first=first, last=last, by="Compact officer", at=NOW)
    told = "Schools are closed then: Spring break, 29 March to 9 April 2027."
    district = words(result(site, "dacorum", **only(SHORT, "affects_groups", "opens", "closes", "ways")))

    assert told in words(result(site, **FULL))
    assert "Spring break" not in district


def test_a_district_and_its_county_are_both_shown(site):
    county = result(site, **SHORT, reason_for_shorter_time=REASON)
    district = result(site, "dacorum", **only(SHORT, "affects_groups", "opens", "closes", "ways"))

    assert "What the Dacorum Compact asks" in words(county)
    assert "The Compact asks for 56." in words(county)
    assert "What the Hertfordshire Compact asks" in words(district)
    assert "The Compact asks for 84." in words(district)
    across = follow(district, "Check the same answers against the Hertfordshire Compact")
    assert site.get(across).status_code == 302, "Hertfordshire asks what Dacorum does not"


def test_the_committee_gets_promises_by_number_and_link(site):
    said = words(result(site, **FULL)).partition("Words for your committee report")[2]

    assert "We checked this plan against the Hertfordshire Compact on 22 November 2026." in said
    assert "Promise 2.4 of the Hertfordshire Compact" in said
    assert "http://testserver/hertfordshire/promises/2.4" in said
    assert "“" not in said.partition("Your answers")[0], "our rendering is never quoted"


def test_the_committee_reads_of_the_plan_of_others_and_of_both_compacts(site):
    short = {**SHORT, "reason_for_shorter_time": "The grant ends in June."}
    said = words(result(site, **short)).partition("Words for your committee report")[2].partition("Your answers")[0]
    sentences, _, table = said.partition("This plan and the promises")

    assert "The plan keeps 1 of 2 promises" in sentences
    for part in (sentences, table):
        assert "your plan" not in part.lower()
        assert "You " not in part
        assert "The plan does not keep this yet. The answer was: I have not told them yet." in part
        assert "A formal written consultation is open for 12 weeks" in part
        assert "The reason: The grant ends in June." in part
        assert "The Compact asks for 56." in part, "what the Compact of the district asks stands there too"
    assert "Promise of the Dacorum Compact (Eight weeks to answer)." in sentences
    assert "Dacorum Compact. Promise: Eight weeks to answer" in table


def test_a_result_with_an_answer_missing_asks_for_it(site):
    onward = result(site, **only(FULL, "affects_groups", "formal", "opens", "closes", "ways"))

    assert onward["Location"].startswith("/hertfordshire/check/consultation/told?")


def test_at_least_one_way_to_take_part_is_wanted_and_each_is_shown(site):
    before = {name: answer for name, answer in FULL.items() if name not in ("ways", "feedback_due")}
    none = site.get(page("consultation", "ways", **before, sent="1"))
    some = site.get(page("consultation", "ways", **before, sent="1") + "&ways=online&ways=bsl")

    assert "Select at least one way to take part" in words(none)
    assert "ways=online.bsl" in some["Location"]
    assert "Online. In British Sign Language" in words(result(site, **FULL | {"ways": "online.bsl"}))
