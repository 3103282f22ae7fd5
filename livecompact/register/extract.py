"""Reads the public extract of the register of charities, one charity at a time, whatever its size.

The file is `publicextract.charity` of the Charity Commission for England and Wales, as JSON, zipped or not. Its columns
are told at https://register-of-charities.charitycommission.gov.uk/register/full-register-download.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any

import ijson  # type: ignore[import-untyped]  # it comes without types

from livecompact.register.postcodes import district_of, tidy_postcode

type Progress = Callable[[int, int], None]

BOM = b"\xef\xbb\xbf"
NEEDED = ("registered_charity_number", "linked_charity_number", "charity_name", "charity_registration_status")
LOAD_THIS = "Load publicextract.charity.json, zipped or not, from the Charity Commission's register download."
REMOVED = "Removed"
LONGEST_NAME, LONGEST_WEBSITE, LONGEST_EMAIL = 300, 300, 320
EMAIL = re.compile(r"[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+")


class NotTheRegister(ValueError):
    """The file is not the extract, or is cut short; the text says what is wrong and what to do."""


@dataclass(frozen=True)
class Row:
    """A charity as a row of the extract tells it."""

    number: str
    name: str
    postcode: str
    district: str
    website: str
    email: str
    income: int | None
    is_cio: bool
    removed_on: date | None
    extracted_on: date | None


def charities(path: Path, progress: Progress) -> Iterator[Row]:
    """Every charity of an extract; parts of another charity ("linked") are left out.

    NotTheRegister where it is another file, or ends in the middle. `progress` is told bytes done, and of how many.
    """
    done = 0
    with _opened(path) as (stream, size):
        counted = _Counted(stream, size, progress)
        try:
            for done, told in enumerate(ijson.items(counted, "item", use_float=True), 1):  # noqa: B007 (told below)
                if (row := _row(told, path.name)) is not None:
                    yield row
        except ijson.JSONError as problem:
            raise NotTheRegister(f"{path.name} {_broken(done)}") from problem


def _broken(done: int) -> str:
    """What is said of a file that is no JSON after so many charities; what its reader says is for nobody here."""
    if not done:
        return f"is not JSON. {LOAD_THIS}"
    return f"is cut short or damaged after {done:,} {'charity' if done == 1 else 'charities'}. Download it again."


class _Counted:
    """A stream that tells how much of it was read, without the mark of UTF-8 at its beginning."""

    def __init__(self, stream: IO[bytes], size: int, progress: Progress) -> None:
        self._stream, self._size, self._progress, self._done = stream, size, progress, 0

    def read(self, size: int = -1) -> bytes:
        first = not self._done
        found = self._stream.read(size)
        self._done += len(found)
        self._progress(self._done, self._size)
        return found.removeprefix(BOM) or self._stream.read(size) if first else found


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            member = _only_json(archive, path.name)
            with archive.open(member) as stream:
                yield stream, member.file_size
        return
    with path.open("rb") as stream:
        yield stream, path.stat().st_size


def _only_json(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    members = [member for member in archive.infolist() if member.filename.endswith(".json")]
    if len(members) != 1:
        raise NotTheRegister(f"{name} holds {len(members)} JSON files. {LOAD_THIS}")
    return members[0]


def _row(told: Any, name: str) -> Row | None:
    if not isinstance(told, Mapping) or (missing := [column for column in NEEDED if column not in told]):
        lacks = f"It has no column {missing[0]}." if isinstance(told, Mapping) else "It is no list of charities."
        raise NotTheRegister(f"{name} is not the register of charities. {lacks} {LOAD_THIS}")
    if told["linked_charity_number"] or not told["charity_name"]:
        return None
    postcode = tidy_postcode(_text(told, "charity_contact_postcode"))
    return Row(
        number=str(told["registered_charity_number"]),
        name=" ".join(_text(told, "charity_name").split())[:LONGEST_NAME],
        postcode=postcode,
        district=district_of(postcode),
        website=_website(_text(told, "charity_contact_web")),
        email=_email(_text(told, "charity_contact_email")),
        income=_amount(told.get("latest_income")),
        is_cio=bool(told.get("charity_is_cio")),
        removed_on=_removed_on(told),
        extracted_on=_day(_text(told, "date_of_extract")),
    )


def _removed_on(told: Mapping[str, Any]) -> date | None:
    """The day of removal; for one that is removed and does not say when, the day of the extract or the earliest."""
    if told["charity_registration_status"] != REMOVED:
        return None
    return _day(_text(told, "date_of_removal")) or _day(_text(told, "date_of_extract")) or date.min


def _text(told: Mapping[str, Any], column: str) -> str:
    return str(told.get(column) or "").replace("\0", "").strip()


def _amount(told: Any) -> int | None:
    return max(0, round(told)) if isinstance(told, int | float) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _website(text: str) -> str:
    """A web address with its scheme; most are written without one."""
    if not text or " " in text or "." not in text:
        return ""
    address = text if text.startswith(("http://", "https://")) else f"https://{text}"
    return address if len(address) <= LONGEST_WEBSITE else ""


def _email(text: str) -> str:
    """One address in lower case; nothing where it is none, or more than one."""
    return text.lower() if len(text) <= LONGEST_EMAIL and EMAIL.fullmatch(text) else ""
