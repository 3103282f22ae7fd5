"""Tells Django of the room."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """What happened in public, and the notices that tell people of it."""

    name = "livecompact.record"
    default_auto_field = "django.db.models.BigAutoField"
