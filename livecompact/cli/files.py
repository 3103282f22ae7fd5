"""Commands about published records: check them against a Compact, or begin a file of your own."""

from pathlib import Path
from typing import Annotated

import typer

from livecompact.cli.saying import day, stop

app = typer.Typer()


@app.command()
def check(
    files: Annotated[
        list[Path], typer.Argument(help="CSV, XLSX, ODS or JSON files, also gzipped or zipped.", metavar="FILE...")
    ],
    *,
    compact: Annotated[str, typer.Option(help="The Compact to measure against: a name or a folder.", metavar="NAME")],
    kind: Annotated[
        str | None, typer.Option("--as", help="What the rows are, if it cannot be told.", metavar="KIND")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day on which it is asked; today if left out.", metavar="DAY")
    ] = None,
    edition: Annotated[str | None, typer.Option(help="One edition; else each row's own.", metavar="EDITION")] = None,
    bound: Annotated[
        Path | None, typer.Option(help="Who has signed: org-id, name, signed, left.", metavar="FILE")
    ] = None,
    none: Annotated[
        list[str] | None, typer.Option("--none", help="A fact whose blank means none.", metavar="FACT")
    ] = None,
    to: Annotated[Path | None, typer.Option(help="Also write .csv, .json, .parquet or .html.", metavar="FILE")] = None,
    columns: Annotated[
        Path | None, typer.Option(help="What this publisher's columns mean (TOML).", metavar="FILE")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 where something bound is not kept.")] = False,
    named: Annotated[bool, typer.Option("--named", help="Name organisations that have not signed.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="No progress on the terminal.")] = False,
) -> None:
    """Measure published records against a Compact.

    Example: livecompact check consultations.csv --compact hertfordshire --to report.html
    """
    from livecompact.files import check_command

    code = check_command.run(
        files,
        compact=compact,
        kind=kind,
        today=day(on),
        edition=edition,
        bound=bound,
        none_facts=tuple(none or ()),
        to=to,
        columns=columns,
        strict=strict,
        named=named,
        quiet=quiet,
    )
    raise typer.Exit(code)


@app.command()
def template(
    kind: Annotated[str, typer.Argument(help="A kind, such as consultation; or signatories.", metavar="KIND")],
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Say what each column means instead.")] = False,
    schema: Annotated[bool, typer.Option("--schema", help="Write the JSON Schema of such a list instead.")] = False,
) -> None:
    """Write the head of a CSV file for one kind of dealing.

    Example: livecompact template consultation > consultations.csv
    """
    from livecompact import kinds
    from livecompact.files.signatories import area_list
    from livecompact.kinds import schema as schemas
    from livecompact.kinds import template as templates

    if kind == "signatories":
        typer.echo(area_list.explained() if explain else area_list.template(), nl=False)
        return
    _known(kind)
    chosen = kinds.kind(kind)
    if schema:
        typer.echo(schemas.as_text(chosen), nl=False)
        return
    typer.echo(templates.explained(chosen) if explain else templates.template(chosen), nl=False)


@app.command()
def rows(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX, ODS or JSON.", metavar="FILE")],
    *,
    kind: Annotated[
        str | None, typer.Option("--as", help="What the rows are, if it cannot be told.", metavar="KIND")
    ] = None,
    columns: Annotated[
        Path | None, typer.Option(help="What this publisher's columns mean (TOML).", metavar="FILE")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day that places two-digit years; else today.", metavar="DAY")
    ] = None,
    at_most: Annotated[int, typer.Option(help="So many rows are read, and no more.", metavar="N")] = 100_000,
) -> None:
    """Write what is read of a file as JSON lines. It gives the file, its rows, and each cell that could not be read.

    Example: livecompact rows awards.xlsx --as award
    """
    from livecompact.files import rows_command

    if kind:
        _known(kind)
    raise typer.Exit(rows_command.rows(file, kind=kind, columns=columns, today=day(on), at_most=at_most))


@app.command()
def mark(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX, ODS or JSON.", metavar="FILE")],
    *,
    kind: Annotated[str, typer.Option("--as", help="What the rows are, such as award.", metavar="KIND")],
    notes: Annotated[
        Path, typer.Option(help="JSON: by a row's number three texts, then its wrong cells.", metavar="FILE")
    ],
) -> None:
    """Write a file again with three columns more. They say what is wrong, how to fix it, and how it stands.

    CSV and JSON come back as what they are, XLSX and ODS as XLSX.

    Example: livecompact mark awards.xlsx --as award --notes notes.json > marked.xlsx
    """
    from livecompact.files import mark_command

    _known(kind)
    raise typer.Exit(mark_command.mark(file, kind=kind, notes=notes))


def _known(kind: str) -> None:
    from livecompact import kinds

    if kind not in kinds.KINDS:
        stop(f"There is no kind of dealing “{kind}”. The kinds are {', '.join(kinds.KINDS)}.")
