"""Pages as tagged PDF (PDF/UA-1): made once in a child process, kept by what they say, never two at a time."""

import base64
import hashlib
import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from ctypes.util import find_library
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from livecompact.frame import pdf_child

log = logging.getLogger(__name__)

PATIENCE = 60  # seconds, for one PDF
KEPT = 200  # PDFs in the folder: those of some twenty Compacts
MOST_BYTES = 5_000_000  # of a page with its files
LOCK = "being-made"
LIBRARIES = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset", "fontconfig")
HOW_TO_MEND = (
    "Install Pango and a font (on Debian: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    " fonts-dejavu-core), then: pip install 'livecompact[pdf]'"
)


class NotMade(RuntimeError):
    """A PDF could not be made; it says why, for the log."""


class AnotherIsMade(RuntimeError):
    """A PDF is being made at this moment, and a second would slow the site down."""


def is_installed() -> bool:
    """Whether the extra is installed; whether the system's Pango is there too shows when one is made."""
    return find_spec("weasyprint") is not None


def missing() -> list[str]:
    """Which of the system's libraries that WeasyPrint loads cannot be found."""
    return [name for name in LIBRARIES if find_library(name) is None]


def pdf_of(html: str, files: Mapping[str, bytes], folder: Path, *, keep: bool = True) -> tuple[str, bytes]:
    """The PDF of a page and its name, a hash of all that goes into it; from the folder where it was made before.

    `files` are the stylesheets and pictures that the page names. Without `keep` it is made and not kept: nobody's
    unsent answers stay behind. NotMade, AnotherIsMade.
    """
    name = _name(html, files)
    kept = folder / f"{name}.pdf"
    with suppress(FileNotFoundError):
        return name, kept.read_bytes()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _alone(folder):
        made = make(html, files)
        if keep:
            _keep(kept, made)
    return name, made


def make(html: str, files: Mapping[str, bytes]) -> bytes:
    """The PDF of a page, made in a child process within a minute; NotMade where that fails."""
    given = json.dumps({"html": html, "files": {name: base64.b64encode(held).decode() for name, held in files.items()}})
    if len(given) > MOST_BYTES:
        raise NotMade(f"The page and its files have {len(given)} bytes; the most is {MOST_BYTES}.")
    command = [sys.executable, "-m", "livecompact.frame.pdf_child"]
    try:
        done = subprocess.run(  # noqa: S603 (our own program)
            command, input=given.encode(), capture_output=True, timeout=PATIENCE, check=False, env=_environment()
        )
    except subprocess.TimeoutExpired:
        raise NotMade(f"It was not ready after {PATIENCE} seconds.") from None
    said = done.stderr.decode(errors="replace").strip().splitlines() or [f"It ended with {done.returncode}."]
    if done.returncode == pdf_child.NOT_HERE:
        raise NotMade(f"{said[-1]} {HOW_TO_MEND}")
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise NotMade(said[-1])
    return done.stdout


def _name(html: str, files: Mapping[str, bytes]) -> str:
    """What the PDF is called: the same for the same page, files and program, and another otherwise."""
    try:
        program = version("weasyprint")
    except PackageNotFoundError:
        program = ""
    parts = [
        program.encode(),
        Path(pdf_child.__file__).read_bytes(),
        html.encode(),
        *(part for name in sorted(files) for part in (name.encode(), files[name])),
    ]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _environment() -> dict[str, str]:
    """What the child is told of the world: nothing of the site's settings, which hold its secrets."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LIVECOMPACT_", "DJANGO_")) and name != "DATABASE_URL"
    }


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Holds the folder for one making; AnotherIsMade where it is held. What a crash left behind is taken over."""
    lock = folder / LOCK
    with suppress(FileNotFoundError):
        if time.time() - lock.stat().st_mtime > 2 * PATIENCE:
            lock.unlink(missing_ok=True)
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        raise AnotherIsMade from None
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _keep(file: Path, made: bytes) -> None:
    """Write it whole or not at all, and let the oldest go where there are too many."""
    part = file.with_suffix(".part")
    part.write_bytes(made)
    part.replace(file)
    oldest_last = sorted(file.parent.glob("*.pdf"), key=lambda each: each.stat().st_mtime, reverse=True)
    for each in oldest_last[KEPT:]:
        each.unlink(missing_ok=True)
