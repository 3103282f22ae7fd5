"""What people type, and what they are sent to prove who they are, stands in no log and no session."""

import json
import logging
import re
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, connection
from django.test import Client

from livecompact.people import actions as people
from livecompact.people.models import Person
from livecompact.record import actions as record
from livecompact.record.models import Notice
from livecompact.register.models import Signature
from livecompact.web.logs import Json
from tests.harness.compacts import both_compacts
from tests.people.signing_in import newest_code
from tests.record.conftest import NOW

ANN = "zqcanary.ann@example.org"
TYPED = 'Zqcanary\r\n{"at": "forged"}\x1b[2J\x9b'
SIGN_UP = {
    "kind": {"kind": "voluntary"},
    "name": {"name": TYPED},
    "about": {"called": TYPED, "postcode": "sg62jf"},
    "agreed": {"agreed": "yes"},
    "who": {"full_name": TYPED, "role": TYPED, "contact": ""},
    "email": {"email": ANN},
}
JOIN = "/hertfordshire/join"


@pytest.fixture
def logged():
    """The lines that every logger writes meanwhile, just as the site writes them."""
    lines: list[str] = []

    class Keeping(logging.Handler):
        def emit(self, record):
            lines.append(Json().format(record))

    handler, loggers = Keeping(), [logging.getLogger(name) for name in ("", "django", "django.request", "livecompact")]
    for each in loggers:
        each.addHandler(handler)
    yield lines
    for each in loggers:
        each.removeHandler(handler)


@pytest.fixture
def compacts(db, monkeypatch):
    both_compacts(monkeypatch)


def holding(*words: str) -> set[str]:
    """The tables in which a word stands."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found |= {table for row in cursor.fetchall() if any(word in str(row) for word in words)}
    return found


def codes_sent() -> list[str]:
    """Every code that stands in a mail, with its space and without."""
    spaced = [code for each in mail.outbox for code in re.findall(r"\b\d{3} ?\d{3}\b", f"{each.subject} {each.body}")]
    return [*spaced, *(code.replace(" ", "") for code in spaced)]


def test_a_sign_up_leaves_nothing_of_itself_in_logs_and_its_code_nowhere(compacts, logged):
    client = Client()
    for page, answers in SIGN_UP.items():
        client.post(f"{JOIN}/{page}", answers)
    code = codes_sent()
    client.post(f"{JOIN}/code", {"code": "999999"})
    client.post(f"{JOIN}/code", {"code": code[0]})
    client.post(f"{JOIN}/check")

    assert Signature.objects.count() == 1
    assert Notice.objects.exists()
    assert len(logged) >= len(SIGN_UP) + 3
    assert [line for line in logged if "canary" in line.lower() or any(each in line for each in code)] == []
    assert all(json.loads(line)["at"] != "forged" for line in logged)
    assert holding(*code) == set()
    assert holding(ANN) == {"people_person", "register_signer", "register_signature", "register_joining"}


def test_signing_in_leaves_no_code_and_no_address_in_logs_and_sessions(compacts, logged):
    people.add_person(email=ANN, at=NOW)
    client = Client()
    client.post("/sign-in", {"email": ANN})
    code = newest_code()
    client.post("/sign-in/code", {"code": "zqcanary"})
    client.post("/sign-in/code", {"code": code})
    client.post("/sign-in", {"email": TYPED})

    assert client.get("/me").status_code == 200
    assert [line for line in logged if "canary" in line.lower() or code in line] == []
    assert code not in str(dict(client.session))


def breaks():
    raise ValueError(TYPED) from RuntimeError(ANN)


def test_what_a_database_refuses_is_logged_without_what_it_held(compacts, logged):
    person = people.add_person(email=ANN, at=NOW)
    given: dict[str, Any] = {"to": person, "reason": "x", "subject": TYPED, "occurrence": "1", "compact": "", "at": NOW}
    notice = record.notify(**given)
    try:
        Person.objects.bulk_create([Person(email=ANN, joined_at=NOW)])
    except IntegrityError:
        logging.getLogger("livecompact.errors").exception("refused")
    try:
        breaks()
    except ValueError:
        logging.getLogger("django.request").exception("broken")

    assert notice.subject == TYPED
    assert len(logged) >= 2
    assert [line for line in logged if "canary" in line.lower()] == []
    traces = [json.loads(line)["trace"] for line in logged]
    assert "IntegrityError" in traces[0]
    assert "RuntimeError" in traces[-1]
    assert "test_logs.py" in traces[-1]
