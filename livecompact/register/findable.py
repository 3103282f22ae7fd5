"""What of the register can be found by the search of the site: each organisation with a page in a Compact."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from livecompact.compacts import queries as compacts
from livecompact.record.joining import Named
from livecompact.register.models import ENDED, As, Organisation, Signature, State
from livecompact.search.documents import Document, Kind

ROOM = "register"
PUBLIC = (State.ACTIVE, *ENDED)


def everything(today: date) -> Iterator[tuple[str, list[Document]]]:
    """Each Compact that is published, with the organisations that have a page in it."""
    for compact in compacts.compacts(None, today):
        yield compact.id, documents(compact.id)


def documents(compact: str, organisation: Organisation | None = None) -> list[Document]:
    """The organisations of a Compact that have signed, now or before, or are its Friends; or one of them."""
    rows = Signature.objects.filter(compact__slug=compact, latest=True, state__in=PUBLIC).select_related("organisation")
    if organisation is not None:
        rows = rows.filter(organisation=organisation)
    rows = rows.prefetch_related("organisation__identifiers", "organisation__other_names")
    newest = {row.organisation_id: row for row in rows.order_by("applied_at", "pk")}
    return [_document(row) for row in newest.values()]


def named(compact: str, slug: str, today: date) -> Named | None:  # noqa: ARG001 (the same on any day)
    """An organisation that can be followed in a Compact; None where it has no page in it."""
    row = Signature.objects.filter(
        compact__slug=compact, organisation__slug=slug, latest=True, state__in=PUBLIC
    ).first()
    return Named(row.organisation.name, _address(row)) if row else None


def _document(row: Signature) -> Document:
    organisation = row.organisation
    names = [each.name for each in organisation.other_names.all()]
    numbers = [text for each in organisation.identifiers.all() for text in (each.value, str(each))]
    return Document(
        kind=Kind.ORGANISATION,
        address=_address(row),
        title=organisation.name,
        also=" ".join((*names, *numbers)),
        says=_says(row),
        rest=f"{row.champion} {row.commitment} {organisation.district}".strip(),
    )


def _says(row: Signature) -> str:
    day = date_format(row.signed_on, "j F Y")
    joined = _("Friend since %(day)s.") if row.signs_as == As.FRIEND else _("Signed on %(day)s.")
    kind = row.organisation.get_kind_display()
    ended = f" {row.get_state_display()}." if row.state in ENDED else ""
    return f"{kind}. {joined % {'day': day}}{ended}"


def _address(row: Signature) -> str:
    return reverse("organisation", kwargs={"compact": row.compact_id, "organisation": row.organisation.slug})
