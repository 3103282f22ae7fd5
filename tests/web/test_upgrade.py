"""An upgrade backs up, changes the database and looks whether all is well; what goes wrong can be taken back."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

PATIENCE = 120  # seconds, for a machine that is busy
# A site as an older version would have left it: the newest change of sign-in's own tables is not there yet.
OLDER = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "livecompact.web.settings"
import django
django.setup()
from django.core.management import call_command
call_command("migrate", "account", "0005", verbosity=0)
"""


def run(folder, *command):
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LIVECOMPACT", "DJANGO"))}
    environment = ours | {"LIVECOMPACT_FOLDER": str(folder), "DATABASE_URL": ""}
    return subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )


def livecompact(folder, *arguments):
    return run(folder, "-m", "livecompact", *arguments)


def told(folder, statement):
    """What a statement gives, once no process has the site open any more."""
    assert not (folder / "site.sqlite3-wal").exists()
    database = sqlite3.connect(folder / "site.sqlite3", isolation_level=None)
    try:
        return database.execute(statement).fetchall()
    finally:
        database.close()


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    folder = tmp_path_factory.mktemp("started") / "site"
    options = ("--area", "Kent", "--text", "model", "--email", "ann@example.org", "--no-serve")
    done = livecompact(folder, "start", *options)
    assert done.returncode == 0, done.stderr
    older = run(folder, "-c", OLDER)
    assert older.returncode == 0, older.stderr
    return folder


@pytest.fixture
def site(started, tmp_path):
    return Path(shutil.copytree(started, tmp_path / "site"))


def test_an_upgrade_says_what_it_did_and_keeps_what_was_before(site, tmp_path):
    done = livecompact(site, "upgrade")

    assert done.returncode == 0, done.stderr
    assert "Backed up and read again." in done.stdout
    assert "Changed: account 0006" in done.stdout
    assert done.stdout.endswith("and answers. Start it again.\n")
    [kept] = (site / "backups").iterdir()
    assert livecompact(tmp_path / "before", "restore", str(kept)).returncode == 0
    newest = "SELECT max(name) FROM django_migrations WHERE app = 'account'"
    assert told(tmp_path / "before", newest)[0][0].startswith("0005")
    assert told(site, newest)[0][0] > "0006"


def test_what_needs_no_change_is_told(site):
    assert livecompact(site, "upgrade").returncode == 0

    again = livecompact(site, "upgrade")

    assert (again.returncode, "needed no change" in again.stdout) == (0, True)


def test_an_upgrade_that_goes_wrong_says_how_to_go_back(site):
    told(site, "DROP TABLE account_emailaddress")

    done = livecompact(site, "upgrade")

    assert done.returncode == 2
    [kept] = (site / "backups").iterdir()
    assert f"livecompact restore {kept.name}" in done.stderr


def test_a_text_that_cannot_be_read_any_more_is_no_good_upgrade(site):
    told(site, "UPDATE compacts_edition SET folder = replace(folder, 'Kent', 'Mercia')")

    done = livecompact(site, "upgrade")

    assert done.returncode == 2
    assert "The upgrade went wrong" in done.stderr


def test_an_older_program_leaves_a_newer_site_alone(site):
    told(site, "INSERT INTO django_migrations (app, name, applied) VALUES ('compacts', '0099_later', '2030-01-01')")

    done = livecompact(site, "upgrade")

    assert done.returncode == 2
    assert "A newer Livecompact made this site (compacts 0099_later)" in done.stderr
    assert "Nothing was changed." in done.stderr
    assert list(site.glob("backups/*")) == []


def test_where_there_is_no_site_none_is_made(tmp_path):
    done = livecompact(tmp_path / "none", "upgrade")

    assert done.returncode == 2
    assert "There is no site in" in done.stderr
    assert list(tmp_path.iterdir()) == []
