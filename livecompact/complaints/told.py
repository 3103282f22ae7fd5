"""Who is told of a complaint. No letter says what it is about: mail can be read on the way."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.complaints.models import Complaint
from livecompact.complaints.queries import may
from livecompact.frame.dates import long_date
from livecompact.record.letters import Letter
from livecompact.record.models import Notice

CAME, OWN = "data-complaint-came", "data-complaint"
RECEIVED, LONGER, ANSWERED = "received", "longer", "answered"


def came(notice: Notice, at: datetime) -> Letter | None:
    """To who runs the site: that one came, and by when; None once it is answered, or for who may not know it."""
    found = _found(notice)
    if found is None or found.answered_at is not None or not may(notice.person, at):
        return None
    first = (
        ()
        if found.acknowledged_at
        else (
            _("They gave no email address. Write to them by %(day)s that you have it.")
            % {"day": long_date(found.acknowledge_by)},
        )
    )
    return Letter(
        subject=_("Somebody complains about their data"),
        lines=(
            _("It came on %(day)s.") % {"day": long_date(localdate(found.received_at))},
            *first,
            _("Answer by %(day)s.") % {"day": long_date(found.answer_by)},
            _("The page says what it is about:"),
        ),
        address=reverse("data_complaint_answer", kwargs={"reference": found.reference}),
        why=_("You get this because you run the site."),
        thread=notice.subject,
        reference=found.reference,
    )


def own(notice: Notice, at: datetime) -> Letter | None:  # noqa: ARG001 (every letter is asked in the same way)
    """To who complained: that we have it, need longer, or answered; None where it is erased, or answered since."""
    found = _found(notice)
    if found is None:
        return None
    if notice.occurrence.startswith(LONGER):
        return _longer(notice, found)
    answered = notice.occurrence == ANSWERED
    day = long_date(localdate(found.received_at))
    lines = (
        (_("We have looked into it. The answer is here:"),)
        if answered
        else (_("We answer by %(day)s.") % {"day": long_date(found.answer_by)}, _("See how it stands here:"))
    )
    return Letter(
        subject=_("We have answered your complaint") if answered else _("We have your complaint"),
        lines=(_("You complained on %(day)s about how this site uses your data.") % {"day": day}, *lines),
        address=reverse("data_complaint_sent", kwargs={"key": found.key}),
        why=_("You get this because you complained with this address."),
        thread=notice.subject,
        reference=found.reference,
    )


def _longer(notice: Notice, found: Complaint) -> Letter | None:
    """That the answer takes longer; the reason is on the page. None once it is answered, or put off again."""
    if found.answered_at is not None or notice.occurrence != f"{LONGER} {found.answer_by}":
        return None
    return Letter(
        subject=_("Our answer takes longer"),
        lines=(
            _("You complained on %(day)s about how this site uses your data.")
            % {"day": long_date(localdate(found.received_at))},
            _("We need more time. We answer by %(day)s.") % {"day": long_date(found.answer_by)},
            _("The page says why:"),
        ),
        address=reverse("data_complaint_sent", kwargs={"key": found.key}),
        why=_("You get this because you complained with this address."),
        thread=notice.subject,
        reference=found.reference,
    )


def _found(notice: Notice) -> Complaint | None:
    return Complaint.objects.filter(reference=notice.subject.partition("/")[2], cleared_at=None).first()
