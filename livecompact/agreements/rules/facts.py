"""Rules of the facts that standards speak of: the kind of dealing has them, as the type that the word needs."""

from collections.abc import Iterator

from livecompact import kinds
from livecompact.agreements.lines import Place
from livecompact.agreements.mistakes import Mistake, perhaps
from livecompact.agreements.rules.checked import Checked
from livecompact.standards.facts import FactType
from livecompact.standards.language import Dated, DoesNotHold, Holds, Number, OneOf, OpenFor, Test
from livecompact.standards.standard import Standard

DATES = (FactType.DATE,)
TYPES: dict[type[Test], tuple[FactType, ...]] = {
    Dated: DATES,
    OpenFor: DATES,
    Number: (FactType.NUMBER, FactType.AMOUNT),
    Holds: (FactType.FLAG,),
    DoesNotHold: (FactType.FLAG,),
    OneOf: (FactType.CHOICE,),
}
"""The types of fact that a word can ask about; a word that is not here can ask about any."""


def standards_speak_of_known_facts(checked: Checked) -> Iterator[Mistake]:
    """A standard speaks only of facts that its kind of dealing has, each as the type that it is."""
    for document, place, standard in checked.standards():
        known = kinds.kind(standard.of).by_name
        for inside, name, types in _asked(standard):
            if name not in known:
                says = f"“{standard.code}” speaks of “{name}”, which no {standard.of} has."
                mend = f"{perhaps(name, known)}Its facts are {', '.join(known)}."
                yield document.mistake((*place, *inside), says, mend)
            elif types and known[name].type not in types:
                says = f"“{standard.code}” takes “{name}” for a {types[0]}, but it is a {known[name].type}."
                yield document.mistake((*place, *inside), says, "Use a word that suits it.")


def standards_speak_of_known_choices(checked: Checked) -> Iterator[Mistake]:
    """`one_of` lists only choices that the fact has."""
    for document, place, standard in checked.standards():
        known = kinds.kind(standard.of).by_name
        for inside, test in _tests(standard):
            if isinstance(test, OneOf) and test.fact in known:
                choices = known[test.fact].choices
                for choice in (choice for choice in test.choices if choice not in choices):
                    says = f"“{standard.code}” speaks of “{choice}”, which `{test.fact}` never is."
                    mend = f"{perhaps(choice, choices)}Its choices are {', '.join(choices)}."
                    yield document.mistake((*place, *inside), says, mend)


def speaks_of_known_facts(standard: Standard) -> bool:
    """Whether a standard can be judged at all: each fact is there, as the type that it is taken for."""
    known = kinds.kind(standard.of).by_name
    return all(name in known and (not types or known[name].type in types) for _, name, types in _asked(standard))


def _asked(standard: Standard) -> Iterator[tuple[Place, str, tuple[FactType, ...]]]:
    """Each fact that is asked about, with its place and the types that it can be."""
    for place, test in _tests(standard):
        for name in test.facts():
            yield place, name, TYPES.get(type(test), ())
    for phrase in standard.due:
        yield ("due",), phrase.fact, DATES


def _tests(standard: Standard) -> Iterator[tuple[Place, Test]]:
    """Each simple test of a standard with its place inside the standard's table."""
    for key, test in (("kept", standard.kept), ("when", standard.when), ("unless", standard.unless)):
        if test is not None:
            yield from _simple((key,), test)


def _simple(place: Place, test: Test) -> Iterator[tuple[Place, Test]]:
    for at, part in enumerate(test.parts()):
        yield from _simple((*place, test.keys[0], at), part)
    if not test.parts():
        yield place, test
