"""Whether a browser has signed in as this person before: then strangers' wrong tries do not count against it.

Tries are counted by address. Without this, whoever knows an address could use its tries up and keep its owner out.
"""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from livecompact.people.models import Person
from livecompact.people.queries import person

COOKIE = "known"
LASTS = timedelta(days=90)
SIGNER = signing.TimestampSigner(salt="livecompact.people.known")
WHERE = "/sign-in"  # the browser sends it to these pages alone


def remember(response: HttpResponse, who: Person) -> None:
    """Let the browser show from now on that this person has signed in with it."""
    response.set_cookie(
        COOKIE,
        SIGNER.sign(str(who.pk)),
        max_age=LASTS,
        path=WHERE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def limited_as(request: HttpRequest, email: str) -> str:
    """The name under which tries for an address are counted: strangers share one, a known browser has its own."""
    try:
        pk = SIGNER.unsign(request.COOKIES.get(COOKIE, ""), max_age=LASTS)
    except signing.BadSignature:
        return email.lower()
    who = person(email)
    return f"known:{pk}" if who is not None and str(who.pk) == pk else email.lower()
