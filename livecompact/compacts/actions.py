"""What changes the site's Compacts: adding one, publishing an edition, its colour and words."""

from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localdate

from livecompact.agreements import Agreement
from livecompact.agreements.canonical import digest
from livecompact.compacts import findable
from livecompact.compacts.folders import folder_text, read
from livecompact.compacts.models import Compact, Edition, State
from livecompact.compacts.queries import published_as
from livecompact.search import actions as search


class NotThisCompact(ValueError):
    """The folder is that of another Compact."""


class NothingNew(ValueError):
    """The folder says what is published already."""


@transaction.atomic
def add_compact(
    *, source: str | Path, by: str, at: datetime, brand_colour: str = "", promise_word: str = ""
) -> Compact:
    """Put a Compact on the site, out of one that ships ("hertfordshire") or out of a folder, and publish it.

    `by` is the role that does it. ValidationError where the site has it already, or where its colour is too light.
    """
    text = folder_text(source)
    agreement = read(text)
    words = {"promise_word": promise_word} if promise_word else {}
    compact = Compact(slug=agreement.id, position=Compact.objects.count(), brand_colour=brand_colour, **words)
    compact.full_clean()
    compact.save()
    _publish(compact, agreement, text, by, at)
    return compact


@transaction.atomic
def publish_edition(*, compact: Compact, source: str | Path, by: str, at: datetime) -> Edition:
    """Publish a folder as what a Compact says from now on; what was published before stays as it was.

    NotThisCompact where the folder bears another id; NothingNew where nothing in it has changed.
    """
    text = folder_text(source)
    agreement = read(text)
    if agreement.id != compact.slug:
        raise NotThisCompact(f"This folder is of “{agreement.id}”. Give the folder of “{compact.slug}”.")
    newest = Edition.objects.filter(compact=compact, state=State.PUBLISHED).order_by("published_at", "pk").last()
    if newest is not None and newest.sha256 == digest(text):
        raise NothingNew(f"The {agreement.name} says this already. Change the folder first.")
    return _publish(compact, agreement, text, by, at)


@transaction.atomic
def set_look(*, compact: Compact, by: str, brand_colour: str, promise_word: str) -> Compact:  # noqa: ARG001 (for the record)
    """Change the colour of a Compact's pages and its word for a promise."""
    compact.brand_colour = brand_colour
    compact.promise_word = promise_word
    compact.full_clean()
    compact.save(update_fields=["brand_colour", "promise_word"])
    return compact


def _publish(compact: Compact, agreement: Agreement, text: str, by: str, at: datetime) -> Edition:
    edition = Edition(
        compact=compact,
        edition=agreement.newest.id,
        folder=text,
        sha256=digest(text),
        state=State.PUBLISHED,
        published_at=at,
        published_by=by,
    )
    edition.full_clean()
    edition.save()
    _let_be_found(compact, agreement, edition.sha256, at)
    return edition


def _let_be_found(compact: Compact, agreement: Agreement, sha256: str, at: datetime) -> None:
    published = published_as(compact, agreement, sha256, localdate(at))
    search.index(compact=compact.slug, room=findable.ROOM, documents=findable.documents(published))
