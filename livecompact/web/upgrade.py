"""`livecompact upgrade`: bring a site to this version, with a backup of what was there before."""

import logging
import sys
from datetime import datetime
from pathlib import Path

from django.db import DatabaseError

from livecompact import __version__
from livecompact.web import commands, migrated
from livecompact.web.backup import take
from livecompact.web.backup_archive import Refused
from livecompact.web.configuration import Misconfigured
from livecompact.web.starting_up import NoSite, open_site

FOLDER = "backups"  # in the site's folder

logger = logging.getLogger(__name__)


def upgrade(*, at: datetime) -> int:
    """Back up, change the database, look whether all is well; 0, or 2 where the site is as it was or must be put back.

    The site is stopped before and started after, so that no older version meets the newer tables.
    """
    try:
        site = open_site()
        waiting = _waiting()
        (folder := site.folder / FOLDER).mkdir(mode=0o700, exist_ok=True)
        before = take(site, folder, at=at)
    except (NoSite, Misconfigured, Refused, DatabaseError) as problem:
        _say(f"{problem} Nothing was changed.", wrong=True)
        return 2
    _say(f"Backed up and read again. {before}")
    try:
        well = commands.ready() and _well(at)
    except Exception:
        logger.exception("the upgrade failed")
        well = False
    if not well:
        _say(_way_back(before.file), wrong=True)
        return 2
    _say("\n".join([f"Changed: {name}" for name in waiting] or ["The database needed no change."]))
    _say(f"The site is at Livecompact {__version__} and answers. Start it again.")
    return 0


def _waiting() -> list[str]:
    """The changes to the database that this version wants; Refused where a newer one has been at it."""
    if newer := migrated.newer():
        raise Refused(
            f"A newer Livecompact made this site ({' '.join(newer[0])}). Install that one, not {__version__}."
        )
    return [" ".join(change) for change in migrated.waiting()]


def _well(at: datetime) -> bool:
    """Whether nothing waits any more and every Compact can be read, once the search has this version's index."""
    from livecompact.compacts import queries  # noqa: PLC0415 (it has tables, so only after django.setup)
    from livecompact.web import searching  # noqa: PLC0415 (as above)

    searching.made_again(at.date())
    return not _waiting() and all(compact.name for compact in queries.compacts(None, at.date()))


def _way_back(file: Path) -> str:
    return (
        f"The upgrade went wrong. What was there before is in {file}. To go back, install the Livecompact of before,"
        f" move the site's folder away, copy that file out of it, and run: livecompact restore {file.name}"
    )


def _say(text: str, *, wrong: bool = False) -> None:
    print(text, file=sys.stderr if wrong else sys.stdout, flush=True)
