"""How long the register of charities takes to load and to search, and how much memory."""

import argparse
import os
import resource
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from time import perf_counter

from benchmarks.sites import empty_site
from benchmarks.timing import medians
from tests.register.extracts import many, write

QUESTIONS = ("9000007", "hartsmere", "hartsmere food", "brindlewick youth association", "community", "qui car tru")


def main() -> None:
    """Load a small register and a large one, each into a site of its own, and ask both the same."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--small", type=int, default=10_000, help="charities in the small register (10,000)")
    parser.add_argument("--large", type=int, default=400_000, help="charities in the large one (400,000)")
    parser.add_argument("--times", type=int, default=21, help="how often each question is asked (21)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="livecompact-bench-") as folder:
        empty_site(Path(folder))
        small = _measured(Path(folder), asked.small, asked.times)
        large = _measured(Path(folder), asked.large, asked.times)
    print(f"\n{'asked':<34}{asked.small:>12,}{asked.large:>12,}    ratio")
    for question in QUESTIONS:
        ms = small[question] * 1000, large[question] * 1000
        print(f"{question:<34}{ms[0]:>9.2f} ms{ms[1]:>9.2f} ms{ms[1] / ms[0]:>9.1f}")


def _measured(folder: Path, count: int, times: int) -> dict[str, float]:
    from livecompact.register import queries  # noqa: PLC0415 (once Django is ready)
    from livecompact.web import loading  # noqa: PLC0415

    path = write(folder / "extract", many(count), zipped=True)
    begun = perf_counter()
    with _silent():
        code = loading.load_charities(
            path, districts=(), at=datetime.now(UTC), bar=lambda _says, _out: nullcontext(_no)
        )
    took = perf_counter() - begun
    assert code == 0
    in_use = queries.register_in_use()
    assert in_use is not None
    assert in_use.charities == count
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count:,} charities: loaded in {took:.1f} s, {count / took:,.0f} a second; peak memory {peak:.0f} MB")
    return medians({each: partial(queries.find_charities, each) for each in QUESTIONS}, times)


def _no(_done: int, _total: int) -> None:
    return


@contextmanager
def _silent() -> Iterator[None]:
    out, sys.stdout = sys.stdout, open(os.devnull, "w")  # noqa: PTH123, SIM115 (closed below)
    try:
        yield
    finally:
        sys.stdout.close()
        sys.stdout = out


if __name__ == "__main__":
    main()
