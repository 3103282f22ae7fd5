"""Rows as the dealings that they would be; nothing is saved here."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from livecompact.dealings.actions.drafting import listed
from livecompact.dealings.acts import agreements_now
from livecompact.dealings.models import LONGEST_ABOUT, LONGEST_TITLE, SLUG, Dealing, State
from livecompact.dealings.naming import new_key
from livecompact.dealings.told_days import days_of
from livecompact.frame.dates import long_date
from livecompact.kinds import kind
from livecompact.kinds.kind import Kind
from livecompact.standards.facts import Facts
from livecompact.uploads.matching import Recipients
from livecompact.uploads.models import Upload
from livecompact.uploads.packed import Line

LONGEST_REFERENCE = 200
MASKED = frozenset({"funding-change"})
"""The kinds in which a group is not named until it agrees."""
PENCE = Decimal("0.01")


@dataclass(frozen=True)
class Row:
    """One good row: its number, the reference by which it is found again, and its facts."""

    number: int
    reference: str
    facts: Facts
    line: Line


def rows_of(lines: Iterable[Line], of: Kind, reasons: Mapping[str, str]) -> Iterator[Row]:
    """Rows with their references; a reason that was given for all goes where a row has none (`lacking` says which).

    A row without a reference of its own is found again by what it says.
    """
    seen: Counter[str] = Counter()
    for line in lines:
        facts = dict(line["facts"])
        facts |= {name: reasons[name] for name in line.get("lacking", ()) if reasons.get(name)}
        reference = _reference(line)
        seen[reference] += 1
        if seen[reference] > 1:
            reference = f"{reference[: LONGEST_REFERENCE - 8]}/{seen[reference]}"
        yield Row(int(line["row"]), reference, of.read(facts), line)


class Planner:
    """Makes the dealings of one upload out of its rows."""

    def __init__(self, upload: Upload, *, at: datetime, today: date, reached: bool, by: str) -> None:
        self.upload, self.kind = upload, kind(upload.kind)
        self._at, self._today, self._by = at, today, by
        self._recipients = Recipients()
        self._calendar = agreements_now(today)[upload.home_id].calendar
        self._public = self._new(State.PUBLIC, {"published_at": at, "published_by": by})
        self._told = self._new(State.TOLD, {"told_at": at, "told_by": by})
        self._public.reached_on = today if reached else None

    def dealing(self, row: Row, slugs: "Slugs") -> Dealing:
        """The dealing of a row that is not here yet."""
        made = self._of(row, self._public)
        made.slug = slugs.free(made.year, made.title, self.kind.name)
        return made

    def held(self, row: Row) -> Dealing:
        """The dealing of a row that is not public yet: its group is told first, and it goes public by itself."""
        made = self._of(row, self._told)
        made.public_on = days_of(row.facts, self._calendar, self._today).latest
        return made

    def _new(self, state: State, since: Mapping[str, Any]) -> Dealing:
        """What all the dealings of the list have in common."""
        return Dealing(
            kind=self.kind.name,
            organisation=self.upload.organisation,
            home=self.upload.home,
            state=state,
            source=self.upload.source,
            made_at=self._at,
            made_by=self._by,
            changed_on=self._today,
            updated_at=self._at,
            **since,
        )

    def _of(self, row: Row, like: Dealing) -> Dealing:
        made, columns = copy(like), self.columns(row)  # a copy takes a third of the time of a new one
        vars(made).update(columns, key=new_key(), year=columns["happens_on"].year, source_id=row.reference)
        return made

    def columns(self, row: Row) -> dict[str, Any]:
        """What a row fills of a dealing."""
        columns = listed(self.kind.name, row.facts)
        if isinstance(columns["amount"], Decimal):
            columns["amount"] = columns["amount"].quantize(PENCE)
        concerned = self._recipients.of(row.line)
        towards = None if concerned.organisation == self.upload.organisation_id else concerned.organisation
        masked = self.kind.name in MASKED and bool(concerned.name or towards)
        title = self._title(row, "" if masked else concerned.name, masked=masked)
        whole = "" if masked else " ".join(str(row.line.get("title", "")).split())
        reference = str(row.line.get("identifier", ""))
        return columns | {
            "title": title,
            "about": whole[:LONGEST_ABOUT] if len(whole) > LONGEST_TITLE else "",
            "url": reference if reference.startswith(("https://", "http://")) and len(reference) <= 200 else "",  # noqa: PLR2004 (the column's own length)
            "towards_id": towards,
            "towards_named": not masked,
            "towards_called": _("a voluntary group") if masked else ("" if towards else concerned.name),
        }

    def _title(self, row: Row, concerned: str, *, masked: bool) -> str:
        said = "" if masked else " ".join(str(row.line.get("title", "")).split())
        if not said:
            day = row.facts.day(self.kind.happens_on)
            parts = {"what": self.kind.called.capitalize(), "who": concerned, "day": long_date(day) if day else ""}
            said = _("%(what)s: %(who)s, %(day)s") % parts if concerned else _("%(what)s of %(day)s") % parts
        return said if len(said) <= LONGEST_TITLE else said[: LONGEST_TITLE - 1].rstrip() + "…"


class Slugs:
    """The parts of addresses that are free in a Compact for a kind, by year."""

    def __init__(self, home: str, kind_name: str) -> None:
        rows = Dealing.objects.filter(home__slug=home, kind=kind_name).exclude(slug="").values_list("year", "slug")
        self._taken = set(rows.iterator())
        self._next: Counter[tuple[int, str]] = Counter()

    def free(self, year: int, title: str, kind_name: str) -> str:
        """A title as a part of an address that nothing has, taken from now on."""
        start = slugify(title)[: SLUG - 8].strip("-") or kind_name
        start = f"{start}-{kind_name}" if start in ("new", "draft") else start
        slug = start
        while (year, slug) in self._taken:
            self._next[year, start] += 1
            slug = f"{start}-{self._next[year, start] + 1}"
        self._taken.add((year, slug))
        return slug


def _reference(line: Line) -> str:
    said = " ".join(str(line.get("identifier", "")).split())
    if said and len(said) <= LONGEST_REFERENCE - 8:
        return said
    held = {name: value for name, value in line.items() if name not in ("row", "lacking", "held")}
    return "row " + hashlib.sha256(json.dumps(held, sort_keys=True).encode()).hexdigest()[:32]
