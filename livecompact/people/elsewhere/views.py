"""Two addresses: one leads to the provider, and one takes whoever comes back from there."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from livecompact.people.elsewhere import going


def begin(request: HttpRequest) -> HttpResponse:
    """To the provider."""
    try:
        return redirect(going.address(request, at=timezone.now()))
    except going.Stopped as stopped:
        messages.error(request, stopped.says)
        return redirect("account_request_login_code")


def back(request: HttpRequest) -> HttpResponse:
    """Back from the provider: signed in, or to the second step, or told why not."""
    try:
        return going.arrive(request, at=timezone.now())
    except going.Stopped as stopped:
        messages.error(request, stopped.says)
        return redirect("account_request_login_code")
