"""Commands about the site: try it, start it, serve it, and keep it well."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer()


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The port to listen on.", metavar="N")] = 8000,
    host: Annotated[
        str, typer.Option(help="The address to listen on; a proxy stands before it.", metavar="ADDRESS")
    ] = "127.0.0.1",
) -> None:
    """Serve the site whose folder and address the environment names.

    Example: LIVECOMPACT_ADDRESS=https://compact.example.org livecompact serve
    """
    from livecompact.web import commands

    raise typer.Exit(commands.serve(port=port, host=host))


@app.command()
def demo(port: Annotated[int, typer.Option(help="The port to listen on.", metavar="N")] = 8000) -> None:
    """Show a made-up site on this machine; nothing of it is kept.

    Example: livecompact demo --port 8001
    """
    from livecompact.web import commands

    raise typer.Exit(commands.demo(port=port))


@app.command()
def start(
    *,
    area: Annotated[str | None, typer.Option(help="What area it is for.", metavar="NAME")] = None,
    text: Annotated[
        str | None, typer.Option(help="hertfordshire, dacorum, model, or a folder of yours.", metavar="TEXT")
    ] = None,
    email: Annotated[str | None, typer.Option(help="Who runs it, and signs in first.", metavar="ADDRESS")] = None,
    examples: Annotated[
        bool | None, typer.Option("--examples/--no-examples", help="Made-up examples, to try it out.")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option(help="Where the site keeps its things; else ./site.", metavar="FOLDER")
    ] = None,
    wording: Annotated[
        Path | None, typer.Option(help="The official words: a template, filled in.", metavar="FILE")
    ] = None,
    wording_template: Annotated[
        Path | None, typer.Option(help="Write that template there, and stop.", metavar="FILE")
    ] = None,
    port: Annotated[int, typer.Option(help="The port to listen on.", metavar="N")] = 8000,
    serve: Annotated[bool, typer.Option(help="Serve the site when it is made.")] = True,
) -> None:
    """Start a site for your area. Answer what is asked, then open it in a browser.

    Example: livecompact start --area Hertfordshire --text hertfordshire --email ann@example.org --no-serve
    """
    from livecompact.web import starting

    if wording_template:
        raise typer.Exit(starting.write_template(wording_template, area=area, text=text))
    code = starting.start(
        area=area,
        text=text,
        email=email,
        examples=examples,
        folder=folder,
        wording=wording,
        port=port,
        serve=serve,
        at=datetime.now(UTC),
    )
    raise typer.Exit(code)


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The file to write, or a folder to write it into.", metavar="FILE")],
) -> None:
    """Back up the site into one file that can be proved whole. The site goes on meanwhile.

    Example: livecompact backup /srv/backups
    """
    from livecompact.web import backup as backups

    raise typer.Exit(backups.backup(file, at=datetime.now(UTC)))


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `livecompact backup` wrote.", metavar="FILE")],
) -> None:
    """Put a backup back, into a folder that is empty. A backup that is short or altered is refused.

    Example: LIVECOMPACT_FOLDER=/srv/site livecompact restore /srv/backups/livecompact-2026-11-22T03-00-00Z.zip
    """
    from livecompact.web import backup as backups

    raise typer.Exit(backups.restore(file))


@app.command()
def doctor(*, as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for monitoring.")] = False) -> None:
    """Say what is missing before the site goes public. It names the command or setting that mends it.

    Example: livecompact doctor --json
    """
    from livecompact.web import doctor as doctors

    raise typer.Exit(doctors.doctor(at=datetime.now(UTC), as_json=as_json))


@app.command()
def daily(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be erased, and erase nothing.")] = False,
) -> None:
    """Erase what is kept no longer: run it once a day, by a timer.

    Example: livecompact daily --dry-run
    """
    from livecompact.web import daily as days

    raise typer.Exit(days.daily(at=datetime.now(UTC), dry_run=dry_run))


@app.command()
def settings() -> None:
    """Show every setting of the site. It gives the present value, what it means, and what holds where it is left out.

    Example: livecompact settings
    """
    from livecompact.web import settings_shown

    raise typer.Exit(settings_shown.show())


@app.command()
def upgrade() -> None:
    """Bring the site to this version. It makes a backup, brings the database up to date, and looks whether all is well.

    Example: livecompact upgrade
    """
    from livecompact.web import upgrade as upgrades

    raise typer.Exit(upgrades.upgrade(at=datetime.now(UTC)))


@app.command()
def worker(
    *,
    once: Annotated[bool, typer.Option("--once", help="Send what is due now, then stop.")] = False,
    any_hour: Annotated[bool, typer.Option("--any-hour", help="Send by night too, such as to try it out.")] = False,
) -> None:
    """Send the mails that are due. It runs beside `serve`, and stops when the mail under way is sent.

    Example: livecompact worker
    """
    from livecompact.web import worker_command

    raise typer.Exit(worker_command.run(once=once, any_hour=any_hour, now=lambda: datetime.now(UTC)))
