"""Opening a site that is there, for a command that works on it; none is made on the way."""

import os
from pathlib import Path

import django

from livecompact.web import configuration, databases
from livecompact.web.configuration import Configuration


class NoSite(Exception):
    """There is no site to work on: it says where one was looked for."""


def database_file(site: Configuration) -> Path | None:
    """The file that a site keeps its database in; None on PostgreSQL."""
    database = databases.database(site.database, site.folder)
    return Path(database["NAME"]) if database["ENGINE"].endswith("sqlite3") else None


def open_site() -> Configuration:
    """The site that the environment names, with Django told of it.

    NoSite where its folder or database is not there; Misconfigured where a setting cannot be used.
    """
    site = configuration.read(os.environ)
    file = database_file(site)
    if not (file.is_file() if file else site.folder.is_dir()):
        raise NoSite(f"There is no site in {file or site.folder}. LIVECOMPACT_FOLDER names the folder of a site.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "livecompact.web.settings")
    django.setup()
    return site
