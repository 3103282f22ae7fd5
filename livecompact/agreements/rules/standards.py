"""Rules of the standards: known facts, right examples, reasons and numbers only where they may be."""

from collections.abc import Iterator

from livecompact import kinds
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.rules.checked import Checked
from livecompact.standards.examples import verdict_of
from livecompact.standards.facts import FactType
from livecompact.standards.language import (
    Dated,
    DateOrder,
    DoesNotHold,
    Holds,
    Number,
    OneOf,
    OpenFor,
    Test,
    walk,
)
from livecompact.standards.standard import Basis, Side, Standard


def standards_have_their_own_codes(checked: Checked) -> Iterator[Mistake]:
    """No two standards share a code: a code is never used again."""
    for folder, _ in checked.editions():
        document = checked.documents[f"{folder}/standards.toml"]
        codes = [table["code"] for table in document.data.get("standard", [])]
        for at, code in enumerate(codes):
            if code in codes[:at]:
                says = f"The code “{code}” is given twice."
                yield document.mistake(("standard", at, "code"), says, "Give each standard its own.")


def standards_speak_of_known_facts(checked: Checked) -> Iterator[Mistake]:
    """A standard speaks only of facts that its kind of dealing has, each as the type it is."""
    for folder, _ in checked.editions():
        for document, place, standard in checked.standards(folder):
            known = kinds.kind(standard.of).by_name
            for key, test in _tests(standard):
                for name, type_ in _asked(test):
                    if name not in known:
                        says = f"“{standard.code}” speaks of “{name}”, which a {standard.of} does not have."
                        yield document.mistake((*place, key), says, f"Its facts are {', '.join(known)}.")
                    elif type_ and known[name].type not in type_:
                        says = f"“{standard.code}” takes “{name}” for a {type_[0]}, but it is a {known[name].type}."
                        yield document.mistake((*place, key), says, "Use a word that suits it.")


def examples_come_out_as_they_say(checked: Checked) -> Iterator[Mistake]:
    """Every worked example of a standard gives the verdict it names."""
    for folder, _ in checked.editions():
        for document, place, standard in checked.standards(folder):
            if _unknown_facts(standard):
                continue
            for example in standard.examples:
                if (found := verdict_of(standard, example)) != example.verdict:
                    says = f"“{standard.code}”: the example “{example.say}” says {example.verdict}, but it is {found}."
                    yield document.mistake((*place, "example"), says, "Mend the example or the standard.")


def reasons_excuse_only_where_the_text_lets_them(checked: Checked) -> Iterator[Mistake]:
    """`unless` needs an undertaking with a way out that reaches this part."""
    for folder, _ in checked.editions():
        for document, place, standard in checked.standards(folder):
            if standard.unless and not standard.has_way_out:
                says = (
                    f"“{standard.code}” lets a reason excuse, but promise {standard.undertaking} has no way out here."
                )
                yield document.mistake((*place, "unless"), says, "Take `unless` away, or name the text's own way_out.")


def local_numbers_are_adopted(checked: Checked) -> Iterator[Mistake]:
    """A local standard has a number only with the decision that adopted it; no other standard has either."""
    for folder, _ in checked.editions():
        for document, place, standard in checked.standards(folder):
            table = document.data["standard"][place[1]]
            if standard.basis is not Basis.LOCAL and ("number" in table or standard.adopted):
                key = "number" if "number" in table else "adopted"
                says = f"“{standard.code}” is not local, so it has no `{key}` of its own."
                yield document.mistake((*place, key), says, 'Write basis = "local", or take it away.')
            elif "number" in table and standard.adopted is None:
                says = f"“{standard.code}” has a local number, but nobody has adopted it."
                mend = 'Add adopted = { on = 2026-04-01, by = "…", minute = "…" }, or call the number `suggested`.'
                yield document.mistake((*place, "number"), says, mend)


def silence_can_break_a_promise(checked: Checked) -> Iterator[Mistake]:
    """Where silence counts as not kept, no part of `kept` is met by silence."""
    for folder, _ in checked.editions():
        for document, place, standard in checked.standards(folder):
            if standard.silence_is_not_kept and any(isinstance(test, DoesNotHold) for test in walk(standard.kept)):
                says = f"“{standard.code}”: silence would meet `does_not_hold`, and silence never keeps a promise."
                yield document.mistake((*place, "silence"), says, "Take `silence` away, or ask with `holds`.")


def binds_of_kinds_can_speak(checked: Checked) -> Iterator[Mistake]:
    """A standard's undertaking binds the side that acts in its kind of dealing; else it would never speak."""
    for folder, _ in checked.editions():
        for document, place, standard in checked.standards(folder):
            bound = standard.setting.binds
            if Side.JOINT not in (bound, standard.setting.acted_by) and bound is not standard.setting.acted_by:
                says = f"“{standard.code}”: promise {standard.undertaking} binds the {bound} side,"
                says += f" but a {standard.of} is an act of the {standard.setting.acted_by} side."
                yield document.mistake((*place, "of"), says, "Test it on another kind of dealing.")


def checks_have_standards(checked: Checked) -> Iterator[Mistake]:
    """A promise that says it is checked by a number or an order has such a standard, and the other way round."""
    for folder, edition in checked.editions():
        for document, place, table in checked.undertakings(folder):
            standards = edition.standards_of(table["number"])
            for name, basis in (("text", Basis.TEXT), ("local", Basis.LOCAL)):
                there = any(s.basis is basis and not s.judged_by_people for s in standards)
                if name in table["checks"] and not there:
                    says = f"Promise {table['number']} says it is checked by “{name}”, but has no such standard."
                    yield document.mistake((*place, "checks"), says, "Write the standard, or take the word away.")
                if there and name not in table["checks"]:
                    says = f"Promise {table['number']} has a standard of basis “{name}”, which `checks` does not name."
                    yield document.mistake((*place, "checks"), says, f"Add “{name}”.")


def _tests(standard: Standard) -> list[tuple[str, Test]]:
    named = [("kept", standard.kept), ("when", standard.when), ("unless", standard.unless)]
    simple = [(key, part) for key, test in named if test is not None for part in walk(test) if not part.parts()]
    return simple + [("due", Dated(phrase.fact, DateOrder.NO_EARLIER_THAN, phrase)) for phrase in standard.due]


def _asked(test: Test) -> list[tuple[str, tuple[FactType, ...]]]:
    """Each fact of a simple test with the types that it can be."""
    types: tuple[FactType, ...] = ()
    if isinstance(test, Dated | OpenFor):
        types = (FactType.DATE,)
    elif isinstance(test, Number):
        types = (FactType.NUMBER, FactType.AMOUNT)
    elif isinstance(test, Holds | DoesNotHold):
        types = (FactType.FLAG,)
    elif isinstance(test, OneOf):
        types = (FactType.CHOICE,)
    return [(name, types) for name in test.facts()]


def _unknown_facts(standard: Standard) -> set[str]:
    return set(standard.facts) - set(kinds.kind(standard.of).by_name)
