"""What is asked of dealings: each answers only what its actor may see."""

from livecompact.dealings.queries.around import compacts_around
from livecompact.dealings.queries.counts import Counts, Tallies, counts, tallies
from livecompact.dealings.queries.listing import (
    Asked,
    Found,
    deadlines,
    dealings,
    every,
    latest,
    newest,
    of_organisation,
    origin,
)
from livecompact.dealings.queries.one import NotThere, Whole, dealing, draft, in_whole, may
from livecompact.dealings.queries.whose import acts_as, by_of, organisations_for, own, replies_as

__all__ = [
    "Asked",
    "Counts",
    "Found",
    "NotThere",
    "Tallies",
    "Whole",
    "acts_as",
    "by_of",
    "compacts_around",
    "counts",
    "deadlines",
    "dealing",
    "dealings",
    "draft",
    "every",
    "in_whole",
    "latest",
    "may",
    "newest",
    "of_organisation",
    "organisations_for",
    "origin",
    "own",
    "replies_as",
    "tallies",
]
