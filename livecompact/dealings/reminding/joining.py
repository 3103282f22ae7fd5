"""Lets the worker look for what is due, this room's letters be composed, and its records be followed."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import address_of
from livecompact.dealings.reminding import letters, sweep
from livecompact.dealings.reminding.due import Reason
from livecompact.dealings.speaking.notices import PUBLISHED
from livecompact.record import sweeping
from livecompact.record.joining import Named, can_be_followed
from livecompact.record.letters import register


def join() -> None:
    """Tell the record."""
    sweeping.register(sweep.sweep)
    can_be_followed("dealing", named)
    for reason in Reason:
        register(reason.value, letters.one, called=_("What is due from an organisation"))
    register(sweep.DIGEST, letters.digest, called=_("What is due from an organisation"))
    register(PUBLISHED, letters.published, called=_("A record was published"))


def named(compact: str, key: str, today: date) -> Named | None:  # noqa: ARG001 (the same on any day)
    """A public record of a Compact, by its key; None where there is none."""
    rows = Dealing.objects.select_related("home").filter(home__slug=compact, key=key, state=State.PUBLIC)
    found = rows.first()
    return Named(found.title, address_of(found)) if found else None
