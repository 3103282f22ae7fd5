"""When what changed can be told, and the link to it for whoever may."""

from datetime import date, datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link
from livecompact.dealings import queries
from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import in_compact
from livecompact.dealings.queries.whose import Actor


def can_be_told(dealing: Dealing, today: date) -> bool:
    """Whether it is a public consultation that has closed."""
    closed = dealing.ends_on is not None and dealing.ends_on < today
    return closed and dealing.kind == "consultation" and dealing.state == State.PUBLIC


def feeding_back(actor: Actor, dealing: Dealing, at: datetime) -> list[Link]:
    """To say what changed, once it has closed."""
    if not can_be_told(dealing, localdate(at)) or not queries.may(actor, dealing, "dealing.change", at):
        return []
    return [Link(_("Say what changed, theme by theme"), in_compact("dealing_feedback", dealing))]
