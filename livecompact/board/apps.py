"""Tells Django of the room."""

from django.apps import AppConfig


class BoardConfig(AppConfig):
    """How every promise stands, and all records over time: only read, out of what the room of dealings keeps."""

    name = "livecompact.board"
