"""A finding says how it was worked out, what its verdict rests on, and what would still keep the promise."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from livecompact.kinds import kind
from livecompact.standards import words
from livecompact.standards.calendar import newest
from livecompact.standards.facts import NONE, Facts
from livecompact.standards.judging import Finding, judge
from livecompact.standards.reading import read_standard
from livecompact.standards.standard import Setting, Side, Standard

type Table = dict[str, Any]

LENGTH: Table = {
    "code": "length",
    "undertaking": "2.4",
    "basis": "text",
    "of": "consultation",
    "asks": "A formal consultation is open for 12 weeks, or the reason for less is public.",
    "kept": {"open_from": "opens", "to": "closes", "for_at_least": "12 weeks"},
    "unless": {"stated": "reason_for_shorter_time"},
    "due": "closes",
}
NOTICE: Table = {
    "code": "notice",
    "undertaking": "4.4",
    "basis": "text",
    "of": "funding-change",
    "asks": "Notice is given in writing 3 months ahead, apart from exceptional circumstances.",
    "kept": {
        "all_of": [
            {"holds": "notice_in_writing"},
            {"fact": "takes_effect", "no_earlier_than": "3 months after notice_sent"},
        ]
    },
    "unless": {"stated": "exceptional_reason"},
    "due": ["notice_sent", "takes_effect"],
    "silence": "not kept",
}
IMPACT: Table = {
    "code": "impact",
    "undertaking": "4.2",
    "basis": "text",
    "of": "funding-change",
    "asks": "The effect is assessed before the decision.",
    "kept": {"fact": "impact_assessed", "no_later_than": "decided"},
    "due": "decided",
    "silence": "not kept",
}
TOLD: Table = {
    "code": "told",
    "undertaking": "1.12",
    "basis": "local",
    "suggested": "2 working days",
    "of": "announcement",
    "asks": "Each partner is told {suggested} before it is public.",
    "kept": {"fact": "last_partner_told", "no_later_than": "{suggested} before published"},
    "unless": {"stated": "reason_for_short_notice"},
    "due": "published",
}
TERM: Table = {
    "code": "term",
    "undertaking": "3.4",
    "basis": "text",
    "of": "award",
    "asks": "Funding lasts for more than a year, or the reason for less is given.",
    "when": {"does_not_hold": "one_off"},
    "kept": {
        "any_of": [
            {
                "first_known_of": [
                    {"fact": "months", "more_than": 12},
                    {"fact": "ends", "later_than": "12 months after starts"},
                ]
            },
            {"stated": "reason_for_one_year"},
        ]
    },
    "due": "awarded",
}
ADOPTED: Table = {
    "adopted": {"on": date(2025, 1, 1), "by": "the steering group", "minute": "7"},
    "number": "2 working days",
}
LONG_AFTER = date(2030, 1, 1)


def standard(table: Table, *, way_out: bool = True, nation: str = "england-and-wales") -> Standard:
    of = kind(str(table["of"]))
    setting = Setting(
        binds=Side.STATUTORY,
        calendar=newest(nation),
        way_out=("where possible",) if way_out else (),
        facts=of.by_name,
        never=of.never,
    )
    return read_standard(table, setting, of.read)


def finding(
    table: Table,
    today: date = LONG_AFTER,
    *,
    here: bool = False,
    explained: bool = False,
    way_out: bool = True,
    **facts: Any,
) -> Finding:
    rule = standard(table, way_out=way_out)
    found = judge(rule, kind(rule.of).read(facts), today, here=here, explained=explained)
    assert found is not None
    return found


def consultation(today: date = LONG_AFTER, **facts: Any) -> Finding:
    return finding(LENGTH, today, opens=date(2025, 3, 3), **facts)


def test_a_short_consultation_is_told_with_its_dates_and_what_was_asked():
    said = words.working(consultation(closes=date(2025, 4, 27), reason_for_shorter_time="The grant ends in June."))

    assert said.startswith(
        "It was open for 56 days, from 3 March to 27 April 2025, both days counted. The Compact asks for 84."
    )


def test_what_is_still_to_come_is_told_in_the_present():
    assert words.working(consultation(date(2025, 3, 1), closes=date(2025, 5, 25))) == (
        "It is open for 84 days, from 3 March to 25 May 2025, both days counted. The Compact asks for 84."
    )


@pytest.mark.parametrize(
    ("facts", "today", "said"),
    [
        ({"closes": "2025-05-25"}, LONG_AFTER, "Kept. It was open for 84 days. The Compact asks for 84."),
        (
            {"closes": "2025-04-27", "reason_for_shorter_time": "The grant ends in June."},
            LONG_AFTER,
            "Explained. It was open for 56 days, not 84. The reason is public.",
        ),
        (
            {"closes": "2025-04-27", "reason_for_shorter_time": "none"},
            LONG_AFTER,
            "Not kept. It was open for 56 days, not 84. No reason was given.",
        ),
        ({"closes": "2027-05-23"}, date(2025, 3, 4), "Not due yet. We will check on Monday 24 May 2027."),
        (
            {"closes": "2025-04-27"},
            LONG_AFTER,
            (
                "No evidence. It was open for 56 days, not 84. "
                "Nobody has told us whether a reason for a shorter time was given."
            ),
        ),
        ({}, LONG_AFTER, "No evidence. Nobody has told us when it closed."),
        (
            {"closes": "2025-02-03"},
            LONG_AFTER,
            "No evidence. It closes before it opens, so one of the dates is wrong.",
        ),
    ],
    ids=["kept", "explained", "not kept", "not yet due", "no reason known", "date missing", "contradiction"],
)
def test_a_verdict_says_the_one_thing_that_it_rests_on(facts, today, said):
    assert words.verdict_sentence(consultation(today, **facts)) == said


def test_a_flag_taken_for_granted_is_told():
    when = {"when": {"holds": ["affects_groups", "formal"]}}

    said = words.working(finding(LENGTH | when, opens="2025-03-03", closes="2025-05-25", affects_groups=True))

    assert "Nobody said whether it is a formal written consultation; it is taken that it is." in said
    assert "Nobody said whether it affects" not in said


def test_late_notice_is_told_with_both_dates_and_by_how_much():
    said = words.working(finding(NOTICE, notice_sent="2027-01-29", takes_effect="2027-04-01", notice_in_writing=True))

    assert said == (
        "The change took effect on 1 April 2027, 62 days after the notice was sent on 29 January 2027. "
        "The Compact asks for at least 3 months: 29 April 2027 or later. That is 28 days too soon. "
        "Nobody has told us of any exceptional circumstances."
    )


def test_three_months_are_told_as_three_months():
    said = words.working(finding(NOTICE, notice_sent="2025-01-01", takes_effect="2025-04-01", notice_in_writing=True))

    assert "The change took effect on 1 April 2025, 3 months after the notice was sent on 1 January 2025." in said


def test_a_month_cut_short_is_told():
    said = words.working(finding(NOTICE, notice_sent="2025-11-30", takes_effect="2026-02-28", notice_in_writing=True))

    assert said.endswith("Where a month has no day 30, its last day counts.")


def test_the_same_day_is_told_to_be_in_time():
    said = words.working(finding(IMPACT, impact_assessed="2025-05-01", decided="2025-05-01"))

    assert "The effect was assessed on 1 May 2025, the day it was decided." in said
    assert said.endswith("The same day counts as in time.")


def test_a_reason_does_not_excuse_where_the_promise_has_no_way_out():
    late: Table = {"impact_assessed": "2025-05-03", "decided": "2025-05-01"}

    said = words.verdict_sentence(finding(IMPACT, way_out=False, explained=True, **late))

    assert said == (
        "Not kept. The effect was assessed 2 days after it was decided. The Compact asks for this by that day. "
        "A reason was given, but the words of this promise allow for none."
    )


def test_silence_here_is_told_as_nothing_recorded():
    said = words.verdict_sentence(finding(IMPACT, here=True, way_out=False, decided="2025-05-01"))

    assert said.startswith("Not kept. Nothing is recorded here of when the effect was assessed.")


def test_silence_in_a_file_is_told_as_not_known():
    said = words.verdict_sentence(finding(IMPACT, way_out=False, decided="2025-05-01"))

    assert said == "No evidence. Nobody has told us when the effect was assessed."


def test_an_answer_of_none_is_told_as_an_answer():
    said = words.working(finding(IMPACT, impact_assessed="none", decided="2025-05-01"))

    assert said.startswith("The answer to “When did you look at the effect on people?” was “none”.")


def test_a_local_number_that_nobody_agreed_is_only_suggested():
    told = finding(TOLD, published="2025-03-10", last_partner_told="2025-03-10")

    assert words.verdict_sentence(told) == "No number agreed here. We suggest 2 working days."
    assert "asks" not in words.working(told)
    assert words.working(told).endswith("No number agreed here. We suggest 2 working days.")


def test_where_no_number_is_agreed_and_none_suggested_nothing_is_advised():
    unnumbered = {key: value for key, value in TOLD.items() if key != "suggested"}
    late = finding(unnumbered, date(2025, 3, 3), published="2025-03-10", last_partner_told="2025-03-11")

    assert words.verdict_sentence(late) == "No number agreed here."
    assert words.advice(late) == ""


def test_a_local_number_that_the_area_agreed_is_the_areas_own():
    told = finding(TOLD | ADOPTED, published="2025-04-22", last_partner_told="2025-04-17")

    assert words.working(told).startswith(
        "The last partner was told on 17 April 2025, 1 working day before it became public on 22 April 2025. "
        "This area asks for at least 2 working days: by 16 April 2025. That is 1 day too late."
    )
    assert "Weekends and bank holidays in England and Wales do not count." in words.working(told)


def test_a_day_outside_the_calendar_is_told_to_be_uncountable():
    told = finding(TOLD | ADOPTED, published="1970-04-22", last_partner_told="1970-04-17")

    assert words.working(told) == "We know bank holidays only from 1990 to 2050, so we cannot count this."


def test_a_reason_that_keeps_the_promise_is_told_as_given():
    told = finding(TERM, awarded="2025-02-01", months=12, reason_for_one_year="A pilot year.", one_off=False)

    assert words.verdict_sentence(told) == "Kept. A reason for a year or less was given."


def test_of_several_ways_to_know_the_nearest_is_asked_for():
    told = finding(TERM, awarded="2025-02-01", starts="2025-04-01", one_off=False)

    assert words.working(told) == (
        "Nobody has told us the length of the funding in months or whether a reason for a year or less was given."
    )


def test_no_text_of_a_user_is_repeated():
    words_of_a_user = "Mrs Example of 1 Example Street"
    told = consultation(closes="2025-04-27", reason_for_shorter_time=words_of_a_user)

    assert words_of_a_user not in words.working(told) + words.verdict_sentence(told)


def test_advice_before_the_act_takes_the_stricter_count_and_offers_the_reason():
    given = words.advise(consultation(date(2025, 2, 1), closes="2025-04-27"))

    assert given is not None
    assert given.sentence == "Close on 26 May 2025 or later, or say why it is shorter."
    assert given.changes == {"closes": date(2025, 5, 26)}


def test_advice_with_a_reason_already_given_is_only_of_the_date():
    told = consultation(date(2025, 2, 1), closes="2025-04-27", reason_for_shorter_time="The grant ends.")

    assert words.advice(told) == "Close on 26 May 2025 or later."


def test_once_it_is_too_late_advice_says_what_can_still_be_done():
    assert words.advice(consultation(closes="2025-04-27")) == "You can still say why it is shorter."


def test_once_it_is_too_late_and_there_is_no_way_out_there_is_no_advice():
    late = finding(IMPACT, way_out=False, impact_assessed="2025-05-03", decided="2025-05-01")

    assert words.advice(late) == ""


def test_a_promise_that_is_kept_needs_no_advice():
    assert words.advice(consultation(date(2025, 2, 1), closes="2025-05-25")) == ""


def test_advice_on_what_must_come_first_names_the_day_before():
    ahead = finding(IMPACT, date(2025, 4, 1), decided="2025-05-01")

    assert words.advice(ahead) == (
        "By 30 April 2025, assess the effect on the people helped, users and volunteers, or explain why not."
    )


def test_on_the_last_day_advice_falls_back_on_the_kinder_count():
    ahead = finding(IMPACT, date(2025, 5, 1), way_out=False, decided="2025-05-01")

    assert words.advice(ahead) == "By 1 May 2025, assess the effect on the people helped, users and volunteers."


def test_advice_moves_what_still_lies_ahead():
    sent = finding(
        NOTICE, date(2027, 2, 1), notice_sent="2027-01-29", takes_effect="2027-04-01", notice_in_writing=True
    )

    assert words.advice(sent) == "Let the change take effect on 29 April 2027 or later, or say what is exceptional."


def test_advice_for_a_notice_not_sent_yet_names_its_last_day():
    ahead = finding(NOTICE, date(2026, 12, 1), takes_effect="2027-04-01", notice_in_writing=True)

    assert words.advice(ahead) == "Send the notice by 1 January 2027, or say what is exceptional."


def test_advice_of_several_steps_is_several_sentences():
    ahead = finding(NOTICE, date(2026, 12, 1), takes_effect="2027-04-01", notice_in_writing=False)

    assert words.advice(ahead) == (
        "Give the notice in writing. Send the notice by 1 January 2027. Or say what is exceptional."
    )


def test_advice_in_working_days_names_a_day_that_is_worked():
    ahead = finding(TOLD, date(2025, 3, 3), published="2025-03-11")

    assert words.advice(ahead).startswith("Tell the last partner by 7 March 2025")


def test_advice_on_dates_that_cannot_be_is_to_check_them():
    assert words.advice(consultation(closes="2025-02-03")) == (
        "Check the opening date and the closing date: one of them is wrong."
    )


def test_advice_on_a_day_that_nobody_told_us_long_ago_is_to_tell_us():
    assert words.advice(consultation()) == "Tell us when it closed."


def test_a_finding_of_facts_at_the_end_of_time_is_told_all_the_same():
    told = judge(standard(NOTICE), Facts({"notice_sent": date.max, "takes_effect": date.max - timedelta(1)}), date.max)

    assert told is not None
    assert words.working(told)
    assert isinstance(words.advice(told), str)


def test_an_amount_and_a_none_are_said_in_words():
    asked = {
        "code": "days",
        "undertaking": "x",
        "basis": "text",
        "of": "payment",
        "asks": "It is large.",
        "kept": {"fact": "amount", "at_least": 2000},
    }

    said = words.working(judged(asked, amount=Decimal(1250)))

    assert said == "The amount paid is £1,250. The Compact asks for at least £2,000."
    assert words.working(judged(asked, amount="none")).startswith("The answer to “How much was paid?” was “none”.")


def judged(table: Table, **facts: Any) -> Finding:
    return finding(table, way_out=False, **facts)


def test_a_whole_standard_is_said_sentence_by_sentence():
    assert words.standard_in_words(standard(NOTICE)) == [
        "Notice is given in writing 3 months ahead, apart from exceptional circumstances.",
        "It is kept where all of these hold.",
        "The notice is in writing.",
        "The change takes effect at least 3 months after the notice is sent.",
        "Less is explained by a public reason. The words for it in the text: “where possible”.",
        "The last day for it is the earliest of these: the date of the notice and the day the change takes effect.",
        "On the site, nothing recorded by then counts as not kept. In a file, it is no evidence.",
        "It stands in the text.",
    ]


def test_an_adopted_number_says_who_agreed_it():
    said = words.standard_in_words(standard(TOLD | ADOPTED))

    assert "Agreed by the steering group on 1 January 2025 (minute: 7)." in said


def test_the_counting_page_counts_by_the_calendar_of_its_nation():
    said = " ".join(words.how_days_are_counted(newest("scotland")))

    assert "a bank holiday in Scotland" in said
    assert "Monday 3 March 2025 to Sunday 25 May 2025 is 84 days." in said
    assert "A letter of 1 January 2025 gives 3 months for a change on 1 April 2025." in said
    assert "1 month after 31 January 2025 is 28 February 2025." in said


def test_none_is_said_of_a_fact_without_a_kind():
    bare = read_standard(
        {**IMPACT, "kept": {"stated": "some_note"}, "due": []},
        Setting(binds=Side.STATUTORY, calendar=newest("england-and-wales")),
        lambda _: Facts(),
    )
    told = judge(bare, Facts({"some_note": NONE}), LONG_AFTER)

    assert told is not None
    assert words.working(told).startswith("The some note was “none”.")
