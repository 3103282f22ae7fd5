from pathlib import Path

import pytest

from livecompact import kinds
from livecompact.files.columns.naming import fact_names, folded, known_names
from livecompact.files.columns.recognising import letters, recognise
from livecompact.files.unreadable import CannotRead
from tests.files.published import GOVUK, LINE, read, read_text, write

FLAT_360 = (
    "Identifier,Title,Currency,Amount Awarded,Award Date,Planned Dates:0:Start Date,planned dates/0/end date,"
    "Planned Dates:Duration (months),Recipient Org:0:Name,Funding Org:0:Identifier,Funding Org:Name\n"
)
AWARD = "360G-1,Lunch club,GBP,1200,2025-02-01,2025-04-01,2026-03-31,12,Oakley Lunch Club,GB-LAE-OAK,Oakley Council\n"
PAYMENTS = "Payment Date,Transaction Number,Amount,Supplier Name,Expense Area,Expense Type\n"
PAYMENT = "06/01/2025,T1,£500.00,Oakley Nursery,People,Grants\n"


def said_of(folder: Path, text: str, *, kind: str | None = None) -> str:
    with pytest.raises(CannotRead) as told:
        read_text(folder, text, kind=kind)
    return str(told.value)


def test_a_consultation_list_in_the_style_of_govuk_is_recognised(tmp_path):
    source = read_text(tmp_path, GOVUK + LINE).source

    assert (source.kind, source.layout) == ("consultation", "a consultation list in the style of GOV.UK")
    assert source.recognised == {
        "url": "identifier",
        "organisation": "organisation",
        "title": "title",
        "opening_date": "opens",
        "closing_date": "closes",
        "response_date": "feedback_published",
    }
    assert source.ignored == ("summary",)
    assert "reason_for_shorter_time" in source.missing
    assert not {"opens", "closes"} & set(source.missing)


def test_the_flat_titles_of_360giving_are_recognised_with_and_without_numbers(tmp_path):
    source = read_text(tmp_path, FLAT_360 + AWARD).source

    assert (source.kind, source.layout, source.judged) == ("award", "360Giving", 1)
    assert list(source.recognised.values()) == [
        *("identifier", "title", "currency", "amount", "awarded", "starts", "ends", "months"),
        *("partner", "organisation_id", "organisation"),
    ]


def test_a_councils_list_of_payments_is_recognised(tmp_path):
    source = read_text(tmp_path, PAYMENTS + PAYMENT).source

    assert (source.kind, source.layout) == ("payment", "a council’s list of payments")
    assert {"Payment Date": "paid", "Amount": "amount", "Supplier Name": "partner"}.items() <= source.recognised.items()


def test_files_of_several_kinds_make_a_table_for_each(tmp_path):
    found = read(write(tmp_path, PAYMENTS + PAYMENT, "a.csv"), write(tmp_path, GOVUK + LINE, "b.csv"))

    assert set(found.loaded.tables) == {"payment", "consultation"}


@pytest.mark.parametrize("heading", ["Opening Date", "OPENING_DATE", "openingDate", " opening  date ", "Opening-date:"])
def test_a_heading_is_known_whatever_its_case_and_signs(heading):
    assert fact_names(kinds.kind("consultation"))[folded(heading)] == "opens"


@pytest.mark.parametrize("kind", kinds.KINDS.values(), ids=kinds.KINDS)
def test_no_name_means_two_facts_of_a_kind(kind):
    names = [
        folded(name) for fact in kind.facts for name in {folded(n) for n in (fact.name, *fact.known_as, *fact.was)}
    ]

    assert len(names) == len(set(names))


def test_the_file_says_which_two_columns_would_hold_the_same_fact(tmp_path):
    text = "title,opening_date,closing_date,End date\nParks,2025-03-03,2025-05-25,2025-05-26\n"

    assert said_of(tmp_path, text, kind="consultation") == (
        "list.csv has two columns for the closing date, “closing_date” and “End date”."
        ' Say in a mapping file (--columns) which one not to use: [columns] "End date" = "ignore".'
    )


def test_two_columns_of_one_name_are_told_by_their_letters(tmp_path):
    text = "title,opens,closes,opens\nParks,2025-03-03,2025-05-25,2025-05-26\n"

    assert said_of(tmp_path, text, kind="consultation") == (
        "list.csv has two columns named “opens”, B and D. Give each column its own name."
    )


def test_two_columns_of_one_name_that_nobody_needs_are_no_matter(tmp_path):
    found = read_text(tmp_path, "title,opens,Notes,Notes,\nParks,2025-03-03,a,b,c\n", kind="consultation")

    assert found.source.ignored == ("Notes", "Notes", "column E")


def test_of_several_names_for_what_a_thing_is_the_likeliest_is_taken(tmp_path):
    found = read_text(tmp_path, "url,id,opens\nhttps://example.org,7,2025-03-03\n", kind="consultation")

    assert found.column("identifier") == ["7"]
    assert found.source.ignored == ("url",)


def test_what_cannot_be_told_apart_is_asked_for_by_name(tmp_path):
    text = "title,opens,closes\nParks,2025-03-03,2025-05-25\n"

    said = said_of(tmp_path, text)

    assert said.startswith("list.csv could hold consultations or funding opportunities")
    assert "Say what its rows are with --as and one of consultation, funding-opportunity" in said


def test_the_name_of_a_file_tells_apart_what_its_columns_do_not(tmp_path):
    text = "title,opens,closes\nParks,2025-03-03,2025-05-25\n"

    assert read_text(tmp_path, text, "Consultations 2025.csv").source.kind == "consultation"
    assert read_text(tmp_path, text, "funding-opportunities_2025.csv", kind="funding-opportunity").source.judged == 1


def test_a_file_without_a_known_column_is_told_with_what_it_has(tmp_path):
    said = said_of(tmp_path, "colour,smell\nred,sweet\n")

    assert said.startswith(
        "list.csv has no column that we know; it has “colour”, “smell”. Say what its rows are with --as"
    )


def test_a_file_without_a_column_of_the_kind_it_is_said_to_be_is_told(tmp_path):
    survey = said_of(tmp_path, PAYMENTS + PAYMENT, kind="survey")
    review = said_of(tmp_path, PAYMENTS + PAYMENT, kind="annual-review")

    assert survey.startswith("list.csv has no column that we know of a survey; it has “Payment Date”, ")
    assert review.startswith("list.csv has no column that we know of an annual review; it has ")


def test_a_kind_that_there_is_not_is_told_with_those_there_are(tmp_path):
    assert said_of(tmp_path, GOVUK + LINE, kind="picnic").startswith("“picnic” is no kind of record. The kinds are ")


def test_amounts_in_another_currency_are_reported(tmp_path):
    found = read_text(tmp_path, FLAT_360 + AWARD + AWARD.replace("GBP", "EUR") + AWARD.replace("GBP", ""))

    assert len(found.column("amount")) == 2
    (problem,) = found.problems()
    assert (problem["cell"], problem["value"], problem["says"]) == ("C3", "EUR", "This amount is not in pounds.")


def test_a_currency_is_no_matter_where_no_amount_is_read(tmp_path):
    text = "opening_date,closing_date,response_date,currency\n2025-03-03,2025-05-25,,EUR\n"

    assert read_text(tmp_path, text).source.reported == 0


def test_every_kind_is_recognised_by_its_own_facts():
    for kind in kinds.KINDS.values():
        found = recognise("list.csv", list(kind.by_name), kind)
        assert list(found.facts) == list(kind.by_name)
        assert set(map(folded, kind.by_name)) <= known_names(kind)


def test_columns_have_the_letters_of_a_spreadsheet():
    assert [letters(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
