"""A line of an area's list of who has signed, as the register reads it: sector, kind and number in our words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from livecompact.register.identifiers import CHARITY, NoIdentifier, OrgId, charity_number, read_identifier
from livecompact.register.models import KINDS, SECTOR_OF, Kind, Sector

SECTORS = {
    Sector.STATUTORY: ("statutory", "public", "public body", "public sector", "council", "nhs"),
    Sector.VOLUNTARY: ("voluntary", "charity", "community", "vcs", "vcse", "group", "voluntary sector", "third sector"),
    Sector.BUSINESS: ("business", "friend", "company", "private"),
}
USUAL = {Sector.STATUTORY: Kind.OTHER_PUBLIC, Sector.VOLUNTARY: Kind.GROUP, Sector.BUSINESS: Kind.BUSINESS}


class Line(Protocol):
    """What a line tells; `cells` names the cell of each column."""

    @property
    def number(self) -> int:
        """The row of the list."""

    @property
    def name(self) -> str:
        """The organisation's name."""

    @property
    def org_id(self) -> str:
        """Its number with its list, or a charity number."""

    @property
    def sector(self) -> str:
        """Its sector, in any of the usual words."""

    @property
    def kind(self) -> str:
        """What it is; may be empty."""

    @property
    def postcode(self) -> str:
        """Its postcode; may be empty."""

    @property
    def edition(self) -> str:
        """The edition it signed; may be empty."""

    @property
    def champion(self) -> str:
        """The role of its champion; may be empty."""

    @property
    def website(self) -> str:
        """Its web address; may be empty."""

    @property
    def signed_on(self) -> date:
        """The day it signed."""

    @property
    def left_on(self) -> date | None:
        """The last day on which it was bound, if it left."""

    @property
    def cells(self) -> Mapping[str, str]:
        """The name of each column's cell, such as C4."""


class WrongCell(ValueError):
    """A cell cannot be read; the text names the row and the cell, and says what to do."""

    def __init__(self, line: Line, column: str, says: str) -> None:
        cell = line.cells.get(column)
        where = f"Row {line.number}, cell {cell}" if cell else f"Row {line.number}"
        super().__init__(f"{where}: {says}")


@dataclass(frozen=True)
class Known:
    """What a line says in our own words."""

    sector: Sector
    kind: Kind
    org_id: OrgId | None


def known(line: Line) -> Known:
    """Its sector, kind and number; WrongCell where one cannot be read.

    Without a sector the kind tells it, or a charity number does.
    """
    org_id = _org_id(line)
    kind = _kind(line)
    sector = _sector(line, kind, org_id)
    if kind is None:
        charity = sector is Sector.VOLUNTARY and org_id is not None and org_id.scheme == CHARITY
        kind = Kind.CHARITY if charity else USUAL[sector]
    if kind not in KINDS[sector]:
        says = f"“{line.kind}” is no kind of this sector. Write one of {', '.join(KINDS[sector])}."
        raise WrongCell(line, "kind", says)
    return Known(sector, kind, org_id)


def _org_id(line: Line) -> OrgId | None:
    if not line.org_id:
        return None
    if number := charity_number(line.org_id):
        return OrgId(CHARITY, number)
    try:
        return read_identifier(line.org_id)
    except NoIdentifier as wrong:
        raise WrongCell(line, "org_id", str(wrong)) from wrong


def _kind(line: Line) -> Kind | None:
    said = line.kind.strip().casefold()
    if not said:
        return None
    for kind in Kind:
        if said in (kind.value, str(kind.label).casefold()):
            return kind
    raise WrongCell(line, "kind", f"“{line.kind}” is no kind that we know. Write one of {', '.join(Kind)}.")


def _sector(line: Line, kind: Kind | None, org_id: OrgId | None) -> Sector:
    said = line.sector.strip().casefold()
    for sector, words in SECTORS.items():
        if said in (*words, str(sector.label).casefold()):
            return sector
    if said:
        raise WrongCell(line, "sector", f"“{line.sector}” is no sector. Write statutory, voluntary or business.")
    if kind is not None:
        return SECTOR_OF[kind]
    if org_id is not None and org_id.scheme == CHARITY:
        return Sector.VOLUNTARY
    raise WrongCell(line, "sector", "It has no sector. Write statutory, voluntary or business.")
