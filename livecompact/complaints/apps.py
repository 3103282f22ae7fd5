"""Tells Django of the room, and the notices what its letters say."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ComplaintsConfig(AppConfig):
    """Complaints about data."""

    name = "livecompact.complaints"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let this room compose its letters."""
        from livecompact.complaints import told  # noqa: PLC0415 (it has tables, so only once apps are ready)
        from livecompact.record import letters  # noqa: PLC0415 (as above)

        letters.register(told.CAME, told.came, called=_("A complaint about data"))
        letters.register(told.OWN, told.own, called=_("Your complaint"))
