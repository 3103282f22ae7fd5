"""Views of following: to begin, to prove an address, to choose how often, and to stop with one click."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from livecompact.record import actions, following
from livecompact.record.answers import with_compact
from livecompact.record.forms import CodeForm, FollowForm, NewsForm
from livecompact.record.joining import Compact


@with_compact
def follow(request: HttpRequest, compact: Compact) -> HttpResponse:
    """Follow a Compact, or one thing of it, by email."""
    wanted = following.wanted(compact, request.GET.get("thing", ""), timezone.localdate())
    person = following.known(request)
    form = FollowForm(request.POST or None, known=person is not None)
    if form.is_valid():
        if person:
            following.begin(person, wanted, form, at=timezone.now())
            return redirect("my_news")
        if key := following.ask(wanted, form, at=timezone.now()):
            return redirect("follow_code", compact=compact.id, key=key)
    context = {"compact": compact, "form": form, "wanted": wanted}
    return render(request, "record/follow.jinja", context)


@with_compact
def follow_code(request: HttpRequest, compact: Compact, key: str) -> HttpResponse:
    """Prove the address with the code."""
    following.asked_here(compact, key)
    form = CodeForm(request.POST or None)
    if form.is_valid() and (done := following.confirmed(key, form, at=timezone.now())):
        return render(request, "record/followed.jinja", {"compact": compact, "followed": done})
    return render(request, "record/follow_code.jinja", {"compact": compact, "form": form})


def my_news(request: HttpRequest) -> HttpResponse:
    """What one follows, and how often one wants to read of it."""
    person = following.person(request)
    followed = following.followed(person, timezone.localdate())
    form = NewsForm(request.POST or None, followed=[(each.pk, each.name, each.often) for each in followed])
    if form.is_valid():
        actions.set_often(person=person, often=form.often, at=timezone.now())
        return redirect("my_news")
    return render(request, "record/my_news.jinja", {"form": form, "followed": followed, "saved": False})


@csrf_exempt
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the emails of one Compact. A mail program may send the form by itself (RFC 8058); reading it does nothing.

    The token proves who may: it stood in that person's mail. So there is no session, and nothing to forge.
    """
    subscription = following.subscription(token, timezone.now())
    if subscription is None:
        raise Http404
    state = "asked"
    if request.method == "POST":
        state = following.stopped(subscription, again="again" in request.POST, at=timezone.now())
    return render(request, "record/stop.jinja", {"subscription": subscription, "state": state})
