"""Tells Django of the room, and of the checks that it makes before it starts."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The room that joins all others."""

    name = "livecompact.web"

    def ready(self) -> None:
        """Register the start-up checks."""
        from livecompact.web import checks  # noqa: F401, PLC0415 (Django asks that checks register once apps are ready)
