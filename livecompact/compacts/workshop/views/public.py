"""What everyone gets of a Compact's look and text: its logo, and its folder to take away."""

from django.http import HttpRequest, HttpResponse

from livecompact.agreements.packing import packed
from livecompact.compacts import queries
from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.compacts.workshop.views.desk import ZIP

AN_HOUR = "public, max-age=3600"


@with_compact
def logo(request: HttpRequest, compact: Published) -> HttpResponse:
    """The picture at the head of the pages."""
    there = queries.logo_of(request.user, compact.id)
    headers = {"Cache-Control": AN_HOUR, "ETag": f'"{there.sha256}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(bytes(there.picture), content_type="image/png", headers=headers)


@with_compact
def agreement_zip(request: HttpRequest, compact: Published) -> HttpResponse:
    """The published text, every edition, as a folder of files that a person can edit."""
    text = queries.folder(request.user, compact)
    headers = {"Content-Disposition": f'attachment; filename="{compact.id}.zip"', "ETag": f'"{compact.sha256}"'}
    return HttpResponse(packed(text, compact.id), content_type=ZIP, headers=headers)
