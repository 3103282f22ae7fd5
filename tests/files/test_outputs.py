import csv
import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from livecompact.files.report.outputs import NoOutput, settle, whole, write_findings, write_text


@pytest.fixture
def connection():
    with duckdb.connect() as connection:
        yield connection


def test_a_file_appears_whole_under_its_name(tmp_path):
    target = tmp_path / "report.html"

    with whole(target) as part:
        part.write_text("half")
        assert not target.exists()

    assert target.read_text() == "half"
    assert [*tmp_path.iterdir()] == [target]


@pytest.mark.parametrize("trouble", [ValueError, KeyboardInterrupt, SystemExit])
def test_whatever_goes_wrong_the_file_stays_as_it_was(tmp_path, trouble):
    target = tmp_path / "report.html"
    target.write_text("as it was")

    def write_half() -> None:
        with whole(target) as part:
            part.write_text("half")
            raise trouble

    with pytest.raises(trouble):
        write_half()

    assert target.read_text() == "as it was"
    assert [*tmp_path.iterdir()] == [target]


KILLED = """
import sys, time
from pathlib import Path
from livecompact.files.report.outputs import whole
with whole(Path(sys.argv[1])) as part:
    part.write_text("half")
    print("writing", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_killed_in_the_middle_the_file_stays_as_it_was(tmp_path, how):
    target = tmp_path / "report.html"
    target.write_text("as it was")
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(target)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as writing:
        assert writing.stdout is not None
        writing.stdout.readline()
        writing.send_signal(how)
        writing.wait(timeout=30)

    assert target.read_text() == "as it was"
    assert how is not signal.SIGINT or [*tmp_path.iterdir()] == [target]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device here that is always full")
def test_on_a_full_disk_nothing_is_changed_and_the_cause_is_told(tmp_path, monkeypatch):
    target = tmp_path / "report.html"
    target.write_text("as it was")
    written = Path.write_text
    monkeypatch.setattr(Path, "write_text", lambda _self, *given, **said: written(Path("/dev/full"), *given, **said))

    with pytest.raises(NoOutput) as told:
        write_text(target, "new" * 10_000)

    assert str(told.value) == "report.html could not be written: no space left on device. Nothing was changed."
    assert target.read_text() == "as it was"
    assert [*tmp_path.iterdir()] == [target]


def test_findings_that_cannot_be_written_change_nothing_and_the_cause_is_told(tmp_path, connection, monkeypatch):
    target = tmp_path / "findings.csv"
    target.write_text("as it was")
    monkeypatch.setattr("livecompact.files.report.outputs.literal", lambda _: "'/dev/full'")

    with pytest.raises(NoOutput, match=r"^findings\.csv could not be written: .*Nothing was changed\.$"):
        write_findings(connection, target, "SELECT range FROM range(1000000)")

    assert target.read_text() == "as it was"
    assert [*tmp_path.iterdir()] == [target]


def test_a_link_is_written_through_and_stays_a_link(tmp_path):
    real = tmp_path / "real.html"
    real.write_text("old")
    link = tmp_path / "report.html"
    link.symlink_to(real)

    write_text(link, "new")

    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_new_file_has_the_rights_of_any_new_file_and_an_old_one_keeps_its_own(tmp_path):
    usual, new, old = tmp_path / "usual", tmp_path / "new.html", tmp_path / "old.html"
    usual.touch()
    old.touch(mode=0o640)
    old.chmod(0o640)

    write_text(new, "x")
    write_text(old, "x")

    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


ROWS = "SELECT 2 AS row, 'kept' AS verdict, 'a, “b”' AS because UNION ALL SELECT 3, NULL, 'c' ORDER BY row"


def test_csv_json_and_parquet_hold_the_same_findings(tmp_path, connection):
    for ending in ("csv", "json", "parquet"):
        write_findings(connection, tmp_path / f"findings.{ending}", ROWS)

    with (tmp_path / "findings.csv").open(encoding="utf-8", newline="") as file:
        lines = [*csv.reader(file)]
    assert lines == [["row", "verdict", "because"], ["2", "kept", "a, “b”"], ["3", "", "c"]]
    assert json.loads((tmp_path / "findings.json").read_text(encoding="utf-8")) == [
        {"row": 2, "verdict": "kept", "because": "a, “b”"},
        {"row": 3, "verdict": None, "because": "c"},
    ]
    stored = connection.execute(f"FROM '{tmp_path / 'findings.parquet'}' ORDER BY row").fetchall()
    assert stored == [(2, "kept", "a, “b”"), (3, None, "c")]


def test_an_odd_name_is_written_as_it_is(tmp_path, connection):
    target = tmp_path / "the council's *finding*.csv"

    write_findings(connection, target, ROWS)

    assert target.exists()


def test_an_ending_that_we_do_not_write_is_told_before_any_work():
    with pytest.raises(NoOutput) as told:
        settle(Path("findings.xlsx"), [])

    says = "findings.xlsx has an ending that we do not write. Use one of .csv, .json, .parquet, .html."
    assert str(told.value) == says


def test_a_file_that_is_to_be_read_is_not_written_over(tmp_path):
    path = tmp_path / "list.csv"
    path.touch()

    with pytest.raises(NoOutput, match=r"list\.csv is one of the files to read\. Give the findings another name\."):
        settle(tmp_path / ".." / tmp_path.name / "list.csv", [path])


def test_a_folder_and_a_folder_that_is_not_there_are_told(tmp_path):
    (tmp_path / "out.csv").mkdir()

    with pytest.raises(NoOutput, match="is a folder"):
        settle(tmp_path / "out.csv", [])
    with pytest.raises(NoOutput, match="There is no folder"):
        settle(tmp_path / "nowhere" / "out.csv", [])


def test_without_an_output_there_is_nothing_to_settle():
    settle(None, [Path("list.csv")])


@pytest.mark.skipif(os.getuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_may_not_be_written_in_is_told(tmp_path):
    tmp_path.chmod(0o500)

    with pytest.raises(NoOutput, match="There is no folder"):
        settle(tmp_path / "out.csv", [])
    tmp_path.chmod(0o700)


def test_a_folder_that_goes_away_meanwhile_is_told(tmp_path):
    with pytest.raises(NoOutput, match=r"out\.csv could not be written: no such file or directory\."):
        write_text(tmp_path / "gone" / "out.csv", "x")


def test_ctrl_c_while_findings_are_written_leaves_nothing_behind(tmp_path):
    script = """
import sys
from pathlib import Path
import duckdb
from livecompact.files.report.outputs import write_findings
with duckdb.connect() as connection:
    connection.execute("SET enable_progress_bar = false")
    print("writing", flush=True)
    write_findings(connection, Path(sys.argv[1]), "SELECT range, random() AS x FROM range(400000000) ORDER BY x")
"""
    target = tmp_path / "findings.csv"
    with subprocess.Popen(
        [sys.executable, "-c", script, str(target)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as writing:
        assert writing.stdout is not None
        writing.stdout.readline()
        time.sleep(1)
        writing.send_signal(signal.SIGINT)
        assert writing.wait(timeout=60) != 0

    assert [*tmp_path.iterdir()] == []
