"""A site in a process of its own, for tests that start one as anybody would."""

import subprocess
import time
import urllib.error
import urllib.request
from http.client import HTTPResponse

PATIENCE = 120  # seconds, for a machine that is busy


def wait_for(address: str, running: subprocess.Popen[str]) -> HTTPResponse:
    """The first answer of a site that is starting; AssertionError with what it said where it stops instead."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and running.poll() is None:
        try:
            return urllib.request.urlopen(address, timeout=10)  # type: ignore[no-any-return]  # noqa: S310 (our own)
        except urllib.error.HTTPError as problem:
            raise AssertionError(f"{address}: {problem.code}") from problem
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
    running.kill()
    raise AssertionError(running.communicate(timeout=5)[1])


def get(port: int, path: str, *, method: str = "GET") -> HTTPResponse:
    """What a site on this machine answers."""
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method)  # noqa: S310 (our own)
    return urllib.request.urlopen(asked, timeout=PATIENCE)  # type: ignore[no-any-return]  # noqa: S310
