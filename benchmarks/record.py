"""How fast a record is looked through, against hashing the same bytes and nothing else; in time of the processor."""

import argparse
import hashlib
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import batched
from pathlib import Path
from time import process_time

from benchmarks.sites import empty_site
from benchmarks.timing import medians, told

COMPACT = "hertfordshire"
BEGUN = datetime(2026, 1, 5, 9, tzinfo=UTC)
AT_ONCE = 5_000


def main() -> None:
    """Make a record of invented entries, verify it, and hash as many bytes as that hashes."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--entries", type=int, default=100_000, help="how many entries, each with a title (100,000)")
    parser.add_argument("--times", type=int, default=5, help="how often each is done (5)")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="livecompact-bench-") as folder:
        empty_site(Path(folder))
        from livecompact.record import verifying  # noqa: PLC0415 (once Django is ready)

        hashed = list(_made(asked.entries))
        took = medians(
            {
                "the same bytes, hashed": lambda: [hashlib.sha256(each).hexdigest() for each in hashed],
                "livecompact record verify": lambda: _whole(verifying.verify(COMPACT, [], lambda *_: None)),
            },
            asked.times,
            process_time,
        )
    floor = took["the same bytes, hashed"]
    for name, seconds in took.items():
        print(f"{name:<28}{told(seconds, floor)}{asked.entries / seconds:>12,.0f} entries a second")


def _made(count: int) -> Iterator[bytes]:
    """Write the entries of a chain, many at once; what is hashed of each: itself, and its text with its salt."""
    from livecompact.record.actions import link_of  # noqa: PLC0415 (once Django is ready)
    from livecompact.record.chain import canonical, canonical_json, commitment, hash_of  # noqa: PLC0415
    from livecompact.record.models import FIRST, Chain, Entry, EntryText  # noqa: PLC0415

    head = FIRST
    for numbers in batched(range(1, count + 1), AT_ONCE):
        entries, texts = [], []
        for number in numbers:
            salt, title = f"{number:032x}", f"The hours of the library in Market Street, part {number}"
            entry = Entry(
                compact=COMPACT,
                number=number,
                at=BEGUN + timedelta(minutes=number, microseconds=number % 1000),
                what="consultation-published",
                subject=f"consultation/{number}",
                address=f"/{COMPACT}/consultations/2027/the-hours-of-the-library-{number}",
                organisation="hartsmere-county-council",
                role="For the organisation",
                touches=" promise:time-to-answer topic:policy ",
                commitments=canonical_json({"title": commitment(salt, title)}),
                previous=head,
            )
            entry.hash = head = hash_of(link_of(entry))
            yield canonical(link_of(entry)).encode()
            yield bytes.fromhex(salt) + title.encode()
            entries.append(entry)
            texts.append(EntryText(entry=entry, name="title", salt=salt, text=title))
        Entry.objects.bulk_create(entries)
        EntryText.objects.bulk_create(texts)
    Chain.objects.create(compact=COMPACT, number=count, head=head, origin="example.org,2026")


def _whole(found: object) -> None:
    assert getattr(found, "problems", None) == []


if __name__ == "__main__":
    main()
