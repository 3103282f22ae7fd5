"""Where nothing can be written, everything can be read; what was sent is not kept by half, and later it works again."""

import resource
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.test import Client

from livecompact.people import actions
from livecompact.people.models import Person, Session
from livecompact.web import read_only, space
from tests.harness.compacts import both_compacts
from tests.harness.html import read_page
from tests.harness.people import NOW

TITLE = "We cannot save just now"
READ = ("/", "/hertfordshire", "/hertfordshire/promises/2.4", "/help", "/sign-in")
MEGABYTE = 1_000_000


@pytest.fixture
def client(transactional_db, monkeypatch):
    both_compacts(monkeypatch)
    actions.add_person(email="ann@example.org", at=NOW)
    return Client(raise_request_exception=False)


def ask_for_a_code(client):
    return client.post("/sign-in", {"email": "ann@example.org"})


def readable(client):
    return {path: client.get(path).status_code for path in READ} == dict.fromkeys(READ, 200)


def says_so(response):
    return (response.status_code, read_page(response.text).h1, response["Retry-After"]) == (503, [TITLE], "60")


@contextmanager
def database_that_cannot_grow():
    """SQLite may write no byte more than its files have; PostgreSQL takes no writes from this connection."""
    if connection.vendor == "sqlite":
        file = Path(connection.settings_dict["NAME"])
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        resource.setrlimit(resource.RLIMIT_FSIZE, (min(4096, file.stat().st_size), before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
    else:
        with connection.cursor() as cursor:
            cursor.execute("SET default_transaction_read_only = on")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SET default_transaction_read_only = off")


def test_a_database_that_takes_no_writes_is_read_and_recovers_by_itself(client, settings):
    with database_that_cannot_grow():
        refused = ask_for_a_code(client)
        read = readable(Client(raise_request_exception=False))

    assert says_so(refused)
    assert "You can read everything. We cannot save just now." in refused.text
    assert read
    assert not Session.objects.exists()

    assert ask_for_a_code(client).status_code == 302


def test_a_disk_short_of_room_is_read_only_before_it_is_full(client, settings):
    ours = settings.SITE
    settings.SITE = replace(ours, spare=space.free(ours) // MEGABYTE + 100_000)  # others may free some meanwhile

    assert says_so(ask_for_a_code(client))
    assert readable(client)
    assert not Session.objects.exists()
    health = client.get("/health")
    assert (health.status_code, health.json()["status"]) == (503, "read only")

    settings.SITE = ours

    assert client.get("/health").status_code == 200
    assert ask_for_a_code(client).status_code == 302


def test_an_action_that_cannot_be_kept_leaves_no_half_of_it(client):
    with database_that_cannot_grow(), pytest.raises(DatabaseError) as problem:
        actions.add_person(email="bob@example.org", at=NOW)

    assert read_only.refused(problem.value)
    assert [person.email for person in Person.objects.all()] == ["ann@example.org"]


def test_the_room_to_keep_is_two_logs_and_a_copy_and_what_is_set_aside(settings, tmp_path, monkeypatch):
    file = tmp_path / "site.sqlite3"
    file.write_bytes(b"x" * 10_000_000)
    (tmp_path / "site.sqlite3-wal").write_bytes(b"x" * 6_000_000)
    monkeypatch.setattr(space, "database_file", lambda _site: file)

    assert space.needed(settings.SITE) == 22_000_000
    assert space.needed(replace(settings.SITE, spare=5)) == 27_000_000


@pytest.mark.parametrize(
    ("problem", "refused"),
    [
        (OperationalError("attempt to write a readonly database"), True),
        (DatabaseError("cannot execute INSERT in a read-only transaction"), True),
        (OperationalError('could not extend file "base/1": No space left on device'), True),
        (OSError(28, "No space left on device"), True),
        (OperationalError("database is locked"), False),
        (DatabaseError("no such table: people_person"), False),
        (RuntimeError("database or disk is full"), False),
        (None, False),
    ],
)
def test_only_what_cannot_write_is_called_read_only(problem, refused):
    assert read_only.refused(problem) is refused
