"""A site as an older version made it is brought up to date, and nothing of it is lost."""

import lzma
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

PATIENCE = 240  # seconds, for a machine that is busy
OLDER = Path(__file__).parent / "older" / "register.sqlite3.xz"
"""The site of `livecompact start --area Hertfordshire --examples` before all kinds of dealings had pages."""
KEPT = (
    "SELECT name, sector, status FROM register_organisation",
    "SELECT organisation_id, compact_id, state, signs_as, latest FROM register_signature",
    "SELECT key, title, state, facts, happens_on, published_at FROM dealings_dealing",
    "SELECT dealing_id, number, facts FROM dealings_version",
    "SELECT dealing_id, standard, verdict, met, settles_on, asked_on, answer_by FROM dealings_standing",
    "SELECT number, hash FROM record_entry",
    "SELECT role, compact, organisation FROM people_seat",
)
"""What must come back as it was, row by row."""


def livecompact(folder, *arguments):
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LIVECOMPACT", "DJANGO"))}
    environment = ours | {"LIVECOMPACT_FOLDER": str(folder), "DATABASE_URL": ""}
    command = [sys.executable, "-m", "livecompact", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)


def rows(folder):
    with closing(sqlite3.connect(folder / "site.sqlite3")) as database:
        return {asked: sorted(database.execute(asked).fetchall(), key=repr) for asked in KEPT}


@pytest.fixture
def older(tmp_path):
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "site.sqlite3").write_bytes(lzma.decompress(OLDER.read_bytes()))
    return folder


def test_an_older_site_is_upgraded_and_nothing_is_lost(older):
    before = rows(older)

    done = livecompact(older, "upgrade")

    assert done.returncode == 0, done.stderr
    assert "dealings 0002" in done.stdout
    assert {asked: found for asked, found in rows(older).items() if found != before[asked]} == {}
    verified = livecompact(older, "record", "verify")
    assert verified.returncode == 0, verified.stderr
    assert all(before.values()), "an older site without rows proves nothing"
