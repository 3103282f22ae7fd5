"""The command line: one front door, where a sub-command imports its own module only when it is called.

It is the one place that reads today's date; everything behind it is told.
"""

from datetime import UTC, date, datetime
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

record = typer.Typer(help="The public record: whether it is whole, and its head.", no_args_is_help=True)
app.add_typer(record, name="record")
search = typer.Typer(help="The search of the site.", no_args_is_help=True)
app.add_typer(search, name="search")
people = typer.Typer(help="Who can sign in, and what they do.", no_args_is_help=True)
app.add_typer(people, name="people")
load = typer.Typer(help="Take a list that somebody has into the site's register.", no_args_is_help=True)
app.add_typer(load, name="load")

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
    files: Annotated[
        list[Path], typer.Argument(help="CSV, XLSX, ODS or JSON files, also gzipped or zipped.", metavar="FILE...")
    ],
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
    kind: Annotated[str, typer.Argument(help="A kind, such as consultation; or signatories.", metavar="KIND")],
    *,
    explain: Annotated[bool, typer.Option("--explain", help="Say what each column means instead.")] = False,
) -> None:
    """Write the head of a CSV file for one kind of dealing.

    Example: livecompact template consultation > consultations.csv
    """
    from livecompact import kinds
    from livecompact.files import template as templates
    from livecompact.files.signatories import area_list

    if kind == "signatories":
        typer.echo(area_list.explained() if explain else area_list.template(), nl=False)
        return
    if kind not in kinds.KINDS:
        _stop(f"There is no kind of dealing “{kind}”. The kinds are {', '.join(kinds.KINDS)}.")
    chosen = kinds.kind(kind)
    typer.echo(templates.explained(chosen) if explain else templates.template(chosen), nl=False)


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="The port to listen on.", metavar="N")] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on; a proxy stands before it.")] = "127.0.0.1",
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
    folder: Annotated[Path | None, typer.Option(help="Where the site keeps its things; else ./site.")] = None,
    wording: Annotated[Path | None, typer.Option(help="The official words: a template, filled in.")] = None,
    wording_template: Annotated[Path | None, typer.Option(help="Write that template there, and stop.")] = None,
    port: Annotated[int, typer.Option(help="The port to listen on.", metavar="N")] = 8000,
    serve: Annotated[bool, typer.Option(help="Serve the site when it is made.")] = True,
) -> None:
    """Start a site for your area: answer what is asked, then open it in a browser.

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
    """Back up the site into one file that can be proved whole; the site goes on meanwhile.

    Example: livecompact backup /srv/backups
    """
    from livecompact.web import backup as backups

    raise typer.Exit(backups.backup(file, at=datetime.now(UTC)))


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `livecompact backup` wrote.", metavar="FILE")],
) -> None:
    """Put a backup back, into a folder that is empty; a backup that is short or altered is refused.

    Example: LIVECOMPACT_FOLDER=/srv/site livecompact restore /srv/backups/livecompact-2026-11-22T03-00-00Z.zip
    """
    from livecompact.web import backup as backups

    raise typer.Exit(backups.restore(file))


@app.command()
def doctor(*, as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON, for monitoring.")] = False) -> None:
    """Say what is missing before the site goes public, with the command or setting that mends it.

    Example: livecompact doctor --json
    """
    from livecompact.web import doctor as doctors

    raise typer.Exit(doctors.doctor(at=datetime.now(UTC), as_json=as_json))


@app.command()
def daily() -> None:
    """Erase what is kept no longer: run it once a day, by a timer.

    Example: livecompact daily
    """
    from livecompact.web import daily as days

    raise typer.Exit(days.daily(at=datetime.now(UTC)))


@app.command()
def settings() -> None:
    """Show every setting of the site: its present value, what it means, and what holds where it is left out.

    Example: livecompact settings
    """
    from livecompact.web import settings_shown

    raise typer.Exit(settings_shown.show())


@app.command()
def upgrade() -> None:
    """Bring the site to this version: a backup first, then the database, then a look whether all is well.

    Example: livecompact upgrade
    """
    from livecompact.web import upgrade as upgrades

    raise typer.Exit(upgrades.upgrade(at=datetime.now(UTC)))


@load.command("charities")
def load_charities(
    file: Annotated[Path, typer.Argument(help="publicextract.charity, as JSON or zipped.", metavar="FILE")],
    *,
    area: Annotated[list[str] | None, typer.Option(help="A postcode district, such as SG6; else all.")] = None,
) -> None:
    """Load the register of charities, so that sign-ups find them; again brings it up to date.

    Exit code 1 where an organisation of the site is no longer registered.

    Example: livecompact load charities publicextract.charity.zip --area SG5 --area SG6
    """
    from livecompact.files.report.progress_bar import progress

    _open_site()
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
        _stop(str(problem))
    _open_site()
    from livecompact.web import loading

    raise typer.Exit(loading.load_signatories(list(lines), unread, compact=compact, at=datetime.now(UTC)))


@search.command("rebuild")
def search_rebuild() -> None:
    """Make the index of the site's search again, such as after a text was mended in the database by hand.

    Example: livecompact search rebuild
    """
    _open_site()
    from livecompact.web import searching

    raise typer.Exit(searching.rebuild(at=datetime.now(UTC)))


@app.command()
def worker(*, once: Annotated[bool, typer.Option("--once", help="Send what is due now, then stop.")] = False) -> None:
    """Send the mails that are due. It runs beside `serve`, and stops when the mail under way is sent.

    Example: livecompact worker
    """
    from livecompact.web import worker_command

    raise typer.Exit(worker_command.run(once=once, now=lambda: datetime.now(UTC)))


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


def _open_site() -> None:
    """Tell Django of the site that the environment names; the rooms are imported only after."""
    from livecompact.web.configuration import Misconfigured
    from livecompact.web.starting_up import NoSite, open_site

    try:
        open_site()
    except (NoSite, Misconfigured) as problem:
        _stop(str(problem))


@people.command("add")
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


@people.command("list")
def people_list() -> None:
    """Print who can sign in, with their roles.

    Example: livecompact people list
    """
    from livecompact.web import people_command

    raise typer.Exit(people_command.listed(at=datetime.now(UTC)))


@people.command("end")
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


@people.command("lost")
def people_lost(
    email: Annotated[str, typer.Argument(help="The email address that they sign in with.", metavar="EMAIL")],
) -> None:
    """Take away the passkeys, app and recovery codes that somebody lost, so that they can set up new ones.

    Be sure who asks for it: it is the only way round the second step.

    Example: livecompact people lost ann@example.org
    """
    from livecompact.web import people_command

    raise typer.Exit(people_command.lost(email))


def _roles(given: list[str] | None, *, administrator: bool) -> tuple[tuple[str, str], ...]:
    from livecompact.web.people_command import OF_SOMETHING

    wanted = [("administrator", "")] if administrator else []
    for each in given or []:
        role, _, of = each.partition("=")
        if role not in OF_SOMETHING or not of:
            _stop(f"“{each}” is no role. Write one of {', '.join(OF_SOMETHING)}, then = and its name.")
        wanted.append((role, of))
    return tuple(wanted)


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
