"""The page for whoever runs a Compact."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.compacts.running import pages
from livecompact.frame.waiting import everything_that_waits


@with_compact
def run(request: HttpRequest, compact: Published) -> HttpResponse:
    """Everything that waits for whoever runs this Compact, the oldest first."""
    at = timezone.now()
    page = pages.run_page(everything_that_waits(request.user, compact, at), localdate(at))
    return render(request, "compacts/run.jinja", {"compact": compact, "words": compact.words, "page": page})
