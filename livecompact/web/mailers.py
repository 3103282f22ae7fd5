"""From LIVECOMPACT_MAIL to what Django is told of sending mail."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from livecompact.web.configuration import Misconfigured

BACKENDS = "django.core.mail.backends"
WATCHED = "livecompact.record.handing_over.Backend"  # Django's for SMTP, which also tells how far a mail got
HERE: tuple[str, ...] = ("terminal", "file")  # these send nothing
SERVERS = ("smtp", "smtps")


def mailer(mail: str, folder: Path) -> dict[str, Any]:
    """How mail goes: to the terminal, into the site's folder, or to a mail server (smtp: with STARTTLS, smtps: TLS).

    >>> mailer("smtp://ann:secret@mail.example.org:587", Path())["OPTIONS"]["host"]
    'mail.example.org'
    """
    if mail == "terminal":
        return {"BACKEND": f"{BACKENDS}.console.EmailBackend"}
    if mail == "file":
        return {"BACKEND": f"{BACKENDS}.filebased.EmailBackend", "OPTIONS": {"file_path": str(folder / "mail")}}
    return {"BACKEND": WATCHED, "OPTIONS": _server(mail)}


def _server(mail: str) -> dict[str, Any]:
    parts = urlsplit(mail)
    if parts.scheme not in SERVERS or not parts.hostname:
        raise Misconfigured(
            f"LIVECOMPACT_MAIL is “{parts.scheme or mail}…”. Write terminal, file, or smtp://name:password@host:587."
        )
    with_tls = parts.scheme == "smtps"
    return {
        "host": parts.hostname,
        "port": parts.port or (465 if with_tls else 587),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": with_tls,
        "use_tls": not with_tls,
        "timeout": 10,
    }
