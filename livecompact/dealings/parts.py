"""What this room gives to pages of rooms below: how a promise and an organisation stand, and what is on record."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import Published, Words
from livecompact.dealings import queries
from livecompact.dealings.naming import LISTED
from livecompact.dealings.public.pages import row
from livecompact.dealings.public.words import state_sentence
from livecompact.dealings.queries import Counts, Tallies
from livecompact.frame.parts import Asked, Part
from livecompact.kinds.kind import Topic
from livecompact.standards.periods import Period

MOST_YEARS = 7
"""A chart has at most so many rows."""
A_YEAR = Period.read("1 year")


@dataclass(frozen=True)
class Bar:
    """One year of a table: how many checks were kept or explained, of how many, as a share of a hundred."""

    year: int
    counts: Counts
    share: int


def promise_state(asked: Asked) -> Part | None:
    """How a promise was kept in the last year, in a sentence."""
    if not _is_tested(asked):
        return None
    return state_part(_tallies(asked, asked.about["promise"]).last_year, asked.compact.words, of_one=True)


def promise_record(asked: Asked) -> Part | None:
    """The newest records of a promise, and its years."""
    if not _is_tested(asked):
        return None
    number = asked.about["promise"]
    newest = queries.newest(asked.actor, asked.compact, number, asked.today)
    rows = [row(asked.compact, dealing, standings, asked.today) for dealing, standings in newest]
    bars = _bars(_tallies(asked, number))
    says = {"rows": rows, "bars": bars, "message": _message(bars), "number": number}
    says["lists"] = lists(asked.compact, {each.of for each in asked.compact.edition.standards_of(number)})
    return Part("dealings/parts/promise.jinja", says)


def compact_record(asked: Asked) -> Part:
    """The newest records of a Compact, and where the rest are."""
    newest = queries.newest(asked.actor, asked.compact, "", asked.today)
    rows = [row(asked.compact, dealing, standings, asked.today) for dealing, standings in newest]
    return Part("dealings/parts/compact.jinja", {"rows": rows, "topics": by_topic(asked.compact)})


def organisation_record(asked: Asked) -> Part | None:
    """How an organisation kept what it promised in the last year, in a sentence, and its newest records."""
    slug = asked.about["organisation"]
    found = queries.of_organisation(asked.actor, asked.compact, slug)
    if not found:
        return None
    rows = [row(asked.compact, dealing, standings, asked.today) for dealing, standings in found]
    kinds = queries.kinds_of(asked.actor, asked.compact, slug)
    here = [Link(link.text, f"{link.address}?organisation={slug}") for link in lists(asked.compact, kinds)]
    counts = queries.counts_of(asked.actor, asked.compact, asked.today, _year_before(asked), slug)
    sentence = state_sentence(counts, asked.compact.words, of_one=False) if counts.settled else ""
    return Part("dealings/parts/organisation.jinja", {"rows": rows, "lists": here, "slug": slug, "sentence": sentence})


def ours_record(asked: Asked) -> Part:
    """Where an organisation finds its own record."""
    own = {"compact": asked.compact.id, "organisation": asked.about["organisation"]}
    record_something = reverse("record_something", args=[asked.compact.id])
    return Part(
        "dealings/parts/ours.jinja",
        {"address": reverse("organisation_own_record", kwargs=own), "record": record_something},
    )


def state_part(counts: Counts, words: Words, *, of_one: bool) -> Part | None:
    """How checks stand, in a sentence; nothing where none of them settled. `of_one`: they are those of one promise."""
    if not counts.settled:
        return None
    return Part("dealings/parts/state.jinja", {"sentence": state_sentence(counts, words, of_one=of_one)})


def lists(compact: Published, kinds: Collection[str]) -> list[Link]:
    """The lists of some kinds of dealing."""
    return [
        Link(_("All %(plural)s") % {"plural": _(of.plural)}, reverse("dealings", args=[compact.id, part]))
        for part, of in LISTED.items()
        if of.name in kinds
    ]


def by_topic(compact: Published) -> list[tuple[str, list[Link]]]:
    """Every list of dealings that a Compact has, under what it is about."""
    return [
        (_(topic.value), lists(compact, {of.name for of in LISTED.values() if of.topic is topic})) for topic in Topic
    ]


def _is_tested(asked: Asked) -> bool:
    """Whether some standard that gives verdicts tests the promise on a kind of dealing that has pages."""
    kinds = {of.name for of in LISTED.values()}
    standards = asked.compact.edition.standards_of(asked.about["promise"])
    return any(each.of in kinds and each.gives_verdicts for each in standards)


def _tallies(asked: Asked, number: str) -> Tallies:
    key = ("dealings", asked.compact.id, number)
    if key not in asked.kept:
        asked.kept[key] = queries.tallies(asked.actor, asked.compact, asked.today, _year_before(asked), number)
    found: Tallies = asked.kept[key]
    return found


def _year_before(asked: Asked) -> date:
    return A_YEAR.before(asked.today, asked.compact.agreement.calendar) or date.min


def _bars(tallies: Tallies) -> list[Bar]:
    judged = [(year, counts) for year, counts in tallies.years if counts.settled]
    return [
        Bar(year, counts, round(100 * counts.well / counts.judged) if counts.judged else 0)
        for year, counts in judged[:MOST_YEARS]
    ]


def _message(bars: list[Bar]) -> str:
    """What the table shows, in a sentence."""
    well, judged = sum(bar.counts.well for bar in bars), sum(bar.counts.judged for bar in bars)
    if not judged:
        return _("No check could be judged yet")
    return _("Kept or explained: %(well)s of %(judged)s checks") % {"well": well, "judged": judged}
