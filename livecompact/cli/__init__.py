"""The command line: one front door, where a sub-command imports its own module only when it is called.

It is the one place that reads today's date; everything behind it is told.
"""

from typing import Annotated

import typer

from livecompact import __version__
from livecompact.cli import agreements, files, keeping, people, privacy, site

app = typer.Typer(
    help="Run a local Compact as a live document.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 done, with something to mend; 2 nothing could be done.",
)
for commands in (files.app, agreements.app, site.app, keeping.app):
    app.add_typer(commands)
app.add_typer(keeping.load, name="load")
app.add_typer(keeping.search, name="search")
app.add_typer(keeping.record, name="record")
app.add_typer(people.app, name="people")
app.add_typer(privacy.app, name="privacy")


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
