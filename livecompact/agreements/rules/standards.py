"""Rules of the standards: right examples, reasons only where they excuse, and no verdict out of silence."""

from collections.abc import Iterator

from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.rules.checked import Checked
from livecompact.agreements.rules.facts import speaks_of_known_facts
from livecompact.standards.examples import verdict_of
from livecompact.standards.language import DoesNotHold, walk
from livecompact.standards.standard import Side


def examples_come_out_as_they_say(checked: Checked) -> Iterator[Mistake]:
    """Every worked example of a standard gives the verdict it names."""
    for document, place, standard in checked.standards():
        if not speaks_of_known_facts(standard):
            continue  # told by another rule
        for at, example in enumerate(standard.examples):
            if (found := verdict_of(standard, example)) != example.verdict:
                says = f"“{standard.code}”: the example “{example.say}” says {example.verdict}, but it is {found}."
                yield document.mistake((*place, "example", at, "verdict"), says, "Mend the example or the standard.")


def reasons_excuse_only_where_the_text_lets_them(checked: Checked) -> Iterator[Mistake]:
    """`unless` needs an undertaking with a way out that reaches this part."""
    for document, place, standard in checked.standards():
        if standard.unless and not standard.has_way_out:
            says = f"“{standard.code}” lets a reason excuse, but promise {standard.undertaking} has no way out here."
            yield document.mistake((*place, "unless"), says, "Take `unless` away, or name the text's own way_out.")


def silence_cannot_keep_a_promise(checked: Checked) -> Iterator[Mistake]:
    """Where silence counts as not kept, no part of `kept` or `unless` is met by silence."""
    for document, place, standard in checked.standards():
        for key, test in (("kept", standard.kept), ("unless", standard.unless)):
            met = test is not None and any(isinstance(part, DoesNotHold) for part in walk(test))
            if standard.silence_is_not_kept and met:
                says = f"“{standard.code}”: silence would meet `does_not_hold`, but silence never speaks for anyone."
                yield document.mistake((*place, key), says, "Take `silence` away, or ask with `holds`.")


def kinds_act_for_the_side_that_is_bound(checked: Checked) -> Iterator[Mistake]:
    """A standard's undertaking binds the side that acts in its kind of dealing; else it would never speak."""
    for document, place, standard in checked.standards():
        bound, acts = standard.setting.binds, standard.setting.acted_by
        if Side.JOINT not in (bound, acts) and bound is not acts:
            says = f"“{standard.code}”: promise {standard.undertaking} binds the {bound} side,"
            says += f" but in the kind {standard.of} the {acts} side acts."
            yield document.mistake((*place, "of"), says, "Test it on another kind of dealing.")
