"""The page that says when is a good time to ask."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate

from livecompact.compacts.answers import with_compact
from livecompact.compacts.holidays.queries import school_holidays
from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.planning.pages import planner_page
from livecompact.dealings.showing import show


@with_compact
def when(request: HttpRequest, compact: Published) -> HttpResponse:
    """When to consult: what else is open, and the earliest good time."""
    today = localdate()
    found = queries.open_or_coming(request.user, compact, today)
    breaks = school_holidays(request.user, compact.id)
    page = planner_page(compact, found, breaks, today, reverse("check_journey", args=[compact.id, "consultation"]))
    return show(request, compact, "when", page=page)
