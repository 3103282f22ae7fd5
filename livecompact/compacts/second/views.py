"""What waits for a second person, its yes or no, and the choice whether one is asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.compacts.second import pages, queries
from livecompact.compacts.second.forms import Choose, SayYes
from livecompact.people.mine import person


@with_compact
def second_person(request: HttpRequest, compact: Published) -> HttpResponse:
    """Whether a second person is asked, who could be that, and what waits for one."""
    at = timezone.now()
    form = Choose(request.POST or None, initial={"second": "yes" if queries.asks_second(compact.id) else "no"})
    if form.is_valid() and pages.chosen(request, compact, form, at):
        return redirect(request.path)
    around = {
        "compact": compact,
        "looks": queries.open_looks(request.user, compact.id, at),
        "refused": queries.last_no(request.user, compact.id, at),
        "others": len(queries.others(person(request), compact.id, at)),
    }
    return render(request, "compacts/second/person.jinja", {**around, "form": form})


@with_compact
def second_look(request: HttpRequest, compact: Published, look: int) -> HttpResponse:
    """One thing that waits: what it says, and the yes or no of somebody who did not ask for it."""
    at = timezone.now()
    found = queries.look(request.user, compact.id, look, at)
    form = SayYes(request.POST or None, initial={"version": found.thing.version if found.thing else ""})
    if form.is_valid() and pages.answered(request, found, form, at):
        return redirect(request.path)
    found = queries.look(request.user, compact.id, look, at)
    return render(request, "compacts/second/look.jinja", {"compact": compact, "look": found, "form": form})
