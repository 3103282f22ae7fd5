"""What changes the site's Compacts: adding one, publishing an edition."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localdate

from livecompact.agreements import Agreement, Mistaken
from livecompact.agreements.canonical import digest, documents_of
from livecompact.agreements.published import alterations
from livecompact.agreements.writing import written_documents
from livecompact.compacts import entries, findable
from livecompact.compacts.folders import folder_text, read
from livecompact.compacts.models import Compact, Edition, State
from livecompact.compacts.queries import published_as
from livecompact.frame.parts import edition_published
from livecompact.people.models import Person
from livecompact.record import actions as record
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
    publish(Edition(compact=compact, folder=text), before=None, by=by, at=at)
    return compact


@transaction.atomic
def publish_edition(*, compact: Compact, source: str | Path, by: str, at: datetime) -> Edition:
    """Publish a folder as what a Compact says from now on; what was published before stays as it was.

    NotThisCompact where the folder bears another id; NothingNew where nothing in it has changed; Mistaken where it
    alters an edition that is published already.
    """
    text = folder_text(source)
    agreement = read(text)
    if agreement.id != compact.slug:
        raise NotThisCompact(f"This folder is of “{agreement.id}”. Give the folder of “{compact.slug}”.")
    newest = locked(compact)
    if newest.sha256 == digest(text):
        raise NothingNew(f"The {agreement.name} says this already. Change the folder first.")
    if altered := alterations(documents_of(newest.folder), written_documents(text), localdate(at)):
        raise Mistaken(agreement.name, altered)
    return publish(Edition(compact=compact, folder=text), before=read(newest.folder), by=by, at=at)


def locked(compact: Compact) -> Edition:
    """The edition of a Compact that is published now, which nobody else can follow up before this transaction ends."""
    Compact.objects.select_for_update().get(pk=compact.pk)
    return Edition.objects.filter(compact=compact, state=State.PUBLISHED).order_by("published_at", "pk").last()  # type: ignore[return-value]  # a Compact is added together with its first


def publish(row: Edition, *, before: Agreement | None, by: str, at: datetime, person: Person | None = None) -> Edition:
    """Make a row, drafted or new, what its Compact says from now on, and put that on the record.

    The text has been looked at by then. `before` is what was published so far; `by` is a role, `person` is who it was.
    """
    agreement = read(row.folder)
    row.edition, row.sha256, row.state = agreement.newest.id, digest(row.folder), State.PUBLISHED
    row.published_at, row.published_by, row.publisher = at, by, person
    row.full_clean()
    row.save()
    for line in entries.told(before, agreement):
        record.write(compact=agreement.id, role=by, at=at, **asdict(line))
    _let_be_found(row.compact, agreement, row.sha256, at)
    edition_published(compact=agreement.id, at=at)
    return row


def _let_be_found(compact: Compact, agreement: Agreement, sha256: str, at: datetime) -> None:
    published = published_as(compact, agreement, sha256, localdate(at))
    search.index(compact=compact.slug, room=findable.ROOM, documents=findable.documents(published))
