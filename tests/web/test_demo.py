"""The demonstration starts by itself, serves the whole site, and leaves nothing behind."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

PATIENCE = 60  # seconds, for a machine that is busy


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
