"""A backup is taken while others write, proves itself whole, and comes back as it was; anything less is refused."""

import importlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from livecompact.web import backup, backup_archive, backup_postgresql

AT = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
PATIENCE = 120  # seconds, for a machine that is busy
OPEN = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "livecompact.web.settings"
import django
django.setup()
"""
MAKE = f"""{OPEN}
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
# A person and the seat of each in one go, as fast as it can: a copy has both or neither. It tells what is kept.
WRITE = f"""{OPEN}
from django.db import transaction
from django.utils import timezone
from livecompact.people import actions
from livecompact.people.roles import Role
for number in range(100_000):
    with transaction.atomic():
        person = actions.add_person(email=f"n{{number}}@example.org", at=timezone.now())
        actions.give_seat(person=person, role=Role.ADMINISTRATOR, by="test", at=timezone.now())
    print(number, flush=True)
"""


def environment(folder, database=""):
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LIVECOMPACT", "DJANGO"))}
    return ours | {"LIVECOMPACT_FOLDER": str(folder), "DATABASE_URL": database}


def run(folder, *command, database=""):
    return subprocess.run(
        [sys.executable, *command],
        env=environment(folder, database),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def livecompact(folder, *arguments, database=""):
    return run(folder, "-m", "livecompact", *arguments, database=database)


def wait_for_twenty(writer):
    for line in writer.stdout:
        if int(line) == 20:
            return
    raise AssertionError("the writer stopped")


def asked(folder, question):
    """What a site holds that no process has open any more; also what lies in its write-ahead log."""
    database = sqlite3.connect(folder / "site.sqlite3")
    try:
        return database.execute(question).fetchall()
    finally:
        database.close()


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("empty") / "site"
    made = run(folder, "-c", MAKE)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture
def site(empty_site, tmp_path):
    return Path(shutil.copytree(empty_site, tmp_path / "site"))


@pytest.fixture(scope="module")
def archive(empty_site, tmp_path_factory):
    file = tmp_path_factory.mktemp("archive") / "backup.zip"
    done = livecompact(empty_site, "backup", str(file))
    assert done.returncode == 0, done.stderr
    return file


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A folder that is not there yet, for a restore in this process."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LIVECOMPACT_FOLDER", str(tmp_path / "bare"))
    return tmp_path / "bare"


def repacked(archive, target, change=None, **manifest):
    """The archive once more, its copy changed, and its manifest made to fit but for what is given."""
    folder = target.parent / "repacked"
    folder.mkdir()
    said, copy = backup_archive.unpack(archive, folder)
    if change:
        database = sqlite3.connect(copy)
        database.execute(change)
        database.commit()
        database.close()
    made = backup_archive.manifest_of(copy, version=said.version, at=AT, database="sqlite", tables=said.tables)
    backup_archive.pack(target, copy, backup_archive.Manifest(**(asdict(made) | manifest)))
    return target


def test_a_backup_among_writes_has_all_that_was_kept_before_and_nothing_by_half(site, tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", WRITE], env=environment(site), stdout=subprocess.PIPE, text=True
    ) as writer:
        wait_for_twenty(writer)
        done = livecompact(site, "backup", str(tmp_path / "backup.zip"))
        still_writing = writer.poll() is None
        writer.kill()
        writer.communicate()

    assert done.returncode == 0, done.stderr
    assert still_writing

    back = tmp_path / "back"
    assert livecompact(back, "restore", str(tmp_path / "backup.zip")).returncode == 0
    people = [row[0] for row in asked(back, "SELECT email FROM people_person ORDER BY id")]
    seats = asked(back, "SELECT person_id FROM people_seat ORDER BY person_id")

    assert len(people) > 20
    assert people == [f"n{number}@example.org" for number in range(len(people))]
    assert seats == asked(back, "SELECT id FROM people_person ORDER BY id")
    assert people == [row[0] for row in asked(site, "SELECT email FROM people_person ORDER BY id")][: len(people)]


def test_a_backup_says_what_is_in_it_and_is_for_its_owner_only(archive, empty_site):
    with zipfile.ZipFile(archive) as packed:
        manifest = json.loads(packed.read("manifest.json"))

    assert manifest["database"] == "sqlite"
    assert manifest["tables"]["people_person"] == 0
    assert manifest["tables"]["django_migrations"] == asked(empty_site, "SELECT count(*) FROM django_migrations")[0][0]
    assert archive.stat().st_mode & 0o777 == 0o600
    assert json.loads((empty_site / backup.NEWEST).read_text())["taken_at"] == manifest["taken_at"]
    assert [each.name for each in archive.parent.iterdir()] == [archive.name]


def test_a_backup_into_a_folder_is_named_for_its_time(site, tmp_path):
    (tmp_path / "kept").mkdir()

    done = livecompact(site, "backup", str(tmp_path / "kept"))

    [file] = (tmp_path / "kept").iterdir()
    assert file.name.startswith("livecompact-20")
    assert str(file) in done.stdout


def test_a_folder_that_is_not_there_is_not_taken_for_a_file(site, tmp_path):
    done = livecompact(site, "backup", str(tmp_path / "kept"))

    assert f"There is no folder {tmp_path / 'kept'}. Make it first, or name a file that ends in .zip." in done.stderr
    assert (done.returncode, [*tmp_path.glob("kept*")]) == (2, [])


def test_a_backup_is_never_written_over_another(site, tmp_path):
    (tmp_path / "backup.zip").write_text("the only one")

    done = livecompact(site, "backup", str(tmp_path / "backup.zip"))

    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert (tmp_path / "backup.zip").read_text() == "the only one"


def test_there_is_no_backup_of_no_site_and_none_is_made(tmp_path):
    done = livecompact(tmp_path / "none", "backup", str(tmp_path / "backup.zip"))

    assert done.returncode == 2
    assert "There is no site in" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_site_comes_back_as_it_was(archive, bare, empty_site, capsys):
    assert backup.restore(archive) == 0

    tables = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
    rows = "SELECT app, name FROM django_migrations ORDER BY id"
    assert asked(bare, tables) == asked(empty_site, tables)
    assert asked(bare, rows) == asked(empty_site, rows)
    assert [each.name for each in bare.iterdir()] == ["site.sqlite3"]
    assert (bare / "site.sqlite3").stat().st_mode & 0o777 == 0o600
    assert "Now run: livecompact serve" in capsys.readouterr().out


def test_a_folder_that_holds_anything_but_the_key_is_left_alone(archive, bare, capsys):
    bare.mkdir()
    (bare / "site.sqlite3").write_text("another site")

    assert backup.restore(archive) == 2

    assert "holds site.sqlite3" in capsys.readouterr().err
    assert (bare / "site.sqlite3").read_text() == "another site"


def test_the_key_of_the_site_may_wait_in_the_folder(archive, bare):
    bare.mkdir()
    (bare / "secret-key").write_text("key")

    assert backup.restore(archive) == 0
    assert (bare / "secret-key").read_text() == "key"


def test_a_byte_that_is_altered_anywhere_gives_the_same_site_or_none(archive, bare, tmp_path):
    whole = archive.read_bytes()
    chance = random.Random(7)  # noqa: S311 (places to try, no secret)
    places = [chance.randrange(len(whole)) for _ in range(60)]
    backup.restore(archive)
    right = (bare / "site.sqlite3").read_bytes()
    refused = 0
    for place in places:
        shutil.rmtree(bare, ignore_errors=True)
        altered = tmp_path / "altered.zip"
        altered.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        if backup.restore(altered) == 2:
            refused += 1
            assert not bare.exists()
        else:
            assert (bare / "site.sqlite3").read_bytes() == right  # the date of a file in the zip, and the like

    assert refused > 50


@pytest.mark.parametrize("part", [0, 0.01, 0.5, 0.99])
def test_a_backup_that_ends_early_is_refused(archive, bare, tmp_path, part, capsys):
    short = tmp_path / "short.zip"
    short.write_bytes(archive.read_bytes()[: int(archive.stat().st_size * part)])

    assert backup.restore(short) == 2
    assert "short or was altered" in capsys.readouterr().err
    assert not bare.exists()


def test_a_row_short_is_refused_though_all_else_fits(archive, bare, tmp_path, capsys):
    short = repacked(archive, tmp_path / "short.zip", "DELETE FROM django_migrations WHERE id = 3")

    assert backup.restore(short) == 2
    assert "Table django_migrations has" in capsys.readouterr().err
    assert not bare.exists()


def test_a_table_short_is_refused(archive, bare, tmp_path, capsys):
    short = repacked(archive, tmp_path / "short.zip", "DROP TABLE people_seat")

    assert backup.restore(short) == 2
    assert "Table people_seat has none rows" in capsys.readouterr().err


def test_a_row_that_points_nowhere_is_refused(archive, bare, tmp_path, capsys):
    lost = "INSERT INTO people_seat (role, compact, organisation, side, given_at, given_by, ended_by, person_id)"
    lost += " VALUES ('officer', 'a', '', '', 1, 'b', '', 9)"

    assert backup.restore(repacked(archive, tmp_path / "lost.zip", lost)) == 2
    assert "that is gone" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("manifest", "says"),
    [
        ({"sha256": "0" * 64}, "short or was altered"),
        ({"bytes": 10}, "short or was altered"),
        ({"format": 2}, "of format 2"),
        ({"version": "99.0"}, "Livecompact 99.0 made this backup"),
    ],
)
@pytest.mark.usefixtures("bare")
def test_a_manifest_of_something_else_is_refused(archive, tmp_path, manifest, says, capsys):
    assert backup.restore(repacked(archive, tmp_path / "other.zip", **manifest)) == 2
    assert says in capsys.readouterr().err


def test_a_backup_of_another_database_is_refused(archive, tmp_path, monkeypatch, capsys):
    folder = tmp_path / "a"
    folder.mkdir()
    _, copy = backup_archive.unpack(archive, folder)
    said = backup_archive.manifest_of(copy, version="0.1.0", at=AT, database="postgresql", tables={})
    backup_archive.pack(tmp_path / "dump.zip", copy, said)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LIVECOMPACT_FOLDER", str(tmp_path / "bare"))

    assert backup.restore(tmp_path / "dump.zip") == 2
    assert "This backup is of postgresql; DATABASE_URL names sqlite" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(bare, tmp_path, capsys):
    assert backup.restore(tmp_path / "none.zip") == 2
    assert "There is no file" in capsys.readouterr().err


def test_a_folder_is_no_backup(bare, tmp_path, capsys):
    assert backup.restore(tmp_path) == 2
    assert f"{tmp_path} is a folder. Name the backup in it" in capsys.readouterr().err


@pytest.fixture
def servers():
    """The addresses of two databases, both empty, on the PostgreSQL that the tests run on."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        pytest.skip("DATABASE_URL names no PostgreSQL (script/postgresql)")
    psycopg = importlib.import_module("psycopg")
    names = [f"{name}_{os.getpid()}" for name in ("first", "second")]
    with psycopg.connect(url, autocommit=True) as server:
        for name in names:
            server.execute(f"CREATE DATABASE {name}")
        yield [url.replace(urlsplit(url).path, f"/{name}", 1) for name in names]
        for name in names:
            server.execute(f"DROP DATABASE {name}")


def test_a_site_on_postgresql_comes_back_as_it_was_amid_writes(servers, tmp_path):
    psycopg = importlib.import_module("psycopg")
    first, second = servers
    people = "SELECT email FROM people_person ORDER BY id"
    seats = "SELECT person_id FROM people_seat ORDER BY person_id"
    assert run(tmp_path / "site", "-c", MAKE, database=first).returncode == 0
    with subprocess.Popen(
        [sys.executable, "-c", WRITE], env=environment(tmp_path / "site", first), stdout=subprocess.PIPE, text=True
    ) as writer:
        wait_for_twenty(writer)
        done = livecompact(tmp_path / "site", "backup", str(tmp_path / "backup.zip"), database=first)
        writer.kill()
        writer.communicate()
    assert done.returncode == 0, done.stderr

    back = livecompact(tmp_path / "back", "restore", str(tmp_path / "backup.zip"), database=second)
    again = livecompact(tmp_path / "back", "restore", str(tmp_path / "backup.zip"), database=second)

    assert back.returncode == 0, back.stderr
    assert (again.returncode, "has tables already" in again.stderr) == (2, True)
    with psycopg.connect(second) as database:
        emails = [row[0] for row in database.execute(people).fetchall()]
        assert len(emails) > 20
        assert emails == [f"n{number}@example.org" for number in range(len(emails))]
        assert len(database.execute(seats).fetchall()) == len(emails)


def test_a_server_that_does_not_answer_is_told(tmp_path):
    tmp_path.joinpath("site").mkdir()
    nowhere = "postgresql://nobody@127.0.0.1:1/none"

    done = livecompact(tmp_path / "site", "backup", str(tmp_path / "backup.zip"), database=nowhere)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "backup.zip").exists()


def test_without_the_programs_of_postgresql_a_sentence_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(backup_archive.Refused, match=r"pg_dump is not here\. Install PostgreSQL's client"):
        backup_postgresql._run("postgresql://ann:secret@db.example.org/compact", "pg_dump")  # noqa: SLF001


def test_a_password_is_in_no_list_of_processes(monkeypatch, tmp_path):
    told = tmp_path / "told"
    program = tmp_path / "pg_dump"
    program.write_text(f'#!/bin/sh\necho "$@ / $PGPASSWORD" > {told}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    backup_postgresql._run("postgresql://ann:a%40b@db.example.org:5433/compact", "pg_dump", "--x")  # noqa: SLF001

    assert told.read_text() == "--dbname=postgresql://ann@db.example.org:5433/compact --no-password --x / a@b\n"
