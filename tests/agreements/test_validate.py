"""What `validate` says of a whole folder: files that are missing, stray, unreadable, or no TOML."""

from pathlib import Path

import pytest

from livecompact.agreements.documents import Document
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.validating import look_at_documents, validate
from tests.agreements.folders import PROMISES, STANDARDS

NEW = "`livecompact new NAME` makes a folder to start from; if this is the folder above, name the one inside."


def test_the_model_has_no_mistake(folder):
    assert folder.mistakes() == []


def test_an_empty_folder_misses_its_head(tmp_path):
    assert validate(tmp_path) == [Mistake("agreement.toml", 1, "This file is missing.", NEW)]


def test_a_folder_of_something_else_is_not_searched(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "letters.toml").write_text("no toml")

    assert validate(tmp_path) == [Mistake("agreement.toml", 1, "This file is missing.", NEW)]


def test_an_edition_misses_its_file(folder):
    (folder.path / STANDARDS).unlink()

    assert str(folder.only_mistake()) == (
        "2025/standards.toml, line 1: This file is missing. An edition's folder needs it."
    )


def test_an_agreement_without_an_edition_is_told_what_to_make(tmp_path, folder):
    (tmp_path / "bare").mkdir()
    (folder.path / "agreement.toml").rename(tmp_path / "bare" / "agreement.toml")

    assert [str(mistake) for mistake in validate(tmp_path / "bare")] == [
        "edition.toml, line 1: There is no edition. Make a folder such as 2026 with an edition.toml in it."
    ]


def test_an_edition_without_a_promise_is_named(folder):
    for file in folder.path.glob("2025/[0-9]*.toml"):
        file.unlink()
    folder.write(STANDARDS, "")

    assert str(folder.only_mistake()) == (
        "2025/edition.toml, line 1: This edition holds no promise. "
        "Write [[undertaking]] in a file such as 2025/1-independence.toml."
    )


def test_a_stray_toml_file_is_named(folder):
    folder.write("notes.toml", "")

    mistake = folder.only_mistake()
    assert (mistake.file, mistake.says) == ("notes.toml", "No file of this name belongs here.")
    assert mistake.mend.startswith("The files are agreement.toml, concerns.toml, stories.toml, codes/*.toml,")


def test_a_misspelt_file_inside_an_edition_is_taken_for_promises_and_its_first_key_is_named(folder):
    (folder.path / "2025/glossary.toml").rename(folder.path / "2025/glosary.toml")

    assert {(mistake.file, mistake.says) for mistake in folder.mistakes()} == {
        ("2025/glosary.toml", "`term` is not a key of this file."),
        ("2025/glosary.toml", "This file has no `undertaking`."),
    }


@pytest.mark.parametrize(
    "name", ["2025/glossary.tml", "pictures/map.png", "2025/standards.toml.bak", "picture.png", "codes/old.json"]
)
def test_a_file_that_is_no_toml_is_named(folder, name):
    folder.write(name, "")

    assert str(folder.only_mistake()) == (
        f"{name}, line 1: No file of this kind belongs here. Take it away, or let its name end in .toml."
    )


@pytest.mark.parametrize("name", ["README.md", "2025/notes.txt", ".DS_Store", ".git/config"])
def test_a_note_or_a_hidden_file_may_lie_beside(folder, name):
    folder.write(name, "")

    assert folder.mistakes() == []


def test_a_folder_inside_an_edition_is_named_and_not_searched(folder):
    (folder.path / "2025" / "old").mkdir()
    folder.write("2025/old/agreement.toml", "no toml")

    assert str(folder.only_mistake()) == (
        "2025/old, line 1: A folder lies inside an edition's folder. Take it away; nothing in it is read."
    )


def test_a_file_that_cannot_be_opened_is_named(folder):
    (folder.path / "stories.toml").symlink_to(folder.path / "nowhere")

    assert str(folder.only_mistake()) == (
        "stories.toml, line 1: This file cannot be read (No such file or directory). Ask for the right to read it."
    )


def test_a_character_that_is_no_utf_8_is_told_on_its_line(folder):
    text = folder.read(PROMISES).encode()
    (folder.path / PROMISES).write_bytes(text.replace(b"12 weeks", "12 weeks – all".encode("cp1252"), 1))

    assert folder.only_mistake() == Mistake(
        PROMISES,
        text[: text.index(b"12 weeks")].count(b"\n") + 1,
        "A character is not written in UTF-8.",
        "Save the file with the encoding UTF-8.",
    )


def test_a_file_in_utf_16_is_named(folder):
    (folder.path / PROMISES).write_text(folder.read(PROMISES), encoding="utf-16")

    assert folder.only_mistake().says == "A character is not written in UTF-8."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_files_as_any_editor_saves_them_are_read_with_the_same_lines(folder, encoding, newline):
    folder.change(PROMISES, 'binds = "statutory"\nway_out = ["public reason"]', 'binds = "council"\nway_out = []')
    line = folder.line(PROMISES, '"council"')
    with (folder.path / PROMISES).open("r+", encoding="utf-8") as file:
        text = file.read()
    (folder.path / PROMISES).write_text(text, encoding=encoding, newline=newline)

    assert folder.only_mistake().line == line


NOT_TOML = [
    ('name = "One"\nname = "Two"', 2, "A key stands here twice."),
    ("[area]\n[area]", 2, "A key stands here twice."),
    ("a = { b = 1, b = 2 }", 1, "A key stands here twice."),
    ("a = { b = 1 }\na.c = 2", 2, "This adds to a table that is already closed."),
    ('\n\nname = "One', 3, "A text does not end, or holds a character that it cannot."),
    ('name = "One\nTwo"', 1, "A text does not end, or holds a character that it cannot."),
    ('name = """One\n\nTwo\n', 3, "A text does not end, or holds a character that it cannot."),
    ("name = '''One\n\nTwo\n", 3, "A text does not end, or holds a character that it cannot."),
    ("name = 'One", 1, "A text does not end, or holds a character that it cannot."),
    ('name = "C:\\My"', 1, "A backslash in this text means nothing."),
    ('name = "\\uD800"', 1, "A backslash in this text means nothing."),
    ('name = "\\uXYZW"', 1, "A backslash in this text means nothing."),
    ('says = [\n  "One"\n  "Two"\n]', 3, "A bracket is not closed, or a comma is missing."),
    ("[[about]\nid = 1", 1, "A bracket is not closed, or a comma is missing."),
    ("[area\nid = 1", 1, "A bracket is not closed, or a comma is missing."),
    ("name", 1, "A key has no equals sign."),
    ('# it\nname = "It is "quoted" here"', 2, "Something follows the value."),
    ("from = 2026-02-30", 1, "This date is not in the calendar."),
    ("a = 1\nname = One", 2, "This value is written in no way that TOML has."),
    ("ok = 1\n= 2", 2, "This line is neither a key nor a heading."),
    ("ok = 1\n“name” = 2", 2, "This line is neither a key nor a heading."),
    ("a = { “b” = 2 }", 1, "A key begins with a character that it cannot have."),
    ("a.“b” = 2", 1, "A key begins with a character that it cannot have."),
]


@pytest.mark.parametrize(("text", "line", "says"), NOT_TOML)
def test_what_is_not_toml_is_told_in_plain_words_on_its_line(folder, text, line, says):
    folder.write("stories.toml", text)

    found = folder.only_mistake()

    assert (found.file, found.line, found.says) == ("stories.toml", line, says)


def test_lists_that_lie_too_deep_are_named_and_nothing_falls_over(folder):
    folder.write("stories.toml", f"a = {'[' * 50_000}{']' * 50_000}")

    assert str(folder.only_mistake()) == (
        "stories.toml, line 1: Its lists lie too deep inside each other. Keep to the format."
    )


def test_a_broken_file_is_not_called_missing_too_and_the_others_are_still_looked_at(folder):
    folder.write(STANDARDS, "broken")
    folder.change("agreement.toml", 'calendar = "england-and-wales"', 'calendar = "wales"')

    assert [mistake.file for mistake in folder.mistakes()] == [STANDARDS, "agreement.toml"]


def test_every_mistake_is_named_in_the_order_of_files_and_lines(folder):
    folder.change(PROMISES, 'id = "time-to-answer"', 'id = "Time to answer"\ncolour = "red"\nsize = 3')
    folder.change(PROMISES, 'shown_by = "The feedback published with the consultation."\n', "")
    folder.change("agreement.toml", 'publisher = "The signatories of your area"\nurl = ""\n', "")

    assert [(mistake.file, mistake.line, mistake.says) for mistake in folder.mistakes()] == [
        (PROMISES, folder.line(PROMISES, 'Time to answer"'), "`id` of undertaking 1 is “Time to answer”."),
        (PROMISES, folder.line(PROMISES, "colour"), "`colour` is not a key of undertaking 1."),
        (PROMISES, folder.line(PROMISES, "size"), "`size` is not a key of undertaking 1."),
        (PROMISES, folder.line(PROMISES, "2.2") - 1, "Undertaking 2 has no `shown_by`."),
        ("agreement.toml", folder.line("agreement.toml", "[signed_text]"), "`signed_text` has no `publisher`."),
        ("agreement.toml", folder.line("agreement.toml", "[signed_text]"), "`signed_text` has no `url`."),
    ]


def test_documents_without_text_are_looked_at_too():
    agreement, mistakes = look_at_documents({"2025/edition.toml": Document("2025/edition.toml", "", {"id": "2025"})})

    assert agreement is None
    assert [(mistake.file, mistake.line, mistake.says) for mistake in mistakes] == [
        ("2025/edition.toml", 1, "This file has no `from`."),
        ("2025/edition.toml", 1, "This file has no `name`."),
        ("2025/edition.toml", 1, "This file has no `review_by`."),
        ("2025/edition.toml", 1, "This file has no `section`."),
        ("2025/edition.toml", 1, "This file has no `until`."),
        ("2025/standards.toml", 1, "This file is missing."),
        ("agreement.toml", 1, "This file is missing."),
    ]


def test_a_mistake_is_one_line_to_read():
    mistake = Mistake("2025/edition.toml", 3, "It has no name.", "Write one.")

    assert str(mistake) == "2025/edition.toml, line 3: It has no name. Write one."


def test_a_path_may_be_given_as_it_is_typed(folder, monkeypatch):
    monkeypatch.chdir(folder.path.parent)

    assert validate(Path("model")) == []
