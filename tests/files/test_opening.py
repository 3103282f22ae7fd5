import gzip
import io
import os
import random
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from livecompact.files.unreadable import LIMITS, CannotRead, Limits
from tests.files.published import GOVUK, LINE, read, read_text, write

LIST = GOVUK + LINE


def zipped(
    folder: Path, members: Mapping[str, str | bytes], name: str = "lists.zip", method: int = zipfile.ZIP_DEFLATED
) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", method) as archive:
        for member, text in members.items():
            archive.writestr(member, text)
    return path


def said_of(*paths: Path, limits: Limits = LIMITS) -> str:
    with pytest.raises(CannotRead) as told:
        read(*paths, limits=limits)
    return str(told.value)


def test_a_gzipped_file_is_read_whatever_its_name(tmp_path):
    for name in ("list.csv.gz", "list.csv"):
        assert read_text(tmp_path, gzip.compress(LIST.encode()), name).source.rows == 1


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_each_member_of_an_archive_is_a_file_of_its_own(tmp_path, method):
    members = {"2024/a.csv": LIST, "2025/b.csv": LIST + LINE, "__MACOSX/2024/._a.csv": "x", "2025/.DS_Store": "x"}

    found = read(zipped(tmp_path, members, method=method))

    assert [(s.name, s.rows) for s in found.loaded.sources] == [
        ("lists.zip/2024/a.csv", 1),
        ("lists.zip/2025/b.csv", 2),
    ]
    assert found.loaded.rows == len(found.column("row")) == 3


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "list.csv", "list.csv is empty. Save it again with its rows."),
        (b" \r\n \n", "list.csv", "list.csv is empty. Save it again with its rows."),
        (b"\xef\xbb\xbf", "list.csv", "list.csv is empty. Save it again with its rows."),
        (GOVUK.encode(), "list.csv", "list.csv has headings and no rows. Save it again with its rows."),
        (GOVUK.encode() + b",,\n,,,\n", "list.csv", "list.csv has headings and no rows. Save it again with its rows."),
        (
            b"%PDF-1.7\n",
            "list.csv",
            "list.csv is a PDF, not CSV or JSON. Give the list that it was made from, such as CSV or XLSX.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "list.csv",
            (
                "list.csv is an old Excel workbook (XLS), or one with a password."
                " Save it again as XLSX or CSV, without a password."
            ),
        ),
        (b"PAR1\0", "list.csv", "list.csv is a Parquet file, not CSV or JSON. Save it as CSV."),
        (
            b"\n<!DOCTYPE html><html>",
            "list.csv",
            (
                "list.csv is a web page or XML, whatever its name says. "
                "Open it in your spreadsheet program and save it as XLSX or CSV. Or fetch the list itself."
            ),
        ),
        (
            b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
            "list.csv",
            "list.csv is not text, whatever its name says. Give the CSV or JSON file itself.",
        ),
        (
            b"title,opens\n" + b"\x01\x02\x03\x04" * 30,
            "list.csv",
            "list.csv is not text, whatever its name says. Give the CSV or JSON file itself.",
        ),
        (
            b"title,opens\nParks,2025-03-03\0\n",
            "list.csv",
            "list.csv is not text, whatever its name says. Give the CSV or JSON file itself.",
        ),
        (
            gzip.compress(gzip.compress(b"x", mtime=0), mtime=0),
            "list.csv.gz",
            "list.csv.gz is packed twice. Unpack it once and give what is in it.",
        ),
        (
            gzip.compress(LIST.encode(), mtime=0)[:-9],
            "list.csv.gz",
            "list.csv.gz is damaged: it ends too early or its parts do not fit. Fetch it again.",
        ),
        (b"PK\x03\x04 and no more", "lists.zip", "lists.zip is a damaged ZIP archive. Fetch it again."),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence_with_its_mend(tmp_path, content, name, says):
    assert said_of(write(tmp_path, content, name)) == says


def test_random_bytes_named_csv_are_told(tmp_path):
    content = random.Random(7).randbytes(4000)  # noqa: S311

    said = said_of(write(tmp_path, content))

    assert said.startswith("list.csv is ")
    assert "no text" in said or "not text" in said


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert said_of(tmp_path / "no.csv") == f"{tmp_path / 'no.csv'} is not there. Check its name and its folder."


def test_a_folder_is_told(tmp_path):
    assert said_of(tmp_path).startswith(f"{tmp_path} is a folder. Give the files in it, such as ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name here")
def test_a_pipe_is_told_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "list.csv")

    says = "is no ordinary file, so it cannot be gone through twice. Save it to a file first."
    assert said_of(tmp_path / "list.csv") == f"{tmp_path / 'list.csv'} {says}"


def test_a_line_that_would_fill_the_memory_is_told(tmp_path):
    content = GOVUK.encode() + b"x" * (LIMITS.record + 3_000_000)

    says = "list.csv has a line of more than 16,000,000 bytes. Check that it is CSV with a line for each row."
    assert said_of(write(tmp_path, content)) == says


@pytest.mark.skipif(os.geteuid() == 0, reason="whoever may do everything may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    path = write(tmp_path, LIST)
    path.chmod(0)

    assert said_of(path) == f"{path} cannot be opened: permission denied. Check that you may read it."


def test_a_file_given_twice_is_told(tmp_path):
    path = write(tmp_path, LIST)

    assert said_of(path, tmp_path / "." / "list.csv").endswith("list.csv is given twice. Give each file once.")


def test_a_member_with_a_password_is_told(tmp_path):
    path = zipped(tmp_path, {"a.csv": LIST}, method=zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    content[6] |= 1  # the mark of a password, in the member's own head …
    content[content.index(b"PK\x01\x02") + 8] |= 1  # … and in the list of members
    path.write_bytes(content)

    says = "lists.zip/a.csv is protected by a password. Unpack it with its password and give the file itself."
    assert said_of(path) == says


def test_a_damaged_member_is_told(tmp_path):
    path = zipped(tmp_path, {"a.csv": LIST * 50}, method=zipfile.ZIP_STORED)
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)

    assert said_of(path).startswith("lists.zip/a.csv is damaged")


def test_an_archive_without_files_is_told(tmp_path):
    says = "lists.zip is a ZIP archive with no files in it. Put the CSV or JSON files in it."
    assert said_of(zipped(tmp_path, {"__MACOSX/a.csv": "x"})) == says


def test_an_archive_in_an_archive_is_told(tmp_path):
    inner = zipped(tmp_path, {"a.csv": LIST}).read_bytes()

    says = "outer.zip/lists.zip is packed twice. Unpack it once and give what is in it."
    assert said_of(zipped(tmp_path, {"lists.zip": inner}, "outer.zip")) == says


@pytest.mark.parametrize(
    ("members", "says"),
    [
        (
            {"[Content_Types].xml": "", "word/document.xml": ""},
            "is an Office file of a sort that we do not read.",
        ),
        (
            {"content.xml": "", "META-INF/manifest.xml": ""},
            "is an OpenDocument file of a sort that we do not read.",
        ),
    ],
)
def test_a_document_is_told_apart_from_an_archive(tmp_path, members, says):
    told = said_of(zipped(tmp_path, members, "list.xlsx"))

    assert told == f"list.xlsx {says} Open it in your spreadsheet program and save it as CSV (UTF-8)."


def test_a_bomb_is_stopped_at_its_ratio(tmp_path):
    limits = replace(LIMITS, ratio=100, ratio_counts_from=100_000)
    bomb = gzip.compress(GOVUK.encode() + b"x," * 5_000_000, 9)

    says = "bomb.csv.gz is larger than 0.00 GB once unpacked. Split it into smaller files, or unpack it yourself."
    assert said_of(write(tmp_path, bomb, "bomb.csv.gz"), limits=limits) == says


def test_a_bomb_in_an_archive_is_stopped_whatever_its_list_of_members_says(tmp_path):
    limits = replace(LIMITS, unpacked=100_000)
    path = zipped(tmp_path, {"a.csv": LIST + "x" * 1_000_000})
    content = bytearray(path.read_bytes())
    place = content.index(b"PK\x01\x02") + 24
    assert struct.unpack("<I", content[place : place + 4]) == (len(LIST) + 1_000_000,)
    content[place : place + 4] = struct.pack("<I", 50_000_000)
    path.write_bytes(content)

    assert "once unpacked" in said_of(path, limits=limits)


def test_more_members_than_anyone_means_are_told(tmp_path):
    limits = replace(LIMITS, members=3)
    path = zipped(tmp_path, {f"{n}.csv": LIST for n in range(4)})

    says = "lists.zip holds 4 files, more than 3. Unpack it and give the files you mean."
    assert said_of(path, limits=limits) == says


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_file_is_read_in_every_usual_encoding(tmp_path, encoding):
    text = GOVUK + "https://example.org/1,Oakley Council,Café “Öffnung” £5,2025-03-03,2025-05-25,,\n"

    found = read_text(tmp_path, text.encode(encoding))

    assert found.column("title") == ["Café “Öffnung” £5"]
    told = ("It is not UTF-8; its letters such as £ were read as Windows-1252.",)
    assert found.source.notes == (told if encoding == "cp1252" else ())


def test_utf_16_that_is_cut_off_is_told(tmp_path):
    said = said_of(write(tmp_path, (GOVUK + LINE).encode("utf-16")[:-1]))

    assert said.startswith("list.csv is in an encoding that we do not know (about byte ")


def test_a_member_packed_in_an_unknown_way_is_told(tmp_path):
    path = zipped(tmp_path, {"a.csv": LIST})
    content = bytearray(path.read_bytes())
    content[8:10] = b"\x63\x00"
    content[content.index(b"PK\x01\x02") + 10 : content.index(b"PK\x01\x02") + 12] = b"\x63\x00"
    path.write_bytes(content)

    assert said_of(path).startswith("lists.zip/a.csv is packed in a way that we cannot read. Unpack it")


def test_a_stray_byte_does_not_spoil_the_letters_that_are_utf_8(tmp_path):
    lines = [LINE.replace("Parks", "Café £5").encode()] * 40_000
    lines[30_000] = LINE.replace("Parks", "Café £6").encode("cp1252")

    found = read_text(tmp_path, GOVUK.encode() + b"".join(lines))

    assert sorted(set(found.column("title"))) == ["Café £5", "Café £6"]


def test_a_byte_of_no_encoding_is_told_by_its_place(tmp_path):
    content = (GOVUK + LINE).encode() + b"\x81"

    said = said_of(write(tmp_path, content))

    assert said == (
        f"list.csv is in an encoding that we do not know (about byte {len(content)}), or is no text."
        " Save it again as CSV UTF-8."
    )


def test_nothing_is_left_open(tmp_path, recwarn):
    path = zipped(tmp_path, {"a.csv": LIST})
    with path.open("rb") as file:
        assert io.BytesIO(file.read()).getvalue()
    read(path)

    path.unlink()
    assert not recwarn.list
