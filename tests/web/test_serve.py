"""A site is served by the version that made its tables, and by no other; nothing is changed on the way."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.serving import PATIENCE, environment, get, livecompact, served

OLDER = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "livecompact.web.settings"
import django
django.setup()
from django.core.management import call_command
call_command("migrate", "account", "0005", verbosity=0)
"""


def run(folder, *command):
    return subprocess.run(
        [sys.executable, *command],
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    folder = tmp_path_factory.mktemp("started") / "site"
    options = ("--area", "Kent", "--text", "model", "--email", "ann@example.org", "--no-serve")
    assert livecompact(folder, "start", *options).returncode == 0
    return folder


@pytest.fixture
def site(started, tmp_path):
    return Path(shutil.copytree(started, tmp_path / "site"))


def change(folder, statement):
    database = sqlite3.connect(folder / "site.sqlite3", isolation_level=None)
    database.execute(statement)
    database.close()


def test_a_database_of_an_older_version_is_left_as_it_is(site):
    assert run(site, "-c", OLDER).returncode == 0
    before = (site / "site.sqlite3").read_bytes()

    done = livecompact(site, "serve")

    assert done.returncode == 2
    assert done.stderr.endswith("Run: livecompact upgrade\n")
    assert "of an older version" in done.stderr
    assert (site / "site.sqlite3").read_bytes() == before


def test_a_database_of_a_newer_version_is_left_alone(site):
    change(site, "INSERT INTO django_migrations (app, name, applied) VALUES ('compacts', '0099_later', '2030-01-01')")

    done = livecompact(site, "serve")

    assert done.returncode == 2
    assert "A newer Livecompact made this site (compacts 0099_later)" in done.stderr


def test_an_empty_database_is_no_site(tmp_path):
    (tmp_path / "site.sqlite3").touch()

    done = livecompact(tmp_path, "serve")

    assert (done.returncode, done.stderr) == (2, "The database is empty. Run: livecompact start\n")


def test_where_there_is_no_site_none_is_made(tmp_path):
    done = livecompact(tmp_path / "none", "serve")

    assert done.returncode == 2
    assert "There is no site in" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_health_answers_on_this_machine_whatever_the_site_is_called(site):
    public = {"LIVECOMPACT_ADDRESS": "https://compact.example.org", "LIVECOMPACT_MAIL": "smtp://mail.example.org"}
    with served(site, **public) as port:
        health, head = get(port, "/health"), get(port, "/health", method="HEAD")

    assert health.status == 200
    assert (head.status, head.read()) == (200, b"")


def test_a_port_that_another_site_has_is_not_shared_with_it(site):
    with served(site) as port:
        done = livecompact(site, "serve", "--port", str(port))

    assert done.returncode == 2
    assert f"Port {port} cannot be used" in done.stderr
