"""Tells Django of the room."""

from django.apps import AppConfig


class OpenDataConfig(AppConfig):
    """Open data."""

    name = "livecompact.opendata"
