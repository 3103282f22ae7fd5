"""What the standards will say of many dealings of one organisation and kind: by the same judge, each thing asked once.

Dealings that agree in every fact at which a standard looks stand alike under it, so a list of a hundred thousand is
judged in the time that its different ones take.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, NamedTuple

from livecompact.dealings.acts import agreements_now, org_ids, side_of, touching
from livecompact.dealings.standings import Act, Settled, settled_by, standards_on, with_time_to_explain
from livecompact.kinds.kind import Kind
from livecompact.register.models import Organisation
from livecompact.register.queries import times_signed
from livecompact.standards.facts import NONE, NOT_KNOWN, Facts, FactType, Unsaid
from livecompact.standards.judging import Answer
from livecompact.standards.language import Number, Stated, Test, walk
from livecompact.standards.standard import Standard

type Stands = Mapping[str, tuple[Settled, ...]]
"""What stands, by Compact."""
type Lacking = Mapping[str, tuple[str, str]]
"""The reasons that nobody said for doing less than a promise asks, with the Compact and standard of each."""
type Seen = date | int | str | bool | Unsaid | Decimal
type Looked = tuple[Seen, ...]
"""What is seen of some facts: of a text only whether there is one, for no standard looks at its words, and of a number
how it stands to those with which a standard compares it."""
GIVEN = ""


class Judgement(NamedTuple):
    """What stands of a row, and which reasons it lacks."""

    stands: Stands
    lacking: Lacking


class Judges:
    """The Compacts that judge an organisation's dealings of one kind, in one home."""

    def __init__(self, organisation: Organisation, of: Kind, home: str, today: date) -> None:
        known = agreements_now(today)
        self._known = {slug: known[slug] for slug in touching(home, known)}
        self._kind, self._side, self._ids = of, side_of(organisation), org_ids(organisation)
        self._signed = [each for each in times_signed(organisation) if each[0] in self._known]
        self._rules = [name for rule in of.never for name in (rule.fact, rule.cannot_precede)]
        standards = self._all_standards()
        self._signs = _signs(of, standards)
        self._looked_at = tuple(dict.fromkeys((of.happens_on, *(n for each in standards for n in self._names(each)))))
        self._judged: dict[Looked, Judgement] = {}
        self._under: dict[tuple[str, date], tuple[Standard, ...]] = {}
        self._weighed: dict[int, tuple[str, ...]] = {}
        self._found: dict[tuple[int, Looked], Settled | None] = {}

    def compacts(self, day: date) -> tuple[str, ...]:
        """The Compacts that the organisation had signed on a day."""
        held = {slug for slug, since, until in self._signed if since <= day and (until is None or day <= until)}
        return tuple(sorted(held))

    def judged(self, facts: Facts) -> Judgement:
        """What each Compact that judges it will say, and the reasons that it lacks."""
        seen = self._seen(self._looked_at, facts)
        found = self._judged.get(seen)
        if found is None:
            day = facts.day(self._kind.happens_on)
            stands = {slug: self._of(slug, day, facts) for slug in self.compacts(day)} if day else {}
            found = self._judged[seen] = Judgement(stands, self._lacks(day, facts) if day else {})
        return found

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
        known = self._known[slug]
        return with_time_to_explain(stands, before, known, today=today, changed_on=today, reached_on=reached_on)

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
        held, signs = facts.stated, self._signs
        values: list[Seen] = []
        for name in names:
            value: Seen = held.get(name, NOT_KNOWN)
            sign = signs.get(name)
            values.append(value if sign is None or value.__class__ is Unsaid else sign(value))
        return tuple(values)

    def _names(self, standard: Standard) -> tuple[str, ...]:
        """The facts on which it rests what a standard says: those that it looks at, the day, and what cannot be."""
        return tuple(dict.fromkeys((self._kind.happens_on, *standard.facts, *self._rules)))

    def _all_standards(self) -> list[Standard]:
        editions = [edition for each in self._known.values() for edition in each.editions]
        return [each for edition in editions for each in edition.standards_for(self._kind.name)]


def _signs(of: Kind, standards: Iterable[Standard]) -> dict[str, Callable[[Any], Seen]]:
    """What is seen of the facts that are not seen as they are."""
    texts = {fact.name: lambda _text: GIVEN for fact in of.facts if fact.type is FactType.TEXT}
    compared = _compared(test for each in standards for part in each.tests for test in walk(part))
    return texts | {name: partial(_place, numbers) for name, numbers in compared.items()}


def _place(numbers: Sequence[Decimal], value: Decimal) -> int:
    """The place of a number among others in their order: an odd one where it is equal to one of them."""
    return bisect_left(numbers, value) + bisect_right(numbers, value)


def _compared(tests: Iterable[Test]) -> dict[str, list[Decimal]]:
    """The numbers with which each fact is compared, in their order; not of one of which anything else is asked."""
    found: dict[str, set[Decimal]] = {}
    other: set[str] = set()
    for test in tests:
        if isinstance(test, Number):
            found.setdefault(test.fact, set()).add(test.than)
        elif not (isinstance(test, Stated) or test.parts()):
            other.update(test.facts())
    return {name: sorted(numbers) for name, numbers in found.items() if name not in other}
