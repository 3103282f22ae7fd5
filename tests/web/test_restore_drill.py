"""The whole road back: a backup among writes, an empty folder, a site that works and keeps its record."""

import importlib
import json
import os
import re
import subprocess
import sys
import zipfile
from urllib.parse import urlsplit

import pytest

from tests.harness.serving import Visitor, environment, livecompact, served

CODE = re.compile(r"^(\d{6})$", re.MULTILINE)
START = ("start", "--area", "Hertfordshire", "--text", "hertfordshire", "--email", "ann@example.org", "--no-serve")
# People who join one after the other, as fast as it can; it tells each once it is kept.
WRITE = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "livecompact.web.settings"
import django
django.setup()
from django.utils import timezone
from livecompact.people import actions
for number in range(100_000):
    actions.add_person(email=f"n{number}@example.org", at=timezone.now())
    print(number, flush=True)
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request):
    """The address of a database, and of an empty one to restore into; empty addresses are SQLite in the folder."""
    if request.param == "sqlite":
        yield "", ""
        return
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        pytest.skip("DATABASE_URL names no PostgreSQL (script/postgresql)")
    psycopg = importlib.import_module("psycopg")
    names = [f"drill_{name}_{os.getpid()}" for name in ("before", "after")]
    with psycopg.connect(url, autocommit=True) as server:
        for name in names:
            server.execute(f"CREATE DATABASE {name}")
        yield [url.replace(urlsplit(url).path, f"/{name}", 1) for name in names]
        for name in names:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def backed_up_among_writes(site, archive, **settings):
    with subprocess.Popen(
        [sys.executable, "-c", WRITE], env=environment(site, **settings), stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        next(line for line in writer.stdout if int(line) == 5)
        done = livecompact(site, "backup", str(archive), **settings)
        assert writer.poll() is None
        writer.kill()
        writer.communicate()
    assert done.returncode == 0, done.stderr
    return json.loads(zipfile.ZipFile(archive).read("manifest.json"))["tables"]["people_person"]


def doctors(site, **settings):
    told = json.loads(livecompact(site, "doctor", "--json", **settings).stdout)
    return {finding["name"]: finding["fine"] for finding in told["findings"]}


def sign_in(visitor, folder, email):
    visitor.open("/sign-in", {"email": email})
    [mail] = (folder / "mail").iterdir()
    [code] = CODE.findall(mail.read_text())
    visitor.open("/sign-in/code", {"code": code})
    return visitor.open("/help")


def test_a_site_comes_back_whole_and_works(tmp_path, databases):
    before, after = databases
    site, back, archive = tmp_path / "site", tmp_path / "back", tmp_path / "backup.zip"
    started = livecompact(site, *START, DATABASE_URL=before)
    assert started.returncode == 0, started.stderr
    heads = livecompact(site, "record", "head", DATABASE_URL=before).stdout
    people = backed_up_among_writes(site, archive, DATABASE_URL=before)
    (tmp_path / "heads.txt").write_text(heads)

    restored = livecompact(back, "restore", str(archive), DATABASE_URL=after)
    assert restored.returncode == 0, restored.stderr

    found = doctors(back, DATABASE_URL=after)
    assert found["migrations"]
    assert found["database"]
    verified = livecompact(back, "record", "verify", "--head", str(tmp_path / "heads.txt"), DATABASE_URL=after)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    with served(back, DATABASE_URL=after, LIVECOMPACT_MAIL="file") as port:
        visitor = Visitor(port)
        assert len(visitor.walk(20)) == 20
        assert people > 5
        assert "Sign out" in sign_in(visitor, back, f"n{people - 2}@example.org")  # Ann is one of them


def test_a_backup_with_a_byte_altered_or_short_makes_no_site(tmp_path):
    site, archive = tmp_path / "site", tmp_path / "backup.zip"
    assert livecompact(site, *START).returncode == 0
    assert livecompact(site, "backup", str(archive)).returncode == 0
    whole = archive.read_bytes()
    middle = len(whole) // 2

    for name, content in {
        "altered": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :],
        "short": whole[:-1],
    }.items():
        (tmp_path / f"{name}.zip").write_bytes(content)
        refused = livecompact(tmp_path / name, "restore", str(tmp_path / f"{name}.zip"))

        assert refused.returncode == 2
        assert "short or was altered" in refused.stderr
        assert not (tmp_path / name).exists()
