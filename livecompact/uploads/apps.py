"""Tells Django of the room, and the rooms below what it gives them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UploadsConfig(AppConfig):
    """Lists of records that somebody sends as a file."""

    name = "livecompact.uploads"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the worker read and save what is large, its letters be composed, and a list wait for a second person."""
        from livecompact.compacts.models import Act  # noqa: PLC0415 (it has tables, so only once apps are ready)
        from livecompact.compacts.second import acts  # noqa: PLC0415 (as above)
        from livecompact.record import sweeping  # noqa: PLC0415 (as above)
        from livecompact.record.letters import register  # noqa: PLC0415 (as above)
        from livecompact.uploads import letters, second  # noqa: PLC0415 (as above)
        from livecompact.uploads.sweeping import sweep  # noqa: PLC0415 (as above)

        acts.register(Act.LIST, second.the_list, second.save_the_list)
        register(letters.CHECKED, letters.checked, _("A file that you sent"))
        register(letters.PUBLISHED, letters.published, _("A list that you published"))
        sweeping.register(sweep)
