"""What uploading registers once the apps are ready: its letters, and what the worker looks for."""

from django.utils.translation import gettext_lazy as _

from livecompact.dealings.uploads import letters
from livecompact.dealings.uploads.sweeping import sweep
from livecompact.record.letters import register
from livecompact.record.sweeping import register as register_sweep


def join() -> None:
    """Let the worker read and save what is large, and let its letters be composed."""
    register(letters.CHECKED, letters.checked, _("A file that you sent"))
    register(letters.PUBLISHED, letters.published, _("A list that you published"))
    register_sweep(sweep)
