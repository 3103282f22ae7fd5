"""`livecompact record`: whether the public record is as it was written, and the head to keep elsewhere."""

import json
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from django.db import DatabaseError

from livecompact.web.configuration import Misconfigured
from livecompact.web.starting_up import NoSite, open_site

if TYPE_CHECKING:
    from livecompact.record.verifying import Head, Verified

WHOLE, BROKEN, CANNOT_RUN = 0, 1, 2

type Bar = Callable[[str, TextIO], AbstractContextManager[Callable[[int, int], None]]]


def verify(*, compact: str, head: str, as_json: bool, bar: Bar) -> int:
    """Look at every record, or that of one Compact; 0 where all are whole, 1 where one is not, 2 where none was read.

    `head` is a file of heads that were kept elsewhere, or one head as HASH@NUMBER.
    """
    try:
        open_site()
        from livecompact.record import verifying  # noqa: PLC0415 (it has tables, so only after django.setup)

        kept = verifying.heads_in(_text(head))
        compacts = _chosen(compact, *(each.compact for each in kept))
        if len(compacts) > 1 and not all(each.compact for each in kept):
            raise NoRecord("Say whose head it is: add --compact NAME.")
        found = [_verified(name, [each for each in kept if each.compact in ("", name)], bar) for name in compacts]
    except (NoSite, Misconfigured, DatabaseError, ValueError, OSError) as problem:
        return _cannot(str(problem))
    _say(_as_json(found) if as_json else "\n".join(_lines(found)) or "Nothing is recorded yet.")
    return BROKEN if any(each.problems for each in found) else WHOLE


def head(*, compact: str, as_json: bool) -> int:
    """Print the head of every record, or of one, to be kept outside this machine; 0, or 2 where none could be read."""
    try:
        open_site()
        from livecompact.record import verifying  # noqa: PLC0415 (as above)

        heads = [verifying.head(name) for name in _chosen(compact)]
    except (NoSite, Misconfigured, DatabaseError, ValueError) as problem:
        return _cannot(str(problem))
    _say(json.dumps([_head(each) for each in heads], indent=1) if as_json else "\n".join(str(each) for each in heads))
    return WHOLE


class NoRecord(ValueError):
    """The Compact that was named has no record."""


def _chosen(compact: str, *kept: str) -> list[str]:
    """Whose records to look at: one, or all that are here or were when a head was kept."""
    from livecompact.record import verifying  # noqa: PLC0415 (as above)

    known = sorted({*verifying.recorded(), *filter(None, kept)})
    if compact and compact not in known:
        raise NoRecord(f"“{compact}” has no record here. These have: {', '.join(known) or 'none yet'}.")
    return [compact] if compact else known


def _text(head: str) -> str:
    return Path(head).read_text(encoding="utf-8") if head and "@" not in head else head


def _verified(name: str, kept: "list[Head]", bar: Bar) -> "Verified":
    from livecompact.record import verifying  # noqa: PLC0415 (as above)

    with bar(f"Looking at the record of {name}", sys.stderr) as progress:
        return verifying.verify(name, kept, progress)


def _lines(found: "list[Verified]") -> list[str]:
    lines = []
    for each in found:
        erased = f", {each.erased} texts erased" if each.erased else ""
        how = "BROKEN" if each.problems else "whole"
        lines.append(f"{how:<7}{each.head.compact}: {each.entries} entries, {each.texts} texts{erased}")
        lines.append(f"       head {each.head.hash}@{each.head.number}")
        lines += [f"       {problem}" for problem in each.problems]
    return lines


def _as_json(found: "list[Verified]") -> str:
    data = [
        {
            "compact": each.head.compact,
            "whole": not each.problems,
            "entries": each.entries,
            "texts": each.texts,
            "erased": each.erased,
            "head": _head(each.head),
            "problems": each.problems,
        }
        for each in found
    ]
    return json.dumps(data, indent=1, ensure_ascii=False)


def _head(head: "Head") -> dict[str, str | int]:
    return {"compact": head.compact, "number": head.number, "hash": head.hash}


def _cannot(says: str) -> int:
    print(says, file=sys.stderr, flush=True)  # noqa: T201 (the terminal is who it speaks to)
    return CANNOT_RUN


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (as above)
