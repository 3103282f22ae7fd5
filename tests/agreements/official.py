"""The signed texts as their own files print them, where they lie beside the checkout: they are not ours to ship."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from livecompact.standards.standard import Side

TEXTS = Path(__file__).parents[3] / "shared" / "agreements"

type Printed = dict[str, tuple[Side, str]]
"""By number: whom the text binds, and its words."""


@dataclass
class Part:
    """What stands under one heading of the Dacorum text: the paragraphs before its bullets, and the bullets."""

    heading: str
    side: Side
    paragraph: str = ""
    bullets: tuple[str, ...] = ()


def text_of(name: str) -> str:
    return (TEXTS / f"{name}-compact.txt").read_text(encoding="utf-8")


def hertfordshire() -> Printed:
    """The numbered undertakings, each under the heading of the side that gives it."""
    found: Printed = {}
    side, number = Side.JOINT, ""
    for line in map(str.strip, text_of("hertfordshire").splitlines()):
        if heading := re.match(r"(Undertakings by (Statutory|Voluntary)|(Joint) Undertaking)", line):
            side, number = Side((heading[2] or heading[3]).lower()), ""
        elif begun := re.match(r"(\d+\.\d+) (.*)", line):
            number = begun[1]
            found[number] = (side, begun[2])
        elif not line or line.startswith(("Case Study", "Working Together", "Glossary")):
            number = ""
        elif number:
            found[number] = (side, f"{found[number][1]} {line}")
    return found


PARTS = {
    "Independence": "D-S-IND",
    "Funding and accountability": "D-{side}-FUN",
    "Policy development and consultation": "D-{side}-POL",
    "Improved local government": "D-S-GOV",
    "Undertakings by the Voluntary and Community Sector": "D-V",
    "Good practice": "D-V-GP",
}
OF_A_PARAGRAPH = {"D-S-IND": "D-S-IND", "D-S-FUN": "D-S-FUN-0", "D-S-POL": "D-S-POL-0", "D-V": "D-V-0"}
"""The parts whose paragraph before the bullets promises something of its own, with the id of that promise."""


def dacorum() -> Printed:
    """The undertakings by the ids that stand for them here: the text's bullets bear no number."""
    found: Printed = {}
    for part in dacorum_parts():
        prefix = PARTS[part.heading].format(side=part.side.value[0].upper())
        if prefix in OF_A_PARAGRAPH:
            found[OF_A_PARAGRAPH[prefix]] = (part.side, part.paragraph)
        for count, bullet in enumerate(part.bullets, start=1):
            pieces = one_by_one(bullet)
            for letter, piece in zip("abcdef" if len(pieces) > 1 else " ", pieces, strict=True):
                found[f"{prefix}-{count}{letter}".strip()] = (part.side, piece)
    return found


def one_by_one(bullet: str) -> list[str]:
    """The duties that one sentence on arrangements lists."""
    if not bullet.startswith("common, transparent arrangements"):
        return [bullet]
    return re.split(r", (?=facilitating|reviewing|consulting)|, and (?=informing)|; and (?=where)", bullet)


def dacorum_parts() -> Iterator[Part]:
    text = text_of("dacorum")
    within = text[text.index("Undertakings by the Statutory Sector") : text.index("Annex A -")]
    side, part = Side.STATUTORY, None
    for line in map(str.strip, within.splitlines()):
        if line.startswith("Undertakings by the Voluntary"):
            side = Side.VOLUNTARY
        if line in PARTS:
            if part:
                yield part
            part = Part(line, side)
        elif part and line.startswith("•"):
            part.bullets = (*part.bullets, line.removeprefix("•").strip())
        elif part and line and part.bullets:
            part.bullets = (*part.bullets[:-1], f"{part.bullets[-1]} {line}")
        elif part and line:
            part.paragraph = f"{part.paragraph} {line}".strip()
    if part:
        yield part


def bullets_of(name: str, start: str, end: str) -> int:
    """How many bullets stand between two headings of a text."""
    text = text_of(name)
    begin = text.index(f"\n{start}")
    return text[begin : text.index(f"\n{end}", begin)].count("•")
