"""What is wrong with a text that is not TOML, in plain words: `tomllib` speaks to programmers."""

import re
import tomllib

from livecompact.agreements.mistakes import Mistake

AT_LINE = re.compile(r"\(at line (\d+), column \d+\)$")

type Told = tuple[str, str]
"""What is wrong, and the mend."""

TWICE: Told = ("A key stands here twice.", "Give each key once; several tables of a kind each have a heading in [[ ]].")
NO_END: Told = (
    "A text does not end, or holds a character that it cannot.",
    "Close it with the quotation mark it began with; a text over several lines stands in three of them.",
)
BRACKET: Told = ("A bracket is not closed, or a comma is missing.", "Close each [ with ] and each { with }.")
BACKSLASH: Told = (
    "A backslash in this text means nothing.",
    "Write it twice, or put the text in single quotation marks.",
)
ELSEWHERE: Told = ("This adds to a table that is already closed.", "Keep all keys of a table together.")

BY_BEGINNING: tuple[tuple[str, Told], ...] = (
    ("Cannot declare", TWICE),
    ("Cannot overwrite", TWICE),
    ("Duplicate inline table key", TWICE),
    ("Cannot redefine", ELSEWHERE),
    ("Cannot mutate", ELSEWHERE),
    ("Unterminated string", NO_END),
    ("Illegal character", NO_END),
    ("Found invalid character", NO_END),
    ('Expected \'"""\'', NO_END),
    ("Expected \"'''\"", NO_END),
    ('Expected "\'"', NO_END),
    ("Unescaped", BACKSLASH),
    ("Invalid hex", BACKSLASH),
    ("Escaped character", BACKSLASH),
    ("Unclosed", BRACKET),
    ("Expected ']", BRACKET),
    ("Expected '='", ("A key has no equals sign.", 'Write key = "value".')),
    (
        "Expected newline",
        ("Something follows the value.", "Begin a new line for it; inside a text use curly quotation marks (“ ”)."),
    ),
    ("Invalid date", ("This date is not in the calendar.", "Write a date such as 2026-04-01.")),
    (
        "Invalid value",
        ("This value is written in no way that TOML has.", "Put words in quotation marks; write a date as 2026-04-01."),
    ),
    ("Invalid statement", ("This line is neither a key nor a heading.", 'Write key = "value", or [heading].')),
    (
        "Invalid initial",
        ("A key begins with a character that it cannot have.", "Use letters, digits, hyphens and underscores."),
    ),
)
OTHERWISE: Told = ("This is not TOML.", "Compare the line with a file that is right.")


def in_plain_words(path: str, text: str, error: tomllib.TOMLDecodeError) -> Mistake:
    """The mistake that `tomllib` found in a text; one that it finds at the end is told on the last line."""
    found = AT_LINE.search(str(error))
    line = int(found[1]) if found else len(text.rstrip().splitlines()) or 1
    told = (told for beginning, told in BY_BEGINNING if str(error).startswith(beginning))
    says, mend = next(told, OTHERWISE)
    return Mistake(path, line, says, mend)
