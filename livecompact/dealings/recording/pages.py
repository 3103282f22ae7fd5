"""What the page holds on which one chooses what to record."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.checks.answers import read
from livecompact.checks.journeys import JOURNEYS
from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing
from livecompact.dealings.naming import ON_SITE, part_of
from livecompact.dealings.public.facts_said import capital
from livecompact.dealings.publishing.pages import describe_address
from livecompact.kinds.kind import Kind, Topic

THROUGH_ITS_CHECK = frozenset({"funding-change"})
"""Kinds whose own steps come first: who loses money hears of it before everyone does."""


@dataclass(frozen=True)
class Choice:
    """A kind that may be recorded: what it is called, when it is the right one, and where its form is."""

    text: str
    says: str
    address: str


def choices(compact: Published, kinds: frozenset[str]) -> list[tuple[str, list[Choice]]]:
    """The kinds that somebody may record, under what they are about; what has none is left out."""
    found = [(topic, [_choice(compact, of) for of in _of(topic, kinds)]) for topic in Topic]
    return [(_(topic.value), those) for topic, those in found if those]


def form_address(compact: str, of: Kind) -> str:
    """Where a kind is recorded."""
    if of.name in THROUGH_ITS_CHECK:
        return reverse("check_journey", args=[compact, of.name])
    return reverse("dealing_new", args=[compact, of.part])


def back_from(compact: Published, draft: Dealing, query: QueryDict) -> str:
    """Where a draft is written on: where its check was answered, or in the form of its kind."""
    if draft.kind in JOURNEYS and query:
        return describe_address(compact, read(JOURNEYS[draft.kind], query), draft.key)
    return reverse("dealing_new", args=[compact.id, part_of(draft.kind)]) + f"?draft={draft.key}"


def _of(topic: Topic, kinds: frozenset[str]) -> list[Kind]:
    return [of for of in ON_SITE.values() if of.topic is topic and of.name in kinds]


def _choice(compact: Published, of: Kind) -> Choice:
    return Choice(capital(_(of.called)), _(of.says), form_address(compact.id, of))
