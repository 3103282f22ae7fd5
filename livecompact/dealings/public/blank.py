"""A list before it has a row: the template of a kind, what its columns mean, its schema, and where to upload it."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.queries.whose import Actor
from livecompact.dealings.uploads.kinds import UPLOADED
from livecompact.frame.sheets import BOM
from livecompact.kinds import schema, template
from livecompact.kinds.kind import Kind
from livecompact.people.models import Person

SHEETS = {"template": template.template, "columns": template.explained}


@with_compact
def sheet(request: HttpRequest, compact: Published, kind: Kind, of: str) -> HttpResponse:  # noqa: ARG001 (as every view)
    """The head of a list to fill in, or what its columns mean, for a spreadsheet."""
    response = HttpResponse(BOM + SHEETS[of](kind), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{kind.part}-{of}.csv"'
    return response


@with_compact
def json_schema(request: HttpRequest, compact: Published, kind: Kind) -> HttpResponse:  # noqa: ARG001 (as above)
    """What a program writes."""
    return HttpResponse(schema.as_text(kind), content_type="application/schema+json")


def upload_of(actor: Actor, compact: Published, kind: Kind, at: datetime) -> dict[str, str]:
    """Where somebody uploads a list of a kind; nowhere for who may not, or where no list is read."""
    if kind.part not in UPLOADED or not isinstance(actor, Person):
        return {"upload": ""}
    may = queries.organisations_for(actor, compact, kind, at)
    return {"upload": reverse("upload_start", args=[compact.id, kind.part]) if may else ""}
