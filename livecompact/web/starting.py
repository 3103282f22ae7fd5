"""`livecompact start`: a site for an area, from four answers to a page in the browser."""

import os
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO
from urllib.parse import urlsplit

from django.db import DatabaseError

from livecompact.agreements import Agreement, validating
from livecompact.web import commands, configuration, starting_text, starting_wording
from livecompact.web.configuration import Misconfigured
from livecompact.web.starting_questions import AREA, Answers, ask, asked_text
from livecompact.web.starting_text import CannotStart
from livecompact.web.starting_up import database_file

BY = "start"
CODES = {"terminal": "the code shows in this terminal", "file": "the code is in the folder mail of the site"}
"""Where a code to sign in is found, by LIVECOMPACT_MAIL, while none leaves the machine."""


def start(
    *,
    area: str | None,
    text: str | None,
    email: str | None,
    examples: bool | None,
    folder: Path | None,
    wording: Path | None,
    port: int,
    serve: bool,
    at: datetime,
) -> int:
    """Ask what is not given, make the site and serve it; 0, or 2 where nothing was made."""
    try:
        if folder:
            os.environ["LIVECOMPACT_FOLDER"] = str(folder)
        os.environ.setdefault("LIVECOMPACT_ADDRESS", f"http://127.0.0.1:{port}")
        site = configuration.read(os.environ)
        _free(site, port if serve else None)
        answers = ask(area=area, text=text, email=email, examples=examples)
        with tempfile.TemporaryDirectory(prefix="livecompact-start-") as above:
            agreement = _make(site, answers, wording, Path(above), at)
    except (CannotStart, Misconfigured, DatabaseError) as problem:
        _say(str(problem).strip(), to=sys.stderr)
        return 2
    if agreement is None:
        return 2
    _tell(site, answers, agreement, serve=serve)
    return commands.serve(port=port) if serve else 0


def write_template(file: Path, *, area: str | None, text: str | None) -> int:
    """Write the file for the official words of a text; 2 where it is there already."""
    try:
        name = asked_text(area or (AREA if text is None else _area_of(text)), text)
        agreement = starting_text.loaded(name)
        with file.open("x", encoding="utf-8") as target:
            target.write(starting_wording.template(agreement, name))
    except CannotStart as problem:
        _say(str(problem), to=sys.stderr)
        return 2
    except OSError as problem:
        _say(f"{file} was not written: {problem.strerror}.", to=sys.stderr)
        return 2
    _say(f"{file} waits for the words of {len(agreement.newest.undertakings)} promises.")
    return 0


def _area_of(text: str) -> str:
    """An area that goes with a text, where only a file is written and no area matters."""
    return starting_text.AREAS.get(starting_text.NUMBERS.get(text, text.lower()), (AREA,))[0]


def _free(site: configuration.Configuration, port: int | None) -> None:
    """CannotStart where a site is there already, or something else listens."""
    file = database_file(site)
    if file and file.exists():
        raise CannotStart(f"There is a site in {site.folder} already. Run: {_command(site, 'serve')}")
    if port is None:
        return
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            raise CannotStart(f"Port {port} is in use. Try: livecompact start --port {port + 1}") from None


def _make(
    site: configuration.Configuration, answers: Answers, wording: Path | None, above: Path, at: datetime
) -> Agreement | None:
    """The agreement that is on the new site; None where the start was refused, which is told by then."""
    with _step("The text is read"):
        folder = starting_text.folder_of(answers.text, answers.area, above)
        agreement = starting_text.loaded(str(folder))
        words = _worded(folder, agreement, wording) if wording else 0
    with _step(f"The site is made in {site.folder}"):
        if not commands.ready():
            return None
    from livecompact.web import starting_site  # noqa: PLC0415 (it has tables, so only after django.setup)

    with _step(f"{agreement.name}: {len(agreement.newest.undertakings)} promises"):
        starting_site.fill(folder=folder, email=answers.email, examples=answers.examples, by=BY, at=at)
    if wording:
        _say(f"  {words} of them in the official words; the others in ours alone")
    _say(f"  {answers.email} is administrator")
    if answers.examples:
        _say("  The organisations are made up: start another site for real use")
    return agreement


def _worded(folder: Path, agreement: Agreement, wording: Path) -> int:
    """Put the official words into a text's folder; how many there are. CannotStart where they do not go with it."""
    words = starting_wording.read(wording, agreement)
    (folder / agreement.newest.id / "wording.toml").write_text(starting_wording.written(words), encoding="utf-8")
    if mistakes := validating.validate(folder):
        lines = "\n".join(f"{folder.name}/{mistake}" for mistake in mistakes)
        mend = f"Look at these words in {wording} again. Where they are right, our text is not: mend its folder first."
        raise CannotStart(f"{lines}\n{mend}")
    return len(words)


def _tell(site: configuration.Configuration, answers: Answers, agreement: Agreement, *, serve: bool) -> None:
    page = f"{site.address}/{agreement.id}"
    _say(f"Open {page} in a browser." if serve else f"Run: {_command(site, 'serve')}\nThen open {page} in a browser.")
    _say(f"To sign in, give {answers.email}; {CODES.get(site.mail, 'a code comes by email')}.")
    _say(f"Before others can reach it, run: {_command(site, 'doctor')}")


def _command(site: configuration.Configuration, name: str) -> str:
    """The command for that site, as one would type it."""
    usual = configuration.read({})
    folder = "" if site.folder == usual.folder else f"LIVECOMPACT_FOLDER={site.folder} "
    port = urlsplit(site.address).port if site.local else None
    if name != "serve" or port in (None, urlsplit(usual.address).port):
        return f"{folder}livecompact {name}"
    return f"{folder}LIVECOMPACT_ADDRESS={site.address} livecompact {name} --port {port}"


@contextmanager
def _step(says: str) -> Iterator[None]:
    """One step, told with a tick and its time once it is done."""
    begun = time.perf_counter()
    yield
    _say(f"{_tick()} {says} ({time.perf_counter() - begun:.1f} s)")


def _tick() -> str:
    try:
        "✓".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return "-"
    return "✓"


def _say(text: str, *, to: TextIO | None = None) -> None:
    print(text, file=to or sys.stdout, flush=True)
