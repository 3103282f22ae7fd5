"""The demonstration starts by itself, serves the whole site, and leaves nothing behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from livecompact.web import commands
from tests.harness.serving import Visitor

PATIENCE = 180  # seconds, for a machine that is busy


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def demo(port, tmp_path):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LIVECOMPACT", "DJANGO"))}
    environment |= {"TMPDIR": str(tmp_path), "DATABASE_URL": "postgresql://nobody@nowhere.example.org/none"}
    command = [sys.executable, "-m", "livecompact", "demo", "--port", str(port)]
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        wait_for(f"http://127.0.0.1:{port}/health", running)
        yield running
        if running.poll() is None:
            running.send_signal(signal.SIGINT)
            running.communicate(timeout=PATIENCE)


def wait_for(address, running):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and running.poll() is None:
        try:
            return urllib.request.urlopen(address, timeout=5)  # noqa: S310 (our own address)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(running.communicate(timeout=5)[1])


def get(port, path, **headers):
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    return urllib.request.urlopen(asked, timeout=PATIENCE)  # noqa: S310 (our own address)


@pytest.mark.parametrize(("port", "says"), [(0, "Port {} cannot be used"), (70_000, "There is no port {}")])
def test_a_port_that_cannot_be_used_is_named_before_anything_is_made(port, says, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = port or taken.getsockname()[1]

        assert commands.demo(port=port) == 2

    said = capsys.readouterr().err
    assert said.startswith(says.format(port))
    assert said.endswith("Name another with --port, such as --port 8001.\n")


def test_a_demonstration_serves_the_site_and_goes_without_a_trace(demo, port, tmp_path):
    page = get(port, "/").read().decode()
    sheet = page.split('rel="stylesheet" href="')[1].split('"')[0]
    style = get(port, sheet, **{"Accept-Encoding": "gzip"})

    assert "Hertfordshire Compact" in page
    assert "Dacorum Compact" in page
    assert style.headers["Content-Encoding"] == "gzip"
    assert "immutable" in style.headers["Cache-Control"]
    assert [folder.name[:17] for folder in tmp_path.iterdir()] == ["livecompact-demo-"]

    demo.send_signal(signal.SIGINT)
    _, told = demo.communicate(timeout=PATIENCE)

    assert demo.returncode == 0
    assert f"Open http://127.0.0.1:{port}/" in told
    assert list(Path(tmp_path).iterdir()) == []


CHARITY = {
    "kind": {"kind": "voluntary"},
    "name": {"name": "9900120"},
    "match": {"match": "charity:9900120"},
    "agreed": {"agreed": "yes"},
    "who": {"full_name": "Jo Ray", "role": "Trustee", "contact": ""},
    "email": {"email": "jo@example.org"},
}


def shown(demo, pattern):
    """What the terminal shows that looks so; the demonstration ends where it never does."""
    late = threading.Timer(PATIENCE, demo.kill)
    late.start()
    try:
        return next(found for line in demo.stdout if (found := re.search(pattern, line)))
    finally:
        late.cancel()


def test_who_signs_in_a_demonstration_sees_the_mails_that_would_go(demo, port):
    visitor, join = Visitor(port), "/hertfordshire/join"
    for page, answers in CHARITY.items():
        visitor.open(f"{join}/{page}", answers)
    visitor.open(f"{join}/code", {"code": shown(demo, r"^Enter (\d{3} \d{3}) on the page")[1]})
    visitor.open(f"{join}/check", {})

    subjects = {shown(demo, "^Subject: (.*)")[1] for _ in range(2)}
    assert subjects == {"You have signed the Hertfordshire Compact", "Someone signed the Compact for your charity"}
