"""The one mail to somebody who answered a consultation: what changed is public now."""

from datetime import datetime

from django.utils.translation import gettext as _

from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import address_of, named
from livecompact.record.letters import LONGEST_SUBJECT, Letter
from livecompact.record.models import Notice


def what_changed(notice: Notice, at: datetime) -> Letter | None:  # noqa: ARG001 (every letter is asked in the same way)
    """That the body has said what changed, and where it is read; None where the consultation was withdrawn."""
    key = notice.subject.partition("/")[2]
    rows = Dealing.objects.filter(key=key, state=State.PUBLIC).select_related("organisation", "home")
    found = rows.first()
    if found is None:
        return None
    return Letter(
        subject=_subject(found.title),
        lines=(
            _("You answered “%(title)s”. %(who)s asked.") % {"title": found.title, "who": named(found.organisation)},
            _("Now they have said what people told them, and what they did or why not:"),
        ),
        address=address_of(found),
        why=_("You left this address with your answer. We write to you this once, and forget it after 30 days."),
        thread=notice.subject,
    )


def _subject(title: str) -> str:
    pattern = _("What changed: %(title)s")
    room = LONGEST_SUBJECT - len(pattern % {"title": ""})
    return pattern % {"title": title if len(title) <= room else f"{title[: room - 1]}…"}
