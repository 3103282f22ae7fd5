"""Everything that Django does to a database works through the door, and the door is opened as it must be."""

import sqlite3 as imported
import subprocess
import sys

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection, transaction

from livecompact.people.models import Person, Seat
from livecompact.web import sqlite
from tests.people.test_people import NOW

only_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="it is about SQLite")
INTERPRETERS_OWN = subprocess.run(
    [sys.executable, "-c", "import sqlite3; print(sqlite3.sqlite_version)"], capture_output=True, text=True, check=True
).stdout.strip()
MANY = 1_500  # more than fit into the variables of one statement of an old SQLite


def people(count):
    return Person.objects.bulk_create(Person(email=f"p{n}@example.org", joined_at=NOW) for n in range(count))


def test_many_rows_go_in_at_once(db):
    people(MANY)

    assert Person.objects.filter(pk__in=list(Person.objects.values_list("pk", flat=True))).count() == MANY


def test_many_to_many_rows_are_added(db):
    group = Group.objects.create(name="Officers")
    group.permissions.add(*Permission.objects.all())

    assert group.permissions.count() == Permission.objects.count() > 0


def test_a_row_takes_with_it_what_hangs_on_it(db):
    made = people(3)
    Seat.objects.bulk_create(
        Seat(person=each, role="officer", compact="dacorum", given_at=NOW, given_by="test") for each in made
    )
    Person.objects.filter(pk=made[0].pk).delete()

    assert Seat.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_tables_go_and_come_back():
    call_command("migrate", "people", "zero", verbosity=0)
    call_command("migrate", verbosity=0)  # all: the tables of other rooms that hang on them went too

    assert len(people(1)) == 1


@only_sqlite
def test_every_connection_is_opened_safely(db):
    with connection.cursor() as cursor:
        found = {
            pragma: cursor.execute(f"PRAGMA {pragma}").fetchone()[0]
            for pragma in ("journal_mode", "synchronous", "foreign_keys")
        }

    journal = "wal" if sqlite.wal_is_safe(sqlite.version()) else "delete"
    assert found == {"journal_mode": journal, "synchronous": 2, "foreign_keys": 1}


@only_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_transaction_takes_the_write_lock_at_once(django_db_blocker):
    with transaction.atomic():
        connection.ensure_connection()
        other = imported.connect(connection.settings_dict["NAME"], timeout=0, uri=True)
        with pytest.raises(imported.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


@only_sqlite
def test_the_newest_sqlite_is_in_use(db):
    with connection.cursor() as cursor:
        used = cursor.execute("SELECT sqlite_version()").fetchone()[0]

    assert used == ".".join(str(part) for part in sqlite.version())
    assert sqlite.version() >= tuple(int(part) for part in INTERPRETERS_OWN.split("."))


@pytest.mark.parametrize(
    ("version", "journal"),
    [((3, 40, 1), "delete"), ((3, 51, 2), "delete"), ((3, 51, 3), "wal"), ((3, 44, 5), "delete"), ((3, 44, 6), "wal")],
)
def test_an_old_sqlite_gets_the_rollback_journal(monkeypatch, version, journal):
    monkeypatch.setattr(sqlite, "version", lambda: version)

    assert f"journal_mode={journal};" in sqlite.database("x")["OPTIONS"]["init_command"]


def test_without_pysqlite3_the_interpreters_own_is_used(tmp_path):
    """In a process of its own, since a library once chosen stays chosen."""
    (tmp_path / "pysqlite3.py").write_text("raise ImportError")
    program = "from livecompact.web import sqlite; sqlite.use_newest(); print(sqlite.version())"
    environment = {"PYTHONPATH": f"{tmp_path}:."}

    said = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)

    assert said.stdout.strip() == str(tuple(int(part) for part in INTERPRETERS_OWN.split(".")))
