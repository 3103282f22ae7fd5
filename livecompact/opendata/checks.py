"""Every check of every public record as rows: one rule on one record, how it stands today, and the reason given later.

This is what the board counts, row by row; so anybody can count it again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from livecompact.dealings.models import Explanation, Standing
from livecompact.dealings.naming import address_of, named, subject_of, towards_of
from livecompact.dealings.rows import settled_of
from livecompact.dealings.standings import Shown


@dataclass(frozen=True)
class Checked:
    """One check, with the reason that was added to it."""

    standing: Standing
    explanation: Explanation | None


def rows(found: Iterable[Checked], today: date) -> Iterator[list[str]]:
    """Each check as a row of `columns.COLUMNS`; while it waits for an answer nobody reads what it would be."""
    for each in found:
        standing, dealing, given = each.standing, each.standing.dealing, each.explanation
        shown = settled_of(standing).on(today)
        asked = shown in (Shown.WAITING, Shown.NOT_KEPT)
        yield [
            subject_of(dealing),
            dealing.kind,
            dealing.title,
            named(dealing.organisation),
            dealing.organisation.slug,
            towards_of(dealing),
            standing.happens_on.isoformat(),
            f"{settings.SITE.address}{address_of(dealing)}",
            standing.undertaking,
            standing.standard,
            shown.value,
            standing.counts_on.isoformat(),
            _day(standing.answer_by) if asked else "",
            *((given.reason, given.instead, _day(given.on)) if given else ("", "", "")),
        ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
