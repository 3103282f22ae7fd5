"""`livecompact doctor`: what is missing before a site goes public, for a person to read or for monitoring."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import DatabaseError, connection

from livecompact.web.configuration import Misconfigured
from livecompact.web.starting_up import NoSite, open_site

FINE, TO_MEND, CANNOT_RUN = 0, 1, 2


def doctor(*, at: datetime, as_json: bool) -> int:
    """Look at the site and say what was found; 0 where all is fine, 1 where there is something to mend, else 2."""
    try:
        open_site()
        connection.ensure_connection()
    except (NoSite, Misconfigured, DatabaseError) as problem:
        _say(json.dumps({"fine": False, "cannot": str(problem)}) if as_json else str(problem))
        return CANNOT_RUN
    from livecompact.web.doctor_findings import findings  # noqa: PLC0415 (it reads tables, so only after django.setup)

    found = findings(at)
    fine = all(each.fine for each in found)
    if as_json:
        _say(json.dumps({"fine": fine, "at": at.isoformat(), "findings": [asdict(each) for each in found]}, indent=1))
    else:
        _say("\n".join(_lines([(each.name, each.fine, each.says, each.mend) for each in found])))
    return FINE if fine else TO_MEND


def _lines(found: Sequence[tuple[str, bool, str, str]]) -> list[str]:
    """A line for each finding, one more for each mend, and how many there are to mend."""
    lines = []
    for name, fine, says, mend in found:
        lines.append(f"{'fine' if fine else 'MEND'}  {name:<15}{says}")
        if mend:
            lines.append(f"{'':21}{mend}")
    count = sum(not fine for _, fine, _, _ in found)
    things = "thing" if count == 1 else "things"
    return [*lines, f"{count} {things} to mend before the site goes public." if count else "Nothing to mend."]


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (the terminal is who it speaks to)
