"""Awards and checks written while they are read, so that a hundred thousand need no more memory than one."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from livecompact.dealings.models import Dealing
from livecompact.frame.sheets import BOM, inert
from livecompact.opendata import checks, grants
from livecompact.opendata.checks import Checked
from livecompact.opendata.columns import COLUMNS

type Awards = Iterable[tuple[Dealing, Mapping[int, str]]]


def as_json(title: str, publisher: str, awards: Awards) -> Iterator[str]:
    """A package of grants as JSON, grant by grant."""
    start = "{"
    for name, value in grants.package(title, publisher, (grants.grant(*each) for each in awards)):
        yield f"{start}{_json(name)}: "
        yield from _list(value) if name == "grants" else [_json(value)]
        start = ",\n"
    yield "}\n"


def as_csv(awards: Awards) -> Iterator[str]:
    """The same awards as rows of the standard's spreadsheet, every cell inert."""
    yield BOM + _row(grants.header())
    for each in awards:
        yield _row([inert(cell) for cell in grants.row(*each)])


def checks_as_csv(found: Iterable[Checked], today: date) -> Iterator[str]:
    """Checks as rows for a spreadsheet, every cell inert."""
    yield BOM + _row(COLUMNS)
    for cells in checks.rows(found, today):
        yield _row([inert(cell) for cell in cells])


def _list(values: Iterable[Any]) -> Iterator[str]:
    yield "["
    for number, value in enumerate(values):
        yield f"{',' if number else ''}\n{_json(value)}"
    yield "]"


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
