"""Tells Django of the room."""

from django.apps import AppConfig


class DealingsConfig(AppConfig):
    """The room has a check that keeps nothing, and the records of what was done, each judged by its Compacts."""

    name = "livecompact.dealings"
