"""The one mail a week for whoever runs a Compact: made on Tuesday at nine, and sent if something waits then."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.compacts.queries import NotThere, compact
from livecompact.compacts.running.pages import by_when, is_late
from livecompact.frame.waiting import Waits, everything_that_waits
from livecompact.people.queries import roles_of, seats_with
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.record.letters import Letter
from livecompact.record.mail import shortened, whole
from livecompact.record.models import Notice
from livecompact.record.news import tuesday
from livecompact.record.queries import already_told

REASON = "week"
MOST_TOLD = 4  # things in one mail, which has at most 120 words; the page has the rest


def sweep(*, at: datetime) -> int:
    """Make the mail of this week for every officer who has none of it yet; how many were made.

    Asked again it makes none. After weeks in which no worker ran it makes that of the last Tuesday alone.
    """
    begins = tuesday(at)
    week = str(localdate(begins))
    have = already_told(reason=REASON, occurrence=week)
    made = 0
    for seat in seats_with(Role.OFFICER, at=at, since=begins):
        if (seat.person_id, seat.compact) not in have:
            record.notify(
                to=seat.person, reason=REASON, subject=seat.compact, occurrence=week, compact=seat.compact, at=at
            )
            made += 1
    return made


def letter(notice: Notice, at: datetime) -> Letter | None:
    """What waits now; None where nothing does, or the person does not run the Compact any more."""
    today = localdate(at)
    try:
        within = compact(notice.person, notice.compact, today)
    except NotThere:
        return None
    found = everything_that_waits(notice.person, within, at)
    if not found or Role.OFFICER not in roles_of(notice.person, at=at, compact=within.id):
        return None
    count = len(found)
    says = ngettext("%(count)s thing needs you today", "%(count)s things need you today", count)
    more = count - MOST_TOLD
    rest = _("And %(more)s more. See all of it here:") % {"more": more} if more > 0 else _("Do it here:")
    return Letter(
        subject=says % {"count": count},
        lines=(_("This waits for you:"), *(_item(each, at) for each in found[:MOST_TOLD]), rest),
        address=reverse("run", kwargs={"compact": within.id}),
        why=_("You get this because you run the %(name)s.") % {"name": within.name},
        thread=f"{REASON}/{notice.occurrence}",
    )


def _item(each: Waits, at: datetime) -> str:
    today = localdate(at)
    late = _("It is late.") if is_late(each, today) else ""
    said = [f"{shortened(each.says).rstrip('.')}.", f"{by}." if (by := by_when(each, today)) else "", late]
    return f"- {' '.join(filter(None, said))}\n{whole(each.address)}"
