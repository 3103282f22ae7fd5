"""What the views of what another side says load, and refuse to those who may not."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import actions, queries
from livecompact.dealings.models import Dealing, Dispute
from livecompact.dealings.speaking.forms import SayAnother
from livecompact.kinds.kind import Kind
from livecompact.standards.facts import Fact

type View = Callable[..., HttpResponse]

ACCEPT, TAKE_BACK = "accept", "take-back"


def by_another_side(view: View) -> View:
    """Gives a view the public dealing of the address, and those in whose name its reader may disagree; else 403."""

    @wraps(view)
    def answered(request: HttpRequest, compact: Published, kind: Kind, year: int, slug: str) -> HttpResponse:
        found = queries.dealing(request.user, compact, kind, year, slug)
        whose = queries.disputes_as(request.user, compact, found, timezone.now())
        if not whose:
            raise PermissionDenied
        return view(request, compact, found, whose)

    return with_compact(answered)


def to_dispute(view: View) -> View:
    """Gives a view a dispute of the dealing of the address, and the ways in which its reader may end it; else 403."""

    @wraps(view)
    def answered(
        request: HttpRequest, compact: Published, *, kind: Kind, year: int, slug: str, dispute: int
    ) -> HttpResponse:
        found = queries.dispute(queries.dealing(request.user, compact, kind, year, slug), dispute)
        ways = ways_to_end(request.user, compact, found)
        if not ways:
            raise PermissionDenied
        return view(request, compact, found, ways)

    return with_compact(answered)


def ways_to_end(actor: Any, compact: Published, dispute: Dispute) -> tuple[str, ...]:
    """What somebody may do to end a dispute: the body accepts it, the other side takes it back."""
    now, dealing = timezone.now(), dispute.dealing
    accepts = queries.may(actor, dealing, "dealing.change", now)
    others = {each.pk for each in queries.disputes_as(actor, compact, dealing, now)}
    return (*([ACCEPT] if accepts else []), *([TAKE_BACK] if dispute.organisation_id in others else []))


def say_another(request: HttpRequest, dealing: Dealing, fact: Fact, form: SayAnother) -> None:
    """Write down what a form says; said already by the same organisation, it stands."""
    now, said = timezone.now(), form.cleaned_data
    told = {"fact": fact.name, "value": form.value, "organisation": form.organisation, "text": said["text"]}
    by = queries.by_of(request.user, form.organisation, now)
    try:
        actions.dispute(dealing=dealing, by=by, at=now, **told)
    except actions.AlreadyDisputed:
        return


def end(request: HttpRequest, dispute: Dispute, way: str) -> None:
    """End a dispute in a way that its reader may; one that is over stays as it is."""
    now = timezone.now()
    side = dispute.dealing.organisation if way == ACCEPT else dispute.organisation
    by = queries.by_of(request.user, side, now)
    ending = actions.accept if way == ACCEPT else actions.take_back
    try:
        ending(dispute=dispute, by=by, at=now)
    except actions.AlreadySettled:
        return
