"""The keys of the format that hold dates: a date may stand in quotation marks there, as JSON writes it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

DATES = frozenset({"from", "until", "review_by", "since", "checked_on", "on"})
ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def with_dates(data: Any) -> Any:
    """The data of a file with a date for each ISO text under a key that may hold one.

    >>> with_dates({"on": "2026-04-01", "since": "not known", "name": "2026-04-01"})
    {'on': datetime.date(2026, 4, 1), 'since': 'not known', 'name': '2026-04-01'}
    """
    if isinstance(data, list):
        return [with_dates(part) for part in data]
    if isinstance(data, Mapping):
        return {key: _date(part) if key in DATES else with_dates(part) for key, part in data.items()}
    return data


def _date(said: Any) -> Any:
    """The date of an ISO text; “not known”, a mere year and what no calendar has stay as they are."""
    if not isinstance(said, str) or not ISO.fullmatch(said):
        return with_dates(said)
    try:
        return date.fromisoformat(said)
    except ValueError:
        return said
