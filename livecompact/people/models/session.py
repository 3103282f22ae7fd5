"""Where somebody is signed in: the table of sessions, with whose each is."""

from typing import ClassVar

from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models

from livecompact.people.models.person import Person


class SessionManager(BaseSessionManager["Session"]):
    """What Django's sessions need."""


class Session(AbstractBaseSession):
    """One browser's session. It knows whose it is and when it began, and neither an address nor a browser's name."""

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="sessions")
    began_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    objects: ClassVar[SessionManager] = SessionManager()

    class Meta:
        ordering = ("-seen_at",)
