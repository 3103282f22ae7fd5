"""For a group: how the notice, or the time to answer, stands; and a polite letter that quotes nobody."""

import pytest

from tests.checks.states import ASKED, TOLD, page
from tests.dealings.reading import length_asked, words

VERDICTS = ("Kept.", "Explained.", "Not kept", "does not keep")


def told(site, **answers):
    return site.get(page("told", "result", **TOLD | {"rationale": "yes"} | answers))


def asked(site, compact="hertfordshire", **answers):
    return site.get(page("asked", "result", compact=compact, **ASKED | {"formal": "yes"} | answers))


def letter(response):
    said = words(response)
    return said.partition("A letter to copy")[2].partition("Your answers")[0] if "A letter to copy" in said else ""


def test_short_notice_is_measured_as_if_and_never_a_verdict(site):
    said = words(told(site, exceptional_reason="no"))

    assert "This meets 0 of 1 promise" in said
    assert "This falls short, and no reason was given" in said
    assert "53 days after the notice was sent on 1 November 2026" in said
    assert "we do not know if they signed" in said
    assert [word for word in VERDICTS if word in said] == []


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ("yes", "This falls short, and a reason was given"),
        ("no", "This falls short, and no reason was given"),
        ("unsure", "This falls short. You are not sure if a reason was given"),
    ],
)
def test_what_they_said_of_a_reason_is_told(site, answer, says):
    assert says in words(told(site, exceptional_reason=answer))


def test_long_notice_meets_it_and_needs_no_letter(site):
    there = told(site, takes_effect="2027-03-01")

    assert "This meets 1 of 1 promise" in words(there)
    assert letter(there) == ""


def test_exceptional_circumstances_are_asked_about_only_where_notice_is_short(site):
    long = site.get(page("told", "exceptional", **TOLD | {"takes_effect": "2027-03-01"}))
    short = site.get(page("told", "exceptional", **TOLD))

    assert long.status_code == 302
    assert "Did they say what is exceptional?" in words(short)


def test_the_letter_cites_promises_by_number_and_link_and_quotes_none(site):
    said = letter(told(site, exceptional_reason="no", rationale="no"))

    assert "You told us on Sunday 1 November 2026" in said
    assert "Promise 4.4 of the Hertfordshire Compact" in said
    assert "http://testserver/hertfordshire/promises/4.4" in said
    assert "The signed text is what counts:" in said
    assert "Dear [name]," in said
    assert not set('“”"') & set(said)


def test_who_was_given_a_reason_does_not_ask_for_one_nor_say_that_all_can_read_it(site):
    there = told(site, exceptional_reason="yes")

    assert "You gave a reason. Could you tell us if you can still give the time" in letter(there)
    assert "tell us why" not in letter(there)
    assert "A reason was given." in letter(there)
    assert "reason is public" not in words(there)


def test_time_to_answer_is_measured_with_the_number_of_each_compact(site):
    days = {name: length_asked(name) for name in ("hertfordshire", "dacorum")}

    said = words(asked(site, reason_for_shorter_time="no"))
    there = words(asked(site, "dacorum", reason_for_shorter_time="no"))

    assert "It is open for 54 days, from 1 November to 24 December 2026, both days counted." in said
    assert f"The Compact asks for {days['hertfordshire']}." in said
    assert f"The Compact asks for {days['dacorum']}." in there
    assert "What the Hertfordshire Compact asks" in there


def test_the_letter_names_the_consultation_where_the_link_did(site):
    said = letter(asked(site, reason_for_shorter_time="no", title="Parks strategy"))

    assert "You asked for views on Parks strategy. The time to answer was 1 November to 24 December 2026." in said


def test_an_informal_one_is_measured_by_its_reason(site):
    assert "This meets it" in words(asked(site, formal="no", reason_for_informal="yes"))
    assert "This falls short" in words(asked(site, formal="no", reason_for_informal="no"))


def test_only_what_was_asked_about_is_told(site):
    said = words(asked(site, reason_for_shorter_time="no"))

    assert "2.5" not in said
    assert "This comes later" not in said


def test_checks_are_listed_for_both_sides(site):
    said = words(site.get("/hertfordshire/check"))

    for title in ("Check a planned consultation", "Check a change of funding", "Check the notice", "Check a file"):
        assert title in said
