"""A page of this room, drawn from its template with the Compact that it is of."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from livecompact.compacts.queries import Published
from livecompact.dealings.naming import named


def show(request: HttpRequest, compact: Published, template: str, **shown: object) -> HttpResponse:
    """The page of a template of this room, which names organisations by `named`."""
    context = {"compact": compact, "words": compact.words, "named": named, **shown}
    return render(request, f"dealings/{template}.jinja", context)
