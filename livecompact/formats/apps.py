"""Tells Django of the room, and the notices what its letter says."""

from django.apps import AppConfig


class FormatsConfig(AppConfig):
    """Requests for what the site says in another form."""

    name = "livecompact.formats"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let this room compose its letter."""
        from livecompact.formats import told  # noqa: PLC0415 (it has tables, so only once apps are ready)
        from livecompact.record import letters  # noqa: PLC0415

        letters.register(told.ASKED, told.asked)
