"""Every question says what is wrong with its answer, in the summary and beside the field, in the same words."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from livecompact.frame.forms import error_summary
from livecompact.frame.rendering import field
from tests.harness.html import read_page

RIGHT = {
    "name": "Parks",
    "reason": "It ends in June.",
    "email": "ann@example.org",
    "formal": "yes",
    "size": "small",
    "groups": ["a", "b"],
    "opens-day": "3",
    "opens-month": "March",
    "opens-year": "2027",
}
BANNED = ("please", "sorry", "valid", "invalid", "forbidden", "forgot", "oops")


def files(name="list.csv", content=b"a,b\n"):
    return {"file": SimpleUploadedFile(name, content)}


def drawn(form):
    return "".join([error_summary(form), *(field(bound) for bound in form)])


def test_right_answers_pass(every_kind):
    form = every_kind(RIGHT, files())

    assert form.is_valid()
    assert str(form.cleaned_data["opens"]) == "2027-03-03"
    assert error_summary(form) == ""


def test_a_form_not_yet_sent_shows_no_error(every_kind):
    page = read_page(drawn(every_kind()))

    assert page.errors == []
    assert page.summary == []


@pytest.mark.parametrize(
    ("wrong", "message", "box"),
    [
        ({"name": ""}, "Enter the name", "name"),
        ({"name": "x" * 11}, "Shorten the name to 10 characters or fewer", "name"),
        ({"name": "a\x00"}, "Enter the name again, in letters and numbers only", "name"),
        ({"reason": " "}, "Enter the reason", "reason"),
        ({"reason": "x" * 21}, "Shorten the reason to 20 characters or fewer", "reason"),
        ({"email": ""}, "Enter your email address", "email"),
        ({"email": "ann"}, "Enter an email address like name@example.org", "email"),
        ({"formal": ""}, "Select whether it is formal", "formal"),
        ({"formal": "perhaps"}, "Select whether it is formal from the list", "formal"),
        ({"size": ""}, "Select a size", "size"),
        ({"size": "huge"}, "Select a size from the list", "size"),
        ({"groups": []}, "Select whom it touches", "groups"),
        ({"groups": ["c"]}, "Select whom it touches from the list", "groups"),
        ({"opens-day": "", "opens-month": "", "opens-year": ""}, "Enter the day it opens", "opens-day"),
        ({"opens-day": ""}, "The day it opens must include a day", "opens-day"),
        ({"opens-month": ""}, "The day it opens must include a month", "opens-month"),
        ({"opens-year": ""}, "The day it opens must include a year", "opens-year"),
        ({"opens-year": "27"}, "The day it opens must have a year of 4 numbers", "opens-year"),
        ({"opens-year": "0027"}, "The day it opens must have a year between 1900 and 2100", "opens-year"),
        ({"opens-year": "2101"}, "The day it opens must have a year between 1900 and 2100", "opens-year"),
        ({"opens-month": "Marzo"}, "The day it opens must be a day in the calendar", "opens-month"),
        ({"opens-day": "31", "opens-month": "June"}, "The day it opens must be a day in the calendar", "opens-day"),
        ({"opens-day": "x"}, "The day it opens must be a day in the calendar", "opens-day"),
    ],
)
def test_each_wrong_answer_is_told_twice_in_the_same_words(every_kind, wrong, message, box):
    form = every_kind(RIGHT | wrong, files())

    page = read_page(drawn(form))

    assert page.summary == [(box, message)]
    assert page.errors == [message]
    assert box in page.ids, "the link in the summary leads to the box"


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({}, "Choose the list"),
        (files("list.xlsx"), "The list must end in .csv"),
        (files(content=b""), "The list is empty. Choose one with something in it"),
        (files(content=b"x" * 2_000_001), "The list must be smaller than 2 MB"),
    ],
)
def test_each_wrong_file_is_told(every_kind, sent, message):
    page = read_page(drawn(every_kind(RIGHT, sent)))

    assert page.summary == [("file", message)]
    assert page.errors == [message]


def test_what_nobody_sees_is_not_taken_from_pasted_text(every_kind):
    form = every_kind(RIGHT | {"name": "\x07Pa\u202erks\x0b", "reason": "Für 👩\u200d🌾,\x02\r\nعيد\u2066"}, files())

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Parks"
    assert form.cleaned_data["reason"] == "Für 👩\u200d🌾,\r\nعيد"
    assert every_kind(RIGHT | {"name": "\x07\u202e"}, files()).errors["name"] == ["Enter the name"]


def test_what_was_typed_is_kept(every_kind):
    typed = RIGHT | {"name": "<b>Parks & gardens</b>", "opens-day": "31", "opens-month": "feb", "groups": ["b"]}

    html = " ".join(drawn(every_kind(typed, files())).split())

    assert 'value="&lt;b&gt;Parks &amp; gardens&lt;/b&gt;"' in html
    assert 'value="feb"' in html
    assert 'value="b" checked' in html
    assert 'value="a" checked' not in html
    assert 'value="yes" checked' in html
    assert '<option value="small" selected>' in html
    assert "It ends in June.</textarea>" in html


def test_a_known_day_stands_in_its_boxes(every_kind):
    html = field(every_kind(initial={"opens": date(2027, 5, 24)})["opens"])

    assert [f'value="{value}"' in html for value in (24, 5, 2027)] == [True, True, True]


def test_only_a_question_that_may_be_left_out_says_so(every_kind):
    html = drawn(every_kind())

    assert html.count("(optional)") == 1
    assert "Note (optional)" in html


def test_no_field_leaves_its_errors_to_the_browser(every_kind):
    html = drawn(every_kind())

    for attribute in (" required", "placeholder", "maxlength", "aria-required"):
        assert attribute not in html


def test_no_message_scolds_or_begs(every_kind):
    form = every_kind({}, {})

    said = " ".join(message for messages in form.errors.values() for message in messages).lower()

    assert len(form.errors) == 8
    assert [word for word in BANNED if word in said.split()] == []


def test_an_error_of_the_whole_form_leads_to_its_first_field(every_kind):
    form = every_kind(RIGHT, files())
    form.add_error(None, "Say one or the other")

    assert read_page(error_summary(form)).summary == [("name", "Say one or the other")]


def test_a_question_alone_on_its_page_is_the_heading(every_kind):
    form = every_kind()

    assert read_page(field(form["opens"], heading=True)).h1 == ["When does it open?"]
    assert read_page(field(form["name"], heading=True)).h1 == ["What is it called?"]
    assert read_page(field(form["name"])).h1 == []
