"""Which text a new site starts from: one that ships, a folder, or the short model under the area's own name."""

import shutil
from importlib.resources import as_file
from pathlib import Path

from livecompact import agreements
from livecompact.agreements import Agreement, shipped, starting

MODEL = "model"
NUMBERS = {"1": "hertfordshire", "2": "dacorum", "4": MODEL}
"""The numbers of the question; 3 asks for a folder."""

AREAS = {"hertfordshire": ("Hertfordshire",), "dacorum": ("Dacorum", "Hertfordshire")}
"""The areas that a text of ours was agreed for."""


class CannotStart(Exception):
    """A site that cannot be started: it says why, and what to do."""


def chosen(text: str, area: str) -> str:
    """The name of a text that ships, or the path of a folder, from what was answered.

    >>> chosen("1", "Hertfordshire")
    'hertfordshire'
    """
    name = NUMBERS.get(text.strip(), text.strip())
    known = name.lower() if name.lower() in agreements.bundled() else name
    if known in AREAS and area.strip().casefold() not in [each.casefold() for each in AREAS[known]]:
        raise CannotStart(
            f"The text of {AREAS[known][0]} was agreed there and nowhere else. For {area} start from the short model"
            " (4), or from a folder of yours (3)."
        )
    return known


def loaded(name: str) -> Agreement:
    """The agreement of that name or folder; CannotStart with every mistake in it."""
    try:
        return agreements.load(name)
    except (agreements.NoSuchAgreement, agreements.Mistaken) as problem:
        raise CannotStart(str(problem)) from problem


def folder_of(name: str, area: str, above: Path) -> Path:
    """A folder inside `above` with the text in it, which may be changed before it is put on a site."""
    if name == MODEL:
        try:
            return starting.start(area.strip(), above)
        except starting.CannotStart as problem:
            raise CannotStart(str(problem)) from problem
    folder = above / loaded(name).id
    if name in agreements.bundled():
        with as_file(shipped.folder(name)) as ours:
            return Path(shutil.copytree(ours, folder))
    return Path(shutil.copytree(name, folder))
