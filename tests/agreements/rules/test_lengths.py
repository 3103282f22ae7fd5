"""A number in words, in figures or spelt out, is the number that is tested."""

import pytest

from tests.agreements.folders import HERE, PROMISES, STANDARDS, TRIAL, changed

WORDING = "open for at least 12 weeks, or give"
PLAIN = "at least 12 weeks to answer"
SAME = "Make the two the same."


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("10 weeks", "10 weeks"),
        ("ten weeks", "10 weeks"),
        ("Eleven full weeks", "11 weeks"),
        ("12-month periods", "12 months"),
        ("twenty-eight days", "28 days"),
        ("60 working days", "60 working days"),
        ("eighty four (84) clear days, or thirty days", "30 days"),
        ("a hundred and ten days, 2.5 years or seventy seven days", "77 days"),
        ("one year", "1 year"),
    ],
)
@pytest.mark.parametrize("words_of", [WORDING, PLAIN])
def test_a_length_in_a_promise_that_is_not_its_standards_is_told(folder, words, read, words_of):
    folder.change(PROMISES, words_of, words_of.replace("12 weeks", words))

    assert [told for told in folder.told() if "sentence" not in told[2]] == [
        (PROMISES, folder.line(PROMISES, words), f"Promise 2.1 says {read}, but its standard asks for 12 weeks.", SAME)
    ]


@pytest.mark.parametrize(
    "words", ["twelve weeks", "Twelve full weeks", "84 days", "12 (12) weeks", "time, once a year"]
)
def test_the_same_length_in_other_words_is_right(folder, words):
    folder.change(PROMISES, PLAIN, PLAIN.replace("12 weeks", words))

    assert folder.mistakes() == []


def test_a_year_is_twelve_months(folder):
    folder.change(
        "2025/4-changes.toml", "Public bodies give at least 3 months' notice in writing", "Notice comes 3 months ahead"
    )
    folder.change(
        "2025/3-funding.toml", "Public bodies fund ongoing work for more than 1 year", "They fund for 12 months"
    )

    assert folder.mistakes() == []


def test_a_promise_without_a_length_in_its_standards_may_name_one(folder):
    folder.change("2025/1-independence.toml", "Groups can campaign and disagree in public,", "For 5 years,")

    assert folder.mistakes() == []


def test_the_words_of_a_standard_say_the_length_that_it_tests(folder):
    folder.add(STANDARDS, changed(TRIAL, ('is open for 12 weeks."', f'is open for twelve months." {HERE}')))

    assert folder.told() == [
        (STANDARDS, folder.line(STANDARDS, HERE), "“trial” says 12 months, but its test asks for 12 weeks.", SAME)
    ]


def test_a_length_in_the_due_day_may_be_told_in_words(folder):
    folder.add(
        STANDARDS,
        changed(
            TRIAL,
            ("open for 12 weeks.", "open for 12 weeks, told 5 days on."),
            ('"closes"\n', '"5 days after closes"\n'),
        ),
    )

    assert folder.mistakes() == []
