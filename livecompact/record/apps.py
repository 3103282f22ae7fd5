"""Tells Django of the room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecordConfig(AppConfig):
    """What happened in public, and the notices that tell people of it."""

    name = "livecompact.record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the letter of this room's own: news of what somebody follows."""
        from livecompact.record import letters, news, sweeping  # noqa: PLC0415 (they have tables, so only once apps are ready)

        letters.register(news.REASON, news.letter, called=_("News that they follow"))
        sweeping.register(news.sweep)
