"""The links to the answers of a consultation, for whoever may."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link
from livecompact.dealings import queries
from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import in_compact
from livecompact.dealings.queries.whose import Actor


def has_answers(dealing: Dealing) -> bool:
    """Whether it is a public consultation."""
    return dealing.kind == "consultation" and dealing.state == State.PUBLIC


def answering(actor: Actor, dealing: Dealing, at: datetime) -> list[Link]:
    """To say how many answered, and to keep and publish their answers; once it has opened."""
    if not has_answers(dealing) or dealing.happens_on > localdate(at):
        return []
    links = []
    if queries.may(actor, dealing, "dealing.change", at):
        links.append(Link(_("Say how many people answered"), in_compact("dealing_answers_count", dealing)))
    if queries.may(actor, dealing, "dealing.answers", at):
        links.append(Link(_("Keep and publish answers"), in_compact("dealing_answers_ours", dealing)))
    return links
