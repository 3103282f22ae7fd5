"""What commands share: how they stop, and what they open first."""

from datetime import date
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from livecompact.agreements import Agreement


def stop(says: str) -> NoReturn:
    """Say what is wrong and stop, with exit code 2."""
    typer.echo(says, err=True)
    raise typer.Exit(2)


def day(on: str | None) -> date:
    """The day that was named, else today."""
    try:
        return date.fromisoformat(on) if on else date.today()
    except ValueError:
        stop(f"“{on}” is not a day. Write it as 2026-11-22.")


def loaded(compact: str) -> "Agreement":
    """The agreement of that name or folder."""
    from livecompact import agreements

    try:
        return agreements.load(compact)
    except (agreements.NoSuchAgreement, agreements.Mistaken) as error:
        stop(str(error))


def with_the_site() -> None:
    """Tell Django of the site that the environment names; the rooms are imported only after."""
    from livecompact.web.configuration import Misconfigured
    from livecompact.web.starting_up import NoSite, open_site

    try:
        open_site()
    except (NoSite, Misconfigured) as problem:
        stop(str(problem))
