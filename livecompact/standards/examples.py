"""The worked examples of a standard, judged: they are its tests, and are shown with it."""

from dataclasses import replace
from datetime import date

from livecompact.standards.judging import Finding, judge
from livecompact.standards.standard import DOES_NOT_SPEAK, Adopted, Basis, Example, Standard

LONG_AFTER = date(2100, 1, 1)
"""The day on which an example is asked that names none: every day it speaks of has passed."""


def finding_of(standard: Standard, example: Example) -> Finding | None:
    """What a standard says of its example, taken as adopted: an example tests the rule, not who agreed it."""
    return judge(as_if_adopted(standard), example.given, example.on or LONG_AFTER, here=example.here)


def verdict_of(standard: Standard, example: Example) -> str:
    """The verdict in a word, or "does not speak"."""
    finding = finding_of(standard, example)
    return DOES_NOT_SPEAK if finding is None else str(finding.verdict)


def as_if_adopted(standard: Standard) -> Standard:
    """The same standard, as it would judge had the area agreed it, on whatever day: an example tests the rule."""
    held = replace(standard, since=None, until=None)
    if standard.gives_verdicts:
        return held
    return replace(held, basis=Basis.LOCAL, adopted=Adopted(date(2000, 1, 1), "an example", "none"))
