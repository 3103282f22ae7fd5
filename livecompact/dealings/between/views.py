"""An organisation's own record, and who may see it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import actions, queries
from livecompact.dealings.between.forms import WhoSees
from livecompact.dealings.between.pages import ahead
from livecompact.dealings.public.pages import row
from livecompact.dealings.showing import show


@cache_control(no_store=True, private=True)
@with_compact
def own_record(request: HttpRequest, compact: Published, organisation: str) -> HttpResponse:
    """What an organisation recorded or is named in, and who sees what it records."""
    now, today = timezone.now(), localdate()
    own = queries.own_record(request.user, compact, organisation, now)
    form = WhoSees(request.POST or None, shows=own.shows) if own.chooses else None
    if form and form.is_valid():
        choose = actions.open_record if form.everyone else actions.close_record
        choose(organisation=own.organisation, by=queries.by_of(request.user, own.organisation, now), at=now)
        return redirect("organisation_own_record", compact.id, organisation)
    rows = [row(compact, dealing, standings, today) for dealing, standings in own.shared]
    begun = [ahead(each) for each in own.ahead]
    return show(request, compact, "own_record", form=form, own=own, rows=rows, ahead=begun)
