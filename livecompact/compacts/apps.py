"""Tells Django of the room."""

from django.apps import AppConfig


class CompactsConfig(AppConfig):
    """The site's Compacts and their editions."""

    name = "livecompact.compacts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the record which Compacts there are, and what of them can be followed."""
        from livecompact.compacts import followed  # noqa: PLC0415 (it has tables, so only once apps are ready)

        followed.join()
