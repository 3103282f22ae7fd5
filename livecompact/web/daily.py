"""`livecompact daily`: what is done once a day: erasing what has reached its end, and opening or asking what is due."""

import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils.module_loading import import_string

from livecompact.web.configuration import Misconfigured
from livecompact.web.starting_up import NoSite, open_site

type Purge = Callable[..., int]

COUNTS = {"livecompact.dealings.actions.counting.count_quarters": "Quarters counted"}
"""What counts a time that is over, once and for all; and what its number is called, here and below."""

FOLDS = {"livecompact.dealings.actions.folding.fold_sums": "Rows of the sums saved, where several said the same"}
"""What makes one row of many that say the same; no count changes by it."""

CHECKS = ("livecompact.dealings.actions.folding.sums_that_differ",)
"""What looks whether the sums agree with what they are made of, and mends nothing; how many do not."""

OPENS = {"livecompact.dealings.actions.open_yearly": "Records opened that are due each year"}
"""What opens that which is due each year; done twice, nothing is opened twice."""

ASKS = {
    "livecompact.register.actions.ask_to_renew": "Organisations that are due to renew",
    "livecompact.dealings.actions.tell_and_publish_due": "Changes of funding made public, their groups told before",
}
"""What asks people something once its day has come; done twice, nobody is told twice."""


def daily(*, at: datetime, dry_run: bool = False) -> int:
    """Erase what has reached its end, and ask what is due; the exit code, 2 where the site does not answer.

    It is 1 where sums do not agree with the records: that is said, and not mended. A dry run says what would be erased,
    and does nothing.
    """
    try:
        open_site()
        told = _would_erase(at) if dry_run else _done(at)
        differ = 0 if dry_run else sum(import_string(name)(at=at) for name in CHECKS)
    except (NoSite, Misconfigured, DatabaseError) as problem:
        print(str(problem).strip(), file=sys.stderr)  # noqa: T201 (the terminal is who it speaks to)
        return 2
    print("\n".join(told))  # noqa: T201 (as above)
    if differ:
        print(f"{differ} sums do not agree with the records. Run: livecompact recount", file=sys.stderr)  # noqa: T201 (as above)
    return 1 if differ else 0


def _done(at: datetime) -> list[str]:
    told = _told("Erased", erased(at=at))
    done = {name: import_string(name)(at=at) for name in (*COUNTS, *FOLDS, *OPENS)} | asked(at=at)
    return told + [f"{words}: {done[name]}." for name, words in (COUNTS | FOLDS | OPENS | ASKS).items()]


def _would_erase(at: datetime) -> list[str]:
    """It is erased, counted and taken back in one transaction, so that the count is that of the real run."""
    with transaction.atomic():
        told = _told("Would be erased", erased(at=at))
        transaction.set_rollback(True)
    return told


def _told(done: str, counts: Mapping[str, int]) -> list[str]:
    """How much was erased of what, in the words of the privacy page."""
    from livecompact.web.retention import RULES  # noqa: PLC0415 (as below)

    first = {rule.by: rule for rule in reversed(RULES)}
    told = [f"  {count:>5}  {first[name].of}: “{first[name].what}”" for name, count in counts.items() if count]
    return [f"{done}, of the data of:", *told] if told else ["Nothing has reached the end of its time."]


def erased(*, at: datetime) -> dict[str, int]:
    """How much was erased by each action that a rule of a room names; sessions that are over go too."""
    from livecompact.web.retention import PURGES  # noqa: PLC0415 (it has tables, so only after django.setup)

    done = {name: purge(at=at) for name, purge in PURGES.items()}
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return done


def asked(*, at: datetime) -> dict[str, int]:
    """How many were asked by each action of `ASKS`."""
    return {name: import_string(name)(at=at) for name in ASKS}
