"""An agreement, or one of its promises, as a page of plain text for the terminal."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from livecompact.agreements.agreement import Agreement, Edition, Undertaking
from livecompact.agreements.checks import CHECKS
from livecompact.standards.examples import finding_of, verdict_of
from livecompact.standards.standard import Example, Side, Standard
from livecompact.standards.words import how_days_are_counted, standard_in_words, working

WIDTH = 88
BINDS = {
    Side.STATUTORY: "public bodies",
    Side.VOLUNTARY: "voluntary and community groups",
    Side.JOINT: "both public bodies and groups",
}


def agreement_text(agreement: Agreement, edition: Edition) -> str:
    """The whole agreement in short: its edition, its sections, and a line a promise."""
    lines = [agreement.name, f"{edition.name}: in force from {_told(edition.starts)}, until {_told(edition.ends)}."]
    lines += _folded([edition.note, agreement.signed_text.note])
    lines += [f"Signed text: {agreement.signed_text.title}, {agreement.signed_text.publisher}.", ""]
    for section, undertakings in edition.by_section():
        lines += [f"{section.id}. {section.title} ({section.topic_name})", ""]
        for each in undertakings:
            lines += _indented(f"{each.number}  {each.name}: {each.plain}", hanging=len(each.number) + 2)
        lines.append("")
    first = edition.undertakings[0].number
    lines.append(f"For one promise with its standards: livecompact show {agreement.id} {first}")
    return "\n".join(lines)


def undertaking_text(agreement: Agreement, edition: Edition, undertaking: Undertaking) -> str:
    """One promise: its words, whom it binds, its standards with examples, and how days are counted."""
    standards = edition.standards_of(undertaking.number)
    lines = [f"{agreement.name}, promise {undertaking.number}: {undertaking.name}", ""]
    lines += _folded([undertaking.plain, ""])
    lines += _folded([f"In full, in our words: {undertaking.wording}"])
    if undertaking.official:
        lines += _folded([f"The official words: {undertaking.official}"])
    lines += ["", f"It binds {BINDS[undertaking.binds]}{_only(undertaking)}."]
    lines += _folded([_way_out(undertaking)])
    lines += _folded([f"Kept in view {_joined(CHECKS[check] for check in undertaking.checks)}."])
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


def _only(undertaking: Undertaking) -> str:
    return f" (only {_joined(undertaking.only)})" if undertaking.only else ""


def _way_out(undertaking: Undertaking) -> str:
    if undertaking.way_out:
        said = _joined(f"“{words}”" for words in undertaking.way_out)
        return f"The text allows less in its own words: {said}. There, a public reason explains."
    return "The text has no words that allow less: a reason is shown, but does not excuse."


def _told(day: date | None) -> str:
    return "a day not known" if day is None else day.isoformat()


def _joined(parts: Iterable[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _folded(paragraphs: Iterable[str]) -> list[str]:
    return [line for text in paragraphs if text for line in textwrap.wrap(text, WIDTH)]


def _indented(text: str, *, by: int = 2, hanging: int = 0) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=" " * by, subsequent_indent=" " * (by + hanging))
