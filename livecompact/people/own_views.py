"""A person's own data: taken with them as a file, and erased; an administrator erases who cannot sign in."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from livecompact.people import actions, mine, moving
from livecompact.people.forms import EraseSomebody, NewAddress, NewAddressCode
from livecompact.people.personal import Whom, everything_of, whom


def email(request: HttpRequest) -> HttpResponse:
    """Asking for another address of one's own."""
    form = NewAddress(request.POST or None)
    if form.is_valid() and moving.asked(request, form, at=timezone.now()):
        return redirect("me_email_code")
    return render(request, "people/email.jinja", {"form": form, "email": mine.person(request).email})


def email_code(request: HttpRequest) -> HttpResponse:
    """The code that proves the new address."""
    kept = moving.waiting(request, at=timezone.now())
    if kept is None:
        return redirect("me_email")
    form = NewAddressCode(request.POST or None)
    if form.is_valid() and moving.changed(request, form, kept, at=timezone.now()):
        return redirect("me")
    return render(request, "people/email_code.jinja", {"form": form, "email": kept["email"]})


def own_data(request: HttpRequest) -> HttpResponse:
    """What one can take, and how one has it erased."""
    return render(request, "people/own_data.jinja")


def own_data_file(request: HttpRequest) -> HttpResponse:
    """Everything that the site holds of who asks, as JSON."""
    who = mine.person(request)
    held = {
        "about": who.email,
        "made_at": timezone.now(),
        "why_and_how_long": f"{settings.SITE.address}/privacy",
        "data": everything_of(Whom(who.email, who)),
    }
    response = JsonResponse(held, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


def leave_site(request: HttpRequest) -> HttpResponse:
    """Have one's own account erased, with all that says who one was."""
    who = mine.person(request)
    if request.method != "POST":
        return render(request, "people/leave_site.jinja", {"email": who.email, "last": False})
    try:
        actions.erase(whom=Whom(who.email, who), by="The person", at=timezone.now())
    except actions.LastAdministrator:
        return render(request, "people/leave_site.jinja", {"email": who.email, "last": True})
    logout(request)
    return render(request, "people/erased.jinja", {"own": True})


def erase_somebody(request: HttpRequest) -> HttpResponse:
    """Erase who asked for it and cannot sign in, by their address."""
    form = EraseSomebody(request.POST or None)
    if form.is_valid():
        try:
            actions.erase(whom=whom(form.cleaned_data["email"]), by="Administrator", at=timezone.now())
        except actions.LastAdministrator:
            form.add_error("email", actions.LastAdministrator.SAYS)
        else:
            return render(request, "people/erased.jinja", {"own": False})
    return render(request, "people/erase_somebody.jinja", {"form": form})
