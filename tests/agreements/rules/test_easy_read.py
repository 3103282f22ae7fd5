"""Easy Read has short sentences, and tells each hard word at once."""

from tests.agreements.folders import HERE

EASY = "2025/easy-read.toml"
HARD = 'text = "This is about the Compact."\npicture = "document"\nhard_word = "Compact"'
TELL = "Use it in this statement, and say in the next what it means."


def test_a_sentence_has_at_most_15_words(folder):
    folder.change(EASY, "A Compact is a list of promises.", f"A {'long ' * 13}list. A {'long ' * 14}list.")

    assert folder.told() == [
        (
            EASY,
            folder.line(EASY, "long list. A"),
            "A sentence of the booklet “What the Compact is” has 16 words.",
            "Use at most 15.",
        )
    ]


def test_a_hard_word_stands_in_its_statement(folder):
    folder.change(EASY, HARD, HARD.replace('hard_word = "Compact"', f'hard_word = "covenant" {HERE}'))

    assert folder.told() == [(EASY, folder.line(EASY, HERE), "The hard word “covenant” is not in its statement.", TELL)]


def test_a_hard_word_does_not_come_last(folder):
    folder.add(
        EASY,
        '[[booklet]]\nid = "end"\ntitle = "The end"\n'
        f'[[booklet.statement]]\ntext = "This is the end."\npicture = "door"\nhard_word = "end" {HERE}\n',
    )

    assert folder.told() == [
        (EASY, folder.line(EASY, HERE), "The hard word “end” comes last, so no statement says what it means.", TELL)
    ]
