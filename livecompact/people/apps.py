"""Tells Django of the room."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People, and the roles that they hold."""

    name = "livecompact.people"
    default_auto_field = "django.db.models.BigAutoField"
