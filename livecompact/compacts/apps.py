"""Tells Django of the room."""

from django.apps import AppConfig


class CompactsConfig(AppConfig):
    """The site's Compacts and their editions."""

    name = "livecompact.compacts"
    default_auto_field = "django.db.models.BigAutoField"
