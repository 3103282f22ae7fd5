"""The letter to who could say yes, and to who asked and got a no. Neither names what waits: it is not public."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.models import Answer
from livecompact.compacts.queries import NotThere
from livecompact.compacts.second.queries import look
from livecompact.record.letters import Letter
from livecompact.record.models import Notice


def letter(notice: Notice, at: datetime) -> Letter | None:
    """That something waits for a yes, or that the answer was no; None once that is over, or for who may not know."""
    try:
        found = look(notice.person, notice.compact, int(notice.subject.partition("/")[2]), at)
    except NotThere:
        return None
    if found.row.answer != notice.occurrence or found.own == (found.row.answer == Answer.OPEN):
        return None
    waits = found.row.answer == Answer.OPEN
    return Letter(
        subject=_("Something waits for your yes") if waits else _("The second person said no"),
        lines=(
            _("What it is: %(what)s.") % {"what": found.called},
            _("It is not public before somebody else says yes.")
            if waits
            else _("It is not public. The page says why."),
            _("Look at it here:"),
        ),
        address=reverse("second_look", kwargs={"compact": notice.compact, "look": found.row.pk}),
        why=_("You get this because you help to run the Compact."),
        thread=notice.subject,
    )
