"""The pages about checks: each promise with what tests it, and one check with all that can be done to it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from livecompact import kinds
from livecompact.agreements import Edition
from livecompact.agreements.canonical import documents_of
from livecompact.compacts.pages.shared import printed
from livecompact.compacts.workshop import editing
from livecompact.compacts.workshop.editing import Table, leaves_number_open
from livecompact.compacts.workshop.problems import address
from livecompact.compacts.workshop.queries import AtWork
from livecompact.frame.dates import long_date
from livecompact.standards.standard import Basis


@dataclass(frozen=True)
class CheckRow:
    """A check in the list: what it asks, where its number comes from, and what can be done to it.

    Where something cannot be done to it, the address of that is empty.
    """

    code: str
    asks: str
    of: str
    number_from: str
    address: str
    adopt: str
    drop: str
    end: str
    move_up: str


@dataclass(frozen=True)
class PromiseChecks:
    """A promise with its checks."""

    number: str
    name: str
    checks: tuple[CheckRow, ...]


def promise_checks(bench: AtWork, edition: Edition) -> tuple[PromiseChecks, ...]:
    """Every promise of an edition with its checks, in the order of the text."""
    tables = editing.standards(bench.folder(), edition.id)
    codes = published_codes(bench, edition.id)
    found = []
    for promise in edition.undertakings:
        own = [each for each in tables if each["undertaking"] == promise.number]
        rows = tuple(_row(bench, edition, each, at, codes) for at, each in enumerate(own))
        found.append(PromiseChecks(printed(promise), promise.name, rows))
    return tuple(found)


def published_codes(bench: AtWork, edition: str) -> frozenset[str]:
    """The codes of the checks of an edition that are published, so that they stand."""
    document = documents_of(bench.published_text).get(f"{edition}/standards.toml")
    return frozenset(each["code"] for each in (document.data if document else {}).get("standard", []))


def number_from(table: Table) -> str:
    """Where the number of a check comes from, in a sentence."""
    match table["basis"]:
        case Basis.TEXT:
            return _("From the text.")
        case Basis.PROMPT:
            return _("A tip of ours.")
    if adopted := table.get("adopted"):
        said = {"on": long_date(adopted["on"]), "by": adopted["by"], "number": table.get("number", "")}
        return (
            _("%(number)s, agreed on %(on)s by %(by)s.") if said["number"] else _("Agreed on %(on)s by %(by)s.")
        ) % said
    if not leaves_number_open(table):
        return _("Not agreed yet.")
    return _("Our suggestion: %(number)s. Not agreed yet.") % {"number": table.get("suggested", "")}


def _row(bench: AtWork, edition: Edition, table: Table, at: int, codes: frozenset[str]) -> CheckRow:
    def to(route: str, *, only_if: bool = True) -> str:
        return address(bench, route, edition=edition.id, code=table["code"]) if only_if else ""

    local, adopted, ended = table["basis"] == Basis.LOCAL, "adopted" in table, _ended(table, bench.today)
    return CheckRow(
        code=table["code"],
        asks=table["asks"].replace("{suggested}", table.get("number") or table.get("suggested", "")),
        of=_(kinds.kind(table["of"]).called),
        number_from=number_from(table)
        + (_(" It ends on %(day)s.") % {"day": long_date(table["until"])} if "until" in table else ""),
        address=to("check"),
        adopt=to("adopt", only_if=local and not adopted and not ended),
        drop=to("drop", only_if=local and adopted and "until" not in table),
        end=to("check_end", only_if=not ended and not (local and adopted and table["code"] in codes)),
        move_up=to("check_up", only_if=at > 0),
    )


def _ended(table: Table, today: date) -> bool:
    return "until" in table and table["until"] < today
