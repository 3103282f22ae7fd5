"""What `livecompact load` does to the site that is open: a list that somebody has goes into the register."""

import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TextIO

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from livecompact.compacts.queries import NotThere
from livecompact.compacts.queries import compact as compact_of
from livecompact.register import actions, queries
from livecompact.register.extract import NotTheRegister, Progress, charities
from livecompact.register.listed import Line
from livecompact.register.models import Organisation

type Bar = Callable[[str, TextIO], AbstractContextManager[Progress]]

OFFICER = "Compact officer"
SHOWN = 10
"""So many organisations are named; the officer's page has all of them."""


def load_charities(path: Path, *, districts: Iterable[str], at: datetime, bar: Bar) -> int:
    """Load the register of charities, whole or of some postcode districts; the exit code."""
    area = frozenset(district.strip().upper() for district in districts)
    try:
        with bar("Reading charities", sys.stderr) as progress:
            load = actions.load_charities(rows=charities(path, progress), districts=area, at=at)
    except NotTheRegister as problem:
        return _refuse(str(problem))
    except actions.NothingToLoad:
        where = f" in {', '.join(sorted(area))}" if area else ""
        return _refuse(f"{path.name} has no charity{where}.")
    except OSError as problem:
        return _refuse(f"{path} cannot be read: {problem.strerror}.")
    _say(f"{load.charities:,} {'charity' if load.charities == 1 else 'charities'} can be found.")
    return _report_gone()


def load_signatories(lines: Sequence[Line], unread: list[str], *, compact: str, at: datetime) -> int:
    """Put the organisations of a list on the register of a Compact; the exit code. `unread` tells lines that failed."""
    try:
        published = compact_of(AnonymousUser(), compact, localdate(at))
    except NotThere:
        return _refuse(f"This site has no Compact “{compact}”.")
    taken = actions.take_in(compact=published, lines=lines, by=OFFICER, at=at)
    for sentence in (*unread, *taken.wrong):
        print(sentence, file=sys.stderr)  # noqa: T201 (the terminal is who it speaks to)
    failed = len(unread) + len(taken.wrong)
    _say(f"{taken.new} new, {taken.changed} brought up to date, {taken.there} there already, {failed} to mend.")
    return 1 if failed else 0


def _report_gone() -> int:
    """Name the organisations of this site that the register has removed; somebody has to look at them."""
    gone = list(queries.deregistered(Organisation.objects.all())[: SHOWN + 1])
    for organisation in gone[:SHOWN]:
        _say(f"{organisation.name} is no longer a registered charity.")
    if len(gone) > SHOWN:
        _say("There are more.")
    if gone:
        _say("Look at each on the page “What waits for you”.")
    return 1 if gone else 0


def _refuse(says: str) -> int:
    print(f"{says} Nothing was changed.", file=sys.stderr)  # noqa: T201 (the terminal is who it speaks to)
    return 2


def _say(line: str) -> None:
    print(line)  # noqa: T201 (as above)
