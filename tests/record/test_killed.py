"""The site is killed while people write: what was acknowledged is there, and no act is there by half."""

import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median
from threading import Timer
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from livecompact.compacts import actions as compacts
from livecompact.compacts import queries
from livecompact.compacts.models import Compact
from livecompact.dealings import actions as dealings
from livecompact.dealings.models import Dealing, Source
from livecompact.people import actions as people
from livecompact.people.roles import Role
from livecompact.record.models import Entry, Follow, Notice
from livecompact.record.verifying import verify
from livecompact.register import actions as register
from livecompact.register.joining import actions as joining
from livecompact.register.models import Organisation, Signature
from livecompact.web.secret import NAME as SECRET
from tests.dealings.making import council, told
from tests.harness.people import holder
from tests.harness.serving import PATIENCE, environment, free_port, wait_for
from tests.record.test_nothing_is_lost import database

__all__ = ["holder"]

HARNESS = Path("tests/harness/killing").resolve()
TOKEN = "t" * 32
POINTS = (
    *(f"{when} {what}" for what in ("signature", "entry", "texts", "chain", "notice") for when in ("before", "after")),
    *("before commit", "after commit", "after answer"),
)
KEPT = POINTS[-2:]
"""From here on the act is done, though nobody may have heard of it."""
UP = 10  # seconds until it answers again, on a machine that does nothing else
ANSWERED = {
    "kind": "voluntary",
    "sort": "group",
    "postcode": "SG6 2JF",
    "agreed": "yes",
    "full_name": "Jo Ray",
    "role": "Chair",
}


@dataclass(frozen=True)
class Running:
    """A command that runs, with all the processes that it started: its group has its number."""

    pid: int
    started: subprocess.Popen[bytes] | None = None  # None where another process started it

    def poll(self) -> int | None:
        """None while it runs."""
        if self.started:
            return self.started.poll()
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 1
        return None

    def kill(self) -> None:
        """End the whole group at once, and see it gone."""
        with suppress(ProcessLookupError):  # it died at its point
            os.killpg(self.pid, signal.SIGKILL)
        while self.poll() is None:
            time.sleep(0.002)


@dataclass
class Site:
    """The site in processes of its own on the tests' database, which come back when they are killed."""

    folder: Path
    point: Path
    port: int
    nursery: subprocess.Popen[bytes] | None = None
    running: list[Running] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Serve it as anybody does, until it answers, with nobody's help."""
        begun = time.monotonic()
        web = self._run("serve", "--port", str(self.port))
        wait_for(f"http://127.0.0.1:{self.port}/hertfordshire", web, self.folder / "log")
        self.waited.append(time.monotonic() - begun)
        assert spent(web.pid) <= UP, "it takes too long to come back"

    def work(self) -> None:
        """Let a worker send."""
        self._run("worker")

    def kill(self) -> None:
        """End all that serves, as a power cut does to processes."""
        while self.running:
            self.running.pop().kill()

    def read_code_once(self) -> None:
        """From now on start out of a process that has read the code."""
        nursery = [sys.executable, str(HARNESS / "nursery.py"), str(self.folder / "log")]
        with (self.folder / "log").open("ab") as log:
            self.nursery = subprocess.Popen(
                nursery, env=self._environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
            )

    def end(self) -> None:
        """Leave nothing behind that runs."""
        self.kill()
        if self.nursery:
            self.nursery.communicate(timeout=PATIENCE)

    def _run(self, *command: str) -> Running:
        self.running.append(Running(*(self._forked(command) if self.nursery else self._started(command))))
        return self.running[-1]

    def _environment(self) -> dict[str, str]:
        given = {
            "DATABASE_URL": database(),
            "LIVECOMPACT_ADDRESS": f"http://127.0.0.1:{self.port}",
            "LIVECOMPACT_WORKERS": "1",
            "LIVECOMPACT_MAIL": "file",
            "PYTHONPATH": os.pathsep.join([str(HARNESS), str(Path.cwd())]),
            "KILL_AT": str(self.point),
        }
        return environment(self.folder, **given)

    def _started(self, command: tuple[str, ...]) -> tuple[int, subprocess.Popen[bytes]]:
        with (self.folder / "log").open("ab") as log:
            started = subprocess.Popen(
                [sys.executable, "-m", "livecompact", *command],
                env=self._environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,  # so that all of it can be killed at once
            )
        return started.pid, started

    def _forked(self, command: tuple[str, ...]) -> tuple[int, None]:
        assert self.nursery
        assert self.nursery.stdin
        assert self.nursery.stdout
        self.nursery.stdin.write(json.dumps(command).encode() + b"\n")
        self.nursery.stdin.flush()
        said = self.nursery.stdout.readline()
        assert said, (self.folder / "log").read_text()
        return int(said), None


def spent(group: int) -> float:
    """Seconds of the processor that a group of processes took so far: a busy machine makes them no more."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # one that has ended since
            told = path.read_text().rpartition(")")[2].split()
            ticks += (int(told[11]) + int(told[12])) if int(told[2]) == group else 0
    return ticks / os.sysconf("SC_CLK_TCK")


@pytest.fixture
def site(tmp_path) -> Iterator[Site]:
    """A site that can be killed."""
    folder = tmp_path / "site"
    folder.mkdir()
    shutil.copy(settings.SITE.folder / SECRET, folder / SECRET)  # so that it knows the sessions of these tests
    made = Site(folder, tmp_path / "point", free_port())
    yield made
    made.end()


@pytest.fixture
def officer(holder) -> str:
    """The cookie of somebody who runs the Compact."""
    compacts.add_compact(source="hertfordshire", by="test", at=now())
    council()
    client = Client()
    client.force_login(holder(Role.OFFICER))
    return client.cookies["sessionid"].value


@dataclass(frozen=True)
class Act:
    """One write: where it is sent to, by whom, and whether all of it is there, or nothing."""

    path: str
    fields: dict[str, str]
    cookies: dict[str, str]
    is_done: Callable[[], bool]


def joins(number: int, _officer: str) -> Act:
    """A group sends its sign-up."""
    name = f"Group {number}"
    row, secret = joining.begin(compact="hertfordshire", at=now())
    row.email = f"group{number}@example.org"
    row.answers = ANSWERED | {"name": name, "called": name, "email": row.email}
    row.save()

    def done() -> bool:
        row.refresh_from_db()
        signed = Signature.objects.filter(organisation__name=name).count()
        return one_of_each(bool(row.reference), signed, notices("sign-up-taken-in", row.reference or "-"))

    return Act("/hertfordshire/join/check", {}, {"joining": secret}, done)


def approves(number: int, officer: str) -> Act:
    """The officer approves a sign-up: it is on the list, on the record, and its signer is told."""
    email = f"jo{number}@example.org"
    made: dict[str, Any] = {"by": "test", "at": now(), "compact": "hertfordshire"}
    people.add_person(email=email, at=now())
    group = register.add_organisation(name=f"Club {number}", sector="voluntary", kind="group", **made)
    says = register.Signing(name="Jo Ray", role="Chair", email=email)
    signed = register.sign(organisation=group, edition="2016", signed_on=localdate(), says=says, **made)

    def done() -> bool:
        latest = Signature.objects.get(reference=signed.reference, latest=True)
        entries = Entry.objects.filter(organisation=group.slug).count()
        return one_of_each(
            latest.state == "active", latest.version - 1, entries, notices("sign-up-approved", signed.reference)
        )

    path = reverse("organisation_answer", args=["hertfordshire", group.slug])
    return Act(path, {"answer": "approve", "reason": ""}, {"sessionid": officer}, done)


def follows(number: int, officer: str) -> Act:
    """The officer follows a promise."""
    promises = queries.compact(None, "hertfordshire", localdate()).edition.undertakings
    thing = f"promise:{promises[number % len(promises)].id}"
    path = f"/hertfordshire/follow?thing={thing}"
    return Act(path, {"often": "weekly"}, {"sessionid": officer}, lambda: Follow.objects.filter(thing=thing).exists())


def publishes(number: int, officer: str) -> Act:
    """The officer publishes a consultation from a draft."""
    draft = dealings.draft(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=Organisation.objects.get(name="Hartsmere County Council"),
        told=told(f"Library hours {number}"),
        source=Source.PUBLISHED,
        maker="test",
        by="Compact officer",
        at=now(),
    )

    def done() -> bool:
        found = Dealing.objects.get(pk=draft.pk)
        entries = Entry.objects.filter(subject__startswith="consultation/", address__endswith=f"/{found.slug or '-'}")
        return one_of_each(found.state == "public", found.versions.count(), entries.count())

    path = reverse("dealing_draft", args=["hertfordshire", "consultations", draft.key])
    return Act(path, {}, {"sessionid": officer}, done)


KINDS = (joins, approves, follows, publishes)


def now() -> datetime:
    """This moment: the processes of the site have no other."""
    return datetime.now(UTC)


def notices(reason: str, reference: str) -> int:
    """How many are told of a sign-up for that reason."""
    return Notice.objects.filter(reason=reason, subject=f"signature/{reference}").count()


def one_of_each(*counted: int) -> bool:
    """Whether an act was done, all of it; it is never there by half."""
    assert set(counted) in ({0}, {1}), f"by half: {counted}"
    return bool(counted[0])


def send(site: Site, act: Act) -> bool:
    """Send the form of an act; whether the site acknowledged it. False where it died before it did."""
    cookies = {"csrftoken": TOKEN} | act.cookies
    headers = {
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    asked = HTTPConnection("127.0.0.1", site.port, timeout=60)
    try:
        asked.request("POST", act.path, urlencode(act.fields | {"csrfmiddlewaretoken": TOKEN}), headers)
        answer = asked.getresponse()
        body = answer.read()
    except (OSError, HTTPException):
        return False
    finally:
        asked.close()
    if answer.status != HTTPStatus.FOUND:  # an approval tells whoever sends it again that it is approved
        assert act.is_done(), (act.path, answer.status, body[:3000])
    return True


def whole() -> None:
    """The database is sound, and the record is as it was written."""
    assert verify("hertfordshire", [], lambda *_: None).problems == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.django_db(transaction=True)
def test_an_act_is_done_or_not_wherever_the_site_dies(site, officer):
    site.start()
    for number, point in enumerate(POINTS):
        act = approves(number, officer)
        site.point.write_text(point)

        acknowledged = send(site, act)

        assert (acknowledged, site.point.exists()) == (False, False), f"it did not die {point}"
        assert act.is_done() is (point in KEPT), point
        site.kill()
        site.start()
        assert send(site, act), "tried again, it is done"
        assert act.is_done()
    whole()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kills", [200, pytest.param(1_000, marks=pytest.mark.long)])
def test_what_was_acknowledged_is_there_whenever_the_site_dies(site, officer, kills):
    site.read_code_once()
    chance = random.Random(20261122)  # noqa: S311 (no secret)
    asked: list[Act] = []
    acknowledged: list[Act] = []
    number, broken_off = itertools.count(100), 0
    for _ in range(kills):
        site.start()
        site.work()
        asked = asked or [chance.choice(KINDS)(next(number), officer)]
        timer = Timer(chance.uniform(0.08, 0.35), site.kill)
        while send(site, asked[0]):
            acknowledged.append(asked.pop())
            asked.append(chance.choice(KINDS)(next(number), officer))
            if timer.ident is None:
                timer.start()  # once it is warm: its first answer takes longest
        timer.join()
        broken_off += 1
        asked[0].is_done()  # none of it, or all
    site.start()
    for act in asked:
        assert send(site, act)

    assert [act.path for act in [*acknowledged, *asked] if not act.is_done()] == []
    whole()
    found = f"{broken_off} kills, {len(acknowledged)} acts acknowledged, all of them there"
    print(f"{found}; up again in {median(site.waited):.1f} s, at most {max(site.waited):.1f} s")  # noqa: T201 (-s shows it)
