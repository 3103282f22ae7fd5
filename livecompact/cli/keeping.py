"""Commands about what the site keeps: its record, its search, and lists taken into its register."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from livecompact.cli.saying import stop, with_the_site

record = typer.Typer(help="The public record: whether it is whole, and its head.", no_args_is_help=True)
app = typer.Typer()
search = typer.Typer(help="The search of the site.", no_args_is_help=True)


class _Load(TyperGroup):
    """`load FILE` is short for `load records FILE`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        named = bool(args) and args[0] not in self.commands and not args[0].startswith("-")
        return super().resolve_command(ctx, ["records", *args] if named else args)


load = typer.Typer(help="Take a list that somebody has into the site.", no_args_is_help=True, cls=_Load)


@record.command("verify")
def record_verify(
    *,
    compact: Annotated[str, typer.Option(help="One Compact; else every one.", metavar="NAME")] = "",
    head: Annotated[str, typer.Option(help="Heads kept elsewhere: a file, or HASH@NUMBER.", metavar="HEAD")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Find whatever was altered in the public record since it was written; exit code 1 if anything was.

    Example: livecompact record verify --head heads.txt
    """
    from livecompact.files.report.progress_bar import progress
    from livecompact.web import record_command

    raise typer.Exit(record_command.verify(compact=compact, head=head, as_json=as_json, bar=progress))


@record.command("head")
def record_head(
    *,
    compact: Annotated[str, typer.Option(help="One Compact; else every one.", metavar="NAME")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON.")] = False,
) -> None:
    """Print the end of each record, to be kept outside this machine.

    Example: livecompact record head >> heads.txt
    """
    from livecompact.web import record_command

    raise typer.Exit(record_command.head(compact=compact, as_json=as_json))


@app.command("bounces")
def bounces(
    box: Annotated[
        Path | None,
        typer.Argument(help="A Maildir, an mbox or a mail; else one mail on standard input.", metavar="BOX"),
    ] = None,
) -> None:
    """Read mails that came back. The officers see which, and nothing more goes to an address that does not work.

    Exit code 1 where a mail was no report on a mail of this site; 75 where one on standard input must be tried again.

    Example: livecompact bounces /var/mail/compact
    """
    with_the_site()
    from livecompact.web import bounces_command

    raise typer.Exit(bounces_command.bounces(box=box, at=datetime.now(UTC)))


@app.command("recount")
def recount() -> None:
    """Count all checks of the record again, and set right each sum that differs; `daily` and `doctor` say if one does.

    Example: livecompact recount
    """
    with_the_site()
    from livecompact.web import recounting

    raise typer.Exit(recounting.recount(at=datetime.now(UTC)))


@search.command("rebuild")
def search_rebuild() -> None:
    """Make the index of the site's search again, such as after a text was mended in the database by hand.

    Example: livecompact search rebuild
    """
    with_the_site()
    from livecompact.web import searching

    raise typer.Exit(searching.rebuild(at=datetime.now(UTC)))


@load.command("charities")
def load_charities(
    file: Annotated[Path, typer.Argument(help="publicextract.charity, as JSON or zipped.", metavar="FILE")],
    *,
    area: Annotated[
        list[str] | None, typer.Option(help="A postcode district, such as SG6; else all.", metavar="DISTRICT")
    ] = None,
) -> None:
    """Load the register of charities, so that sign-ups find them; again brings it up to date.

    Exit code 1 where an organisation of the site is no longer registered.

    Example: livecompact load charities publicextract.charity.zip --area SG5 --area SG6
    """
    from livecompact.files.report.progress_bar import progress

    with_the_site()
    from livecompact.web import loading

    raise typer.Exit(loading.load_charities(file, districts=area or (), at=datetime.now(UTC), bar=progress))


@load.command("signatories")
def load_signatories(
    file: Annotated[Path, typer.Argument(help="A list with name, sector, org-id, signed and left.", metavar="FILE")],
    *,
    compact: Annotated[str, typer.Option(help="The Compact on the site that they signed.", metavar="NAME")],
) -> None:
    """Begin the register with a list of who has signed; again brings it up to date, without doubles.

    Good rows are saved, the others are told by row and cell, and the exit code is 1.

    Example: livecompact load signatories signed.csv --compact hertfordshire
    """
    from livecompact.files.signatories.area_list import read_area_list
    from livecompact.files.unreadable import CannotRead

    try:
        lines, unread = read_area_list(file, date.today())
    except (CannotRead, OSError) as problem:
        stop(str(problem))
    with_the_site()
    from livecompact.web import loading

    raise typer.Exit(loading.load_signatories(list(lines), unread, compact=compact, at=datetime.now(UTC)))


@load.command("records")
def load_records(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX, ODS or JSON.", metavar="FILE")],
    *,
    whose: Annotated[str, typer.Option("--for", help="Whose records: an org-id, or a name.", metavar="ORG")],
    compact: Annotated[str, typer.Option(help="The Compact where they are listed.", metavar="NAME")] = "",
    kind: Annotated[
        str | None, typer.Option("--as", help="What the rows are, if it cannot be told.", metavar="KIND")
    ] = None,
    looked_at: Annotated[bool, typer.Option("--looked-at", help="What the file hides was looked at.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be saved, and save nothing.")] = False,
) -> None:
    """Load a list of awards, agreements, consultations, changes or payments; again brings it up to date.

    Good rows are public at once, the others are told by row and cell, and the exit code is 1. It can be undone for 7
    days on the site. Short: livecompact load FILE --for ORG.

    Example: livecompact load awards.csv --for GB-LAE-HRT --compact hertfordshire
    """
    from livecompact.files.report.progress_bar import progress

    with_the_site()
    from livecompact.web import loading_records

    how: dict[str, Any] = {"whose": whose, "compact": compact, "kind": kind, "looked_at": looked_at, "dry_run": dry_run}
    with progress("Loading", sys.stderr) as told:
        code = loading_records.load_records(file, loading_records.Asked(**how, at=datetime.now(UTC), progress=told))
    raise typer.Exit(code)
