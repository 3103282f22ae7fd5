"""Who is told of a request, and what the letter says: never whom it is for, since mail can be read on the way."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.formats.models import Request, State
from livecompact.formats.wanted import BY_ID
from livecompact.frame.dates import long_date
from livecompact.people.queries import is_officer
from livecompact.record.letters import Letter
from livecompact.record.models import Notice

ASKED = "another-way-asked"


def asked(notice: Notice, at: datetime) -> Letter | None:
    """That somebody asks for another form, and by when; None once it is answered, or for who may not know it."""
    request = Request.objects.filter(reference=notice.subject.partition("/")[2], state=State.OPEN).first()
    if request is None or not is_officer(notice.person, at=at, compact=request.compact_id):
        return None
    called = BY_ID[request.wanted].called
    by = _("Answer by %(day)s.") % {"day": long_date(request.due_on)} if request.due_on else _("Answer soon.")
    return Letter(
        subject=_("Somebody asks for another form"),
        lines=(
            _("On %(day)s somebody asked to have something %(form)s.")
            % {"day": long_date(localdate(request.asked_at)), "form": called},
            by,
            _("The page says what it is, and how to reach them."),
        ),
        address=reverse("another_way_request", kwargs={"compact": request.compact_id, "reference": request.reference}),
        why=_("You get this because you run the Compact."),
        thread=notice.subject,
        reference=request.reference,
    )
