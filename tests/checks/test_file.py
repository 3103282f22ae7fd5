"""A stranger's file: checked in a child with limits, told in plain words, and gone afterwards."""

import subprocess
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from livecompact import agreements
from livecompact.checks import file_checks
from livecompact.checks.folder_out import write_folder
from livecompact.compacts.folders import folder_text
from livecompact.frame import limited_child
from tests.dealings.reading import length_asked, words
from tests.files.workbooks import xlsx
from tests.harness.html import read_page

ADDRESS = "/hertfordshire/check/file"
ROWS = b"""title,opens,closes,organisation
Parks,2025-03-03,2025-05-25,A
Roads,2025-03-03,2025-04-25,B
Bins,soon,2025-04-25,C
"""


@pytest.fixture(autouse=True)
def _fresh(db):
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def folders(monkeypatch, tmp_path):
    """Where the child's folders are made, so that a test sees what is left."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def send(site, *, content=ROWS, name="list.csv", kind="consultation", form="page", **headers):
    return site.post(ADDRESS, {"file": SimpleUploadedFile(name, content), "kind": kind, "form": form}, **headers)


def told(response):
    return [text for _, text in read_page(response.text).summary]


def test_a_file_is_measured_and_what_could_not_be_read_is_told(site, folders):
    there = send(site)

    said = words(there)
    assert there.status_code == 200
    assert "We read 2 of 3 consultations" in said
    assert f"The Compact asks for {length_asked('hertfordshire')}." in said
    assert "cell B4" in said
    assert list(folders.iterdir()) == [], "nothing of it is kept"
    assert "no-store" in there["Cache-Control"]


def test_a_workbook_is_measured_as_a_list_is(site, folders, tmp_path_factory):
    rows = {
        1: {"A": "title", "B": "opens", "C": "closes"},
        2: {"A": "Parks", "B": ("day", 45719), "C": ("day", 45802)},
        3: {"A": "Bins", "B": "soon", "C": ("day", 45802)},
    }
    workbook = xlsx(tmp_path_factory.mktemp("sent") / "list.xlsx", ("Sheet1", "visible", rows))

    said = words(send(site, content=workbook.read_bytes(), name="list.xlsx"))

    assert "We read 1 of 2 consultations" in said
    assert "cell B3" in said
    assert list(folders.iterdir()) == [], "nothing of it is kept"


def test_a_workbook_that_swells_is_refused_before_it_is_opened(site, folders, tmp_path_factory):
    bomb = tmp_path_factory.mktemp("sent") / "list.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b" " * 110_000_000)

    [says] = told(send(site, content=bomb.read_bytes(), name="list.xlsx"))
    assert "is larger than 100 MB once unpacked" in says


@pytest.mark.parametrize(("form", "begins"), [("html", b"<!DOCTYPE html>"), ("csv", b"row,kind"), ("json", b"[")])
def test_the_report_can_be_taken_away(site, folders, form, begins):
    there = send(site, form=form)

    assert there["Content-Disposition"] == f'attachment; filename="compact-check.{form}"'
    assert there.content.startswith(begins)
    assert b"livecompact-check" not in there.content
    assert list(folders.iterdir()) == []


def test_a_file_that_cannot_be_told_apart_asks_what_its_rows_are(site):
    [message] = told(send(site, kind="auto"))

    assert message.endswith("Select what its rows are")
    assert "--" not in message


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"name": "list.exe"}, "The file must end in .csv, .xlsx, .ods, .json"),
        ({"content": b""}, "The file is empty. Choose one with something in it"),
        ({"content": b"x" * 2_000_001}, "The file must be smaller than 2 MB"),
        ({"kind": "novel"}, "Select what its rows are from the list"),
        ({"form": ""}, "Select how you want the report"),
    ],
)
def test_what_cannot_be_checked_is_refused_before_a_child_is_started(site, monkeypatch, sent, message):
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("a child was started"))

    assert told(send(site, **sent)) == [message]


def test_what_is_no_text_is_told_plainly(site, folders):
    [message] = told(send(site, content=b"\x00\xff\x00"))

    assert message.startswith("your-file.csv is in an encoding that we do not know")
    assert str(folders) not in message


def test_the_eleventh_file_in_an_hour_waits_and_another_address_does_not(site, monkeypatch):
    monkeypatch.setattr(file_checks, "_checked", lambda *_: file_checks.Report("Done.", "page"))

    for _ in range(file_checks.MOST_AN_HOUR):
        assert "Done." in words(send(site))

    assert told(send(site)) == ["You have sent 10 files in an hour. Wait an hour, then send the next"]
    assert "Done." in words(send(site, REMOTE_ADDR="192.0.2.7"))


def test_one_file_is_checked_at_a_time(site):
    cache.add(file_checks.RUNNING, 1, 60)

    assert told(send(site)) == ["Another file is being checked. Wait a minute, then send yours again"]


def test_a_child_that_fails_lets_the_next_one_start(site, monkeypatch):
    monkeypatch.setattr(limited_child, "CHILD", "raise SystemError('planted')")

    for _ in range(2):
        assert told(send(site)) == ["The file could not be read. Save it as CSV, then send it again"]


def test_findings_that_need_more_memory_than_there_is_ask_for_a_part(site, monkeypatch):
    monkeypatch.setattr(limited_child, "CHILD", "raise SystemExit('_duckdb.OutOfMemoryException')")

    assert told(send(site)) == [
        "The findings are too long to send. Ask for the report on the next page, or send a part"
    ]


def test_a_child_that_takes_too_long_is_ended(site, monkeypatch):
    monkeypatch.setattr(file_checks, "LIMITS", replace(file_checks.LIMITS, seconds=1))
    monkeypatch.setattr(limited_child, "CHILD", "while True: pass")

    assert told(send(site)) == ["The file took too long. Send a part of it, or check it on your own computer"]


@pytest.mark.parametrize("greedy", ["bytearray(1024**3)", "open('big', 'wb').write(bytes(50_000_000))"])
def test_a_child_cannot_take_more_than_its_share(tmp_path, greedy):
    limits = limited_child.CHILD.format(**vars(file_checks.LIMITS)).rpartition("runpy.run_module")[0]

    ended = subprocess.run(
        [sys.executable, "-I", "-c", limits + greedy], cwd=tmp_path, capture_output=True, check=False
    )

    assert ended.returncode != 0
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= file_checks.LIMITS.output


def test_a_child_knows_no_setting_or_secret_of_the_site(site, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    monkeypatch.setattr(limited_child, "CHILD", "import os; print(sorted(os.environ))")

    said = words(send(site))

    assert "DATABASE_URL" not in said
    assert "LIVECOMPACT" not in said
    assert "HOME" in said


def test_a_form_without_its_token_is_refused(site):
    strict = Client(enforce_csrf_checks=True)

    assert send(strict).status_code == 403


@pytest.mark.parametrize("name", agreements.bundled())
def test_an_agreement_written_out_again_is_the_same(tmp_path, name):
    text = folder_text(name)
    write_folder(text, tmp_path / name)

    assert folder_text(Path(tmp_path / name)) == text
