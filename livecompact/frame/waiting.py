"""What waits for whoever runs a Compact. Each room tells its own; the page and the weekly mail join them.

The settings name the functions (`WAITING`), so that no room imports one above it. Each asks for itself whether the
actor may know.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Yes:
    """A button that does it at once: its words, where its form goes, and what that form holds."""

    says: str
    address: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Waits:
    """One thing that waits.

    says     what it is: "Riverside Youth Club wants to sign"
    address  the page where it is done
    since    the day since which it waits; None where nobody knows
    by       the last day for it; None where there is none
    yes      the button that does it at once, where that is safe
    """

    says: str
    address: str
    since: date | None = None
    by: date | None = None
    yes: Yes | None = None


type Tells = Callable[[Any, Any, datetime], Iterable[Waits]]


def everything_that_waits(actor: object, compact: object, at: datetime) -> tuple[Waits, ...]:
    """All that waits for an actor at a Compact, the oldest first; what has no day comes last."""
    tells = [cast("Tells", import_string(name)) for name in settings.WAITING]
    found = [each for tell in tells for each in tell(actor, compact, at)]
    return tuple(sorted(found, key=lambda each: each.since or date.max))
