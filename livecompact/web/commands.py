"""The commands that run a site: `serve` one that is there, `demo` one that is made up on the spot."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.core.checks import ERROR, WARNING, CheckMessage, run_checks
from django.core.management import call_command
from django.db import connections

from livecompact.web.configuration import Misconfigured
from livecompact.web.starting_up import NoSite, open_site

OFFICER = "officer@example.org"
COUNCIL, CHARITY = "council@example.org", "charity@example.org"
COMPACTS = ("hertfordshire", "dacorum")


def serve(*, port: int, host: str = "127.0.0.1") -> int:
    """Serve the site until it is told to stop; the exit code. It refuses a database that this version does not fit.

    It listens on this machine only, unless told otherwise: a proxy with TLS stands before it.
    """
    if not (_opened() and _checked() and _fits() and _can_listen(host, port)):
        return 2
    _collect()
    from django.conf import settings  # noqa: PLC0415 (only once the environment is read)

    _say(f"Serving {settings.SITE.address} on port {port}. Stop it with Ctrl-C.")
    _listen(host, port, settings.SITE.workers)
    return 0


def demo(*, port: int) -> int:
    """Make a site with every Compact that ships, in a folder that goes away with it, and serve it on this machine."""
    if not _can_listen("127.0.0.1", port):
        return 2
    with tempfile.TemporaryDirectory(prefix="livecompact-demo-") as folder:
        for name in [name for name in os.environ if name.startswith("LIVECOMPACT_") or name == "DATABASE_URL"]:
            del os.environ[name]  # a demonstration touches nobody's site
        os.environ |= {"LIVECOMPACT_FOLDER": folder, "LIVECOMPACT_ADDRESS": f"http://127.0.0.1:{port}"}
        os.environ["LIVECOMPACT_SECOND_FACTOR"] = "0"  # people try it, and nothing in it is real
        os.environ["LIVECOMPACT_LICENCE"] = "OGL-UK-3.0"  # so that it can be seen what a licence looks like
        if not ready():
            return 2
        _fill()
        _say(f"Open http://127.0.0.1:{port}/ in a browser. Stop it with Ctrl-C; nothing is kept.")
        _say("To sign in, use one of these. Every email shows here, codes too; none leaves this machine.")
        _say(f"  {OFFICER}  runs both Compacts\n  {COUNCIL}  acts for a council\n  {CHARITY}  acts for a charity")
        with _mails_shown():
            _listen("127.0.0.1", port, workers=1)
    return 0


@contextmanager
def _mails_shown() -> Iterator[None]:
    """Let a worker send meanwhile, at any hour: on a site whose mail goes to the terminal, that shows it there."""
    command = [sys.executable, "-m", "livecompact", "worker", "--any-hour"]
    with subprocess.Popen(command) as worker:  # noqa: S603 (our own command)
        try:
            yield
        finally:
            worker.terminate()


def ready() -> bool:
    """Whether the site may start, its database made or brought up to date; what hinders it is told."""
    if not (_set_up() and _checked()):
        return False
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    _collect()
    return True


def _set_up() -> bool:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "livecompact.web.settings")
    try:
        django.setup()
    except Misconfigured as problem:
        _say(str(problem))
        return False
    return True


def _opened() -> bool:
    try:
        open_site()
    except (NoSite, Misconfigured) as problem:
        _say(str(problem))
        return False
    return True


def _collect() -> None:
    call_command("collectstatic", verbosity=0, interactive=False)


def _fits() -> bool:
    """Whether the database is there and is of this version; the processes that serve open it for themselves."""
    from livecompact.web import unfit  # noqa: PLC0415 (it asks the database, so only after django.setup)

    if reason := unfit.reason():
        _say(reason)
    connections.close_all()
    return not reason


def _checked() -> bool:
    from django.conf import settings  # noqa: PLC0415 (as above)

    found = [each for each in run_checks(include_deployment_checks=settings.SITE.https) if not each.is_silenced()]
    for message in found:
        if message.level >= WARNING:
            _say(_as_line(message))
    return all(message.level < ERROR for message in found)


def _as_line(message: CheckMessage) -> str:
    return " ".join(str(part) for part in (message.msg, message.hint) if part)


def _fill() -> None:
    from django.utils import timezone  # noqa: PLC0415 (after django.setup, as are the rooms)

    from livecompact.compacts import actions as compacts  # noqa: PLC0415
    from livecompact.compacts import demo as contacts  # noqa: PLC0415
    from livecompact.people import actions  # noqa: PLC0415
    from livecompact.people import demo as invited  # noqa: PLC0415
    from livecompact.people.roles import Role  # noqa: PLC0415
    from livecompact.web import examples  # noqa: PLC0415

    now = timezone.now()
    for name in COMPACTS:
        compacts.add_compact(source=name, by="demo", at=now)
    examples.fill(at=now)
    contacts.fill(at=now)
    invited.fill(at=now, compact=COMPACTS[0])
    officer = actions.add_person(email=OFFICER, name="Sam Officer", at=now)
    actions.give_seat(person=officer, role=Role.ADMINISTRATOR, by="demo", at=now)
    for name in COMPACTS:
        actions.give_seat(person=officer, role=Role.OFFICER, by="demo", at=now, compact=name)
    for email, body in ((COUNCIL, "hartsmere-county-council"), (CHARITY, "hartsmere-food-bank")):
        person = actions.add_person(email=email, at=now)
        actions.give_seat(person=person, role=Role.REPRESENTATIVE, by="demo", at=now, organisation=body)


def _can_listen(host: str, port: int) -> bool:
    """Whether that port is free; the server would share it with another site, and each would get half of the visits."""
    another = "Name another with --port, such as --port 8001."
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OverflowError:
        _say(f"There is no port {port}: ports go from 1 to 65535. {another}")
    except PermissionError:
        _say(f"You may not listen on port {port}: those below 1024 are for the system. {another}")
    except OSError as problem:
        _say(f"Port {port} cannot be used: {problem.strerror}. {another}")
    else:
        return True
    return False


def _listen(host: str, port: int, workers: int) -> None:
    from granian import Granian  # noqa: PLC0415 (it starts threads when imported)
    from granian.constants import Interfaces  # noqa: PLC0415

    Granian(
        "livecompact.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=1,
        log_access=False,
    ).serve()


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)  # noqa: T201 (the terminal is who it speaks to)
