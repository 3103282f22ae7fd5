"""Tells Django of the room."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Organisations, their identifiers, and what they have signed."""

    name = "livecompact.register"
    default_auto_field = "django.db.models.BigAutoField"
