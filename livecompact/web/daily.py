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

DOES = {
    "livecompact.dealings.actions.counting.count_quarters": "Quarters counted",
    "livecompact.dealings.actions.folding.fold_sums": "Rows of the sums saved, where several said the same",
    "livecompact.dealings.actions.open_yearly": "Records opened that are due each year",
    "livecompact.register.actions.ask_to_renew": "Organisations that are due to renew",
    "livecompact.dealings.actions.tell_and_publish_due": "Changes of funding made public, their groups told before",
}
"""What is done each day, in this order, and what its number is called; done twice, nothing is done twice."""

CHECKS = ("livecompact.dealings.actions.folding.sums_that_differ",)
"""What looks whether the sums agree with what they are made of, and mends nothing; how many do not."""


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
    return told + [f"{DOES[name]}: {count}." for name, count in done(at=at).items()]


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


def done(*, at: datetime) -> dict[str, int]:
    """How many each action of `DOES` did."""
    return {name: import_string(name)(at=at) for name in DOES}
