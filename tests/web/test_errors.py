"""When there is nothing to show, a page says what happened and what to do next."""

import json
import logging
import sys

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from livecompact import __version__
from livecompact.frame.errors import Gone, Unavailable
from livecompact.web import migrated
from livecompact.web.logs import Json
from tests.harness.html import read_page


@pytest.fixture
def client(db):
    return Client(raise_request_exception=False)


@pytest.fixture
def breaking(monkeypatch):
    def breaks(error):
        def asked(*_):
            raise error

        monkeypatch.setattr("livecompact.compacts.queries.compacts", asked)

    return breaks


@pytest.mark.parametrize(
    ("error", "status", "title"),
    [
        (Gone("The council withdrew this consultation on 3 March."), 410, "This page was taken down"),
        (Unavailable(), 503, "The service is not available"),
        (OperationalError(), 503, "The service is not available"),
        (RuntimeError("a secret"), 500, "There is a problem with the service"),
        (PermissionError(), 500, "There is a problem with the service"),
    ],
)
def test_a_failure_has_its_page(client, breaking, error, status, title):
    breaking(error)

    response = client.get("/")
    page = read_page(response.text)

    assert response.status_code == status
    assert page.h1 == [title]
    assert page.title == f"{title} – Livecompact"
    assert "a secret" not in response.text
    assert "Traceback" not in response.text
    assert len(page.footer) == 5


def test_what_was_taken_down_says_why(client, breaking):
    breaking(Gone("The council withdrew this consultation on 3 March."))

    assert "The council withdrew this consultation on 3 March." in client.get("/").text


def test_when_to_come_back_is_told(client, breaking):
    breaking(Unavailable())

    assert client.get("/")["Retry-After"] == "300"


def test_an_address_of_nothing_is_not_found(client):
    response = client.get("/hertfordshire/nothing/here")

    assert response.status_code == 404
    assert read_page(response.text).h1 == ["Page not found"]


def test_a_form_without_its_token_is_refused_kindly():
    response = Client(enforce_csrf_checks=True).post("/sign-in", {"email": "ann@example.org"})

    assert response.status_code == 403
    assert read_page(response.text).h1 == ["Open the form again"]


def test_another_name_of_the_machine_is_refused(client):
    response = client.get("/", headers={"host": "evil.example.org"})

    assert response.status_code == 400
    assert read_page(response.text).h1 == ["We could not read that"]


def test_health_is_told_to_machines_whatever_name_they_use(client):
    told = client.get("/health", headers={"host": "127.0.0.1:8000"})
    other = client.get("/health", headers={"host": "anything.example.org"})

    assert told.json() == other.json() == {"status": "ok", "version": __version__}
    assert told["Cache-Control"] == "no-store"
    assert (client.head("/health").status_code, client.head("/health").content) == (200, b"")
    assert client.post("/health").status_code == 405


def test_health_is_bad_where_the_database_does_not_answer(client, monkeypatch):
    def broken():
        raise DatabaseError

    monkeypatch.setattr(migrated, "made", broken)

    assert (client.get("/health").status_code, client.get("/health").json()["status"]) == (503, "no database")


def test_health_is_bad_where_a_change_to_the_database_waits(client):
    MigrationRecorder(connection).record_unapplied("people", "0001_initial")

    assert (client.get("/health").status_code, client.get("/health").json()["status"]) == (503, "not migrated")


def test_the_security_text_has_a_contact_and_an_end(client):
    lines = dict(line.split(": ", 1) for line in client.get("/.well-known/security.txt").text.splitlines())

    assert lines["Contact"].endswith("/contact")
    assert set(lines) == {"Contact", "Expires", "Preferred-Languages", "Canonical"}


def test_search_engines_learn_every_public_page(client):
    text = client.get("/sitemap.xml").text

    assert "<loc>http://127.0.0.1:8000/help</loc>" in text
    assert "/sign-in" not in text
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in client.get("/robots.txt").text


def test_logs_hold_no_address_and_nothing_typed(client, breaking):
    lines: list[str] = []
    logger = logging.getLogger("livecompact"), logging.getLogger("django")
    handler = Keeping(lines)
    for each in logger:
        each.addHandler(handler)
    try:
        client.get("/help?title=my-secret", headers={"user-agent": "my-browser"})
        client.get("/no/such/my-secret")
        breaking(RuntimeError("broken"))
        client.get("/?q=my-secret")
    finally:
        for each in logger:
            each.removeHandler(handler)

    told = [json.loads(line) for line in lines]
    access = [(line["route"], line["status"]) for line in told if line["from"] == "livecompact.access"]
    assert access == [("help", 200), (None, 404), ("", 500)]
    assert not [line for line in lines if "my-secret" in line or "my-browser" in line or "127.0.0.1" in line]
    assert len(told) == 3


def test_a_mistake_of_ours_is_logged_with_its_trace():
    lines: list[str] = []
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Internal Server Error: %s", ("/secret",), None)
    record.request = object()
    try:
        json.loads("{")
    except ValueError:
        record.exc_info = sys.exc_info()

    Keeping(lines).emit(record)

    assert "secret" not in lines[0]
    assert "JSONDecodeError" in json.loads(lines[0])["trace"]


class Keeping(logging.Handler):
    """Keeps the lines as they would be written."""

    def __init__(self, lines):
        super().__init__()
        self.lines = lines

    def emit(self, record):
        self.lines.append(Json().format(record))
