"""The page on which an officer enters the school holidays of an area."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.compacts.answers import with_compact
from livecompact.compacts.holidays import actions, pages, queries
from livecompact.compacts.holidays.forms import SchoolHolidayForm
from livecompact.compacts.queries import Published
from livecompact.compacts.workshop.queries import role_at
from livecompact.people.mine import number


@with_compact
def school_holidays(request: HttpRequest, compact: Published) -> HttpResponse:
    """The school holidays of the area; one more, or one less."""
    at = timezone.now()
    by = role_at(request.user, compact.id, at)
    form = SchoolHolidayForm(request.POST if "name" in request.POST else None, today=localdate(at))
    if "out" in request.POST:
        actions.take_out(compact=compact.id, pk=number(request.POST["out"]), by=by, at=at)
        return redirect(request.path)
    if form.is_valid() and pages.entered(compact, form, by, at):
        return redirect(request.path)
    around = {"compact": compact, "found": queries.listed(request.user, compact.id)}
    return render(request, "compacts/running/school_holidays.jinja", {**around, "form": form})
