"""A folder for another area to start from: the model agreement under the area's own name."""

import json
import re
import shutil
import unicodedata
from pathlib import Path

from livecompact.agreements import shipped
from livecompact.agreements.documents import read_documents

MODEL = "model"
ADDRESS = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST = 60


class CannotStart(ValueError):
    """A folder that cannot be started, and why."""


def start(name: str, above: Path) -> Path:
    """A new folder inside `above` with an agreement that is ready to be changed.

    `name` is the area's name ("West Anglia"); the folder gets its address (west-anglia). CannotStart where the name
    makes no address, an agreement of that name ships, or the folder is there already.
    """
    area = " ".join(name.split()).removesuffix(" Compact")
    address = address_of(area)
    if not ADDRESS.fullmatch(address) or len(address) > LONGEST or not area.isprintable():
        raise CannotStart(f"“{' '.join(name.split())}” makes no address. Use a name such as “West Anglia”.")
    if address in shipped.names():
        raise CannotStart(f"An agreement called {address} ships with the program. Choose another name.")
    folder = above / address
    if folder.exists():
        raise CannotStart(f"{folder.name} is there already. Choose another name, or move it away.")
    _write(folder, _model(area, address))
    return folder


def address_of(area: str) -> str:
    """The name of an area in lower case, without accents, its words joined by hyphens.

    >>> address_of("Ynys Môn & Arfon")
    'ynys-mon-arfon'
    """
    plain = unicodedata.normalize("NFKD", area.replace("'", "").replace("’", ""))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", letters.casefold()).strip("-")


def _model(area: str, address: str) -> dict[str, str]:
    """The files of the model by path, with the id, the name and the area of another in the head."""
    texts = {path: document.text for path, document in read_documents(shipped.folder(MODEL))[0].items()}
    head, below, rest = texts["agreement.toml"].partition("[area]")
    head = _with(_with(head, "id", address), "name", f"{area} Compact")
    rest = _with(_with(rest, "name", area), "title", f"{area} Compact")
    return {**texts, "agreement.toml": f"{head}{below}{rest}"}


def _with(text: str, key: str, value: str) -> str:
    """The text with another value for the first key of that name; a text of JSON is one of TOML too."""
    line = f"{key} = {json.dumps(value, ensure_ascii=False)}"
    return re.sub(rf'^{key} = ".*"$', lambda _: line, text, count=1, flags=re.MULTILINE)


def _write(folder: Path, texts: dict[str, str]) -> None:
    """The files in a folder that appears when it is whole."""
    making = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(making, ignore_errors=True)
    try:
        for path, text in texts.items():
            (making / path).parent.mkdir(parents=True, exist_ok=True)
            (making / path).write_text(text, encoding="utf-8")
        making.rename(folder)
    except OSError as error:
        shutil.rmtree(making, ignore_errors=True)
        raise CannotStart(f"{folder.name} cannot be written here ({error.strerror}).") from error
