"""Keeps each session with the person whose it is, so that they can be listed, and ended one by one or all at once."""

from datetime import UTC, datetime
from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import OperationalError

from livecompact.people.models import Session

BEGAN, SEEN, IDLE = "began", "seen", "idle"
"""What a session holds of its own life, in seconds since 1970: set by `limits`."""


class SessionStore(DatabaseStore):
    """Django's sessions in the database, in our own table. `SESSION_ENGINE` names this module."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Our table."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row of a session, with whose it is."""
        row = cast(Session, super().create_model_instance(data))
        row.person_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.began_at, row.seen_at = _moment(data.get(BEGAN)), _moment(data.get(SEEN))
        return row

    def save(self, must_create: bool = False) -> None:
        """Write the session down; OperationalError where the database does not take it just now.

        Django takes that for a session which somebody ended meanwhile, and says that the request was a bad one.
        """
        try:
            super().save(must_create)
        except UpdateError as problem:
            if isinstance(problem.__context__, OperationalError):
                raise problem.__context__ from None
            raise


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
