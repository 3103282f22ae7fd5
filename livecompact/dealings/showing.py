"""A page of this room or of one above it, drawn from its template with the Compact that it is of."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from livecompact.compacts.queries import Published
from livecompact.dealings.naming import named


def show_in(room: str, request: HttpRequest, compact: Published, template: str, /, **shown: object) -> HttpResponse:
    """The page of a template of a room, which names organisations by `named`."""
    context = {"compact": compact, "words": compact.words, "named": named, **shown}
    return render(request, f"{room}/{template}.jinja", context)


show = partial(show_in, "dealings")
