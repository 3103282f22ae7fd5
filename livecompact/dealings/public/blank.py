"""A list before it has a row: the template of a kind, what its columns mean, and its schema."""

from django.http import HttpRequest, HttpResponse

from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.frame.sheets import BOM
from livecompact.kinds import schema, template
from livecompact.kinds.kind import Kind

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
