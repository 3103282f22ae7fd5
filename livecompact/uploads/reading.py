"""A file as the rows of a kind: read by `livecompact rows` in a child process, then looked through for what cannot be.

The same words serve the pages and the command line.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from livecompact.frame.limited_child import Limits, TookTooLong, run
from livecompact.kinds import KINDS
from livecompact.kinds.kind import Kind
from livecompact.unpacking.workbooks import too_much
from livecompact.uploads.kinds import NAMES, needed
from livecompact.uploads.looking import Looking
from livecompact.uploads.packed import Line

type Note = tuple[str, ...]
"""What is told of a row: what is wrong, the mend, how it stands, and then the names of the cells that are wrong."""
MOST_ROWS = 100_000
MEGABYTES = 20
LIMITS = Limits(seconds=120, computing=60, memory=350_000_000, output=400_000_000)
"""The engine keeps room in memory that it does not fill: 100,000 rows take up to 270 MB, now more and now less."""
CAUSES = 200
"""So many causes are listed; all rows are counted."""


class Unreadable(Exception):
    """A file that could not be read: what is wrong, its headings where known, and the fact that has no column."""

    def __init__(self, says: str, headings: tuple[str, ...] = (), missing: str = "") -> None:
        super().__init__(says)
        self.says, self.headings, self.missing = says, headings, missing


@dataclass(frozen=True, kw_only=True)
class Read:
    """A file that was read: what is told of it, its good rows, and what is wrong with the others, cell by cell."""

    kind: Kind
    file: Line
    rows: list[Line] = field(repr=False)
    problems: list[Line] = field(repr=False)

    @property
    def counted(self) -> int:
        """How many rows it has: those that are good, and those with something wrong."""
        return len(self.rows) + len({line["row"] for line in self.problems})

    @property
    def told(self) -> dict[str, Any]:
        """What is kept of the file beside its rows: how it was read, and its problems by cause."""
        kept = (
            "form",
            "layout",
            "recognised",
            "ignored",
            "changes",
            "notes",
            "hides",
            "headings",
            "letters",
            "in_records",
        )
        return {name: self.file[name] for name in kept} | {"causes": causes(self.problems)}


def read_file(path: Path, kind: Kind | None, *, today: date, columns: Mapping[str, str] | None = None) -> Read:
    """The rows of a file; Unreadable says why there are none. `columns` is what some of its headings hold.

    Without a kind its columns are to tell what the rows are.
    """
    if says := too_much(path):  # told at once, before a child is begun
        raise Unreadable(_("The selected file %(says)s. Split it into smaller files") % {"says": says})
    with tempfile.TemporaryDirectory(prefix="livecompact-upload-") as name:
        folder = Path(name)
        source = folder / ("your-file" + path.suffix.lower())
        source.write_bytes(path.read_bytes())
        lines = folder / "rows.jsonl"
        how = ["--on", today.isoformat(), "--at-most", str(MOST_ROWS), *(["--as", kind.name] if kind else [])]
        if columns:
            how += ["--columns", _columns_file(folder, columns)]
        try:
            run(folder, "rows", source.name, *how, limits=LIMITS, to=lines)
        except TookTooLong as slow:
            raise Unreadable(_("The file took too long. Split it, and send each part")) from slow
        return _read(lines, today)


def marked(path: Path, kind: Kind, notes: Mapping[int, Note]) -> bytes:
    """The file again as the kind that it is, every row at its number, with what is told of it."""
    with tempfile.TemporaryDirectory(prefix="livecompact-upload-") as name:
        folder = Path(name)
        source, out = folder / ("your-file" + path.suffix.lower()), folder / "marked"
        source.write_bytes(path.read_bytes())
        (folder / "notes.json").write_text(json.dumps(notes, ensure_ascii=False), encoding="utf-8")
        try:
            done = run(folder, "mark", source.name, "--as", kind.name, "--notes", "notes.json", limits=LIMITS, to=out)
        except TookTooLong as slow:
            raise Unreadable(_("The file took too long. Split it, and send each part")) from slow
        if done.returncode:
            raise Unreadable(_("The file could not be read again"))
        return out.read_bytes()


def causes(problems: list[Line]) -> list[Line]:
    """The problems by their cause, that of the most rows first, each with the first of them."""
    found: dict[tuple[str, str, str], Line] = {}
    for line in problems:
        cause = found.setdefault((line["column"], line["says"], line["mend"]), {"rows": 0, "first": line})
        cause["rows"] += 1
    ordered = sorted(found.values(), key=lambda each: (-each["rows"], each["first"]["row"]))
    return ordered[:CAUSES]


def _read(path: Path, today: date) -> Read:
    file: Line = {}
    looking, ended = Looking(KINDS[NAMES[0]], today), False
    for line in _lines(path):
        match line.pop("is"):
            case "cannot":
                raise Unreadable(_why(line), tuple(line["headings"]))
            case "file":
                file, looking = line, Looking(_kind(line), today)
                _check_columns(looking.kind, file)
            case "row":
                looking.row(line, file["letters"], file["recognised"])
            case "problem":
                looking.problems.append(line)
            case "end":
                ended = True
    if not ended:
        raise Unreadable(_("The file could not be read. Save it as CSV, then send it again"))
    problems = sorted(looking.problems, key=lambda line: int(line["row"]))
    return Read(kind=looking.kind, file=file, rows=looking.rows, problems=problems)


def _kind(file: Line) -> Kind:
    """What the rows are; Unreadable where such records do not come as lists."""
    if file["kind"] not in NAMES:
        says = _("Its rows look like %(plural)s, which do not come as a list. Select what its rows are")
        raise Unreadable(says % {"plural": KINDS[file["kind"]].plural})
    return KINDS[file["kind"]]


def _lines(path: Path) -> Iterator[Line]:
    with path.open(encoding="utf-8") as text:
        for line in text:
            if line.endswith("\n"):  # the child may have been stopped inside one
                yield json.loads(line)


def _check_columns(kind: Kind, file: Line) -> None:
    """Unreadable where a list has no column for what it must tell."""
    for name in needed(kind):
        if name not in file["recognised"].values():
            fact = kind.by_name[name]
            called = next(iter(fact.known_as), fact.label)
            says = _("We could not find a column for %(fact)s. Name it “%(called)s”, or pick it on the next page")
            raise Unreadable(says % {"fact": fact.label, "called": called}, tuple(file["headings"]), name)


def _why(line: Line) -> str:
    """What the reader says was wrong, as a message beside a field; its options are for nobody here."""
    mend = ". ".join(each for each in str(line["mend"]).rstrip(".").split(". ") if "--" not in each)
    return _("The selected file %(says)s") % {"says": line["says"]} + (f". {mend}" if mend else "")


def _columns_file(folder: Path, columns: Mapping[str, str]) -> str:
    """A mapping file that says what some columns hold."""
    said = [f"{json.dumps(name, ensure_ascii=False)} = {json.dumps(meaning)}" for name, meaning in columns.items()]
    (folder / "columns.toml").write_text("\n".join(["[columns]", *said]) + "\n", encoding="utf-8")
    return "columns.toml"
