"""A site starts from four answers, or from options in a script; what will not do is told before anything is made."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest

from livecompact import agreements
from livecompact.agreements import starting as folders
from livecompact.agreements.canonical import digest
from livecompact.compacts.folders import folder_text
from livecompact.people.models import Person
from livecompact.web import configuration, starting, starting_site, starting_text, starting_wording
from livecompact.web.starting_text import CannotStart

PATIENCE = 120  # seconds, for a machine that is busy
SCRIPTED = ("--area", "Hertfordshire", "--text", "hertfordshire", "--email", "ann@example.org", "--no-examples")


def start_of(place, *arguments):
    """The command and what it is run with, in a folder that a test may fill."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LIVECOMPACT", "DJANGO"))}
    return {
        "args": [sys.executable, "-m", "livecompact", "start", *arguments],
        "env": ours | {"PYTHONPATH": str(Path.cwd()), "DATABASE_URL": ""},
        "cwd": place,
        "text": True,
    }


def start(place, *arguments, answers=""):
    return subprocess.run(
        **start_of(place, *arguments), input=answers, capture_output=True, timeout=PATIENCE, check=False
    )


def asked(place, question):
    database = sqlite3.connect(f"{(place / 'site/site.sqlite3').as_uri()}?immutable=1", uri=True)
    try:
        return database.execute(question).fetchall()
    finally:
        database.close()


def test_four_answers_make_a_site_with_its_defaults(tmp_path):
    done = start(tmp_path, "--no-serve", answers="\n\nAnn@example.org\n\n")

    assert done.returncode == 0, done.stderr
    assert asked(tmp_path, "SELECT slug FROM compacts_compact") == [("hertfordshire",)]
    assert asked(tmp_path, "SELECT sha256 FROM compacts_edition") == [(digest(folder_text("hertfordshire")),)]
    assert asked(tmp_path, "SELECT email, role, compact FROM people_person JOIN people_seat") == [
        ("ann@example.org", "administrator", "")
    ]
    assert re.search(r"✓ Hertfordshire Compact: 56 promises \(\d+\.\d s\)", done.stdout)
    assert "open http://127.0.0.1:8000/hertfordshire" in done.stdout
    assert asked(tmp_path, "SELECT count(*) FROM register_organisation") == [(0,)]

    again = start(tmp_path, "--no-serve", *SCRIPTED)

    assert again.returncode == 2
    assert "There is a site in" in again.stderr


def test_another_area_starts_from_the_short_model_under_its_own_name(tmp_path):
    done = start(tmp_path, "--no-serve", answers="West Anglia\n\nann@example.org\nyes\n")

    assert done.returncode == 0, done.stderr
    assert asked(tmp_path, "SELECT slug FROM compacts_compact") == [("west-anglia",)]
    assert "West Anglia Compact" in done.stdout
    [(signed,)] = asked(tmp_path, "SELECT count(*) FROM register_signature WHERE compact_id = 'west-anglia'")
    assert signed > 20
    assert "The organisations are made up" in done.stdout


def test_a_site_that_was_started_is_served_with_the_official_words(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = folders.start("West Anglia", tmp_path)
    agreement = agreements.load(folder)
    promise = agreement.newest.undertakings[0]
    words = f"Truly, {promise.wording}"
    filled = starting_wording.template(agreement, "west-anglia").replace(
        f'"{promise.number}" = ""', f'"{promise.number}" = """\n{words}"""'
    )
    (tmp_path / "words.toml").write_text(filled)
    options = (
        "--area",
        "x",
        "--text",
        str(folder),
        "--email",
        "ann@example.org",
        "--no-examples",
        "--wording",
        "words.toml",
    )

    with subprocess.Popen(
        **start_of(tmp_path, *options, "--port", str(port)), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        page = got(f"http://127.0.0.1:{port}/west-anglia/promises/{promise.number}", running)
        running.send_signal(signal.SIGINT)
        told, _ = running.communicate(timeout=PATIENCE)

    assert "Truly, " in page
    assert "1 of them in the official words" in told
    assert f"Open http://127.0.0.1:{port}/west-anglia in a browser." in told


def got(address, running):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and running.poll() is None:
        try:
            return urllib.request.urlopen(address, timeout=10).read().decode()  # noqa: S310 (our own address)
        except urllib.error.HTTPError as problem:
            raise AssertionError(f"{address}: {problem.code}") from problem
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(running.communicate(timeout=5)[1])


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (SCRIPTED[:4], "give the answer as --email"),
        ((*SCRIPTED[:4], "--email", "ann"), "“ann” is no email address"),
        (("--area", "Kent", *SCRIPTED[2:]), "For Kent start from the short model"),
        (("--area", "Kent", "--text", "nowhere", *SCRIPTED[4:]), "There is no Compact “nowhere”"),
        (("--area", "9", "--text", "model", *SCRIPTED[4:]), "“9” makes no address"),
        ((*SCRIPTED, "--wording", "none.toml"), "none.toml cannot be read"),
    ],
)
def test_an_answer_that_will_not_do_is_told_and_nothing_is_made(tmp_path, options, says):
    done = start(tmp_path, "--no-serve", *options)

    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert says in done.stderr


def test_a_port_that_is_in_use_is_told_before_anything_is_asked(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = start(tmp_path, "--port", str(port))

    assert done.returncode == 2
    assert done.stderr == f"Port {port} is in use. Try: livecompact start --port {port + 1}\n"
    assert list(tmp_path.iterdir()) == []


def test_the_command_to_serve_a_site_names_what_is_not_usual(monkeypatch):
    site = configuration.read({"LIVECOMPACT_FOLDER": "x", "LIVECOMPACT_ADDRESS": "http://127.0.0.1:8001"})
    usual = configuration.read({})

    assert starting._command(usual, "serve") == "livecompact serve"  # noqa: SLF001
    assert starting._command(site, "serve") == (  # noqa: SLF001
        f"LIVECOMPACT_FOLDER={site.folder} LIVECOMPACT_ADDRESS=http://127.0.0.1:8001 livecompact serve --port 8001"
    )


@pytest.mark.django_db
def test_a_database_that_holds_a_compact_is_left_alone(tmp_path):
    now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    folder = starting_text.folder_of("model", "Kent", tmp_path)
    starting_site.fill(folder=folder, email="ann@example.org", examples=False, by="test", at=now)

    with pytest.raises(CannotStart, match="There is a site in this database already"):
        starting_site.fill(folder=folder, email="bob@example.org", examples=False, by="test", at=now)

    assert [person.email for person in Person.objects.all()] == ["ann@example.org"]


def test_a_text_is_taken_where_it_was_agreed(monkeypatch):
    assert starting_text.chosen("2", "Dacorum") == "dacorum"
    assert starting_text.chosen("2", "Hertfordshire") == "dacorum"  # the district lies in the county
    assert starting_text.chosen("Model", "Kent") == "model"
    with pytest.raises(CannotStart, match="agreed there and nowhere else"):
        starting_text.chosen("1", "Dacorum")


@pytest.mark.parametrize("name", ["hertfordshire", "dacorum", "model"])
def test_the_template_has_every_number_and_is_read_as_no_words_yet(tmp_path, name):
    file = tmp_path / "words.toml"

    assert starting.write_template(file, area=None, text=name) == 0

    agreement = agreements.load(name)
    numbers = [promise.number for promise in agreement.newest.undertakings]
    assert list(tomllib.loads(file.read_text())["official"]) == numbers
    assert starting_wording.read(file, agreement) == {}


def test_a_template_is_never_written_over_what_was_filled_in(tmp_path, capsys):
    (tmp_path / "words.toml").write_text("mine")

    assert starting.write_template(tmp_path / "words.toml", area=None, text="model") == 2
    assert "was not written" in capsys.readouterr().err
    assert (tmp_path / "words.toml").read_text() == "mine"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[official]\n"9.9" = "Words"', "line 2: There is no promise 9.9."),
        ('[official]\n1.1 = "Words"', "has no quotation marks"),
        ('[official]\n"1.1" = 3', "line 2: What stands at 1.1 is no text."),
        ('[other]\n"1.1" = "Words"', "line 1: “other” does not belong here."),
        ('"1.1" = "Words"', "There are no official words."),
        ('[official]\n"1.1" = "Words', "line 2: A text does not end"),
        ('[official]\n"1.1" = "a"\n"1.1" = "b"', "A key stands here twice."),
    ],
)
def test_what_is_wrong_in_the_words_is_told_by_line(tmp_path, text, says):
    file = tmp_path / "words.toml"
    file.write_text(text)

    with pytest.raises(CannotStart) as refused:
        starting_wording.read(file, agreements.load("hertfordshire"))

    assert says in str(refused.value)


def test_words_in_another_encoding_are_told(tmp_path):
    (tmp_path / "words.toml").write_bytes('[official]\n"1.1" = "naïve"'.encode("latin-1"))

    with pytest.raises(CannotStart, match="UTF-8"):
        starting_wording.read(tmp_path / "words.toml", agreements.load("hertfordshire"))


def test_words_are_written_as_they_were_read():
    words = {"1.1": 'He said “no”, "twice"\\ – and\nleft\x7f.', "1.2": "\t”"}

    assert tomllib.loads(starting_wording.written(words)) == {"official": words}


def test_official_words_that_our_text_makes_harder_are_told(tmp_path):
    folder = starting_text.folder_of("model", "Kent", tmp_path)
    agreement = agreements.load(folder)
    number = agreement.newest.undertakings[0].number
    (tmp_path / "words.toml").write_text(f'[official]\n"{number}" = "Where possible, we will try to, if appropriate."')

    with pytest.raises(CannotStart, match=f"(?s)official words of promise {number} say .*Look at these words in"):
        starting._worded(folder, agreement, tmp_path / "words.toml")  # noqa: SLF001
