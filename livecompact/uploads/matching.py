"""Whom a row concerns: an organisation of this site, by its number or its name, or a name and nothing more."""

from dataclasses import dataclass
from functools import lru_cache

from livecompact.agreements.bodies import folded_name
from livecompact.register.identifiers import NoIdentifier, charity_number, read_identifier
from livecompact.register.models import Identifier, Organisation
from livecompact.uploads.packed import Line

LONGEST = 100
KNOWN = 10_000
"""So many are remembered: a list names the same groups again and again."""


@dataclass(frozen=True)
class Concerned:
    """The id of an organisation of this site where it is known, and the name in the list."""

    organisation: int | None
    name: str


class Recipients:
    """Every organisation of this site by its numbers and by a name that only one has; asked once for a whole list."""

    def __init__(self) -> None:
        self._by_number = {
            f"{scheme}-{value}": pk
            for scheme, value, pk in Identifier.objects.values_list("scheme", "value", "organisation_id")
        }
        names: dict[str, int | None] = {}
        for pk, name in Organisation.objects.values_list("pk", "folded_name"):
            names[name] = None if name in names else pk
        self._by_name = {name: pk for name, pk in names.items() if pk is not None}
        self._known = lru_cache(KNOWN)(self._find)

    def of(self, line: Line) -> Concerned:
        """Whom a row concerns."""
        return self._known(str(line.get("partner", "")), str(line.get("partner_id") or ""))

    def _find(self, partner: str, number: str) -> Concerned:
        name = " ".join(partner.split())
        found = self._by_number.get(_number(number)) if number else None
        if found is None and name:
            found = self._by_name.get(folded_name(name))
        return Concerned(found, name[:LONGEST])


def _number(written: str) -> str:
    """An identifier as the register writes it: with or without its list, a charity's number at least."""
    try:
        return str(read_identifier(written))
    except NoIdentifier:
        return f"GB-CHC-{number}" if (number := charity_number(written)) else ""
