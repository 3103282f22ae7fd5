"""What is asked of dealings: each answers only what its actor may see."""

from livecompact.dealings.queries.around import compacts_around
from livecompact.dealings.queries.counts import Counts, Tallies, counts, tallies
from livecompact.dealings.queries.listing import (
    Asked,
    Found,
    deadlines,
    dealings,
    every,
    kinds_of,
    latest,
    newest,
    of_organisation,
    origin,
)
from livecompact.dealings.queries.missing import (
    bodies,
    could_be,
    missing,
    missing_by_kind,
    missing_of_mine,
    one_missing,
    says_missing_as,
)
from livecompact.dealings.queries.one import NotThere, Whole, dealing, dispute, draft, in_whole, may, open_disputes
from livecompact.dealings.queries.whose import acts_as, by_of, disputes_as, organisations_for, own, replies_as

__all__ = [
    "Asked",
    "Counts",
    "Found",
    "NotThere",
    "Tallies",
    "Whole",
    "acts_as",
    "bodies",
    "by_of",
    "compacts_around",
    "could_be",
    "counts",
    "deadlines",
    "dealing",
    "dealings",
    "dispute",
    "disputes_as",
    "draft",
    "every",
    "in_whole",
    "kinds_of",
    "latest",
    "may",
    "missing",
    "missing_by_kind",
    "missing_of_mine",
    "newest",
    "of_organisation",
    "one_missing",
    "open_disputes",
    "organisations_for",
    "origin",
    "own",
    "replies_as",
    "says_missing_as",
    "tallies",
]
