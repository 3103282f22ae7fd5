"""What an organisation is called where it is spoken of, on pages and in mails."""

from livecompact.frame.saying import gettext as _
from livecompact.register.models import Organisation


def named(organisation: Organisation) -> str:
    """What an organisation is called wherever its conduct shows; one that is made up is said to be so, each time."""
    return _("%(name)s (made up)") % {"name": organisation.name} if organisation.invented else organisation.name
