"""The sentences that the answer in the terminal and the HTML report share.

Under *as if* none of them holds a word of a verdict. A number of checks never stands without the number of those that
nobody can tell.
"""

from livecompact.files.sentences.counts import (
    few_years,
    how_far,
    kept_among,
    message,
    no_number,
    over_years,
    reasons_among,
    spread,
    stands_among,
    there_among,
    year_share,
    years_of,
)
from livecompact.files.sentences.labels import (
    ILL,
    LABELS,
    UNTOLD,
    WELL,
    label,
    mark,
    meanings,
    shown_counts,
)
from livecompact.files.sentences.minute import (
    in_one_minute,
    left_over,
    on_day,
    opening,
    part_heading,
    title,
    what_was_read,
)
from livecompact.files.sentences.numbers import count, upper
from livecompact.files.sentences.rows import (
    contradicted,
    each_cell,
    first_one,
    footings,
    missing,
    named,
    no_column,
    notes,
    place,
    recognised,
    rows_accounted_for,
    unread,
)
from livecompact.standards.words import listed
from livecompact.standards.words.saying import sentence

__all__ = [
    "ILL",
    "LABELS",
    "UNTOLD",
    "WELL",
    "contradicted",
    "count",
    "each_cell",
    "few_years",
    "first_one",
    "footings",
    "how_far",
    "in_one_minute",
    "kept_among",
    "label",
    "left_over",
    "listed",
    "mark",
    "meanings",
    "message",
    "missing",
    "named",
    "no_column",
    "no_number",
    "notes",
    "on_day",
    "opening",
    "over_years",
    "part_heading",
    "place",
    "reasons_among",
    "recognised",
    "rows_accounted_for",
    "sentence",
    "shown_counts",
    "spread",
    "stands_among",
    "there_among",
    "title",
    "unread",
    "upper",
    "what_was_read",
    "year_share",
    "years_of",
]
