"""The command line: help at once, answers on one stream and messages on the other, every refusal a sentence."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from livecompact import __version__, agreements
from livecompact.cli import app
from tests.agreements.folders import HERE, PROMISES, Folder, copy_of_the_model

COMMANDS = ["check", "show", "validate", "new", "template"]
SENTENCE = re.compile(r"[A-Z“].*[^ ]\.", re.DOTALL)
MODEL_PROMISES = "1.1, 1.2, 2.1, 2.2, 3.1, 3.2, 3.3, 3.4, 4.1, 4.2, 5.1, 5.2"
UNWELCOME = re.compile(r"\b(please|sorry|valid|invalid|forbidden|oops)\b|Traceback", re.IGNORECASE)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words, env={"COLUMNS": "100"})


def in_a_process(*words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "livecompact", *words]
    root = str(Path(agreements.__file__).parents[2])
    place = {**os.environ, "PYTHONPATH": root, "COLUMNS": "100"}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=cwd, env=place, check=False)


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A copy of the model agreement in the folder that one stands in."""
    monkeypatch.chdir(tmp_path)
    return copy_of_the_model(tmp_path)


@pytest.mark.parametrize("words", [["--help"], ["-h"]])
def test_help_names_every_command_in_plain_text(words):
    told = run(*words)

    assert told.exit_code == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command} +[A-Z]", told.stdout, re.MULTILINE), command
    assert not re.search(r"[╭│─\x1b]", told.stdout)
    assert "Exit codes: 0 done; 1 done, with something to mend; 2 nothing could be done." in " ".join(
        told.stdout.split()
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_an_example(command):
    told = run(command, "--help")

    assert told.exit_code == 0
    assert f"Example: livecompact {command} " in told.stdout
    assert not re.search(r"[╭│─\x1b]", told.stdout)


def test_help_loads_nothing_that_it_does_not_need():
    heavy = ["duckdb", "rich", "jsonschema", "jinja2", "livecompact.agreements", "livecompact.files"]
    asked = "import sys; sys.argv[1:] = ['--help']\nfrom livecompact.cli import app\n"
    asked += f"try: app()\nexcept SystemExit: print([name for name in {heavy} if name in sys.modules])"

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=60, check=True)

    assert told.stdout.splitlines()[-1] == "[]"
    assert "Run a local Compact" in told.stdout


def test_a_wrong_command_is_answered_without_what_files_and_folders_need():
    heavy = ["duckdb", "rich", "jsonschema"]
    asked = "import sys; sys.argv[1:] = ['show', 'nowhere']\nfrom livecompact.cli import app\n"
    asked += f"try: app()\nexcept SystemExit: print([name for name in {heavy} if name in sys.modules])"

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, timeout=60, check=True)

    assert told.stdout == "[]\n"


def test_the_version_is_told():
    assert run("--version").stdout == f"livecompact {__version__}\n"


def test_nothing_typed_shows_help():
    told = in_a_process()

    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("Usage: livecompact [OPTIONS] COMMAND [ARGS]...")


def test_show_tells_the_agreement_and_a_promise():
    whole, one = run("show", "hertfordshire"), run("show", "hertfordshire", "2.4")

    assert (whole.exit_code, one.exit_code, whole.stderr, one.stderr) == (0, 0, "", "")
    assert "2.4  Time to answer consultations" in whole.stdout
    assert one.stdout.startswith("Hertfordshire Compact, promise 2.4: Time to answer consultations\n")
    assert run("show", "hertfordshire", "time-to-answer").stdout == one.stdout
    assert run("show", "hertfordshire", "2.4", "--edition", "2016").stdout == one.stdout


def test_show_takes_a_folder_by_its_path(model):
    model.change(PROMISES, 'name = "What changed and why"', 'name = "Back to you"')

    assert "Back to you" in run("show", "./model").stdout
    assert "Back to you" in run("show", str(model.path), "2.2").stdout
    assert "Back to you" not in run("show", "model").stdout


REFUSED = {
    "a Compact that is not there": (
        ["show", "rutland"],
        "There is no Compact “rutland”. There are: dacorum, hertfordshire, model. Or give the path of a folder.",
    ),
    "a promise that is not there": (
        ["show", "model", "9.9"],
        f"The Model Compact has no promise “9.9”. Its promises are {MODEL_PROMISES}.",
    ),
    "an edition that is not there": (
        ["show", "hertfordshire", "--edition", "2030"],
        "The Hertfordshire Compact has no edition “2030”. Its editions are 2016.",
    ),
    "an edition that is not there, of a promise that is": (
        ["show", "hertfordshire", "2.4", "--edition", "2030"],
        "The Hertfordshire Compact has no edition “2030”. Its editions are 2016.",
    ),
    "a day that is none": (
        ["check", "x.csv", "--compact", "model", "--on", "30/2/2026"],
        "“30/2/2026” is not a day. Write it as 2026-11-22.",
    ),
    "a day that no calendar has": (
        ["check", "x.csv", "--compact", "model", "--on", "2026-02-30"],
        "“2026-02-30” is not a day. Write it as 2026-11-22.",
    ),
    "a folder that is not there": (
        ["validate", "nowhere"],
        "There is no folder nowhere. Start one with: livecompact new NAME",
    ),
    "a name without letters": (
        ["new", "2026"],
        "“2026” makes no address. Use a name such as “West Anglia”.",
    ),
    "a name that ships": (
        ["new", "Dacorum"],
        "An agreement called dacorum ships with the program. Choose another name.",
    ),
}


@pytest.mark.parametrize(("words", "says"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_is_a_sentence_and_nothing_else(words, says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    told = run(*words)

    assert (told.exit_code, told.stdout, told.stderr) == (2, "", f"{says}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_kind_that_is_not_there_is_refused_with_those_there_are():
    told = run("template", "gift")

    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith("There is no kind of dealing “gift”. The kinds are consultation, policy-appraisal, ")
    assert SENTENCE.fullmatch(told.stderr.strip())


def test_a_compact_that_is_not_there_is_refused_before_any_file_is_read(tmp_path):
    (tmp_path / "some.csv").write_text("title,opening_date,closing_date\nParks,2025-03-03,2025-05-25\n")

    told = run("check", str(tmp_path / "some.csv"), "--compact", "rutland")

    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith("There is no Compact “rutland”.")


def test_a_folder_without_a_mistake_is_told_so(model):
    told = run("validate", model.path.name)

    assert (told.exit_code, told.stdout, told.stderr) == (0, "model: no mistakes.\n", "")


def test_mistakes_are_listed_by_file_and_line_and_counted_apart(model):
    model.change(PROMISES, 'name = "What changed and why"', f'name = "What changed"\ncolour = "red" {HERE}')
    model.change(PROMISES, 'checks = ["text"]', "checks = []")

    told = run("validate", "model/")

    assert told.exit_code == 1
    assert told.stderr == "2 mistakes to mend.\n"
    empty, unknown = told.stdout.splitlines()
    assert empty.startswith(f"model/{PROMISES}, line {model.line(PROMISES, 'checks = []')}: ")
    assert unknown.startswith(f"model/{PROMISES}, line {model.line(PROMISES, HERE)}: `colour` is not a key ")


def test_one_mistake_is_one(model):
    (model.path / "notes.toml").write_text("")

    assert run("validate", "model").stderr == "1 mistake to mend.\n"


def test_a_folder_with_mistakes_is_not_shown_and_says_why(model):
    (model.path / "notes.toml").write_text("")

    told = run("show", "./model")

    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.startswith("./model has 1 mistake:\n  notes.toml, line 1: No file of this name belongs here.")


def test_a_new_folder_can_be_shown_and_validated_at_once(tmp_path):
    made = in_a_process("new", "West Anglia", cwd=tmp_path)
    looked_at = in_a_process("validate", "west-anglia", cwd=tmp_path)
    shown = in_a_process("show", "west-anglia", "2.1", cwd=tmp_path)
    again = in_a_process("new", "West  Anglia", cwd=tmp_path)

    says = "west-anglia/ is ready. Change its files, then run: livecompact validate west-anglia\n"
    assert (made.returncode, made.stdout, made.stderr) == (0, says, "")
    assert (looked_at.returncode, looked_at.stdout) == (0, "west-anglia: no mistakes.\n")
    assert shown.stdout.startswith("West Anglia Compact, promise 2.1: Time to answer consultations\n")
    refused = "west-anglia is there already. Choose another name, or move it away.\n"
    assert (again.returncode, again.stdout, again.stderr) == (2, "", refused)


def test_a_template_is_a_head_that_check_would_recognise():
    head = run("template", "consultation")

    assert head.exit_code == 0
    assert {"opens", "closes"} <= set(head.stdout.splitlines()[0].split(","))
    assert run("template", "consultation", "--explain").exit_code == 0


@pytest.mark.parametrize(
    "words", [["measure"], ["show"], ["check", "x.csv"], ["show", "model", "--colour"], ["validate", "a", "b"]]
)
def test_wrong_usage_exits_2_with_how_to_use_it(words):
    told = run(*words)

    assert (told.exit_code, told.stdout) == (2, "")
    assert "Usage: " in told.stderr
    assert not UNWELCOME.search(told.stderr)


def test_no_refusal_of_ours_begs_blames_or_falls_over():
    for words, _ in REFUSED.values():
        assert not UNWELCOME.search(run(*words).stderr)
