"""The command line: one front door, where a sub-command imports its own module only when it is called.

It is the one place that reads today's date; everything behind it is told.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from livecompact import __version__

if TYPE_CHECKING:
    from livecompact.agreements import Agreement

app = typer.Typer(
    help="Run a local Compact as a live document.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 done, with something to mend; 2 nothing could be done.",
)

Compact = Annotated[str, typer.Argument(help="A Compact that ships (hertfordshire, dacorum, model) or a folder.")]


def main() -> None:
    """Run the command that was typed."""
    app(prog_name="livecompact")


@app.callback(invoke_without_command=True)
def _front(
    *, version: Annotated[bool, typer.Option("--version", help="Say which version this is.", is_eager=True)] = False
) -> None:
    if version:
        typer.echo(f"livecompact {__version__}")
        raise typer.Exit


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="CSV or JSON files, also gzipped or zipped.", metavar="FILE...")],
    *,
    compact: Annotated[str, typer.Option(help="The Compact to measure against: a name or a folder.", metavar="NAME")],
    kind: Annotated[str | None, typer.Option("--as", help="What the rows are, if it cannot be told.")] = None,
    on: Annotated[str | None, typer.Option(help="The day on which it is asked; today if left out.")] = None,
    edition: Annotated[str | None, typer.Option(help="One edition; else each row's own.")] = None,
    bound: Annotated[Path | None, typer.Option(help="Who has signed: org-id, name, signed, left.")] = None,
    none: Annotated[list[str] | None, typer.Option("--none", help="A fact whose blank means none.")] = None,
    to: Annotated[Path | None, typer.Option(help="Also write .csv, .json, .parquet or .html.")] = None,
    columns: Annotated[Path | None, typer.Option(help="What this publisher's columns mean (TOML).")] = None,
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
        today=_day(on),
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
def show(
    compact: Compact,
    promise: Annotated[str | None, typer.Argument(help="The number or the id of one promise.")] = None,
    edition: Annotated[str | None, typer.Option(help="An edition; else the newest.")] = None,
) -> None:
    """Show a Compact, or one promise with its standards and worked examples.

    Example: livecompact show hertfordshire 2.4
    """
    from livecompact.agreements import showing

    agreement = _loaded(compact)
    try:
        chosen = agreement.edition(edition) if edition else agreement.newest
    except KeyError as error:
        _stop(str(error.args[0]))
    if promise is None:
        typer.echo(showing.agreement_text(agreement, chosen, asked_as=compact))
        return
    try:
        typer.echo(showing.undertaking_text(agreement, chosen, chosen.undertaking(promise)))
    except KeyError:
        numbers = ", ".join(undertaking.number for undertaking in chosen.undertakings)
        _stop(f"The {agreement.name} has no promise “{promise}”. Its promises are {numbers}.")


@app.command()
def validate(
    folder: Annotated[Path, typer.Argument(help="The folder of an agreement.", metavar="FOLDER")],
) -> None:
    """Name every mistake in an agreement's folder: file, line and mend.

    Example: livecompact validate west-anglia
    """
    from livecompact.agreements.validating import validate as mistakes_of

    if not folder.is_dir():
        _stop(f"There is no folder {folder}. Start one with: livecompact new NAME")
    mistakes = mistakes_of(folder)
    for mistake in mistakes:
        typer.echo(f"{folder}/{mistake}")
    if mistakes:
        typer.echo(f"{len(mistakes)} {'mistake' if len(mistakes) == 1 else 'mistakes'} to mend.", err=True)
        raise typer.Exit(1)
    typer.echo(f"{folder}: no mistakes.")


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="The name of your area, such as “West Anglia”.", metavar="NAME")],
) -> None:
    """Start the folder of another area's agreement, from the short model.

    Example: livecompact new "West Anglia"
    """
    from livecompact.agreements import starting

    try:
        folder = starting.start(name, Path.cwd())
    except starting.CannotStart as error:
        _stop(str(error))
    typer.echo(f"{folder.name}/ is ready. Change its files, then run: livecompact validate {folder.name}")


@app.command()
def template(
    kind: Annotated[str, typer.Argument(help="A kind of dealing, such as consultation.", metavar="KIND")],
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Say what each column means instead.")] = False,
) -> None:
    """Write the head of a CSV file for one kind of dealing.

    Example: livecompact template consultation > consultations.csv
    """
    from livecompact import kinds
    from livecompact.files import template as templates

    if kind not in kinds.KINDS:
        _stop(f"There is no kind of dealing “{kind}”. The kinds are {', '.join(kinds.KINDS)}.")
    chosen = kinds.kind(kind)
    typer.echo(templates.explained(chosen) if explain else templates.template(chosen), nl=False)


def _day(on: str | None) -> date:
    try:
        return date.fromisoformat(on) if on else date.today()
    except ValueError:
        _stop(f"“{on}” is not a day. Write it as 2026-11-22.")


def _loaded(compact: str) -> "Agreement":
    from livecompact import agreements

    try:
        return agreements.load(compact)
    except (agreements.NoSuchAgreement, agreements.Mistaken) as error:
        _stop(str(error))


def _stop(says: str) -> NoReturn:
    typer.echo(says, err=True)
    raise typer.Exit(2)
