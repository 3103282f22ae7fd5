"""What the public record says when a text is published: a line for each edition and each number that was agreed."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from livecompact.agreements import Agreement, Edition
from livecompact.record.what import What
from livecompact.standards.standard import Standard

LANGUAGE = "en-gb"
"""The record speaks one language, whoever publishes: its lines stand for ever."""


@dataclass(frozen=True)
class Told:
    """One line of the record: what happened, to which thing for good, and in which words."""

    what: What
    subject: str
    title: str
    address: str
    touches: tuple[str, ...] = ()


def told(before: Agreement | None, after: Agreement) -> tuple[Told, ...]:
    """The lines for publishing `after`, where `before` was published till then; there is always one."""
    with override(LANGUAGE):
        found = [*_editions(before, after)]
        for edition in _both(before, after):
            found += _measures(before.edition(edition.id) if before else edition, edition, after.id)
        return tuple(found) or (_changed(after),)


def _editions(before: Agreement | None, after: Agreement) -> Iterator[Told]:
    known = {edition.id for edition in before.editions} if before else set()
    for edition in after.editions:
        if edition.id not in known:
            title = _("%(name)s: %(edition)s") % {"name": after.name, "edition": edition.name}
            yield Told(What.EDITION_PUBLISHED, f"edition/{edition.id}", title, _address(after.id, edition))


def _both(before: Agreement | None, after: Agreement) -> list[Edition]:
    known = {edition.id for edition in before.editions} if before else set()
    return [edition for edition in after.editions if edition.id in known]


def _measures(was: Edition, edition: Edition, compact: str) -> Iterator[Told]:
    """A local number that was agreed, or that ends."""
    known = {standard.code: standard for standard in was.standards}
    for standard in edition.standards:
        old = known.get(standard.code)
        if standard.adopted and not (old and old.adopted):
            yield _measure(What.MEASURE_ADOPTED, standard, edition, compact)
        elif standard.adopted and old and standard.until and old.until != standard.until:
            yield _measure(What.MEASURE_DROPPED, standard, edition, compact)


def _measure(what: What, standard: Standard, edition: Edition, compact: str) -> Told:
    promise = edition.undertaking(standard.undertaking)
    subject, touches = f"check/{edition.id}/{standard.code}", (f"promise:{promise.id}",)
    return Told(what, subject, standard.asks, f"{_address(compact, edition)}/promises/{promise.id}", touches)


def _changed(after: Agreement) -> Told:
    """Publishing that brings no edition and no number: official words, contacts, Easy Read and the like."""
    edition = after.newest
    title = _("Checks, contacts or words beside the text: %(edition)s") % {"edition": edition.name}
    return Told(What.TEXT_CHANGED, f"edition/{edition.id}", title, _address(after.id, edition))


def _address(compact: str, edition: Edition) -> str:
    return reverse("edition", kwargs={"compact": compact, "edition": edition.id})
