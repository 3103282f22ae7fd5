"""A file that a stranger sends is checked by `livecompact check` in a child with limits; nothing of it is kept.

The site itself never reads what is in the file: `limited_child` says what the child gets. One runs at a time.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from livecompact.checks.folder_out import write_folder
from livecompact.compacts import queries
from livecompact.compacts.queries import Published
from livecompact.frame.limited_child import Limits, TookTooLong, run

MOST_AN_HOUR = 10
HOUR = 60 * 60
LIMITS = Limits(seconds=60, computing=20, memory=350_000_000, output=20_000_000)
"""The engine keeps room in memory that it does not fill: a report as long as may be sent takes 250 MB."""

RUNNING = "checks.file_checks.running"
MENDED = 1
"""The exit code where some rows could not be read; more than that means that nothing could."""

TYPES = {"html": "text/html; charset=utf-8", "csv": "text/csv; charset=utf-8", "json": "application/json"}


class Refused(Exception):
    """A file that was not checked: why, and what to do."""


@dataclass(frozen=True)
class Report:
    """What a file comes to: the text for the page, or the file to keep, in the form that was asked for."""

    text: str
    form: str
    kept: bytes = b""

    @property
    def is_shown(self) -> bool:
        """Whether it is for the page, and no file to keep."""
        return self.form not in TYPES

    def download(self) -> HttpResponse:
        """The report as a file."""
        response = HttpResponse(self.kept, content_type=TYPES[self.form])
        response["Content-Disposition"] = f'attachment; filename="compact-check.{self.form}"'
        return response


def check_file(request: HttpRequest, compact: Published, file: "UploadedFile[Any]", *, kind: str, form: str) -> Report:
    """The report of a file against a Compact; Refused says why there is none.

    `kind` is what its rows are, empty where its columns are to tell.
    """
    agreement = queries.folder(request.user, compact)
    with _alone(), tempfile.TemporaryDirectory(prefix="livecompact-check-") as folder:
        _count(request)
        write_folder(agreement, Path(folder) / compact.id)
        return _checked(Path(folder), file, ["--compact", f"./{compact.id}", *(["--as", kind] if kind else [])], form)


def _count(request: HttpRequest) -> None:
    """Take one of the ten places of an address for an hour; a place is free or not, so no two can share one."""
    address = str(get_adapter(request).get_client_ip(request))
    who = salted_hmac("livecompact.checks.file_checks", address, algorithm="sha256").hexdigest()[
        :32
    ]  # no address is stored
    if not any(cache.add(f"checks.file_checks.{who}.{place}", 1, HOUR) for place in range(MOST_AN_HOUR)):
        raise Refused(
            _("You have sent %(most)s files in an hour. Wait an hour, then send the next") % {"most": MOST_AN_HOUR}
        )


@contextmanager
def _alone() -> Iterator[None]:
    if not cache.add(RUNNING, 1, 2 * LIMITS.seconds):
        raise Refused(_("Another file is being checked. Wait a minute, then send yours again"))
    try:
        yield
    finally:
        cache.delete(RUNNING)


def _checked(folder: Path, file: "UploadedFile[Any]", how: list[str], form: str) -> Report:
    source = folder / ("your-file" + Path(str(file.name)).suffix.lower())
    with source.open("wb") as written:
        for chunk in file.chunks():
            written.write(chunk)
    out = f"report.{form}"
    done = _run(folder, source.name, *how, "--quiet", *(["--to", out] if form in TYPES else []))
    if str(folder) in done.stderr or "OutOfMemory" in done.stderr:
        raise Refused(_("The findings are too long to send. Ask for the report on the next page, or send a part"))
    if done.returncode not in (0, MENDED) or not done.stdout:  # a crash of Python ends with 1 too
        raise Refused(_why(done.stderr))
    return Report(done.stdout, form, (folder / out).read_bytes() if form in TYPES else b"")


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    try:
        return run(folder, "check", *arguments, limits=LIMITS)
    except TookTooLong as slow:
        raise Refused(_("The file took too long. Send a part of it, or check it on your own computer")) from slow


def _why(told: str) -> str:
    """What the command says was wrong, as a message beside a field; its options and a traceback are for nobody here."""
    said = [each for each in " ".join(told.split()).split(". ") if each]
    if not said or "Traceback" in told:
        return _("The file could not be read. Save it as CSV, then send it again")
    plain = [each.rstrip(".") for each in said if " --" not in each]
    if len(plain) < len(said):
        plain.append(_("Select what its rows are"))
    return ". ".join(plain)[:500]
