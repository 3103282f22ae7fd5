"""What the accessibility statement says: the facts of the tests from a data file, the known barriers, the area's part.

Its structure is that of the government's sample for public bodies (2018 Regulations, regulation 8).
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OWN_PART = "accessibility.txt"
"""The file in the site's folder that whoever runs it writes: paragraphs, with an empty line between them."""


@dataclass(frozen=True)
class Facts:
    """When the statement was prepared and reviewed, and what machines test."""

    prepared: date
    reviewed: date
    tested: date
    engine: str
    narrow: int
    wide: int
    states: int


@dataclass(frozen=True)
class Barrier:
    """A part that we know may keep people out: what it is, what one can do, and what comes of it."""

    what: Promise
    instead: Promise
    criterion: str = ""


BARRIERS = (
    Barrier(_("No person has tested this site yet."), _("Tell us what keeps you out, and we mend it.")),
    Barrier(
        _("The Easy Read pages were not checked by people with a learning disability, unless a page says so."),
        _("Ask for a call, or for paper."),
    ),
    Barrier(
        _("The agreements that were signed are documents of their publishers. We have not checked them."),
        _("Ask for one in another way."),
    ),
)


@cache
def facts() -> Facts:
    """What the data file says."""
    said: dict[str, Any] = tomllib.loads((files("livecompact.web") / "accessibility.toml").read_text(encoding="utf-8"))
    machine = said["machine"]
    narrow, wide = machine["widths"]
    return Facts(
        prepared=said["prepared"],
        reviewed=said["reviewed"],
        tested=machine["tested"],
        engine=machine["engine"],
        narrow=narrow,
        wide=wide,
        states=machine["states"],
    )


def own_part(folder: Path) -> tuple[str, ...]:
    """The paragraphs that whoever runs the site has written; none where there is no such file."""
    file = folder / OWN_PART
    if not file.is_file():
        return ()
    text = file.read_text(encoding="utf-8", errors="replace")
    return tuple(" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip())
