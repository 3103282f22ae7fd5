"""Tells Django of the room."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Words that the site can be searched for: one row for each public thing, in the database's own full text index."""

    name = "livecompact.search"
    default_auto_field = "django.db.models.BigAutoField"
