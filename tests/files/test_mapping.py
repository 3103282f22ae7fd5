from datetime import date
from pathlib import Path

import pytest

from livecompact.files.unreadable import CannotRead
from tests.files.published import Read, read_text, write

LIST = "Start of exercise,End,End (revised),Why,Note\n2025-03-03,2025-05-25,2025-05-26,No reason,x\n"
MAP = """
kind = "consultation"
none = ["No reason"]
not_known = ["see note"]
[columns]
"Start of exercise" = "opens"
"end" = "closes"
"Why" = "reason_for_shorter_time"
"Note" = "title"
"""


def mapped(folder: Path, text: str, told: str) -> Read:
    return read_text(folder, text, columns=write(folder, told, "map.toml"))


def said_of(folder: Path, told: str) -> str:
    with pytest.raises(CannotRead) as error:
        mapped(folder, LIST, told)
    return str(error.value)


def test_a_mapping_file_says_what_columns_mean(tmp_path):
    found = mapped(tmp_path, LIST, MAP)

    assert (found.source.kind, found.column("opens"), found.column("closes")) == (
        *("consultation", [date(2025, 3, 3)]),
        [date(2025, 5, 25)],
    )
    assert (found.column("reason_for_shorter_time__none"), found.column("title")) == ([True], ["x"])
    assert found.source.ignored == ("End (revised)",)


def test_a_mapping_file_settles_which_of_two_columns_is_meant(tmp_path):
    text = "opens,closing_date,End date\n2025-03-03,2025-05-25,2025-05-26\n"

    ignoring = mapped(tmp_path, text, 'kind = "consultation"\n[columns]\n"End date" = "ignore"\n')
    choosing = mapped(tmp_path, text, 'kind = "consultation"\n[columns]\n"End date" = "closes"\n')

    assert ignoring.column("closes") == [date(2025, 5, 25)]
    assert choosing.column("closes") == [date(2025, 5, 26)]
    assert choosing.source.ignored == ("closing_date",)


def test_a_mapping_file_finds_the_headings_below_a_title(tmp_path):
    assert mapped(tmp_path, f"All our exercises,,,,\n{LIST}", MAP).column("file_row") == [3]


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (
            "kind = ",
            "map.toml is not TOML. Line 1: This value is written in no way that TOML has. Put words in quotation",
        ),
        ('colour = "red"', "map.toml has the key “colour”, which we do not know. The keys are kind, date_order, none,"),
        ('kind = "picnic"', "map.toml has kind = “picnic”. The kinds are consultation, "),
        ('date_order = "year first"', "map.toml has date_order = “year first”. Write one of: day first, month first."),
        ('none = "N/A"', 'map.toml has none = “N/A”. Write a list, such as none = ["N/A"].'),
        ("columns = 3", "map.toml has columns that are no table of texts. Write a line [columns], and below it lines"),
        (
            'kind = "consultation"\n[columns]\nEnd = "colour"',
            "map.toml says that “End” holds “colour”, which a consultation does not have. Use one of: affects_groups, ",
        ),
        (
            'kind = "consultation"\n[columns]\nEnd = "closes"\nWhy = "closes"',
            'map.toml gives “closes” two columns, “End” and “Why”. Keep one; write "Why" = "ignore".',
        ),
        (
            'kind = "consultation"\n[columns]\nEnd = "closes"\nEnding = "opens"',
            "map.toml names the column “Ending”, which no file has. Take it out, or mend its name.",
        ),
    ],
)
def test_a_mistake_in_a_mapping_file_is_told_with_its_mend(tmp_path, told, says):
    said = said_of(tmp_path, told)

    assert says.removeprefix("map.toml ") in said
    assert "map.toml" in said


def test_a_mapping_file_in_another_encoding_is_told(tmp_path):
    path = tmp_path / "map.toml"
    path.write_bytes('[columns]\n"Café" = "title"\n'.encode("cp1252"))

    with pytest.raises(CannotRead, match=r"map.toml is not UTF-8. Save it again as UTF-8."):
        read_text(tmp_path, LIST, columns=path)


def test_a_mapping_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CannotRead, match=r"map.toml cannot be opened. Give the path of a mapping file \(TOML\)."):
        read_text(tmp_path, LIST, columns=tmp_path / "map.toml")
