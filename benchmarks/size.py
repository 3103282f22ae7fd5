"""Pages of a small site and of a large one, each drawn anew: what grows with the record, and what does not.

What a list says of its whole is kept until somebody writes (ADR 48); what its next page takes then is told beside.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from statistics import median, quantiles
from time import perf_counter, process_time
from typing import Any
from urllib.parse import quote

from benchmarks.site import Server, cost_of, free_port, wait

SETTINGS = "benchmarks.serving.size_settings"
HELLO = "hello, same middleware"
ADDRESSES = {
    HELLO: "/hello",
    "the Compact's first page": "/hertfordshire",
    "board": "/hertfordshire/board",
    "list": "/hertfordshire/consultations",
    "list, what is not kept": "/hertfordshire/consultations?state=not-kept",
    "list, what is rare": "/hertfordshire/consultations?state=disagree",
    "list, its last page": "/hertfordshire/consultations?page=LAST",
    "promise": "/hertfordshire/promises/2.4",
    "dealing": "DEALING",
    "organisation": "/hertfordshire/organisations/hartsmere-county-council",
    "organisations": "/hertfordshire/organisations",
    "search": "/hertfordshire/search?q=consultation",
    "search, a record by title": "/hertfordshire/search?q=TITLE",
    "search, a word of 5 in 100": "/hertfordshire/search?q=prices",
    "feed": "/hertfordshire/consultations.atom",
    "calendar": "/hertfordshire/consultations.ics",
}
LISTS = ("list", "list, what is not kept", "list, its last page", "organisations", "search")
WORKERS = 2
AT_ONCE = 16
"""Users of the workers: the kernel gives each connection to one of them, and two might meet at the same."""
EXPORTS = {"list as CSV": "/hertfordshire/consultations.csv"}


def main() -> None:
    """Make both, each in a process and a folder of its own, and print what they take side by side."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--small", type=int, default=100, help="dealings in the small site (100)")
    parser.add_argument("--large", type=int, default=100_000, help="dealings in the large one (100,000)")
    parser.add_argument("--organisations", type=int, default=2_000, help="organisations in the large one (2,000)")
    parser.add_argument("--lists", type=int, default=10_000, help="dealings where lists are served (10,000)")
    parser.add_argument("--requests", type=int, default=400, help="how often each list is asked for there (400)")
    parser.add_argument("--times", type=int, default=40, help="how often each page is asked for (40)")
    parser.add_argument("--in", dest="folder", help=argparse.SUPPRESS)  # the process that measures
    asked = parser.parse_args()
    if asked.folder:
        print(json.dumps(_measured(asked.large, asked.organisations, asked.times)))
        return
    small = _apart(asked.small, 60, asked.times)
    large = _apart(asked.large, asked.organisations, asked.times)
    _print(asked, small, large)
    _print_lists(asked, _apart(asked.lists, asked.organisations // 4, asked.times, requests=asked.requests))


def _print(asked: argparse.Namespace, small: dict[str, Any], large: dict[str, Any]) -> None:
    print(f"\n{asked.small:,} dealings, then {asked.large:,} of {asked.organisations:,} organisations")
    print(f"{'':26}{'p50 ms':>16}{'p95 ms':>16}{'CPU ms':>16}{'of hello':>14}{'queries':>10}")
    for name in ADDRESSES:
        few, many = small["pages"][name], large["pages"][name]
        pairs = [f"{few[part]:.1f} {many[part]:.1f}" for part in ("p50", "p95", "cpu")]
        times = f"{few['cpu'] / small['pages'][HELLO]['cpu']:.0f} {many['cpu'] / large['pages'][HELLO]['cpu']:.0f}"
        queries = f"{few['queries']} {many['queries']}"
        print(f"{name:26}{pairs[0]:>16}{pairs[1]:>16}{pairs[2]:>16}{times:>14}{queries:>10}")
    for name in EXPORTS:
        few, many = small["exports"][name], large["exports"][name]
        sizes = f"{few['bytes']:,} and {many['bytes']:,} bytes"
        print(f"{name}: {sizes}, {many['seconds']:.1f} s, {many['more']:.0f} MB more at its peak")


def _print_lists(asked: argparse.Namespace, found: dict[str, Any]) -> None:
    print(f"\nLists of {asked.lists:,} dealings: one user, then {AT_ONCE} users at once of {WORKERS} workers")
    print(f"{'':26}{'p50 ms':>9}{'p95 ms':>9}{'CPU ms':>9}{'queries':>9}{'after a write':>16}{'requests/s':>12}")
    for name, rate in found["rates"].items():
        page, written = found["pages"][name], found["after a write"][name]
        ms = "".join(f"{page[part]:9.1f}" for part in ("p50", "p95", "cpu"))
        anew = f"{written['cpu']:.1f} ms, {written['queries']}"
        print(f"{name:26}{ms}{page['queries']:>9}{anew:>16}{rate:>12.0f}")


def _rates(environment: dict[str, str], addresses: dict[str, str], requests: int) -> dict[str, float]:
    """How many requests a second the site's own server answers, each page drawn anew."""
    port = free_port()
    environment |= {"LIVECOMPACT_ADDRESS": f"http://127.0.0.1:{port}", "LIVECOMPACT_WORKERS": str(WORKERS)}
    command = [sys.executable, "-m", "livecompact", "serve", "--port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet) as running:
        try:
            wait(port, "/hello", running)
            server = Server(port, running.pid)
            for address in addresses.values():
                cost_of(server, address, 10 * AT_ONCE, AT_ONCE)  # it only warms up
            return {name: cost_of(server, address, requests, AT_ONCE).throughput for name, address in addresses.items()}
        finally:
            running.terminate()


def _apart(dealings: int, organisations: int, times: int, *, requests: int = 0) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="livecompact-bench-") as folder:
        environment = os.environ | {
            "LIVECOMPACT_FOLDER": folder,
            "DJANGO_SETTINGS_MODULE": "benchmarks.serving.size_settings",
        }
        environment.pop("DATABASE_URL", None)
        start = ["livecompact", "start", "--area", "Hertfordshire", "--text", "hertfordshire", "--examples"]
        start += ["--email", "ann@example.org", "--no-serve"]
        own = {name: value for name, value in environment.items() if name != "DJANGO_SETTINGS_MODULE"}
        subprocess.run([sys.executable, "-m", *start], env=own, check=True, stdout=subprocess.DEVNULL)
        sizes = ["--large", str(dealings), "--organisations", str(organisations), "--times", str(times)]
        command = [sys.executable, "-m", "benchmarks.size", "--in", folder, *sizes]
        done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
        found = dict(json.loads(done.stdout.splitlines()[-1]))
        asked = {name: found["pages"][name]["address"] for name in LISTS if requests}
        return found | ({"rates": _rates(environment, asked, requests)} if requests else {})


def _measured(dealings: int, organisations: int, times: int) -> dict[str, Any]:
    import django  # noqa: PLC0415 (the environment is set)

    django.setup()
    from django.test import Client  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from benchmarks.enlarging import enlarge  # noqa: PLC0415
    from livecompact.dealings.models import Dealing  # noqa: PLC0415
    from livecompact.dealings.naming import address_of  # noqa: PLC0415
    from livecompact.web.searching import made_again  # noqa: PLC0415

    enlarge(dealings, organisations)
    made_again(timezone.localdate())
    of = Dealing.objects.filter(state="public", kind="consultation")
    last = -(-of.count() // 25)
    one = of.order_by("happens_on")[of.count() // 2]
    client = Client(headers={"host": "localhost"})
    pages = {}
    for name, address in ADDRESSES.items():
        asked = _filled(address, {"DEALING": address_of(one), "LAST": str(last), "TITLE": quote(one.title)})
        pages[name] = _page(client, asked, times) | {"address": asked}
    written = {name: _page(client, pages[name]["address"], times, write=True) for name in LISTS}
    exports = {name: _export(client, address) for name, address in EXPORTS.items()}
    return {"pages": pages, "after a write": written, "exports": exports}


def _filled(address: str, values: dict[str, str]) -> str:
    """An address with what only this site has in the places of these words."""
    for word, value in values.items():
        address = address.replace(word, value)
    return address


def _page(client: Any, address: str, times: int, *, write: bool = False) -> dict[str, Any]:
    """What a page takes; with `write`, where somebody wrote something since it was asked for last."""
    from django.core.cache import cache  # noqa: PLC0415 (once Django is ready; it lies in the database)
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    for _ in range(3):
        assert client.get(address).status_code == 200, address  # noqa: PLR2004 (all is well)
    if write:
        cache.set("written", -1)
    with CaptureQueriesContext(connection):
        client.get(address)
        queries = len(connection.queries_log)
    wall, cpu = [], []
    for number in range(times):
        if write:
            cache.set("written", number)
        begun, spent = perf_counter(), process_time()
        client.get(address)
        wall.append(1000 * (perf_counter() - begun))
        cpu.append(1000 * (process_time() - spent))
    p95 = quantiles(wall, n=20)[-1]
    return {"p50": median(wall), "p95": p95, "cpu": median(cpu), "queries": queries}


def _export(client: Any, address: str) -> dict[str, float]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun, size = perf_counter(), 0
    response = client.get(address)
    for part in response if response.streaming else [response.content]:
        size += len(part)
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return {"bytes": size, "seconds": perf_counter() - begun, "more": more}


if __name__ == "__main__":
    main()
