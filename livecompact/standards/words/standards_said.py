"""A whole standard in plain English: when it speaks, what it asks, what excuses, by when, whence its number."""

from livecompact.standards.language import AllOf, AnyOf, FirstKnownOf, OpenFor, Stated, Test
from livecompact.standards.standard import Basis, Setting, Standard
from livecompact.standards.words.asked_for import on_what_ground
from livecompact.standards.words.asking import asks, due
from livecompact.standards.words.clauses import asked_about, fact_of, so
from livecompact.standards.words.saying import LONGEST, listed, sentence, short_date

BOTH = ", both days counted."
SEVERAL: dict[type[Test], str] = {AllOf: "all of these hold.", AnyOf: "one of these holds."}


def standard_in_words(standard: Standard) -> list[str]:
    """Each part of a standard in a sentence or two, in the order in which the judge weighs them."""
    said = [standard.asks, *_when(standard), *_kept(standard), *_excuse(standard), *_due(standard), *_silence(standard)]
    return [*said, *_people(standard), *_ground(standard), *_in_force(standard)]


def _when(standard: Standard) -> list[str]:
    if standard.when is None:
        return []
    named = standard.when.facts()
    taken = {name: flag for name, flag in standard.setting.presumed.items() if name in named}
    facts = {name: fact_of(standard.setting.facts, name) for name in taken}
    whether = [asked_about(facts[name], past=False) for name in taken]
    so_taken = [
        f"Where nobody says {asked}, it is taken that {so(facts[name], taken[name])}."
        for name, asked in zip(taken, whether, strict=True)
    ]
    return [*_parted("It applies where", standard.when, standard.setting), *so_taken]


def _kept(standard: Standard) -> list[str]:
    return _parted("It is kept where", standard.kept, standard.setting)


def _parted(opening: str, test: Test, setting: Setting) -> list[str]:
    """A test in one sentence; several, or what would make a long one, part by part."""
    if type(test) in SEVERAL:
        return [f"{opening} {SEVERAL[type(test)]}", *(line for part in test.parts() for line in _part(part, setting))]
    if isinstance(test, FirstKnownOf):
        return _in_turn(f"{opening} ", test, setting)
    whole = sentence(f"{opening} {asks(test, setting)}")
    if isinstance(test, Stated) and len(whole.split()) > LONGEST:
        return [f"{opening} {SEVERAL[AllOf]}", *_records(test, setting)]
    if isinstance(test, OpenFor) and len(whole.split()) > LONGEST:
        return [whole.replace(BOTH, "."), "Both days count."]
    return [whole]


def _part(test: Test, setting: Setting) -> list[str]:
    if type(test) in SEVERAL:
        parts = [line for part in test.parts() for line in _part(part, setting)]
        return [f"{SEVERAL[type(test)].capitalize()}", *parts]
    return _in_turn("", test, setting) if isinstance(test, FirstKnownOf) else [sentence(asks(test, setting))]


def _in_turn(opening: str, test: FirstKnownOf, setting: Setting) -> list[str]:
    first, *others = [asks(part, setting) for part in test.tests]
    return [sentence(f"{opening}{first}"), *(sentence(f"failing that, {other}") for other in others)]


def _records(test: Stated, setting: Setting) -> list[str]:
    return [sentence(asks(Stated((name,)), setting)) for name in test.names]


def _excuse(standard: Standard) -> list[str]:
    if standard.has_way_out:
        words = listed([f"“{words}”" for words in standard.setting.way_out])
        return [f"Less is explained by a public reason. The words for it in the text: {words}."]
    return ["A reason is shown, but it does not excuse."]


def _due(standard: Standard) -> list[str]:
    days = [due(phrase, standard.setting) for phrase in standard.due]
    if not days:
        return []
    if not days[1:]:
        return [f"The last day for it is {days[0]}."]
    return [f"The last day for it is the earliest of these: {listed(days)}."]


def _silence(standard: Standard) -> list[str]:
    if standard.silence_is_not_kept:
        return ["On the site, nothing recorded by then counts as not kept. In a file, it is no evidence."]
    return ["Where a fact is missing, there is no evidence."]


def _people(standard: Standard) -> list[str]:
    if not standard.judged_by_people:
        return []
    return ["We only show whether the record is there. People judge how good it is."]


def _ground(standard: Standard) -> list[str]:
    said = [on_what_ground(standard)] if on_what_ground(standard) else []
    if standard.adopted:
        agreed = standard.adopted
        said.append(f"Agreed by {agreed.by} on {short_date(agreed.on)} (minute: {agreed.minute}).")
    if standard.basis is Basis.TEXT and not standard.source:
        said.append("It stands in the text.")
    return [*said, *([sentence(standard.source)] if standard.source else [])]


def _in_force(standard: Standard) -> list[str]:
    since = [f"It is in force from {short_date(standard.since)}."] if standard.since else []
    until = [f"It was in force until {short_date(standard.until)}."] if standard.until else []
    every = ["It is asked once for each calendar year."] if standard.every_year else []
    return [*every, *since, *until]
