"""Tells Django of the room."""

from django.apps import AppConfig


class ChecksConfig(AppConfig):
    """What a Compact asks of a plan or of what happened: nothing is kept."""

    name = "livecompact.checks"
