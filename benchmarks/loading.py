"""How long a list of awards or changes takes to load, against reading its text and writing as many bare rows."""

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

HEADS = {
    "award": "Identifier,Title,Recipient Org:Name,Recipient Org:Charity Number,Amount Awarded,Award Date,"
    "Planned Dates:Duration (months),Planned Dates:Start Date",
    "funding-change": "Identifier,Title,Recipient,Decided,Notice sent,Takes effect,Change,Rationale",
}
BEGUN = date(2018, 1, 1)
DAYS = 2_500  # over which the rows are spread
GROUPS = 2_000
FOR = "Hartsmere County Council"
SIZES = (5_000,)


def report(sizes: tuple[int, ...] = SIZES, kinds: tuple[str, ...] = tuple(HEADS)) -> None:
    """Load each list into a fresh site, each in a process of its own, and print what it took."""
    print(f"\n{'':28}{'seconds':>9}{'CPU s':>9}{'floor CPU s':>13}{'times':>7}{'again CPU s':>13}{'peak MB':>9}")
    for kind in kinds:
        for rows in sizes:
            took = _apart(kind, rows)
            print(
                f"{rows:>9,} {kind:18}{took['seconds']:9.1f}{took['cpu']:9.1f}{took['floor']:13.2f}"
                f"{took['cpu'] / took['floor']:7.1f}{took['again']:13.1f}{took['peak']:9.0f}"
            )


def write_list(path: Path, kind: str, rows: int) -> None:
    """A made-up list, the same each time: every tenth group has a number, every hundredth row a cell to mend."""
    with path.open("w", newline="", encoding="utf-8") as out:
        write = csv.writer(out)
        write.writerow(HEADS[kind].split(","))
        write.writerows(_award(n) if kind == "award" else _change(n) for n in range(rows))


def main() -> None:
    """Read how many rows are asked for; measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=list(SIZES), help="how many rows each list has (5,000)")
    parser.add_argument("--kinds", nargs="+", default=list(HEADS), choices=list(HEADS), help="of what (both)")
    parser.add_argument("--in", dest="folder", help=argparse.SUPPRESS)  # the process that measures
    asked = parser.parse_args()
    if asked.folder:
        print(json.dumps(_measured(asked.kinds[0], asked.rows[0], Path(asked.folder))))
    else:
        report(tuple(asked.rows), tuple(asked.kinds))


def _award(n: int) -> Iterator[object]:
    day = BEGUN + timedelta(days=n * 7 % DAYS)
    said = "31/02/2026" if n % 100 == 99 else day.isoformat()  # noqa: PLR2004 (the last of each hundred)
    number = 1_100_000 + n % GROUPS if n % 10 == 0 else ""
    yield from (f"360G-made-up-{n}", f"Support of work with neighbours, part {n}", f"Group {n % GROUPS} of the Hill")
    yield from (number, f"£{500 + n % 9_500:,}.00", said, 12 * (1 + n % 3), (day + timedelta(days=30)).isoformat())


def _change(n: int) -> Iterator[object]:
    day = BEGUN + timedelta(days=n * 7 % DAYS)
    sent, starts = day + timedelta(days=10), day + timedelta(days=60 + n % 90)
    said = "31/02/2026" if n % 100 == 99 else sent.isoformat()  # noqa: PLR2004 (as above)
    change = ("reduced", "ended", "not renewed")[n % 3]
    yield from (f"change-{n}", f"Support changes, part {n}", f"Group {n % GROUPS} of the Hill", day.isoformat())
    yield from (said, starts.isoformat(), change, "The grant ends." if n % 2 else "")


def _apart(kind: str, rows: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory(prefix="livecompact-bench-") as folder:
        environment = os.environ | {"LIVECOMPACT_FOLDER": folder}
        start = [sys.executable, "-m", "livecompact", "start", "--area", "Hertfordshire", "--text", "hertfordshire"]
        start += ["--examples", "--email", "ann@example.org", "--no-serve"]
        subprocess.run(start, env=environment, check=True, stdout=subprocess.DEVNULL)
        own = [sys.executable, "-m", "benchmarks.loading", "--in", folder, "--kinds", kind, "--rows", str(rows)]
        environment["DJANGO_SETTINGS_MODULE"] = "livecompact.web.settings"
        done = subprocess.run(own, env=environment, check=True, stdout=subprocess.PIPE, text=True)
        return dict(json.loads(done.stdout.splitlines()[-1]))


def _measured(kind: str, rows: int, folder: Path) -> dict[str, float]:
    import django  # noqa: PLC0415 (the environment is set)

    django.setup()
    path = folder / "list.csv"
    write_list(path, kind, rows)
    floor = min(_spent(lambda: _floor(path)) for _ in range(3))
    begun = perf_counter()
    cpu = _spent(lambda: _load(path, kind))
    seconds = perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    again = _spent(lambda: _load(path, kind))
    return {"seconds": seconds, "cpu": cpu, "floor": floor, "again": again, "peak": peak}


def _spent(act: Any) -> float:
    """The processor's seconds of something, with those of the children that it starts."""
    before = process_time() + _children()
    act()
    return process_time() + _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _floor(path: Path) -> None:
    """The text read by the standard library, and one bare row written for each; then taken back."""
    from django.db import transaction  # noqa: PLC0415 (once Django is ready)

    from livecompact.dealings.models import Version  # noqa: PLC0415
    from livecompact.dealings.models.dealing import Dealing  # noqa: PLC0415

    one = Dealing.objects.order_by("pk")[0]
    with transaction.atomic(), path.open(newline="", encoding="utf-8") as text:
        told = {"dealing": one, "on": BEGUN, "at": one.made_at, "by": "benchmark"}
        rows = (Version(number=n, facts=row, **told) for n, row in enumerate(csv.DictReader(text), 1_000))
        Version.objects.bulk_create(rows, batch_size=500)
        transaction.set_rollback(True)


def _load(path: Path, kind: str) -> None:
    from django.utils import timezone  # noqa: PLC0415 (once Django is ready)

    from livecompact.web.loading_records import NOTHING, Asked, load_records  # noqa: PLC0415

    how = Asked(whose=FOR, compact="hertfordshire", kind=kind, looked_at=False, dry_run=False, at=timezone.now())
    assert load_records(path, how) != NOTHING


if __name__ == "__main__":
    main()
