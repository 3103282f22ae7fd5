"""What the views of publishing load, and refuse to those who may not."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.checks.walking import Walk
from livecompact.compacts.answers import with_compact
from livecompact.compacts.models import Compact
from livecompact.compacts.queries import Published
from livecompact.dealings import actions, queries
from livecompact.dealings.acts import act_of
from livecompact.dealings.embargo.forms import DescribeChange
from livecompact.dealings.models import Dealing, Source
from livecompact.dealings.public.blocks import blocks
from livecompact.dealings.publishing import pages
from livecompact.dealings.publishing.forms import Describe
from livecompact.dealings.recording.forms import Record
from livecompact.kinds.kind import Kind
from livecompact.people.models import Person
from livecompact.register.models import Organisation

type View = Callable[..., HttpResponse]


def to_dealing(act: str) -> Callable[[View], View]:
    """Gives a view the public dealing of the address, to whoever may do that to it; 403 to others."""

    def decorated(view: View) -> View:
        @wraps(view)
        def answered(
            request: HttpRequest, compact: Published, kind: Kind, year: int, slug: str, **parts: Any
        ) -> HttpResponse:
            found = queries.dealing(request.user, compact, kind, year, slug, at=timezone.now())
            if not _may(request, compact, found, act):
                raise PermissionDenied
            return view(request, compact, found, **parts)

        return with_compact(answered)

    return decorated


def keep(
    request: HttpRequest, compact: Published, form: Describe | DescribeChange | Record, draft: Dealing | None
) -> Dealing:
    """Keep what was described: as a new draft, or as the draft that was come back to."""
    told, now, actor = form.told(), timezone.now(), _person(request)
    if draft is not None:
        return actions.redraft(dealing=draft, organisation=form.organisation, told=told, at=now)
    own = queries.own(actor, form.organisation, now)
    return actions.draft(
        home=Compact.objects.get(slug=compact.id),
        organisation=form.organisation,
        told=told,
        source=Source.ORGANISATION if own else Source.PUBLISHED,
        maker=str(actor.pk),
        by=queries.by_of(actor, form.organisation, now),
        at=now,
    )


def describing(
    request: HttpRequest, compact: Published, walk: Walk, whose: Sequence[Organisation], draft: Dealing | None
) -> Describe | DescribeChange:
    """The form that asks what a check does not: of a change of funding, whose it is and what to call the group."""
    data, initial = request.POST or None, pages.initial(walk.answers, draft)
    if walk.journey.kind.name != "funding-change":
        return Describe(walk, whose, data, initial)
    ends = queries.followed(request.user, compact, walk.answers.follows, timezone.now())
    return DescribeChange(walk, whose, data, initial, ends)


def come_back_to(request: HttpRequest, compact: Published, kind: Kind) -> Dealing | None:
    """The draft that the address names, while it is one; None for whatever else it says."""
    try:
        found = queries.draft(_person(request), compact, kind, request.GET.get("draft", "")[:20], timezone.now())
    except queries.NotThere:
        return None
    return None if found.published_at else found


def may_explain(request: HttpRequest, compact: Published, dealing: Dealing) -> list[tuple[str, str]]:
    """The checks for which a reason may still be given, each with what it asks."""
    whole, today = queries.in_whole(request.user, dealing), localdate()
    found = blocks(compact, whole, act_of(dealing), today)
    return [(check.code, check.asks) for block in found for check in block.checks if check.may_explain]


def home_of(compact: Published) -> Compact:
    """The row of a Compact."""
    return Compact.objects.get(slug=compact.id)


def _may(request: HttpRequest, compact: Published, found: Dealing, act: str) -> bool:
    now: datetime = timezone.now()
    if act == "reply":
        return bool(queries.replies_as(_person(request), compact, found, now))
    return queries.may(_person(request), found, act, now)


def _person(request: HttpRequest) -> Person:
    assert isinstance(request.user, Person)  # noqa: S101 (the guard lets nobody else through)
    return request.user
