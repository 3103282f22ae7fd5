"""Tells Django of the room."""

from django.apps import AppConfig


class FrameConfig(AppConfig):
    """The frame has a stylesheet and templates, and no tables."""

    name = "livecompact.frame"
