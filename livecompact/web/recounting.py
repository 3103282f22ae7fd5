"""`livecompact recount`: every check is counted again, one by one, and each sum that differs is set right."""

import sys
from datetime import datetime

from django.db import DatabaseError
from django.utils.timezone import localdate

from livecompact.dealings.actions.folding import mend_sums


def recount(*, at: datetime) -> int:
    """Count again on the site that is open, and say how many sums were wrong; the exit code."""
    try:
        count = mend_sums(today=localdate(at))
    except DatabaseError as problem:
        print(f"{problem} Nothing was changed. Run: livecompact doctor", file=sys.stderr)  # noqa: T201 (a command)
        return 2
    print(f"{count} sums were wrong, and are right now." if count else "Every sum is right.")  # noqa: T201 (a command)
    return 0
