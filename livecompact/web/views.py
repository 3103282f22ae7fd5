"""The site's own pages: help and the law, and what machines ask for."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.compacts import queries as compacts
from livecompact.web import accessibility, retention, sitemap

SECURITY_TEXT_HOLDS = timedelta(days=180)


def page(request: HttpRequest, name: str) -> HttpResponse:
    """A page that asks nothing of anybody: help."""
    return render(request, f"web/{name}.jinja")


def contact(request: HttpRequest) -> HttpResponse:
    """Who runs the site, who runs each Compact, and how they are reached."""
    found = compacts.compacts(request.user, localdate())
    return render(request, "web/contact.jinja", {"site": settings.SITE, "compacts": found})


def statement(request: HttpRequest) -> HttpResponse:
    """How accessible the site is, how that was found out, and what to do about a barrier."""
    context = {
        "site": settings.SITE,
        "facts": accessibility.facts(),
        "barriers": accessibility.BARRIERS,
        "own_part": accessibility.own_part(settings.SITE.folder),
    }
    return render(request, "web/accessibility.jinja", context)


def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of people, why, and for how long: made of the rules of every room."""
    return render(request, "web/privacy.jinja", {"site": settings.SITE, "rules": retention.RULES})


def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: every public page."""
    context = {"sitemap": _whole(reverse("sitemap")), "closed": [reverse("account_login"), reverse("account_logout")]}
    return render(request, "web/robots.txt", context, content_type="text/plain; charset=utf-8")


def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell about a weakness of the site (RFC 9116)."""
    until = (timezone.now() + SECURITY_TEXT_HOLDS).replace(microsecond=0)
    context = {
        "contact": _whole(reverse("contact")),
        "expires": until.isoformat(),
        "canonical": _whole(reverse("security")),
    }
    return render(request, "web/security.txt", context, content_type="text/plain; charset=utf-8")


def site_map(request: HttpRequest) -> HttpResponse:
    """Every public address, for search engines."""
    addresses = [_whole(address) for address in sitemap.addresses()]
    return render(request, "web/sitemap.xml", {"addresses": addresses}, content_type="application/xml")


def _whole(address: str) -> str:
    return f"{settings.SITE.address}{address}"
