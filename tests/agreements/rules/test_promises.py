"""Promises lie in sections, have short names and plain words, and say how they are checked."""

from tests.agreements.folders import HERE, LOCAL, PROMISES, STANDARDS, TRIAL, changed

NUMBER_2_2 = 'number = "2.2"\nid = "what-changed"\nname = "What changed and why"\nsection = "2"\n'


def test_a_section_that_is_not_there_is_told(folder):
    folder.change(PROMISES, NUMBER_2_2, NUMBER_2_2.replace('"2"\n', f'"6" {HERE}\n'))

    assert folder.told() == [
        (
            PROMISES,
            folder.line(PROMISES, HERE),
            "Promise 2.2 lies in section “6”, which is not there.",
            "The sections are 1, 2, 3, 4, 5.",
        )
    ]


def test_a_name_has_at_most_five_words(folder):
    folder.change(PROMISES, "What changed and why", "What changed and what did not")

    assert folder.told() == [
        (
            PROMISES,
            folder.line(PROMISES, "what did not"),
            "The name of promise 2.2 has 6 words.",
            "Use at most 5.",
        )
    ]


def test_a_name_of_five_words_is_short_enough(folder):
    folder.change(PROMISES, "What changed and why", "What changed, and how-to know")

    assert folder.mistakes() == []


def test_a_sentence_of_the_plain_words_has_at_most_25_words(folder):
    folder.change(
        PROMISES,
        "They also say what they did not change, and why.",
        f"They {'also ' * 25}say. They say {'so ' * 23}.",
    )

    assert folder.told() == [
        (
            PROMISES,
            folder.line(PROMISES, "They also also"),
            "A sentence in the plain words of promise 2.2 has 27 words.",
            "Use at most 25.",
        )
    ]


def test_a_promise_checked_by_the_text_has_a_standard_out_of_the_text(folder):
    folder.change(PROMISES, 'checks = ["record", "local"]', f'checks = [\n"record", "local", "text"] {HERE}')

    assert folder.told() == [
        (
            PROMISES,
            folder.line(PROMISES, HERE) - 1,
            "Promise 2.2 says it is checked by “text”, but has no such standard.",
            "Write the standard, or take the word away.",
        )
    ]


def test_a_tip_is_no_standard_out_of_the_text(folder):
    folder.change(PROMISES, 'checks = ["record", "local"]', 'checks = ["record", "local", "text"]')
    folder.add(
        STANDARDS,
        changed(
            TRIAL, ('"text"', '"prompt"'), ('"2.1"', '"2.2"'), ('unless = { stated = "reason_for_shorter_time" }', "")
        ),
    )

    assert [mistake.says for mistake in folder.mistakes()] == [
        "Promise 2.2 says it is checked by “text”, but has no such standard."
    ]


def test_checks_name_every_way_in_which_standards_check(folder):
    for text in (
        changed(TRIAL, ('"2.1"', '"5.2"'), ('unless = { stated = "reason_for_shorter_time" }', "")),
        changed(LOCAL, ('"2.2"', '"2.1"'), ('"trial"', '"trial-local"')),
        changed(TRIAL, ('"trial"', '"trial-record"'), ("basis", 'judged_by = "people"\nbasis')),
    ):
        folder.add(STANDARDS, text)

    assert [(mistake.file, mistake.says, mistake.mend) for mistake in folder.mistakes()] == [
        (PROMISES, "A standard checks promise 2.1 by “local”, which `checks` does not name.", "Add “local”."),
        (PROMISES, "A standard checks promise 2.1 by “record”, which `checks` does not name.", "Add “record”."),
        (
            "2025/5-working-together.toml",
            "A standard checks promise 5.2 by “text”, which `checks` does not name.",
            "Add “text”.",
        ),
    ]
