"""An agreement, or one of its promises, as a page of plain text for the terminal."""

import textwrap
from collections.abc import Iterable, Iterator

from livecompact.agreements.agreement import Agreement, Edition, Principle, Undertaking
from livecompact.agreements.checks import CHECKS
from livecompact.standards.examples import finding_of, verdict_of
from livecompact.standards.standard import Example, Side, Standard
from livecompact.standards.words import how_days_are_counted, listed, short_date, standard_in_words, working

WIDTH = 88
BINDS = {
    Side.STATUTORY: "public bodies",
    Side.VOLUNTARY: "voluntary and community groups",
    Side.JOINT: "both public bodies and groups",
}


def agreement_text(agreement: Agreement, edition: Edition, asked_as: str = "") -> str:
    """The whole agreement in short: its edition, its sections, and a line a promise.

    `asked_as` is the name or the path by which it was asked for, to end with the next thing to type.
    """
    lines = [agreement.name, "", *_folded([f"{edition.name}. {_in_force(edition)}", edition.note])]
    lines += _folded([f"Signed text: {agreement.signed_text.title}, {agreement.signed_text.publisher}."])
    lines += [*_folded([agreement.signed_text.note]), ""]
    for section, undertakings in edition.by_section():
        lines += [*_folded([f"{section.id}. {section.title} ({section.topic_name})"]), ""]
        for each in undertakings:
            lines += _indented(f"{each.number}  {each.name}: {each.plain}", hanging=len(each.number) + 2)
        lines.append("")
    lines += _shared("Principles that both sides share", edition.principles)
    lines += _shared("Challenges that the text names", edition.challenges)
    first = edition.undertakings[0].number
    lines.append(f"For one promise with its standards: livecompact show {asked_as or agreement.id} {first}")
    return "\n".join(lines)


def undertaking_text(agreement: Agreement, edition: Edition, undertaking: Undertaking) -> str:
    """One promise: its words, whom it binds, its standards with examples, and how days are counted."""
    standards = edition.standards_of(undertaking.number)
    lines = [f"{agreement.name}, promise {undertaking.number}: {undertaking.name}", ""]
    lines += [*_folded([undertaking.plain]), "", *_folded([f"In full, in our words: {undertaking.wording}"])]
    if undertaking.official:
        lines += _folded([f"The official words: {undertaking.official}"])
    lines += ["", f"It binds {BINDS[undertaking.binds]}{_only(undertaking)}."]
    lines += [*_folded([_way_out(undertaking)]), "", "How it is kept in view"]
    lines += [line for check in undertaking.checks for line in _indented(f"- {CHECKS[check]}", hanging=2)]
    lines += _folded([f"Shown by: {undertaking.shown_by}", undertaking.note])
    for standard in standards:
        lines += ["", *_standard(standard)]
    if not standards:
        lines += ["", "No standard tests it in this program yet."]
    else:
        lines += ["", "How days are counted", *_folded(how_days_are_counted(agreement.calendar))]
    return "\n".join(lines)


def _standard(standard: Standard) -> Iterator[str]:
    yield f"Standard {standard.code} ({standard.of})"
    for sentence in standard_in_words(standard):
        yield from _indented(sentence)
    yield "  Examples"
    for example in standard.examples:
        yield from _example(standard, example)


def _example(standard: Standard, example: Example) -> Iterator[str]:
    finding = finding_of(standard, example)
    yield from _indented(f"- {example.say} → {verdict_of(standard, example)}", by=4, hanging=2)
    if finding is not None and (said := working(finding)):
        yield from _indented(said, by=6)


def _shared(title: str, principles: tuple[Principle, ...]) -> Iterator[str]:
    if principles:
        yield from [title, ""]
        for each in principles:
            yield from _indented(f"- {each.plain}", hanging=2)
        yield ""


def _only(undertaking: Undertaking) -> str:
    return f", of them only {listed(undertaking.only)}" if undertaking.only else ""


def _way_out(undertaking: Undertaking) -> str:
    if undertaking.way_out:
        said = listed([f"“{words}”" for words in undertaking.way_out])
        return f"The text allows less in its own words: {said}. There, a public reason explains."
    return "The text has no words that allow less: a reason is shown, but does not excuse."


def _in_force(edition: Edition) -> str:
    """From when to when an edition holds, as far as the text says."""
    starts = edition.starts
    began = f"In force from {short_date(starts)}." if starts else "When it began is not known."
    return began if edition.ends is None else f"{began} It holds until {short_date(edition.ends)}."


def _folded(paragraphs: Iterable[str]) -> list[str]:
    return [line for text in paragraphs if text for line in _indented(text, by=0)]


def _indented(text: str, *, by: int = 2, hanging: int = 0) -> list[str]:
    after = " " * (by + hanging)
    return textwrap.wrap(text, WIDTH, initial_indent=" " * by, subsequent_indent=after, break_on_hyphens=False)
