"""`show` says an agreement and a promise in plain text that fits any terminal."""

from datetime import date

import pytest

from livecompact import agreements
from livecompact.agreements.agreement import Agreement
from livecompact.agreements.showing import WIDTH, agreement_text, undertaking_text
from tests.agreements.folders import PROMISES

DATED = ('\nfrom = "not known"\nuntil = "not known"', "\nfrom = 2025-04-01\nuntil = 2030-03-31")
EVERY = pytest.mark.parametrize("name", agreements.bundled())


def shown(agreement: Agreement, number: str) -> str:
    return undertaking_text(agreement, agreement.newest, agreement.newest.undertaking(number))


def in_a_line(text: str) -> str:
    return " ".join(text.split())


@EVERY
def test_an_agreement_is_shown_with_every_section_and_promise(name):
    agreement = agreements.load(name)
    text = agreement_text(agreement, agreement.newest)

    assert text.startswith(f"{agreement.name}\n")
    for section in agreement.newest.sections:
        assert f"{section.id}. {section.title} ({section.topic_name})" in in_a_line(text)
    for each in agreement.newest.undertakings:
        assert in_a_line(f"{each.number} {each.name}: {each.plain}") in in_a_line(text)
    for shared in (*agreement.newest.principles, *agreement.newest.challenges):
        assert f"- {shared.plain}" in in_a_line(text)
    assert agreement.signed_text.note.split(".")[0] in in_a_line(text)


@EVERY
def test_every_promise_is_shown_with_its_standards_and_their_examples(name):
    agreement = agreements.load(name)
    for each in agreement.newest.undertakings:
        text = in_a_line(shown(agreement, each.number))

        assert in_a_line(each.plain) in text
        assert f"In full, in our words: {in_a_line(each.wording)}" in text
        for words in each.way_out:
            assert f"“{words}”" in text
        standards = agreement.newest.standards_of(each.number)
        for standard in standards:
            assert f"Standard {standard.code} (" in text
            assert in_a_line(standard.source) in text
            for example in standard.examples:
                assert f"- {in_a_line(example.say)} → {example.verdict}" in text
        assert ("How days are counted" in text) is bool(standards)
        assert ("No standard tests it in this program yet." in text) is not bool(standards)


@EVERY
def test_no_line_is_wider_than_the_page_and_none_ends_in_blanks(name):
    agreement = agreements.load(name)
    texts = [agreement_text(agreement, agreement.newest)]
    texts += [shown(agreement, each.number) for each in agreement.newest.undertakings]
    lines = [line for text in texts for line in text.splitlines()]

    assert [line for line in lines if len(line) > WIDTH] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_promise_says_whom_it_binds():
    assert "It binds public bodies.\n" in shown(agreements.load("hertfordshire"), "2.4")
    assert "It binds voluntary and community groups.\n" in shown(agreements.load("hertfordshire"), "1.7")
    assert "It binds both public bodies and groups.\n" in shown(agreements.load("hertfordshire"), "3.19")
    assert "It binds public bodies, of them only GB-LAE-DAC.\n" in shown(agreements.load("dacorum"), "D-S-GOV-4")


def test_a_promise_without_a_way_out_says_that_a_reason_does_not_excuse():
    text = in_a_line(shown(agreements.load("hertfordshire"), "3.6"))

    assert "The text has no words that allow less: a reason is shown, but does not excuse." in text


def test_a_promise_is_found_by_its_id_and_in_any_letters():
    agreement = agreements.load("dacorum")

    assert agreement.newest.undertaking("d-s-gov-4") is agreement.newest.undertaking("D-S-GOV-4")
    assert agreements.load("hertfordshire").newest.undertaking("time-to-answer").number == "2.4"
    with pytest.raises(KeyError):
        agreement.newest.undertaking("9.9")


def test_dates_are_told_where_the_text_has_them(folder):
    folder.change(
        "2025/edition.toml", '\nfrom = "not known"\nuntil = "not known"', "\nfrom = 2025-04-01\nuntil = 2030-03-31"
    )
    agreement = agreements.load(folder.path)

    text = agreement_text(agreement, agreement.newest, asked_as="area/model")

    assert "The 2025 model. In force from 1 April 2025. It holds until 31 March 2030." in in_a_line(text)
    assert text.endswith("For one promise with its standards: livecompact show area/model 1.1")


def test_a_start_that_is_not_known_is_said_so():
    agreement = agreements.load("hertfordshire")

    assert "The 2016 text. When it began is not known." in in_a_line(agreement_text(agreement, agreement.newest))


def test_the_official_words_are_shown_where_an_area_has_loaded_them(folder):
    folder.write("2025/wording.toml", '[official]\n"2.1" = "Twelve weeks, or a public reason."\n')
    agreement = agreements.load(folder.path)

    assert "The official words: Twelve weeks, or a public reason." in shown(agreement, "2.1")
    assert "The official words" not in shown(agreement, "2.2")


def test_sections_and_files_are_shown_in_the_order_in_which_they_are_counted(folder):
    (folder.path / "2025/5-working-together.toml").rename(folder.path / "2025/10-working-together.toml")

    numbers = [each.number for each in agreements.load(folder.path).newest.undertakings]

    assert numbers[0] == "1.1"
    assert numbers[-2:] == ["5.1", "5.2"]


def test_the_edition_in_force_is_the_last_that_had_begun(folder):
    folder.change(
        "2025/edition.toml", '\nfrom = "not known"\nuntil = "not known"', "\nfrom = 2025-04-01\nuntil = 2030-03-31"
    )
    agreement = agreements.load(folder.path)

    found = [
        agreement.edition_in_force(date(*day)) for day in [(2025, 3, 31), (2025, 4, 1), (2030, 3, 31), (2030, 4, 1)]
    ]

    assert [edition and edition.id for edition in found] == [None, "2025", "2025", None]
    assert (
        agreements.load("hertfordshire").edition_in_force(date(2002, 1, 1)) is agreements.load("hertfordshire").newest
    )


def test_a_folder_with_a_mistake_is_not_used_and_says_why(folder):
    folder.change(PROMISES, 'binds = "statutory"\nway_out = ["public reason"]', 'binds = "council"\nway_out = []')

    with pytest.raises(agreements.Mistaken) as told:
        agreements.load(folder.path)

    assert str(told.value).startswith(f"{folder.path} has 1 mistake:\n  {PROMISES}, line ")
