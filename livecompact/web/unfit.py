"""Why a site is not served: its database is empty, or of another version."""

from django.db import DatabaseError

from livecompact import __version__
from livecompact.web import migrated


def reason() -> str:
    """What hinders the site and what to do; empty where nothing does. It changes nothing."""
    try:
        waiting, newer = migrated.waiting(), migrated.newer()
    except DatabaseError as problem:
        return f"The database does not answer: {str(problem).strip()}"
    if newer:
        return f"A newer Livecompact made this site ({' '.join(newer[0])}). Install that one, not {__version__}."
    if len(waiting) == len(migrated.wanted()):
        return "The database is empty. Run: livecompact start"
    if waiting:
        return f"The database is of an older version: {_said(len(waiting))}. Run: livecompact upgrade"
    return ""


def _said(count: int) -> str:
    return "1 change waits" if count == 1 else f"{count} changes wait"
