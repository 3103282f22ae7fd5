"""The first page of the workshop, what changed, publishing, and taking the text away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from livecompact.agreements import Mistaken
from livecompact.agreements.packing import packed
from livecompact.compacts.models import Act
from livecompact.compacts.second.queries import waits_as
from livecompact.compacts.workshop import actions
from livecompact.compacts.workshop.answers import on_bench, person_of, shown
from livecompact.compacts.workshop.comparing import compared
from livecompact.compacts.workshop.editing import folder_of
from livecompact.compacts.workshop.forms.base import Confirm
from livecompact.compacts.workshop.pages.desk import desk_page
from livecompact.compacts.workshop.problems import address
from livecompact.compacts.workshop.queries import AtWork, role_at

ZIP = "application/zip"


@on_bench
def desk(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """What is to be done to get a Compact ready."""
    return shown(request, bench, "desk", page=desk_page(bench))


@on_bench
def changes(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """What the draft changes of what is published."""
    groups = compared(folder_of(bench.published_text), bench.folder())
    return shown(request, bench, "changes", groups=groups)


@on_bench
def publish(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """A second look, and then the draft is public."""
    form = Confirm(request.POST or None, based_on=bench.sha256)
    if request.method == "POST" and form.is_valid() and _published(request, bench, form):
        return redirect(address(bench, "published"))
    waits = waits_as(bench.compact.id, Act.EDITION, actions.DRAFT)
    groups = compared(folder_of(bench.published_text), bench.folder())
    return shown(request, bench, "publish", form=form, groups=groups, waits=waits)


@on_bench
def published(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """That it is public now."""
    return shown(request, bench, "published")


@on_bench
def discard(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """Asked once more, the draft is thrown away."""
    form = Confirm(request.POST or None, based_on=bench.sha256)
    if request.method == "POST" and form.is_valid():
        try:
            actions.discard_draft(
                compact=bench.compact.id, based_on=form.cleaned_data["based_on"], by=person_of(request)
            )
            return redirect(address(bench, ""))
        except actions.Outdated:
            form.outdate()
    return shown(request, bench, "discard", form=form)


@on_bench
def draft_zip(request: HttpRequest, bench: AtWork) -> HttpResponse:  # noqa: ARG001 (the decorator's)
    """The text on the bench as a folder."""
    name = f"{bench.compact.id}-draft.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(packed(bench.text, bench.compact.id), content_type=ZIP, headers=headers)


def _published(request: HttpRequest, bench: AtWork, form: Confirm) -> bool:
    """Whether the draft is public now; where it is not, it waits for a second person, or the form tells why."""
    slug, at, based_on = bench.compact.id, timezone.now(), form.cleaned_data["based_on"]
    try:
        role = role_at(request.user, slug, at)
        by = person_of(request)
        return actions.publish_draft(compact=slug, based_on=based_on, by=by, role=role, at=at) is not None
    except actions.Outdated:
        form.outdate()
    except Mistaken as error:
        form.mistaken(error.mistakes)
    return False
