"""Tells Django of the room."""

from django.apps import AppConfig


class DealingsConfig(AppConfig):
    """The room has pages and journeys; the check keeps nothing, so it has no tables yet."""

    name = "livecompact.dealings"
