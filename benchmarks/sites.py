"""A site of its own for a benchmark that asks the database."""

import os
from pathlib import Path


def empty_site(folder: Path) -> None:
    """An empty site; on PostgreSQL where DATABASE_URL says so."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "livecompact.web.settings",
        "LIVECOMPACT_FOLDER": str(folder),
        "LIVECOMPACT_ADDRESS": "http://127.0.0.1:8000",
    }
    import django  # noqa: PLC0415 (it reads the environment)

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
