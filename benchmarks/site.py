"""Pages of the site on its own server, against a hello through the same middleware and against a bare Django."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

HELLO, BARE = "hello, same middleware", "hello, bare Django"
PAGES = {
    "home": "/",
    "a Compact": "/hertfordshire",
    "a promise, text only": "/hertfordshire/editions/2016/promises/2.4",
    "a promise, with its records": "/hertfordshire/promises/2.4",
    "a promise, drawn anew": "/hertfordshire/promises/2.4?anew",
    "a search": "/hertfordshire/search?q=consultation",
    "a promise as JSON": "/hertfordshire/promises/2.4.json",
}
BROWSER = {"Accept-Encoding": "gzip", "Accept": "text/html"}
AT_ONCE = 2  # visitors
PATIENCE = 120  # seconds until a server answers
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """What a page takes: requests a second, and milliseconds of the server's processor for each."""

    throughput: float
    processor: float


def report(requests: int, times: int) -> None:
    """Measure and print."""
    with ExitStack() as stack:
        site = stack.enter_context(_serving(["livecompact", "demo", "--port"], "/hello"))
        bare = stack.enter_context(_serving(["benchmarks.serving.bare"], "/hello"))
        asked = {BARE: (bare, "/hello"), HELLO: (site, "/hello")}
        asked |= {name: (site, address) for name, address in PAGES.items()}
        costs = _measured(asked, requests, times)
        queries = {
            name: int(_body(site.port, f"/queries?of={address if '?' in address else address + '?anew'}"))
            for name, address in PAGES.items()
        }
    print(f"\nThe site (medians of {times}, in turns; {requests} requests each, {AT_ONCE} at once, one worker, gzip)")
    print(f"  {'':30}requests/s   CPU ms   of hello   of bare   queries")
    for name, cost in costs.items():
        times_hello, times_bare = (cost.processor / costs[other].processor for other in (HELLO, BARE))
        asks = str(queries.get(name, ""))
        said = f"{cost.throughput:10.0f} {cost.processor:8.2f} {times_hello:9.1f}x {times_bare:8.1f}x {asks:>9}"
        print(f"  {name:30}{said}")


@dataclass(frozen=True)
class Server:
    """A server that runs: its port, and its process."""

    port: int
    pid: int


@contextmanager
def _serving(module: list[str], address: str) -> Iterator[Server]:
    """A server in a process of its own, from its first answer until the end of the block."""
    port = free_port()
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "benchmarks.serving.site_settings"}
    if module[0] != "livecompact":
        del environment["DJANGO_SETTINGS_MODULE"]
    command = [sys.executable, "-m", *module, str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as running:
        try:
            wait(port, address, running)
            yield Server(port, running.pid)
        finally:
            running.terminate()


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait(port: int, address: str, running: "subprocess.Popen[bytes]") -> None:
    """Wait until a server answers; RuntimeError where it ended before."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if running.poll() is not None:
            raise RuntimeError(f"{running.args!r} stopped before it answered")
        try:
            _body(port, address)
        except ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{running.args!r} did not answer within {PATIENCE} seconds")


def _measured(asked: dict[str, tuple[Server, str]], requests: int, times: int) -> dict[str, Cost]:
    """The median cost of each, all measured in turns."""
    found: dict[str, list[Cost]] = {name: [] for name in asked}
    for turn in range(times + 1):
        for name, (server, address) in asked.items():
            cost = cost_of(server, address, requests if turn else 20)
            found[name] += [cost] * bool(turn)  # the first turn only warms up
    return {
        name: Cost(median(each.throughput for each in costs), median(each.processor for each in costs))
        for name, costs in found.items()
    }


def cost_of(server: Server, address: str, requests: int, at_once: int = AT_ONCE) -> Cost:
    """What a page takes when some visitors ask for it so often, all together."""
    spent, begun = _processor(server.pid), time.perf_counter()
    with ThreadPoolExecutor(at_once) as visitors:
        list(visitors.map(lambda _: _visit(server.port, address, requests // at_once), range(at_once)))
    taken = time.perf_counter() - begun
    done = requests // at_once * at_once
    return Cost(done / taken, 1000 * (_processor(server.pid) - spent) / done)


def _visit(port: int, address: str, requests: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    for _ in range(requests):
        connection.request("GET", address, headers=BROWSER)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, f"{address}: {answer.status}"  # noqa: PLR2004 (all is well)
    connection.close()


def _body(port: int, address: str) -> str:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", address)
    answer = connection.getresponse()
    said = answer.read().decode()
    assert answer.status == 200, f"{address}: {answer.status}"  # noqa: PLR2004 (as above)
    return said


def _processor(pid: int) -> float:
    """The seconds of processor that a process and those it started have taken (Linux)."""
    parents = {int(stat.parent.name): _fields(stat) for stat in Path("/proc").glob("[0-9]*/stat")}
    family = {pid}
    while grown := {child for child, fields in parents.items() if int(fields[1]) in family} - family:
        family |= grown
    return sum(sum(map(int, parents[each][11:13])) for each in family if each in parents) / TICKS


def _fields(stat: Path) -> list[str]:
    """What follows the name in a line of /proc: state, parent, …; empty enough where the process is gone."""
    try:
        return stat.read_text().rpartition(")")[2].split()
    except OSError:
        return ["", "0", *["0"] * 20]
