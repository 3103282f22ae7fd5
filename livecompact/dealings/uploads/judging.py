"""What the standards will say of many dealings of one organisation and kind: by the same judge, each thing asked once.

Dealings that agree in every fact that a standard looks at stand alike, so a list of a hundred thousand is judged in the
time that its different ones take.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from livecompact.agreements import Agreement
from livecompact.dealings.acts import agreements_now, org_ids, side_of
from livecompact.dealings.standings import Act, Settled, settled, with_time_to_explain
from livecompact.kinds.kind import Kind
from livecompact.register.models import Organisation
from livecompact.register.queries import compacts_signed
from livecompact.standards.facts import NONE, NOT_KNOWN, Facts
from livecompact.standards.judging import Answer
from livecompact.standards.standard import Standard

type Stands = Mapping[str, tuple[Settled, ...]]
"""What stands, by Compact."""


class Judges:
    """The Compacts that judge an organisation's dealings of one kind, in one home."""

    def __init__(self, organisation: Organisation, of: Kind, home: str, today: date) -> None:
        known = agreements_now(today)
        touching = {home, known[home].parent, *(slug for slug, each in known.items() if each.parent == home)}
        self._known = {slug: each for slug, each in known.items() if slug in touching}
        self._organisation, self._kind = organisation, of
        self._side, self._ids = side_of(organisation), org_ids(organisation)
        self._signed: dict[date, tuple[str, ...]] = {}
        self._found: dict[tuple[object, ...], Stands] = {}
        self._timed: dict[tuple[object, ...], list[Settled]] = {}
        self._lacking: dict[tuple[object, ...], Mapping[str, tuple[str, str]]] = {}
        spoken = [(slug, each) for slug, agreement in self._known.items() for each in _standards(agreement, of)]
        self._reasons = {(slug, each.code): each.reasons for slug, each in spoken if each.gives_verdicts}
        rules = [name for rule in of.never for name in (rule.fact, rule.cannot_precede)]
        looked_at = {name for _slug, each in spoken for name in each.facts}
        self._weighed = tuple(sorted({of.happens_on, *rules, *looked_at}))

    def compacts(self, day: date) -> tuple[str, ...]:
        """The Compacts that the organisation had signed on a day."""
        if day not in self._signed:
            signed = compacts_signed(self._organisation, day)
            self._signed[day] = tuple(slug for slug in signed if slug in self._known)
        return self._signed[day]

    def stands(self, facts: Facts) -> Stands:
        """What each Compact that judges it will say."""
        key = tuple(facts[name] for name in self._weighed)
        if key not in self._found:
            self._found[key] = self._judged(facts)
        return self._found[key]

    def timed(self, slug: str, stands: tuple[Settled, ...], *, today: date, reached_on: date | None) -> list[Settled]:
        """The same with the days of the time to explain, of a dealing that becomes public today."""
        key = (slug, stands, today, reached_on)
        if key not in self._timed:
            self._timed[key] = with_time_to_explain(
                stands, (), self._known[slug], today=today, changed_on=today, reached_on=reached_on
            )
        return self._timed[key]

    def lacking(self, facts: Facts) -> Mapping[str, tuple[str, str]]:
        """The reasons that nobody said for doing less than a promise asks, with the Compact and standard of each."""
        key = tuple(facts[name] for name in self._weighed)
        if key not in self._lacking:
            self._lacking[key] = dict(self._silent(facts))
        return self._lacking[key]

    def _silent(self, facts: Facts) -> Iterator[tuple[str, tuple[str, str]]]:
        silent = {name for names in self._reasons.values() for name in names if facts[name] is NOT_KNOWN}
        none = Facts({**facts, **dict.fromkeys(silent, NONE)})
        for slug, stands in self._judged(none).items() if silent else ():
            for each in stands:
                if each.met is Answer.NO:
                    names = silent & set(self._reasons.get((slug, each.standard), ()))
                    yield from ((name, (slug, each.standard)) for name in sorted(names))

    def _judged(self, facts: Facts) -> Stands:
        day = facts.day(self._kind.happens_on)
        act = self._act(facts)
        return {slug: tuple(settled(act, self._known[slug])) for slug in (self.compacts(day) if day else ())}

    def _act(self, facts: Facts) -> Act:
        return Act(self._kind, facts, self._side, self._ids)


def _standards(agreement: Agreement, of: Kind) -> Iterator[Standard]:
    """The standards of every edition that speak of a kind."""
    for edition in agreement.editions:
        yield from edition.standards_for(of.name)
