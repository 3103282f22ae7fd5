"""The cookie of a sign-up: it holds the secret by which a browser finds its own answers again, and nothing else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from livecompact.register.joining.actions import KEPT, key_of
from livecompact.register.models import Joining

NAME = "joining"


def of(request: HttpRequest, compact: str) -> Joining | None:
    """The sign-up that this browser has under way with a Compact, or has just sent."""
    secret = request.COOKIES.get(NAME, "")
    return Joining.objects.filter(key=key_of(secret), compact__slug=compact).first() if secret else None


def put(response: HttpResponse, compact: str, secret: str) -> None:
    """Give the browser the secret of its sign-up; it sends it to the pages of joining only."""
    response.set_cookie(
        NAME,
        secret,
        max_age=KEPT,
        path=reverse("join", kwargs={"compact": compact}),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
