"""Once a day whatever has reached the end of its time is erased, by the actions that the rules name."""

import re
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.conf import settings

from livecompact.formats import actions as formats
from livecompact.formats.models import State
from livecompact.people.models import Session
from livecompact.web import daily, retention
from tests.formats.states import made
from tests.harness.compacts import NOW, both_compacts

pytestmark = pytest.mark.django_db


def test_what_a_rule_says_is_erased_is_erased(monkeypatch):
    both_compacts(monkeypatch)
    request = formats.answer(request=made(), state=State.SENT, reason="", by="Compact officer", at=NOW)

    assert daily.erased(at=NOW + timedelta(days=80))["livecompact.formats.actions.purge"] == 0
    assert daily.erased(at=NOW + timedelta(days=100))["livecompact.formats.actions.purge"] == 1

    request.refresh_from_db()
    assert request.name == ""


def test_every_action_of_a_rule_is_run(monkeypatch):
    run = []

    def fake(name):
        def purge(*, at):
            run.append((name, at))
            return 0

        return purge

    monkeypatch.setattr(retention, "PURGES", {name: fake(name) for name in retention.PURGES})

    daily.erased(at=datetime(2027, 1, 1, tzinfo=UTC))

    assert [name for name, _ in run] == list(dict.fromkeys(rule.by for rule in retention.RULES if rule.by))


def test_a_second_run_erases_nothing_more(monkeypatch):
    both_compacts(monkeypatch)
    formats.answer(request=made(), state=State.SENT, reason="", by="Compact officer", at=NOW)

    daily.erased(at=NOW + timedelta(days=100))

    assert set(daily.erased(at=NOW + timedelta(days=100)).values()) == {0}


def test_a_dry_run_counts_and_erases_nothing(monkeypatch, capsys):
    monkeypatch.setattr(daily, "open_site", lambda: None)
    both_compacts(monkeypatch)
    request = formats.answer(request=made(), state=State.SENT, reason="", by="Compact officer", at=NOW)

    assert daily.daily(at=NOW + timedelta(days=100), dry_run=True) == 0

    told = capsys.readouterr().out.splitlines()
    request.refresh_from_db()
    (rule,) = [rule for rule in retention.RULES if rule.by == "livecompact.formats.actions.purge"]
    assert told == ["Would be erased, of the data of:", f"      1  {rule.of}: “{rule.what}”"]
    assert request.name
    assert daily.erased(at=NOW + timedelta(days=100))["livecompact.formats.actions.purge"] == 1


def test_what_was_done_is_told_in_plain_words(monkeypatch, capsys):
    monkeypatch.setattr(daily, "open_site", lambda: None)
    both_compacts(monkeypatch)

    assert daily.daily(at=NOW) == 0

    told = capsys.readouterr().out.splitlines()
    assert told[0] == "Nothing has reached the end of its time."
    assert "Organisations that are due to renew: 0." in told
    assert len(told) == 1 + len(daily.DOES)
    assert not re.search(r"livecompact|_", " ".join(told))


def test_sessions_that_are_over_go(client):
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store.set_expiry(-1)
    store.create()
    assert Session.objects.count() == 1

    daily.erased(at=NOW)

    assert Session.objects.count() == 0


def test_where_there_is_no_site_none_is_made(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("LIVECOMPACT_FOLDER", str(tmp_path / "none"))
    monkeypatch.delenv("DATABASE_URL", raising=False)

    assert daily.daily(at=NOW) == 2
    assert "There is no site in" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
