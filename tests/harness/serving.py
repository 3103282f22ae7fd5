"""A site in a process of its own, for tests that start one as anybody would, and a visitor who goes about it."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode, urljoin, urlsplit

PATIENCE = 120  # seconds, for a machine that is busy
LINK = re.compile(r'<a [^>]*href="([^"#]+)')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def environment(folder: Path, **more: str) -> dict[str, str]:
    """What a command of a site is run with: our own variables, and nothing of the tests' own site."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LIVECOMPACT", "DJANGO"))}
    return ours | {"LIVECOMPACT_FOLDER": str(folder), "DATABASE_URL": ""} | more


def livecompact(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A command that was run to its end on the site in a folder."""
    command = [sys.executable, "-m", "livecompact", *arguments]
    return subprocess.run(
        command, env=environment(folder, **more), capture_output=True, text=True, timeout=PATIENCE, check=False
    )


@contextmanager
def served(folder: Path, **more: str) -> Iterator[int]:
    """The port on which the site in a folder is served, until the end of the block."""
    port = free_port()
    given = {"LIVECOMPACT_ADDRESS": f"http://127.0.0.1:{port}", "LIVECOMPACT_WORKERS": "1"} | more
    command = [sys.executable, "-m", "livecompact", "serve", "--port", str(port)]
    log = folder.with_name(f"{folder.name}.log")
    with (
        log.open("w") as told,
        subprocess.Popen(command, env=environment(folder, **given), stdout=told, stderr=told) as running,
    ):
        try:
            wait_for(f"http://127.0.0.1:{port}/health", running, log)
            yield port
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(timeout=PATIENCE)


class Process(Protocol):
    """Something that runs."""

    def poll(self) -> int | None:
        """None while it does."""


def wait_for(address: str, running: Process, log: Path) -> HTTPResponse:
    """The first answer of a site that is starting; AssertionError with what it said where it stops instead."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and running.poll() is None:
        try:
            return urllib.request.urlopen(address, timeout=10)  # type: ignore[no-any-return]  # noqa: S310 (our own)
        except urllib.error.HTTPError as problem:
            raise AssertionError(f"{address}: {problem.code}") from problem
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    raise AssertionError(log.read_text())


def get(port: int, path: str, *, method: str = "GET") -> HTTPResponse:
    """What a site on this machine answers."""
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method)
    return urllib.request.urlopen(asked, timeout=PATIENCE)  # type: ignore[no-any-return]  # noqa: S310


class Visitor:
    """Somebody with cookies who opens pages and sends forms, without a browser."""

    def __init__(self, port: int) -> None:
        self.site = f"http://127.0.0.1:{port}"
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def open(self, path: str, fields: dict[str, str] | None = None) -> str:
        """The page; with `fields`, the page that follows on sending them. An error stops the test by itself."""
        given = None
        if fields is not None:
            [token, *_] = TOKEN.findall(self.open(path))
            given = urlencode(fields | {"csrfmiddlewaretoken": token}).encode()
        asked = urllib.request.Request(f"{self.site}{path}", data=given, headers={"Referer": f"{self.site}{path}"})  # noqa: S310
        with self.opener.open(asked, timeout=PATIENCE) as answer:
            self.at = urlsplit(answer.url).path
            return str(answer.read().decode())

    def walk(self, count: int) -> list[str]:
        """The addresses of that many pages, found by their links from the first page on, all of which answer."""
        waiting, seen = ["/"], list[str]()
        while waiting and len(seen) < count:
            path = waiting.pop(0)
            seen.append(path)
            for link in LINK.findall(self.open(path)):
                whole = urlsplit(urljoin(f"{self.site}{path}", link))
                here = f"{whole.scheme}://{whole.netloc}" == self.site and not whole.query
                if here and whole.path not in [*seen, *waiting]:
                    waiting.append(whole.path)
        return seen
