"""What the standards will say of many dealings of one organisation and kind: by the same judge, each thing asked once.

Dealings that agree in every fact at which a standard looks stand alike under it, so a list of a hundred thousand is
judged in the time that its different ones take.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from livecompact.dealings.acts import agreements_now, org_ids, side_of, touching
from livecompact.dealings.standings import Act, Settled, settled_by, standards_on, with_time_to_explain
from livecompact.kinds.kind import Kind
from livecompact.register.models import Organisation
from livecompact.register.queries import times_signed
from livecompact.standards.facts import NONE, NOT_KNOWN, Facts, FactType, FactValue
from livecompact.standards.judging import Answer
from livecompact.standards.standard import Standard

type Stands = Mapping[str, tuple[Settled, ...]]
"""What stands, by Compact."""
type Looked = tuple[FactValue, ...]
"""What is seen of some facts: of a text only whether there is one, for no standard looks at its words."""
GIVEN = ""


class Judges:
    """The Compacts that judge an organisation's dealings of one kind, in one home."""

    def __init__(self, organisation: Organisation, of: Kind, home: str, today: date) -> None:
        known = agreements_now(today)
        self._known = {slug: known[slug] for slug in touching(home, known)}
        self._kind, self._side, self._ids = of, side_of(organisation), org_ids(organisation)
        self._signed = [each for each in times_signed(organisation) if each[0] in self._known]
        self._rules = [name for rule in of.never for name in (rule.fact, rule.cannot_precede)]
        self._texts = {fact.name for fact in of.facts if fact.type is FactType.TEXT}
        self._looked_at = self._all_looked_at()
        self._stands: dict[Looked, Stands] = {}
        self._lacking: dict[Looked, dict[str, tuple[str, str]]] = {}
        self._under: dict[tuple[str, date], tuple[Standard, ...]] = {}
        self._weighed: dict[int, tuple[str, ...]] = {}
        self._found: dict[tuple[int, Looked], Settled | None] = {}
        self._timed: dict[tuple[object, ...], list[Settled]] = {}

    def compacts(self, day: date) -> tuple[str, ...]:
        """The Compacts that the organisation had signed on a day."""
        held = {slug for slug, since, until in self._signed if since <= day and (until is None or day <= until)}
        return tuple(sorted(held))

    def stands(self, facts: Facts) -> Stands:
        """What each Compact that judges it will say."""
        seen = self._seen(self._looked_at, facts)
        if seen not in self._stands:
            day = facts.day(self._kind.happens_on)
            self._stands[seen] = {slug: self._of(slug, day, facts) for slug in self.compacts(day)} if day else {}
        return self._stands[seen]

    def timed(
        self,
        slug: str,
        stands: tuple[Settled, ...],
        before: Sequence[Settled] = (),
        *,
        today: date,
        reached_on: date | None,
    ) -> list[Settled]:
        """The same with the days of the time to explain, of a dealing that becomes public or changes today.

        `before` is what stood: a time to explain that has begun stays.
        """
        begun = tuple(each for each in before if each.asked_on and each.asked_on < today)
        key = (slug, stands, begun, today, reached_on)
        if key not in self._timed:
            self._timed[key] = with_time_to_explain(
                stands, begun, self._known[slug], today=today, changed_on=today, reached_on=reached_on
            )
        return self._timed[key]

    def lacking(self, facts: Facts) -> Mapping[str, tuple[str, str]]:
        """The reasons that nobody said for doing less than a promise asks, with the Compact and standard of each."""
        seen = self._seen(self._looked_at, facts)
        if seen not in self._lacking:
            day = facts.day(self._kind.happens_on)
            self._lacking[seen] = self._lacks(day, facts) if day else {}
        return self._lacking[seen]

    def _of(self, slug: str, day: date, facts: Facts) -> tuple[Settled, ...]:
        return tuple(found for each in self._standards(slug, day) if (found := self._one(each, facts)))

    def _lacks(self, day: date, facts: Facts) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        for slug in self.compacts(day):
            for each in self._standards(slug, day):
                silent = [name for name in each.reasons if facts[name] is NOT_KNOWN]
                said = self._one(each, Facts({**facts.stated, **dict.fromkeys(silent, NONE)})) if silent else None
                if said and said.met is Answer.NO:
                    found |= {name: (slug, each.code) for name in silent if name not in found}
        return found

    def _standards(self, slug: str, day: date) -> tuple[Standard, ...]:
        """The standards of a Compact that give verdicts on a kind on a day."""
        if (slug, day) not in self._under:
            found = standards_on(self._known[slug], self._kind, day)
            self._under[slug, day] = tuple(each for each in found if each.gives_verdicts)
        return self._under[slug, day]

    def _one(self, standard: Standard, facts: Facts) -> Settled | None:
        asked = id(standard)  # the agreement holds it; hashing it whole would cost more than judging by it
        if asked not in self._weighed:
            self._weighed[asked] = self._names(standard)
        key = (asked, self._seen(self._weighed[asked], facts))
        if key not in self._found:
            self._found[key] = settled_by(standard, Act(self._kind, facts, self._side, self._ids))
        return self._found[key]

    def _seen(self, names: Sequence[str], facts: Facts) -> Looked:
        held, texts = facts.stated, self._texts
        values = [(name, held.get(name, NOT_KNOWN)) for name in names]
        return tuple([GIVEN if name in texts and isinstance(value, str) else value for name, value in values])

    def _names(self, standard: Standard) -> tuple[str, ...]:
        """The facts on which it rests what a standard says: those that it looks at, the day, and what cannot be."""
        return tuple(dict.fromkeys((self._kind.happens_on, *standard.facts, *self._rules)))

    def _all_looked_at(self) -> tuple[str, ...]:
        editions = [edition for each in self._known.values() for edition in each.editions]
        standards = [each for edition in editions for each in edition.standards_for(self._kind.name)]
        return tuple(dict.fromkeys(name for each in standards for name in self._names(each)))
