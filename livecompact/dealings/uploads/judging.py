"""What the standards will say of many dealings of one organisation and kind: by the same judge, each thing asked once.

Dealings that agree in every fact at which a standard looks stand alike under it, so a list of a hundred thousand is
judged in the time that its different ones take.
"""

from collections.abc import Mapping
from datetime import date

from livecompact.agreements import Agreement
from livecompact.dealings.acts import agreements_now, org_ids, side_of, touching
from livecompact.dealings.standings import Act, Settled, settled_by, with_time_to_explain
from livecompact.kinds.kind import Kind
from livecompact.register.models import Organisation
from livecompact.register.queries import times_signed
from livecompact.standards.facts import NONE, NOT_KNOWN, Facts, FactValue
from livecompact.standards.judging import Answer
from livecompact.standards.standard import Standard

type Stands = Mapping[str, tuple[Settled, ...]]
"""What stands, by Compact."""


class Judges:
    """The Compacts that judge an organisation's dealings of one kind, in one home."""

    def __init__(self, organisation: Organisation, of: Kind, home: str, today: date) -> None:
        known = agreements_now(today)
        self._known = {slug: known[slug] for slug in touching(home, known)}
        self._kind, self._side, self._ids = of, side_of(organisation), org_ids(organisation)
        self._signed = [each for each in times_signed(organisation) if each[0] in self._known]
        self._rules = [name for rule in of.never for name in (rule.fact, rule.cannot_precede)]
        self._under: dict[tuple[str, date], tuple[Standard, ...]] = {}
        self._weighed: dict[int, tuple[str, ...]] = {}
        self._silent: dict[int, tuple[str, ...]] = {}
        self._found: dict[tuple[int, tuple[FactValue, ...]], Settled | None] = {}
        self._timed: dict[tuple[object, ...], list[Settled]] = {}

    def compacts(self, day: date) -> tuple[str, ...]:
        """The Compacts that the organisation had signed on a day."""
        held = {slug for slug, since, until in self._signed if since <= day and (until is None or day <= until)}
        return tuple(sorted(held))

    def stands(self, facts: Facts) -> Stands:
        """What each Compact that judges it will say."""
        day = facts.day(self._kind.happens_on)
        slugs = self.compacts(day) if day else ()
        return {
            slug: tuple(found for each in self._standards(slug, day) if (found := self._one(each, facts)))
            for slug in slugs
            if day
        }

    def timed(self, slug: str, stands: tuple[Settled, ...], *, today: date, reached_on: date | None) -> list[Settled]:
        """The same with the days of the time to explain, of a dealing that becomes public today."""
        key = (slug, stands, today, reached_on)
        if key not in self._timed:
            self._timed[key] = with_time_to_explain(
                stands, (), self._known[slug], today=today, changed_on=today, reached_on=reached_on
            )
        return self._timed[key]

    def lacking(self, facts: Facts) -> dict[str, tuple[str, str]]:
        """The reasons that nobody said for doing less than a promise asks, with the Compact and standard of each."""
        day = facts.day(self._kind.happens_on)
        found: dict[str, tuple[str, str]] = {}
        for slug in self.compacts(day) if day else ():
            for each in self._standards(slug, day) if day else ():
                silent = [name for name in self._reasons(each) if facts[name] is NOT_KNOWN]
                said = self._one(each, Facts({**facts, **dict.fromkeys(silent, NONE)})) if silent else None
                if said and said.met is Answer.NO:
                    found |= {name: (slug, each.code) for name in silent if name not in found}
        return found

    def _standards(self, slug: str, day: date) -> tuple[Standard, ...]:
        """The standards of a Compact that give verdicts on a kind on a day."""
        if (slug, day) not in self._under:
            self._under[slug, day] = _in_force(self._known[slug], self._kind, day)
        return self._under[slug, day]

    def _reasons(self, standard: Standard) -> tuple[str, ...]:
        asked = id(standard)
        if asked not in self._silent:
            self._silent[asked] = standard.reasons
        return self._silent[asked]

    def _one(self, standard: Standard, facts: Facts) -> Settled | None:
        asked = id(standard)  # the agreement holds it; hashing it whole would cost more than judging by it
        if asked not in self._weighed:
            names = (self._kind.happens_on, *standard.facts, *self._rules)
            self._weighed[asked] = tuple(dict.fromkeys(names))
        key = (asked, tuple([facts[name] for name in self._weighed[asked]]))
        if key not in self._found:
            self._found[key] = settled_by(standard, Act(self._kind, facts, self._side, self._ids))
        return self._found[key]


def _in_force(agreement: Agreement, of: Kind, day: date) -> tuple[Standard, ...]:
    edition = agreement.edition_in_force(day)
    return tuple(each for each in edition.standards_for(of.name) if each.gives_verdicts) if edition else ()
