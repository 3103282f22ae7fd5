"""Whatever the language of standards can say, and dealings that try it: for tests that compare engines.

A new word of the language needs a strategy here, in BY_WORD; a test fails until it has one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from livecompact.kinds.kind import read_value
from livecompact.standards.calendar import NATIONS, Calendar, newest
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, Facts, FactType, FactValue
from livecompact.standards.judging import day_of, due_on
from livecompact.standards.language import (
    AllOf,
    AnyOf,
    Dated,
    DateOrder,
    DatePhrase,
    DoesNotHold,
    FirstKnownOf,
    Holds,
    Number,
    NumberOrder,
    OneOf,
    OpenFor,
    Several,
    Stated,
    Test,
    walk,
)
from livecompact.standards.periods import Period, Unit
from livecompact.standards.reading import read_standard
from livecompact.standards.standard import Basis, Before, Setting, Side, Standard

ADOPTED = {"on": date(2020, 1, 1), "by": "the group", "minute": "7"}
BODIES = ("GB-LAE-ONE", "GB-CHC-2", 'it\'s "odd"')


def _fact(name: str, kind: FactType, **more: Any) -> Fact:
    return Fact(name=name, type=kind, label=name, ask=name, why=name, **more)


FACTS = {
    fact.name: fact
    for fact in (
        *(_fact(name, FactType.DATE) for name in ("begun", "ended", "told", "decided", "published")),
        *(_fact(name, FactType.NUMBER) for name in ("months", "parts")),
        _fact("paid", FactType.AMOUNT),
        _fact("formal", FactType.FLAG, presumed=True),
        _fact("one_off", FactType.FLAG, presumed=False),
        _fact("written", FactType.FLAG),
        _fact("change", FactType.CHOICE, choices=("reduced", "ended", "not renewed")),
        *(_fact(name, FactType.TEXT, is_reason=True) for name in ("reason", "other_reason")),
        _fact("note", FactType.TEXT),
    )
}


def named(*kinds: FactType) -> list[str]:
    """The names of the facts of some types; of all types where none is said."""
    return [name for name, fact in FACTS.items() if not kinds or fact.type in kinds]


DATES = st.sampled_from(named(FactType.DATE))
FLAGS = st.sampled_from(named(FactType.FLAG))

# What a standard may say, as its TOML table says it.

COUNTS = {
    Unit.DAYS: (1, 2, 28, 83, 84, 3_652_058, 3_652_059, 10**12),
    Unit.WEEKS: (1, 8, 12, 521_722, 521_723),
    Unit.WORKING_DAYS: (1, 2, 3, 5, 10, 252, 15_400, 40_000),
    Unit.MONTHS: (1, 2, 3, 11, 12, 36, 119_987, 119_988),
    Unit.YEARS: (1, 2, 4, 9_998, 9_999),
}
"""The last ones of each unit leave the calendar, or the years that there are."""
COMMON = st.sampled_from([Period(count, unit) for unit, counts in COUNTS.items() for count in counts if count < 100])
ANY = st.sampled_from([Period(count, unit) for unit, counts in COUNTS.items() for count in counts])


def often[Some](common: st.SearchStrategy[Some], *rare: st.SearchStrategy[Some]) -> st.SearchStrategy[Some]:
    """Mostly the common thing, now and then a rare one."""
    return st.one_of(common, common, common, common, *rare)


def periods() -> st.SearchStrategy[str]:
    """A length of time in any unit."""
    return often(COMMON, ANY).map(str)


@st.composite
def phrases(draw: st.DrawFn) -> str:
    """A date told from a fact."""
    fact = draw(DATES)
    return f"{draw(periods())} {draw(st.sampled_from(['after', 'before']))} {fact}" if draw(st.integers(0, 3)) else fact


def _names(names: st.SearchStrategy[str]) -> st.SearchStrategy[str | list[str]]:
    return names | st.lists(names, min_size=1, max_size=3, unique=True)


NUMBERS = st.sampled_from(["0", "1", "12", "12.5", "36 months", "-1", "1000000", "0.000001", "-999999999999.999999"])
SIMPLE: dict[type[Test], st.SearchStrategy[dict[str, Any]]] = {
    Stated: st.builds(lambda names: {"stated": names}, _names(st.sampled_from(named()))),
    Holds: st.builds(lambda names: {"holds": names}, _names(FLAGS)),
    DoesNotHold: st.builds(lambda names: {"does_not_hold": names}, _names(FLAGS)),
    OneOf: st.builds(
        lambda some: {"fact": "change", "one_of": some},
        _names(st.sampled_from(["reduced", "ended", "not renewed", "it's"])),
    ),
    Number: st.builds(
        lambda fact, order, than: {"fact": fact, order.value: than},
        st.sampled_from(named(FactType.NUMBER, FactType.AMOUNT)),
        st.sampled_from(NumberOrder),
        NUMBERS,
    ),
    Dated: st.builds(
        lambda fact, order, than: {"fact": fact, order.value: than}, DATES, st.sampled_from(DateOrder), phrases()
    ),
    OpenFor: st.builds(
        lambda opens, to, period: {"open_from": opens, "to": to, "for_at_least": period}, DATES, DATES, periods()
    ),
}


ONE_WORD = st.one_of(*SIMPLE.values())


def _joined(word: type[Several], parts: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.lists(parts, min_size=1, max_size=3).map(lambda tests: {word.keys[0]: tests})


def _any_joined(parts: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.one_of(*(_joined(word, parts) for word in JOINING))


JOINING = (AllOf, AnyOf, FirstKnownOf)
BY_WORD: dict[type[Test], st.SearchStrategy[dict[str, Any]]] = SIMPLE | {
    word: _joined(word, ONE_WORD) for word in JOINING
}
TESTS = st.one_of(ONE_WORD, _any_joined(ONE_WORD), st.recursive(ONE_WORD, _any_joined, max_leaves=5))
WHENS = often(SIMPLE[Holds], SIMPLE[DoesNotHold], SIMPLE[OneOf], TESTS)
EXCUSES = often(st.just({"stated": "reason"}), st.just({"stated": ["reason", "other_reason"]}), TESTS)
RULES = st.sampled_from(
    [
        Before("ended", "begun", say="It ended before it began; that can't be."),
        Before("published", "begun", say="Published before it began."),
        Before("told", "decided", say="Told before it was decided."),
    ]
)


@st.composite
def surroundings(draw: st.DrawFn) -> Setting:
    """Whom a promise binds, whether it allows less, under which calendar, and what the dates cannot be."""
    return Setting(
        binds=draw(often(st.just(Side.JOINT), st.sampled_from(Side))),
        calendar=newest(draw(st.sampled_from(NATIONS))),
        only=draw(often(st.just(()), st.lists(st.sampled_from(BODIES), min_size=1, unique=True).map(tuple))),
        way_out=draw(st.sampled_from([(), ("where possible",), ("where possible",)])),
        acted_by=draw(st.sampled_from(Side)),
        facts=FACTS,
        never=tuple(draw(st.lists(RULES, max_size=3, unique=True))),
        dated_by=draw(st.just("") | DATES),
    )


TERMS = st.dates(date(2024, 6, 1), date(2025, 6, 30))
"""Days on which a standard begins or ends, amid those that dealings have."""


@st.composite
def standards(draw: st.DrawFn, code: str = "trial", kept: st.SearchStrategy[dict[str, Any]] = TESTS) -> Standard:
    """A whole standard: any words in any part, any basis, with and without a due day and a way out."""
    table: dict[str, Any] = {"code": code, "undertaking": "1.1", "of": "trial", "asks": "…", "kept": draw(kept)}
    if draw(st.booleans()):
        table["when"] = draw(WHENS)
    if draw(st.integers(0, 3)):
        table["unless"] = draw(EXCUSES)
    table |= {"due": draw(st.lists(phrases(), max_size=3)), "excusable": draw(often(st.just(True), st.just(False)))}
    table["basis"] = draw(often(st.just(Basis.TEXT), st.sampled_from(Basis))).value
    if table["basis"] == Basis.LOCAL and draw(st.booleans()):
        table["adopted"] = ADOPTED
    table |= draw(st.sampled_from([{}, {}, {"judged_by": "people"}, {"silence": "not kept"}]))
    table |= draw(often(st.just({}), st.fixed_dictionaries({}, optional={"since": TERMS, "until": TERMS})))
    return read_standard(table, draw(surroundings()), lambda _: Facts({}))


# What dealings may hold.

TURNS = [date(2023, 12, 22), date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 28), date(2024, 12, 31)]
TURNS += [date(2025, 2, 28), date(2025, 5, 24), date(2025, 11, 30), date(2025, 12, 24)]
EDGES = [date(1990, 1, 1), date(2050, 12, 31), date.min, date.max]
COMMON_DAYS = st.builds(lambda turn, days: turn + timedelta(days), st.sampled_from(TURNS), st.integers(-3, 3))
RARE_DAYS = st.dates(date(2023, 1, 1), date(2027, 12, 31)) | st.sampled_from(EDGES) | st.dates()
DAYS = often(COMMON_DAYS, RARE_DAYS)
SAID = st.sampled_from(
    ["", "  ", "…", "-", "?!", "The grant ends in June.", "it's '); DROP TABLE dealings; --", "ß 🙂"]
)
VALUES: dict[FactType, st.SearchStrategy[object]] = {
    FactType.DATE: DAYS,
    FactType.NUMBER: st.sampled_from(["0", "1", "11", "12", "12.5", "13", "36", "-1"]) | st.integers(-2, 40).map(str),
    FactType.AMOUNT: st.decimals(-10, 2_000_000, places=2).map(str) | st.sampled_from(["0", "12", "12.01", "1000000"]),
    FactType.FLAG: st.booleans(),
    FactType.CHOICE: st.sampled_from(["reduced", "ended", "not renewed"]),
    FactType.TEXT: SAID,
}


def values(fact: Fact) -> st.SearchStrategy[FactValue]:
    """What a fact may be: mostly a value as its kind reads it, now and then none, or nothing."""
    value = VALUES[fact.type].map(lambda said: read_value(fact, said))
    return often(value, st.just(NONE), st.just(NOT_KNOWN))


@dataclass(frozen=True)
class Dealing:
    """The facts of one dealing, and who acted; None where it is not said."""

    facts: Facts
    side: Side | None = None
    organisation: str | None = None
    bound: bool | None = None


@dataclass(frozen=True, repr=False)
class Case:
    """Standards, dealings and a day: what every engine is asked."""

    standards: tuple[Standard, ...]
    dealings: tuple[Dealing, ...]
    today: date

    def __repr__(self) -> str:
        """The case as a person reads it, where a test fails."""
        asked = [f"{s.kept=}\n  {s.when=}\n  {s.unless=}\n  {s.due=}\n  {s.setting.never=}" for s in self.standards]
        held = [f"{dealing.facts.stated} {dealing.side=} {dealing.organisation=}" for dealing in self.dealings[:3]]
        return "\n".join([*asked, *held, f"{self.today=}"])

    def _repr_pretty_(self, printer: Any, _: bool) -> None:
        printer.text(repr(self))


@st.composite
def dealings(draw: st.DrawFn, tried: Sequence[Standard]) -> Dealing:
    """A dealing with the facts that some standards look at."""
    names = sorted({name for standard in tried for name in standard.facts})
    return Dealing(
        facts=Facts({name: draw(values(FACTS[name])) for name in names}),
        side=draw(often(st.none(), st.sampled_from(Side))),
        organisation=draw(st.sampled_from([None, "", "GB-COH-NOBODY", *BODIES])),
        bound=draw(often(st.just(True), st.just(False), st.none())),
    )


@st.composite
def cases(draw: st.DrawFn, kept: st.SearchStrategy[dict[str, Any]] = TESTS) -> Case:
    """One or two standards, a few dealings with others like them, and a day on which often something is due."""
    tried = tuple(draw(standards(f"trial-{number}", kept)) for number in range(draw(st.integers(1, 2))))
    first = draw(st.lists(dealings(tried), min_size=1, max_size=3))
    due = [day for standard in tried for dealing in first if (day := due_on(standard, dealing.facts))]
    near = [day + timedelta(off) for day in due for off in (0, 1) if date.min < day < date.max]
    alike = [Dealing(facts, one.side, one.organisation, one.bound) for one in first for facts in like(one.facts, tried)]
    return Case(tried, (*first, *alike), draw(st.sampled_from(near) | DAYS if near else DAYS))


def like(facts: Facts, tried: Sequence[Standard]) -> Iterator[Facts]:
    """The same facts but for one, which is none, or not known, or just at the edge of what a standard asks."""
    for name in facts:
        yield Facts({**facts, name: NONE})
        yield Facts({**facts, name: NOT_KNOWN})
    for standard in tried:
        for test in (part for whole in standard.tests for part in walk(whole) if not isinstance(part, Several)):
            for off in (-1, 0, 1):
                yield Facts({**facts, **at_the_edge(test, facts, standard.setting.calendar, off)})


def at_the_edge(test: Test, facts: Facts, calendar: Calendar, off: int) -> dict[str, FactValue]:
    """The fact by which a test would just be met, or just not; none where there is no such edge."""
    match test:
        case Number(fact=name, than=than):
            return {name: than + off * (Decimal("0.000001") if than % 1 else Decimal(1))}
        case Dated(fact=name, than=than):
            return _near(name, day_of(than, facts, calendar), off)
        case OpenFor(opens=opens, closes=closes, at_least=period):
            return _near(closes, day_of(DatePhrase(opens, period, "after"), facts, calendar), off - 1)
    return {}


def _near(name: str, day: object, off: int) -> dict[str, FactValue]:
    if not isinstance(day, date) or not date.min.toordinal() <= day.toordinal() + off <= date.max.toordinal():
        return {}
    return {name: day + timedelta(off)}
