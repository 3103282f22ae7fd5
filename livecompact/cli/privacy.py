"""Commands about people's data: the papers that whoever runs a site has to have."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from livecompact.cli.saying import stop, with_the_site

app = typer.Typer(help="Papers on people's data, from the program's own rules.", no_args_is_help=True)

Out = Annotated[Path | None, typer.Option("--out", help="Write it there; else print it.", metavar="FILE")]


@app.command("dpia")
def dpia(*, out: Out = None) -> None:
    """Begin your data protection impact assessment, as Markdown (UK GDPR, article 35).

    Example: livecompact privacy dpia --out dpia.md
    """
    _write("dpia", out)


@app.command("agreement")
def agreement(*, out: Out = None) -> None:
    """Begin the agreement between those who answer for the data, as Markdown (UK GDPR, articles 26 and 28).

    Example: livecompact privacy agreement --out agreement.md
    """
    _write("agreement", out)


def _write(name: str, out: Path | None) -> None:
    with_the_site()
    from livecompact.web import privacy_papers

    try:
        typer.echo(privacy_papers.write(name, out, at=datetime.now(UTC)), nl=False)
    except privacy_papers.NotWritten as problem:
        stop(str(problem))
