"""What organisations did, every version of its facts, what Compacts will say of it, and what both sides say to that."""

from livecompact.dealings.models.answers import LONGEST_ANSWER, AnswerState, Original, Response, TakenOut, Way, Why
from livecompact.dealings.models.dealing import (
    GONE,
    KIND_NAMES,
    LONGEST_ABOUT,
    LONGEST_TITLE,
    SEEN,
    SLUG,
    Dealing,
    Judged,
    Source,
    State,
    Version,
)
from livecompact.dealings.models.open_record import OpenRecord
from livecompact.dealings.models.own import CalendarKey, FundingEntry
from livecompact.dealings.models.quarter import Quarter
from livecompact.dealings.models.said import Dispute, Explanation, HowSettled, Proposed, Reply, SaidMissing, Says
from livecompact.dealings.models.standing import Standing
from livecompact.dealings.models.tag import Tag
from livecompact.dealings.models.tally import Tally
from livecompact.dealings.models.theme import Outcome, Theme

__all__ = [
    "GONE",
    "KIND_NAMES",
    "LONGEST_ABOUT",
    "LONGEST_ANSWER",
    "LONGEST_TITLE",
    "SEEN",
    "SLUG",
    "AnswerState",
    "CalendarKey",
    "Dealing",
    "Dispute",
    "Explanation",
    "FundingEntry",
    "HowSettled",
    "Judged",
    "OpenRecord",
    "Original",
    "Outcome",
    "Proposed",
    "Quarter",
    "Reply",
    "Response",
    "SaidMissing",
    "Says",
    "Source",
    "Standing",
    "State",
    "Tag",
    "TakenOut",
    "Tally",
    "Theme",
    "Version",
    "Way",
    "Why",
]
