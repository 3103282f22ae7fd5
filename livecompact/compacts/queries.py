"""What the site's Compacts are, as an actor may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import get_language, pgettext

from livecompact.agreements import Agreement, Edition
from livecompact.compacts import models
from livecompact.compacts.folders import agreement_of
from livecompact.compacts.models import PromiseWord, State
from livecompact.frame.keeping import Shelf


class NotThere(LookupError):
    """The site has no such Compact, or its agreement no such part."""


@dataclass(frozen=True)
class Words:
    """What a Compact calls a promise: one, several, and each at the head of a sentence."""

    one: str
    many: str
    One: str
    Many: str


@dataclass(frozen=True)
class ShownLogo:
    """The picture at the head of a Compact's pages: what it shows, its size in pixels, and what it is known by."""

    says: str
    width: int
    height: int
    sha256: str


@dataclass(frozen=True, eq=False)
class Published:
    """A Compact as everyone may read it on a day: its agreement, the edition in force, and its look."""

    agreement: Agreement
    edition: Edition
    words: Words
    brand_colour: str
    sha256: str
    promise_word: str = PromiseWord.PROMISE.value
    logo: ShownLogo | None = None

    @property
    def id(self) -> str:
        """Its part of the address."""
        return self.agreement.id

    @property
    def name(self) -> str:
        """Its name in full, such as "Hertfordshire Compact"."""
        return self.agreement.name

    @property
    def official_words(self) -> str:
        """How many promises of the edition in force have their official words here: "none", "some" or "all"."""
        loaded = sum(bool(each.official) for each in self.edition.undertakings)
        return "none" if not loaded else "all" if loaded == len(self.edition.undertakings) else "some"


SHELF: Shelf[tuple[date, str], tuple[Published, ...]] = Shelf()


def compacts(actor: object, today: date) -> tuple[Published, ...]:  # noqa: ARG001 (everyone may read what is published)
    """Every Compact that is published, in the order of the list. One query at most, however many there are.

    Every page asks this, so it is kept while the database stays as it is.
    """
    kept, key = SHELF.now(), (today, get_language())
    if key not in kept:
        kept[key] = tuple(_published(row, row.sha256, today) for row in _rows())
    return kept[key]


def _rows() -> "QuerySet[models.Compact, Any]":
    newest = models.Edition.objects.filter(compact=OuterRef("pk"), state=State.PUBLISHED).order_by(
        "-published_at", "-pk"
    )
    looks = models.Compact.objects.select_related("logo").defer("logo__picture")
    return looks.annotate(sha256=Subquery(newest.values("sha256")[:1])).exclude(sha256=None)


def compact(actor: object, slug: str, today: date) -> Published:
    """The Compact of that address; NotThere where there is none, or none that the actor may see."""
    return among(compacts(actor, today), slug)


def among(found: Iterable[Published], slug: str) -> Published:
    """The one of some Compacts with that address; NotThere where there is none."""
    for each in found:
        if each.id == slug:
            return each
    raise NotThere(slug)


def _published(row: models.Compact, sha256: str, today: date) -> Published:
    return published_as(row, agreement_of(sha256), sha256, today)


def published_as(row: models.Compact, agreement: Agreement, sha256: str, today: date) -> Published:
    """A Compact as everyone may read it on a day, with an agreement as its text."""
    edition = agreement.edition_in_force(today) or agreement.newest
    words = words_of(row.promise_word)
    return Published(agreement, edition, words, row.brand_colour, sha256, row.promise_word, _logo(row))


def _logo(row: models.Compact) -> ShownLogo | None:
    there = getattr(row, "logo", None)  # Django raises where a Compact has none
    return ShownLogo(there.says, there.width, there.height, there.sha256) if there else None


def logo_of(actor: object, slug: str) -> models.Logo:  # noqa: ARG001 (everyone may see it)
    """The logo of a Compact with its picture; NotThere where it has none."""
    found = models.Logo.objects.filter(compact__slug=slug).first()
    if found is None:
        raise NotThere(slug)
    return found


def words_of(promise_word: str) -> Words:
    """The word for a promise, in the language of the page."""
    match promise_word:
        case PromiseWord.COMMITMENT:
            one, many = pgettext("an undertaking", "commitment"), pgettext("undertakings", "commitments")
        case PromiseWord.UNDERTAKING:
            one, many = pgettext("an undertaking", "undertaking"), pgettext("undertakings", "undertakings")
        case _:
            one, many = pgettext("an undertaking", "promise"), pgettext("undertakings", "promises")
    return Words(one, many, one[:1].upper() + one[1:], many[:1].upper() + many[1:])


def folder(actor: object, compact: Published) -> str:  # noqa: ARG001 (everyone may read what is published)
    """The canonical text of the agreement that is published, every edition in it."""
    return models.Edition.objects.filter(sha256=compact.sha256).values_list("folder", flat=True)[:1].get()
