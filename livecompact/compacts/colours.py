"""The colour of a Compact: white words on it, and the colour on white, must be easy to read."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

WRITTEN = re.compile(r"#[0-9a-f]{6}")
ENOUGH = 4.5  # WCAG 2.2, 1.4.3: text of any size
WHITE = "#ffffff"
STRAIGHT_TO = 0.04045  # below this sRGB is a straight line


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black on white).

    >>> round(contrast("#000000", "#ffffff"), 1), round(contrast("#ffff00", "#ffffff"), 1)
    (21.0, 1.1)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable_with_white(colour: str) -> None:
    """Refuses a colour on which white words, or which on white, would be hard to read."""
    if not WRITTEN.fullmatch(colour):
        raise ValidationError(_("Enter a colour as six letters and numbers after a #, like #1f5c4d"))
    found = contrast(colour, WHITE)
    if found < ENOUGH:
        says = _("Choose a darker colour: its contrast with white is %(found).1f, and must be 4.5 or more")
        raise ValidationError(says, params={"found": found})


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (_linear(part) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    """A part of a colour in sRGB as light, by the definition in WCAG 2.2."""
    return part / 12.92 if part <= STRAIGHT_TO else ((part + 0.055) / 1.055) ** 2.4
