"""The command `livecompact check`: result on stdout, progress and messages on stderr, and an exit code.

0: all rows were read and measured. 1: some rows could not be read, or with --strict something bound is not kept.
2: nothing could be read or written, or the command was used wrongly. 130: it was stopped by hand.
"""

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TextIO

import duckdb

from livecompact import agreements
from livecompact.agreements.agreement import Agreement, Edition
from livecompact.files.checking.check import Asked, Judged, check
from livecompact.files.checking.checked import Checked, Outcome
from livecompact.files.engine import NOTHING, READ, engine
from livecompact.files.report import html as report_html
from livecompact.files.report import text as report_text
from livecompact.files.report.finding_lines import finding_lines
from livecompact.files.report.outputs import NoOutput, settle, write_findings, write_text
from livecompact.files.report.progress_bar import progress
from livecompact.files.unreadable import CannotRead

SOME_UNREAD, STOPPED = 1, 130


class WrongUse(Exception):
    """Something asked for that is not there."""


def run(
    paths: Sequence[Path],
    *,
    compact: str,
    today: date,
    kind: str | None = None,
    edition: str | None = None,
    bound: Path | None = None,
    none_facts: tuple[str, ...] = (),
    to: Path | None = None,
    columns: Path | None = None,
    strict: bool = False,
    named: bool = False,
    quiet: bool = False,
) -> int:
    """Check files against an agreement, say what they come to, and give the exit code."""
    try:
        settle(to, [*paths, *filter(None, (bound, columns))])
        agreement = agreements.load(compact)
        asked = Asked(
            agreement=agreement,
            today=today,
            kind=kind,
            edition=_edition(agreement, edition),
            bound=bound,
            none_facts=none_facts,
            columns=columns,
            named=named,
        )
        checked = _check(paths, asked, to, quiet=quiet)
    except (CannotRead, NoOutput, WrongUse, agreements.NoSuchAgreement, agreements.Mistaken) as error:
        return _stop(str(error), NOTHING)
    except KeyboardInterrupt:
        return _stop("Stopped. Nothing was written.", STOPPED)
    return exit_code(checked, strict=strict)


def exit_code(checked: Checked, *, strict: bool) -> int:
    """What the answer comes to for a script."""
    if not checked.judged:
        return NOTHING
    broken = any(part.counts[Outcome.NOT_KEPT] for part in checked.parts)
    return SOME_UNREAD if checked.reported or (strict and broken) else READ


def _check(paths: Sequence[Path], asked: Asked, to: Path | None, *, quiet: bool) -> Checked:
    with engine() as connection:
        try:
            with nullcontext() if quiet else progress("Reading", sys.stderr) as told:
                checked, judged = check(connection, paths, asked, told)
            told_of = report_text.report(checked)
            if to:
                _write(connection, to, checked, judged)
        except NoOutput:
            _say(sys.stdout, told_of)  # what was worked out is not lost with the file
            raise
        except RuntimeError as error:
            if "interrupted" in str(error).lower():  # how DuckDB tells of Ctrl-C
                raise KeyboardInterrupt from error
            raise
    _say(sys.stdout, told_of)
    if to and not quiet:
        _say(sys.stderr, f"Wrote {to}\n")
    return checked


def _write(connection: duckdb.DuckDBPyConnection, to: Path, checked: Checked, judged: Sequence[Judged]) -> None:
    if to.suffix.lower() == ".html":
        write_text(to, report_html.report(checked))
    else:
        in_cells = to.suffix.lower() == ".csv"
        write_findings(connection, to, finding_lines(judged, checked.sources, in_cells=in_cells))


def _edition(agreement: Agreement, name: str | None) -> Edition | None:
    try:
        return agreement.edition(name) if name else None
    except KeyError as error:
        raise WrongUse(str(error.args[0])) from error


def _stop(says: str, code: int) -> int:
    _say(sys.stderr, f"{says}\n")
    return code


def _say(stream: TextIO, text: str) -> None:
    """Write a text, with a question mark for each sign that the terminal's encoding does not have."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding))
