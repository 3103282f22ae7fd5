"""Workers are killed in the middle of sending, and the mail server has moods: every mail arrives, few arrive twice."""

import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from urllib.parse import quote, urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

from livecompact.people import actions as people
from livecompact.record import actions
from livecompact.record.actions.outbox import MOST_COPIES
from livecompact.record.models import Notice
from tests.harness.mail import DROP, OK, TRY_LATER, sink

PATIENCE = 240  # seconds, for a machine that is busy
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)

# A worker whose clock runs sixty times as fast since the test began, so that a lease of two minutes is over in two
# seconds. The mails are urgent: by night no others are sent, and its night comes after nine minutes.
WORKER = """
import os, sys, time
from datetime import datetime, timedelta
from threading import Event
os.environ["DJANGO_SETTINGS_MODULE"] = "livecompact.web.settings"
import django
django.setup()
from livecompact.record import letters, worker
letters.register("tested", lambda notice, at: letters.Letter(
    subject=notice.subject, lines=("It is a test.",), address="/hertfordshire", why="You get this as it is a test."))
began, clock = float(sys.argv[1]), datetime.fromisoformat(sys.argv[2])
now = lambda: clock + timedelta(seconds=60 * (time.time() - began))
worker.run(now=now, stop=Event(), pause=0.05)
"""


def database():
    """The address of the database that the tests use, for a process of its own."""
    name = quote(str(connection.settings_dict["NAME"]))
    if connection.vendor == "sqlite":
        return f"sqlite://{name}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


@pytest.fixture
def start(tmp_path):
    """Starts workers that send to a port; what it started is gone at the end."""
    running, began = [], time.time()

    def started(port):
        ours = {name: value for name, value in os.environ.items() if not name.startswith(("LIVECOMPACT", "DJANGO"))}
        environment = ours | {
            "DATABASE_URL": database(),
            "LIVECOMPACT_FOLDER": str(settings.SITE.folder),
            "LIVECOMPACT_MAIL": f"smtp://localhost:{port}",
            "SSL_CERT_FILE": str(tmp_path / "cert.pem"),
        }
        command = [sys.executable, "-c", WORKER, str(began), NINE.isoformat()]
        with Path(tmp_path / "workers.log").open("ab") as log:
            running.append(subprocess.Popen(command, env=environment, stderr=log))
        return running[-1]

    yield started
    for process in running:
        process.kill()
        process.wait()


@dataclass(frozen=True)
class Hard:
    """How hard it is made: so many mails, workers killed while they send, and connections dropped before the answer."""

    mails: int
    kills: int
    drops: int
    patience: int


SHORT = Hard(mails=100, kills=6, drops=3, patience=PATIENCE)
LONG = Hard(mails=3_000, kills=76, drops=20, patience=1_800)


def made(mails):
    """Notices to ten people."""
    everyone = [people.add_person(email=f"p{number}@example.org", at=NINE) for number in range(10)]
    for number in range(mails):
        to = everyone[number % len(everyone)]
        actions.notify(
            to=to, reason="tested", subject=f"mail/{number}", occurrence="1", compact="", at=NINE, urgent=True
        )


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("hard", [SHORT, pytest.param(LONG, marks=pytest.mark.long)], ids=["short", "long"])
def test_every_mail_arrives_though_workers_die(start, tmp_path, hard):
    made(hard.mails)
    chance = random.Random(20261122)  # noqa: S311 (no secret)
    places = range(5, hard.mails - 5)
    kill_at = set(chance.sample(places, hard.kills))
    drop_at = set(chance.sample(sorted(set(places) - kill_at), hard.drops))
    seen: set[str] = set()
    workers: list[subprocess.Popen[bytes]] = []
    done = {"kills": 0, "drops": 0}
    arrived = Event()

    def mood(number, message_id):
        """Kills a worker when a mail has come in and is not answered yet; drops and delays others."""
        arrived.set()
        first_time = message_id not in seen
        if number % 13 == 7:
            return TRY_LATER
        seen.add(message_id)
        nth = len(seen)
        if first_time and nth in kill_at:
            os.kill(chance.choice(workers).pid, signal.SIGKILL)
            done["kills"] += 1
        if first_time and nth in drop_at:
            done["drops"] += 1
            return DROP
        return OK

    with sink(tmp_path, mood) as (server, port):
        workers += [start(port), start(port)]
        deadline = time.monotonic() + hard.patience
        while Notice.objects.filter(state="waiting").exists():
            assert time.monotonic() < deadline, Path(tmp_path / "workers.log").read_text()[-3000:]
            workers[:] = [each if each.poll() is None else start(port) for each in workers]
            arrived.wait(0.1)
            arrived.clear()

    copies = server.copies()
    twice = sum(number - 1 for number in copies.values())
    left = Notice.objects.exclude(state="sent").count()
    found = (
        f"{hard.mails - len(copies)} lost, {twice} twice, at most {max(copies.values())} copies, {left} for an officer"
    )
    print(f"{done} of {hard.mails} mails: {found}")  # noqa: T201 (-s shows it)
    assert done == {"kills": hard.kills, "drops": hard.drops}
    assert len(copies) == hard.mails, "a mail was lost"
    assert twice <= hard.kills + hard.drops
    assert max(copies.values()) <= MOST_COPIES
    assert {f"<{notice.key}@{settings.SITE.host}>" for notice in Notice.objects.all()} == set(copies)
    for notice in Notice.objects.exclude(state="sent"):
        assert notice.in_doubt == MOST_COPIES, "only what was in doubt twice is left to an officer"


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_told_to_stop_ends_the_mail_under_way(tmp_path):
    """The command itself: it finds nothing to send, stops on the signal, and says so."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LIVECOMPACT", "DJANGO"))}
    environment = ours | {"DATABASE_URL": database(), "LIVECOMPACT_FOLDER": str(settings.SITE.folder)}
    command = [sys.executable, "-m", "livecompact", "worker"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert "worker started" in process.stderr.readline()
        process.send_signal(signal.SIGTERM)
        _, says = process.communicate(timeout=PATIENCE)

    assert process.returncode == 0
    assert '"says": "worker stopped", "done": 0' in says
