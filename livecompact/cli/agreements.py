"""Commands about agreements: show one, validate one, begin one."""

from pathlib import Path
from typing import Annotated

import typer

from livecompact.cli.saying import loaded, stop

app = typer.Typer()

Compact = Annotated[
    str, typer.Argument(help="A Compact that ships (hertfordshire, dacorum, model) or a folder.", metavar="COMPACT")
]


@app.command()
def show(
    compact: Compact,
    promise: Annotated[
        str | None, typer.Argument(help="The number or the id of one promise.", metavar="PROMISE")
    ] = None,
    edition: Annotated[str | None, typer.Option(help="An edition; else the newest.", metavar="EDITION")] = None,
) -> None:
    """Show a Compact, or one promise. A promise comes with its standards and worked examples.

    Example: livecompact show hertfordshire 2.4
    """
    from livecompact.agreements import showing

    agreement = loaded(compact)
    try:
        chosen = agreement.edition(edition) if edition else agreement.newest
    except KeyError as error:
        stop(str(error.args[0]))
    if promise is None:
        typer.echo(showing.agreement_text(agreement, chosen, asked_as=compact))
        return
    try:
        typer.echo(showing.undertaking_text(agreement, chosen, chosen.undertaking(promise)))
    except KeyError:
        numbers = ", ".join(undertaking.number for undertaking in chosen.undertakings)
        stop(f"The {agreement.name} has no promise “{promise}”. Its promises are {numbers}.")


@app.command()
def validate(
    folder: Annotated[Path, typer.Argument(help="The folder of an agreement.", metavar="FOLDER")],
) -> None:
    """Name every mistake in an agreement's folder. It gives the file, the line and how to mend it.

    Example: livecompact validate west-anglia
    """
    from livecompact.agreements.validating import validate as mistakes_of

    if not folder.is_dir():
        stop(f"There is no folder {folder}. Start one with: livecompact new NAME")
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
    """Start the folder of another area's agreement. It is made from the short model.

    Example: livecompact new "West Anglia"
    """
    from livecompact.agreements import starting

    try:
        folder = starting.start(name, Path.cwd())
    except starting.CannotStart as error:
        stop(str(error))
    typer.echo(f"{folder.name}/ is ready. Change its files, then run: livecompact validate {folder.name}")
