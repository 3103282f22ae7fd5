"""What changes a draft, publishes it or throws it away, and how a Compact's pages look.

A draft is known by the hash of its text. Whoever changes it says which text they had before them; where another has
changed it since, nothing is written.
"""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.agreements import Mistaken, bundled
from livecompact.agreements.canonical import digest
from livecompact.compacts import actions
from livecompact.compacts.drafting import drafted, look_at, misshapen
from livecompact.compacts.folders import read
from livecompact.compacts.models import Act, Compact, Edition, Logo, State
from livecompact.compacts.pictures import Picture
from livecompact.compacts.second.actions import go_on
from livecompact.people.models import Person
from livecompact.record import actions as record
from livecompact.record.what import What

DRAFT = "draft"


class Outdated(RuntimeError):
    """The draft is another than the one that was looked at: somebody changed, published or dropped it meanwhile."""


@transaction.atomic
def save_draft(*, compact: str, text: str, based_on: str, by: Person, at: datetime) -> Edition | None:
    """Keep a text as the draft of a Compact; None where it is what is published, so that no draft is left.

    Outdated where `based_on` is no longer the text on the bench; Mistaken where the text could not be read again.
    """
    row, published, draft = _bench(compact, based_on)
    if mistakes := misshapen(text):
        raise Mistaken(compact, mistakes)
    if digest(text) == published.sha256:
        if draft:
            draft.delete()
        return None
    kept = draft or Edition(compact=row)
    kept.folder, kept.sha256, kept.edition = text, digest(text), drafted(text).newest.id
    kept.changed_by, kept.changed_at = by, at
    kept.full_clean()
    kept.save()
    return kept


@transaction.atomic
def discard_draft(*, compact: str, based_on: str, by: Person) -> None:  # noqa: ARG001 (as every action)
    """Throw the draft away. Outdated where it is another by now."""
    _, _, draft = _bench(compact, based_on)
    if draft:
        draft.delete()


@transaction.atomic
def publish_draft(*, compact: str, based_on: str, by: Person, role: str, at: datetime) -> Edition | None:
    """Make the draft public; None where it waits for a second person, whom the Compact asks for.

    Outdated and Mistaken as in `make_public`.
    """
    _, _, draft = publishable(compact, based_on, at)
    if not go_on(compact=compact, act=Act.EDITION, subject=DRAFT, version=draft.sha256, by=by, at=at):
        return None
    return make_public(compact=compact, based_on=based_on, by=by, role=role, at=at)


@transaction.atomic
def make_public(*, compact: str, based_on: str, by: Person, role: str, at: datetime) -> Edition:
    """Make the draft what the Compact says from now on, and tell so in the public record.

    Outdated where it is another by now, or published already; Mistaken where it cannot be published as it is.
    """
    _, published, draft = publishable(compact, based_on, at)
    return actions.publish(draft, before=read(published.folder), by=role, at=at, person=by)


def publishable(compact: str, based_on: str, at: datetime) -> tuple[Compact, Edition, Edition]:
    """The Compact, what is published, and the draft, once it is sure that it can be published.

    Outdated where it is another by now, or published already; Mistaken where it cannot be published as it is.
    """
    row, published, draft = _bench(compact, based_on)
    if draft is None:
        raise Outdated(compact)
    beside = frozenset(Compact.objects.values_list("slug", flat=True)) | frozenset(bundled())
    looked = look_at(draft.folder, published.folder, localdate(at), beside)
    if not looked.is_well:
        raise Mistaken(compact, looked.mistakes)
    return row, published, draft


@transaction.atomic
def set_look(*, compact: str, brand_colour: str, promise_word: str, role: str, at: datetime) -> Compact:
    """Change the colour and the word of a Compact, with a line in the public record."""
    row = Compact.objects.select_for_update().get(slug=compact)
    row.brand_colour, row.promise_word = brand_colour, promise_word
    row.full_clean()
    row.save(update_fields=["brand_colour", "promise_word"])
    _tell_look(row, role, at)
    return row


@transaction.atomic
def set_logo(*, compact: str, picture: Picture, says: str, by: Person, role: str, at: datetime) -> Logo:
    """Put a picture at the head of a Compact's pages, in the place of the one that was there."""
    row = Compact.objects.select_for_update().get(slug=compact)
    logo = Logo.objects.filter(compact=row).first() or Logo(compact=row)
    logo.picture, logo.width, logo.height = picture.data, picture.width, picture.height
    logo.sha256, logo.says = picture.sha256, says
    logo.changed_by, logo.changed_at = by, at
    logo.full_clean()
    logo.save()
    _tell_look(row, role, at)
    return logo


@transaction.atomic
def describe_logo(*, compact: str, says: str, by: Person, at: datetime) -> None:
    """Change what is said of the logo to who cannot see it."""
    Logo.objects.filter(compact__slug=compact).update(says=says, changed_by=by, changed_at=at)


@transaction.atomic
def remove_logo(*, compact: str, role: str, at: datetime) -> None:
    """Take the picture away from the head of the pages."""
    row = Compact.objects.select_for_update().get(slug=compact)
    if Logo.objects.filter(compact=row).delete()[0]:
        _tell_look(row, role, at)


def _bench(slug: str, based_on: str) -> tuple[Compact, Edition, Edition | None]:
    """The Compact, what is published, and its draft, which nobody else can change before this transaction ends."""
    row = Compact.objects.get(slug=slug)
    published = actions.locked(row)
    draft = Edition.objects.filter(compact=row, state=State.DRAFT).first()
    if (draft or published).sha256 != based_on:
        raise Outdated(slug)
    return row, published, draft


def _tell_look(row: Compact, role: str, at: datetime) -> None:
    title, address = _("How the pages look"), f"/{row.slug}"
    record.write(
        compact=row.slug, what=What.LOOK_CHANGED, subject="look", title=title, address=address, role=role, at=at
    )
