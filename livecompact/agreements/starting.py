"""A folder for another area to start from: the model agreement under the area's own name."""

import re
import shutil
from importlib.resources import as_file, files
from pathlib import Path

MODEL = "model"
SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class CannotStart(ValueError):
    """A folder that cannot be started, and why."""


def start(name: str, above: Path) -> Path:
    """A new folder inside `above` with an agreement that is ready to be changed.

    `name` is the area's name ("West Anglia"); the folder gets its address (west-anglia). CannotStart where the name
    makes no address, or the folder is there already.
    """
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    folder = above / slug
    if not SLUG.fullmatch(slug):
        raise CannotStart(f"“{name}” makes no address. Use a name that starts with a letter, such as “West Anglia”.")
    if folder.exists():
        raise CannotStart(f"{folder} is there already. Choose another name, or move the folder away.")
    with as_file(files("livecompact.agreements") / "data" / MODEL) as model:
        shutil.copytree(model, folder)
    head = folder / "agreement.toml"
    head.write_text(_renamed(head.read_text(encoding="utf-8"), slug, name.strip()), encoding="utf-8")
    return folder


def _renamed(text: str, slug: str, name: str) -> str:
    """The head of the model with the id, the name and the area of another."""
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    for key, value in (("id", slug), ("name", f"{quoted} Compact")):
        text = re.sub(rf'^{key} = ".*"$', f'{key} = "{value}"'.replace("\\", r"\\"), text, count=1, flags=re.MULTILINE)
    area = text.index("[area]")
    named = re.sub(
        r'^name = ".*"$', f'name = "{quoted}"'.replace("\\", r"\\"), text[area:], count=1, flags=re.MULTILINE
    )
    return text[:area] + named
