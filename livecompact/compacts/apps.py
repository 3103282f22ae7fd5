"""Tells Django of the room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompactsConfig(AppConfig):
    """The site's Compacts and their editions."""

    name = "livecompact.compacts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the record which Compacts there are, and what of them can be followed; register the weekly mail."""
        from livecompact.compacts import followed  # noqa: PLC0415 (it has tables, so only once apps are ready)
        from livecompact.compacts.running import standing_in, weekly  # noqa: PLC0415 (as above)
        from livecompact.compacts.second import edition  # noqa: PLC0415 (as above)
        from livecompact.compacts.second import letters as second  # noqa: PLC0415 (as above)
        from livecompact.compacts.second.actions import REASON as SECOND  # noqa: PLC0415 (as above)
        from livecompact.record import letters, sweeping  # noqa: PLC0415 (as above)

        followed.join()
        letters.register(weekly.REASON, weekly.letter, called=_("Your week"))
        letters.register(SECOND, second.letter, called=_("A second person"))
        edition.join()
        letters.register(standing_in.REASON, standing_in.letter, called=_("Who stands in"))
        sweeping.register(weekly.sweep)
        sweeping.register(standing_in.sweep)
