"""Commands about people: who can sign in, and what they do."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from livecompact.cli.saying import stop

app = typer.Typer(help="Who can sign in, and what they do.", no_args_is_help=True)


@app.command("add")
def people_add(
    email: Annotated[str, typer.Argument(help="The email address that they sign in with.", metavar="EMAIL")],
    *,
    administrator: Annotated[bool, typer.Option("--administrator", help="Of the whole site.")] = False,
    role: Annotated[
        list[str] | None,
        typer.Option(help="A role and what it is of, such as officer=hertfordshire.", metavar="ROLE=NAME"),
    ] = None,
    side: Annotated[str, typer.Option(help="Of a co-chair: statutory or voluntary.", metavar="SIDE")] = "",
) -> None:
    """Let somebody sign in, with a role or none.

    The roles are officer, co-chair, group-member, organiser and handler of a Compact, and representative and champion
    of an organisation.

    Example: livecompact people add ann@example.org --role officer=hertfordshire
    """
    from livecompact.web import people_command

    wanted = _roles(role, administrator=administrator)
    raise typer.Exit(people_command.add(email, wanted=wanted, side=side, at=datetime.now(UTC)))


@app.command("list")
def people_list() -> None:
    """Print who can sign in, with their roles.

    Example: livecompact people list
    """
    from livecompact.web import people_command

    raise typer.Exit(people_command.listed(at=datetime.now(UTC)))


@app.command("end")
def people_end(
    email: Annotated[str, typer.Argument(help="The email address that they sign in with.", metavar="EMAIL")],
    *,
    administrator: Annotated[bool, typer.Option("--administrator", help="Of the whole site.")] = False,
    role: Annotated[
        list[str] | None,
        typer.Option(help="A role and what it is of, such as officer=hertfordshire.", metavar="ROLE=NAME"),
    ] = None,
) -> None:
    """End roles of somebody, all of them where none is named; they are signed out at once.

    Example: livecompact people end ann@example.org --role officer=hertfordshire
    """
    from livecompact.web import people_command

    wanted = _roles(role, administrator=administrator)
    raise typer.Exit(people_command.end(email, wanted=wanted, at=datetime.now(UTC)))


@app.command("lost")
def people_lost(
    email: Annotated[str, typer.Argument(help="The email address that they sign in with.", metavar="EMAIL")],
) -> None:
    """Take away the passkeys, app and recovery codes that somebody lost, so that they can set up new ones.

    Be sure who asks for it: it is the only way round the second step.

    Example: livecompact people lost ann@example.org
    """
    from livecompact.web import people_command

    raise typer.Exit(people_command.lost(email, at=datetime.now(UTC)))


@app.command("address")
def people_address(
    email: Annotated[str, typer.Argument(help="The email address that they sign in with so far.", metavar="EMAIL")],
    new: Annotated[str, typer.Argument(help="The one that they sign in with from now on.", metavar="NEW")],
) -> None:
    """Give somebody another address to sign in with, where they lost the mailbox of the old one.

    Be sure who asks for it. Their roles and their second step stay. The old address is told.

    Example: livecompact people address ann@example.org ann@example.net
    """
    from livecompact.web import people_command

    raise typer.Exit(people_command.address(email, new, at=datetime.now(UTC)))


def _roles(given: list[str] | None, *, administrator: bool) -> tuple[tuple[str, str], ...]:
    from livecompact.web.people_command import OF_SOMETHING

    wanted = [("administrator", "")] if administrator else []
    for each in given or []:
        role, _, of = each.partition("=")
        if role not in OF_SOMETHING or not of:
            stop(f"“{each}” is no role. Write one of {', '.join(OF_SOMETHING)}, then = and its name.")
        wanted.append((role, of))
    return tuple(wanted)
