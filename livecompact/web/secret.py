"""The site's secret key: made once, kept in the site's folder, readable by nobody but who runs the site."""

import os
import secrets
from pathlib import Path

NAME = "secret-key"


def secret_key(folder: Path) -> str:
    """The key in the site's folder; both are made where they are not there yet, the folder closed to others too."""
    path = folder / NAME
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text(encoding="ascii").strip()


def open_to_others(folder: Path) -> bool:
    """Whether others on this machine could read the key (on systems that know such modes)."""
    path = folder / NAME
    return os.name == "posix" and path.exists() and bool(path.stat().st_mode & 0o077)
