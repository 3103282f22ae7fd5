"""The doctor finds what is missing before a site goes public, and says what mends each."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from livecompact.compacts import actions as compacts
from livecompact.compacts.models import Compact, Edition
from livecompact.people import actions as people
from livecompact.people.models import Seat
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.web import checks, doctor_findings, space, sqlite
from livecompact.web.doctor import _lines

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
PATIENCE = 120  # seconds, for a machine that is busy

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(settings, tmp_path, monkeypatch):
    """A site that is ready to go public, but for the contacts of its Compact."""
    monkeypatch.delenv("DJANGO_ALLOW_ASYNC_UNSAFE", raising=False)  # the tests of the browser need it
    settings.SITE = replace(
        settings.SITE,
        folder=tmp_path,
        address="https://compact.example.org",
        proxies=1,
        mail="smtp://mail.example.org",
        sender="compact@example.org",
        operator="Kent Voluntary Action",
        contact="help@example.org",
    )
    settings.ALLOWED_HOSTS = settings.SITE.hosts
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    monkeypatch.setattr(space, "database_file", lambda _site: tmp_path / "site.sqlite3")
    (tmp_path / "accessibility.txt").write_text("Two people with screen readers tried it.")
    (tmp_path / "site.sqlite3").write_bytes(b"x" * 10_000_000)
    backed_up(tmp_path, AT - timedelta(hours=30))
    compacts.add_compact(source="model", by="test", at=AT)
    person = people.add_person(email="ann@example.org", at=AT)
    people.give_seat(person=person, role=Role.ADMINISTRATOR, by="test", at=AT)
    return settings


def backed_up(folder, at):
    (folder / "last-backup.json").write_text(json.dumps({"taken_at": at.isoformat(), "file": "backup.zip"}))


def to_mend():
    return {each.name for each in doctor_findings.findings(AT) if not each.fine}


def found(name):
    [finding] = [each for each in doctor_findings.findings(AT) if each.name == name]
    return finding


def test_a_site_that_is_ready_lacks_only_what_its_people_must_fill_in(site):
    assert to_mend() == {"contacts"}
    assert {each.name for each in doctor_findings.findings(AT)} >= set(doctor_findings.LOOKS)


def test_whatever_is_to_mend_says_how(site):
    site.SITE = replace(site.SITE, address="http://127.0.0.1:8000", mail="terminal")
    site.DEBUG = True

    assert all(each.mend for each in doctor_findings.findings(AT) if not each.fine)


def test_a_site_for_this_machine_only_is_told_so(site):
    site.SITE = replace(site.SITE, address="http://127.0.0.1:8000")

    assert "LIVECOMPACT_ADDRESS=https://" in found("address").mend


def test_a_site_for_any_name_is_found(site):
    site.ALLOWED_HOSTS = ["*"]

    assert "address" in to_mend()


def test_a_site_without_tls_is_found(site):
    site.SITE = replace(site.SITE, address="http://compact.example.org")

    assert found("https").mend.endswith("LIVECOMPACT_ADDRESS=https://compact.example.org.")


def test_debug_is_found(site):
    site.DEBUG = True

    assert found("debug").mend == "Unset LIVECOMPACT_DEBUG."


@pytest.mark.parametrize(
    ("choice", "mend"),
    [({"mail": "terminal"}, "LIVECOMPACT_MAIL"), ({"sender": "livecompact@localhost"}, "LIVECOMPACT_SENDER")],
)
def test_mail_that_reaches_nobody_is_found(site, choice, mend):
    site.SITE = replace(site.SITE, **choice)

    assert mend in found("mail").mend


def test_mail_that_no_worker_sends_is_found(site):
    person = people.add_person(email="eve@example.org", at=AT)
    two_days_ago = AT - timedelta(days=2)
    record.notify(to=person, reason="x", subject="x", occurrence="1", compact="", at=two_days_ago)

    assert (found("outbox").says, found("outbox").mend) == (
        "Mails that have waited too long to be sent: 1.",
        "livecompact worker",
    )


def test_a_key_that_is_short_is_found(site):
    site.SECRET_KEY = "short"  # noqa: S105 (it is not one)

    assert "secret key" in to_mend()


def test_limits_that_each_process_counts_for_itself_are_found(site):
    site.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

    assert "limits" in to_mend()


@pytest.mark.parametrize(("hours", "fine"), [(36, True), (37, False)])
def test_a_backup_is_good_for_36_hours(site, hours, fine):
    backed_up(site.SITE.folder, AT - timedelta(hours=hours))

    assert found("backup").fine is fine
    assert found("backup").says == f"The newest backup is {hours} hours old."


@pytest.mark.parametrize("text", ["", "[]", '{"taken_at": 1}', '{"taken_at": "yesterday"}'])
def test_a_note_of_backups_that_cannot_be_read_is_no_backup(site, text):
    (site.SITE.folder / "last-backup.json").write_text(text)

    assert not found("backup").fine


def test_no_backup_ever_is_found(site):
    (site.SITE.folder / "last-backup.json").unlink()

    assert found("backup").says == "No backup was ever taken."


def test_the_room_on_the_disk_is_that_of_two_logs_and_a_copy(site, monkeypatch):
    wal = site.SITE.folder / "site.sqlite3-wal"
    wal.write_bytes(b"x" * 6_000_000)

    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=22_000_000))
    assert found("disk").fine
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=21_000_000))
    assert found("disk").mend.startswith("Free 1 MB")


def test_a_change_to_the_database_that_waits_is_found(site):
    MigrationRecorder(connection).record_unapplied("people", "0001_initial")

    assert found("migrations").mend == "livecompact upgrade"


def test_an_old_sqlite_is_found(site, monkeypatch):
    monkeypatch.setattr(sqlite, "version", lambda: (3, 40, 1))
    monkeypatch.setattr(checks, "_databases", lambda: {"default": sqlite.database("x")})

    assert found("database").says.startswith("SQLite 3.40.1 is not safe in WAL mode")


def test_a_site_that_nobody_can_run_is_found(site):
    person = people.add_person(email="bob@example.org", at=AT)
    people.give_seat(person=person, role=Role.OFFICER, by="test", at=AT, compact="model")
    people.end_seat(seat=Seat.objects.get(role=Role.ADMINISTRATOR), by="test", at=AT)

    assert "administrator" in to_mend()


def test_a_site_without_a_compact_is_found(site):
    Edition.objects.all().delete()
    Compact.objects.all().delete()

    assert found("compacts").says == "The site has no Compact."


def test_a_folder_that_cannot_be_written_to_is_found(site):
    site.SITE = replace(site.SITE, folder=site.SITE.folder / "none")

    assert "cannot be written to" in found("folder").says


def test_a_site_whose_people_have_not_said_who_they_are_is_found(site):
    site.SITE = replace(site.SITE, contact="")
    (site.SITE.folder / "accessibility.txt").unlink()

    assert found("operator").mend == "Set LIVECOMPACT_OPERATOR, and LIVECOMPACT_CONTACT or LIVECOMPACT_PHONE."
    assert "accessibility.txt" in found("statement").mend


def test_the_lines_end_with_how_many_there_are_to_mend():
    assert _lines([("mail", False, "No mail.", "Set it."), ("disk", True, "Room.", "")])[-3:] == [
        "                     Set it.",
        "fine  disk           Room.",
        "1 thing to mend before the site goes public.",
    ]
    assert _lines([("disk", True, "Room.", "")])[-1] == "Nothing to mend."


def doctor(folder, *arguments, **more):
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LIVECOMPACT", "DJANGO"))}
    command = [sys.executable, "-m", "livecompact", "doctor", *arguments]
    environment = ours | {"LIVECOMPACT_FOLDER": str(folder), "DATABASE_URL": ""} | more
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)


def test_where_there_is_no_site_monitoring_gets_2_and_none_is_made(tmp_path):
    done = doctor(tmp_path / "none", "--json")

    assert done.returncode == 2
    assert "There is no site in" in json.loads(done.stdout)["cannot"]
    assert list(tmp_path.iterdir()) == []


def test_a_site_that_cannot_open_its_database_gives_2(tmp_path):
    (tmp_path / "site.sqlite3").mkdir()

    assert doctor(tmp_path).returncode == 2
    assert doctor(tmp_path, DATABASE_URL="mysql://x").returncode == 2


def test_a_site_without_tables_gives_1_and_every_finding(tmp_path):
    (tmp_path / "site.sqlite3").touch()

    done = doctor(tmp_path, "--json")

    answer = json.loads(done.stdout)
    assert done.returncode == 1, done.stderr
    assert not answer["fine"]
    assert {"migrations", "backup", "contacts", "administrator"} <= {
        each["name"] for each in answer["findings"] if not each["fine"]
    }
