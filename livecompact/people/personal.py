"""Everything that the site holds of one person: what they can take with them, and have erased.

Each room tells and erases its own. The settings name the functions (`OWN_DATA`, `ERASING`), so that no room imports one
above it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, cast

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

from livecompact.people.models import Person

ANOTHER = "another person"
"""What stands where data of somebody else would."""

type Told = Mapping[str, list[dict[str, Any]]]
"""What one room holds of a person: rows by table, such as "people.Seat"."""


@dataclass(frozen=True)
class Whom:
    """Whose data: by the address that they proved, and by their account, where they have one."""

    email: str
    person: Person | None = None

    @property
    def name(self) -> str:
        """Their name, where they gave one."""
        return self.person.name if self.person else ""


class Erase(Protocol):
    """Erases what one room holds of a person; how many rows it touched."""

    def __call__(self, *, whom: Whom, by: str, at: datetime) -> int:
        """Erase it, inside the transaction of the whole."""


class Moved(Protocol):
    """Writes somebody's new address where a room keeps the old one; how many rows it touched."""

    def __call__(self, *, old: str, new: str) -> int:
        """Write it, inside the transaction of the whole."""


def whom(email: str) -> Whom:
    """Whose data an address names, with or without an account."""
    said = email.strip().lower()
    return Whom(said, Person.objects.filter(email=said).first())


def everything_of(whom: Whom) -> dict[str, list[dict[str, Any]]]:
    """Every row that says something of a person, by table, without anything of other people."""
    tells = [cast("Callable[[Whom], Told]", import_string(name)) for name in settings.OWN_DATA]
    return {table: rows for tell in tells for table, rows in tell(whom).items() if rows}


def erasers() -> list[Erase]:
    """The functions that erase, those of the rooms above first: an account goes last."""
    return [cast("Erase", import_string(name)) for name in settings.ERASING]


def followers_of_addresses() -> list[Moved]:
    """The functions that change an address where a room above keeps it apart from the account."""
    return [cast("Moved", import_string(name)) for name in settings.ADDRESS_CHANGED]


def rows_of(found: "models.QuerySet[Any]", *fields: str) -> list[dict[str, Any]]:
    """The rows of a table with those fields, as the file has them."""
    return [dict(row) for row in found.values(*fields)]
