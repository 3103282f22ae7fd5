import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import duckdb
import pytest

from livecompact.files import check_command
from livecompact.files.engine import engine
from livecompact.files.report.outputs import NoOutput
from tests.files.held import ELM, FULL, OAKLEY, SHORT, TODAY, file_of, signed
from tests.files.test_sentences import VERDICT_WORDS

BOUND = {"organisation": OAKLEY}
COLUMNS = ["row", "kind", "undertaking", "standard", "verdict", "met", "reason", "because"]


@pytest.fixture
def run(tmp_path, capsys):
    """Check rows as consultations; gives the exit code, what stands on stdout and what on stderr."""

    def run_it(rows, *who, **asked):
        path = file_of(tmp_path, rows, "consultations.csv")
        usual: dict[str, Any] = {"compact": "hertfordshire", "today": TODAY}
        if who:
            usual["bound"] = signed(tmp_path, *who)
        code = check_command.run([path], **usual | asked)
        return code, *capsys.readouterr()

    return run_it


def lines_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def test_all_rows_read_and_measured_is_0_with_the_answer_on_stdout_alone(run):
    code, out, err = run([FULL, SHORT])

    assert code == 0
    assert out.startswith("These bodies have not signed this Compact.")
    assert err == ""


def test_a_row_that_could_not_be_read_is_1(run):
    code, out, _ = run([FULL, {"opens": "2025-03-03", "closes": "soon"}])

    assert code == 1
    assert "We read 1 of 2 consultations; 1 row holds something we could not read." in out


def test_dates_that_contradict_each_other_are_read_all_the_same(run):
    assert run([FULL, {"opens": "2025-03-03", "closes": "2025-02-03"}])[0] == 0


def test_where_not_a_row_could_be_read_it_is_2(run):
    assert run([{"opens": "2025-03-03", "closes": "soon"}])[0] == 2


@pytest.mark.parametrize(("strict", "code"), [(False, 0), (True, 1)])
def test_strict_is_1_where_something_bound_is_not_kept(run, strict, code):
    short = BOUND | SHORT | {"reason_for_shorter_time": "none"}

    assert run([short], (OAKLEY, "2000-01-01", ""), strict=strict)[0] == code


def test_strict_minds_neither_what_is_explained_nor_what_is_not_bound(run):
    rows = [BOUND | SHORT | {"reason_for_shorter_time": "The grant ends in June."}]
    rows += [{"organisation": ELM} | SHORT | {"reason_for_shorter_time": "none"}]

    assert run(rows, (OAKLEY, "2000-01-01", ""), strict=True)[0] == 0


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"compact": "nowhere"}, "There is no Compact “nowhere”."),
        ({"edition": "1999"}, "The Hertfordshire Compact has no edition “1999”."),
        ({"kind": "party"}, "is no kind of record"),
        ({"none_facts": ("rain",)}, "--none rain"),
    ],
)
def test_wrong_usage_is_2_with_a_sentence_on_stderr_alone(run, asked, says):
    code, out, err = run([FULL], **asked)

    assert (code, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


def test_an_output_that_could_not_be_written_is_told_before_any_work(run, tmp_path):
    code, out, err = run([FULL], to=tmp_path / "findings.xlsx")

    assert (code, out) == (2, "")
    assert "Use one of .csv, .json, .parquet, .html." in err


def test_a_file_that_is_not_there_is_2(capsys, tmp_path):
    code = check_command.run([tmp_path / "gone.csv"], compact="hertfordshire", today=TODAY)

    assert code == 2
    assert "is not there" in capsys.readouterr().err


def test_findings_are_one_line_a_finding_with_the_verdict_empty_as_if(run, tmp_path):
    to = tmp_path / "findings.csv"
    rows = [BOUND | FULL | {"identifier": "C-1"}, {"organisation": ELM, "identifier": "C-2"} | SHORT]

    code, _, err = run(rows, (OAKLEY, "2000-01-01", ""), to=to)

    lines = [line for line in lines_of(to) if line["standard"] == "consultation-length"]
    assert (code, err) == (0, f"Wrote {to}\n")
    assert [*lines[0]] == [*COLUMNS, "identifier"]
    assert [[line[name] for name in ("row", "verdict", "met", "identifier")] for line in lines] == [
        ["2", "kept", "yes", "C-1"],
        ["3", "", "no", "C-2"],
    ]
    assert lines[1]["because"] == "opens=2025-03-03 closes=2025-04-27 asked=84 days"


def test_as_if_no_finding_holds_a_word_of_a_verdict(run, tmp_path):
    to = tmp_path / "findings.json"

    run([FULL, SHORT], to=to)

    assert not VERDICT_WORDS.search(to.read_text(encoding="utf-8"))
    assert {line["verdict"] for line in json.loads(to.read_text(encoding="utf-8"))} == {None}


def test_a_file_without_references_gives_lines_without(run, tmp_path):
    to = tmp_path / "findings.parquet"

    run([FULL], to=to)

    with duckdb.connect() as connection:
        assert connection.read_parquet(str(to)).columns == COLUMNS


def test_findings_that_only_advise_are_in_no_file(run, tmp_path):
    to = tmp_path / "findings.csv"

    run([FULL | {"feedback_published": "2025-08-01", "announced": "2025-01-06"}], to=to)

    assert {"consultation-length", "announced-before-opening"} <= {line["standard"] for line in lines_of(to)}
    assert not {"feedback-in-time", "announced-in-time"} & {line["standard"] for line in lines_of(to)}


@pytest.mark.parametrize("reference", ['=HYPERLINK("https://example.org")', "+1", "-1", "@SUM(A1)", "\t=1"])
def test_a_reference_that_a_spreadsheet_would_run_is_shown_instead(run, tmp_path, reference):
    csv_file, json_file = tmp_path / "findings.csv", tmp_path / "findings.json"

    run([FULL | {"identifier": reference}], to=csv_file)
    run([FULL | {"identifier": reference}], to=json_file)

    assert {line["identifier"] for line in lines_of(csv_file)} == {f"'{reference}"}
    assert {line["identifier"] for line in json.loads(json_file.read_text(encoding="utf-8"))} == {reference}


def test_of_several_files_each_line_names_its_own(tmp_path, capsys):
    one, other = (file_of(tmp_path, [FULL], f"consultations-{n}.csv") for n in (1, 2))
    to = tmp_path / "findings.csv"

    check_command.run([one, other], compact="hertfordshire", today=TODAY, to=to)

    lines = lines_of(to)
    assert [*lines[0]] == ["file", *COLUMNS]
    assert {(line["file"], line["row"]) for line in lines} == {
        ("consultations-1.csv", "2"),
        ("consultations-2.csv", "2"),
    }
    assert capsys.readouterr().out.startswith("These bodies")


def test_rows_of_which_nothing_is_asked_give_a_file_with_its_heading_alone(tmp_path, capsys):
    path, to = file_of(tmp_path, [{"paid": "2025-03-03", "amount": "12"}], "payments.csv"), tmp_path / "findings.csv"

    code = check_command.run([path], compact="hertfordshire", today=TODAY, to=to)

    assert code == 0
    assert to.read_text(encoding="utf-8").strip() == ",".join(COLUMNS)
    assert "gives no number or order by which to check payments" in capsys.readouterr().out


def test_the_report_is_written_as_a_page(run, tmp_path):
    to = tmp_path / "report.html"

    code, _, _ = run([FULL], to=to)

    assert code == 0
    assert to.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_quiet_says_nothing_on_stderr(run, tmp_path):
    code, out, err = run([FULL], to=tmp_path / "report.html", quiet=True)

    assert (code, err) == (0, "")
    assert out


def test_two_compacts_give_different_answers_out_of_one_rule(run):
    nine_weeks = {"opens": "2025-03-03", "closes": "2025-05-04"}

    assert "0 of 1 meet it, 1 falls short" in run([nine_weeks])[1]
    assert "1 of 1 meets it, 0 fall short" in run([nine_weeks], compact="dacorum")[1]


def test_on_another_day_the_answer_is_that_days(run):
    assert "Too early to tell" in run([FULL], today=date(2025, 5, 1))[1]


def test_where_the_file_cannot_be_written_the_answer_is_still_given(run, monkeypatch, tmp_path):
    def full(*_given):
        raise NoOutput("report.html could not be written: no space left on device. Nothing was changed.")

    monkeypatch.setattr(check_command, "write_text", full)

    code, out, err = run([FULL], to=tmp_path / "report.html")

    assert code == 2
    assert out.startswith("These bodies")
    assert err == "report.html could not be written: no space left on device. Nothing was changed.\n"


def test_a_terminal_that_lacks_a_sign_gets_a_question_mark(run, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)

    code, _, _ = run([FULL])

    stream.seek(0)
    assert code == 0
    assert "?opens? is the opening date" in " ".join(stream.read().split())


def test_stopped_by_hand_it_is_130_and_says_so(run, monkeypatch):
    def stop(*_given, **_said):
        raise KeyboardInterrupt

    monkeypatch.setattr(check_command, "check", stop)

    assert run([FULL]) == (130, "", "Stopped. Nothing was written.\n")


def test_duckdb_stopped_by_hand_is_the_same_and_another_trouble_is_not_hidden(run, monkeypatch):
    def trouble(says: str) -> Callable[..., NoReturn]:
        def raised(*_given: object, **_said: object) -> NoReturn:
            raise RuntimeError(says)

        return raised

    monkeypatch.setattr(check_command, "check", trouble("Query interrupted"))
    assert run([FULL])[0] == 130
    monkeypatch.setattr(check_command, "check", trouble("something else"))
    with pytest.raises(RuntimeError, match="something else"):
        run([FULL])


def test_ctrl_c_in_the_middle_of_a_long_file_leaves_nothing_half_written(tmp_path):
    big, to = tmp_path / "consultations.csv", tmp_path / "findings.csv"
    with big.open("w", encoding="utf-8") as file:
        file.write("opens,closes\n")
        file.writelines("2025-03-03,2025-05-25\n" for _ in range(3_000_000))
    command = [sys.executable, "-c", "from livecompact.cli import main; main()", "check", str(big)]
    with subprocess.Popen(
        [*command, "--as", "consultation", "--compact", "hertfordshire", "--to", str(to)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    ) as checking:
        assert checking.stderr is not None
        assert checking.stderr.readline() == b"Reading: 10% done\n"
        checking.send_signal(signal.SIGINT)
        out, err = checking.communicate(timeout=60)

    assert checking.returncode == 130
    assert out == b""
    assert err.endswith(b"Stopped. Nothing was written.\n")
    assert {path.name for path in tmp_path.iterdir()} == {"consultations.csv"}


def test_the_engine_draws_nothing_fetches_nothing_and_spills_into_a_folder_of_its_own():
    with engine() as connection:
        asked = ("enable_progress_bar", "autoinstall_known_extensions", "temp_directory")
        settings = [connection.execute("SELECT current_setting(?)", [name]).fetchall()[0][0] for name in asked]
        folder = Path(settings[2])
        assert folder.is_dir()
        assert Path.cwd() not in folder.parents

    assert settings[:2] == [False, False]
    assert not folder.exists()
