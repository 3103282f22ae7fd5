"""What somebody has answered so far, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from livecompact.register.models import As, Sector

OTHER = "other"
NONE_OF_THESE = "none"
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Answers:
    """The answers of a sign-up by the names of their questions; one that is not there was not asked yet."""

    given: Mapping[str, Any]

    def get(self, name: str) -> str:
        """One answer as a text; empty where there is none."""
        return str(self.given.get(name) or "")

    def has(self, *names: str) -> bool:
        """Whether these were all answered, if only with nothing."""
        return all(name in self.given for name in names)

    @property
    def sector(self) -> Sector | None:
        """The side of the Compact on which the organisation stands; None as long as that is not told.

        What is “something else” is told by the glossary's test of a voluntary organisation: set up for a charitable,
        social or similar purpose, its surplus used only for that, and no part of a public body. What the law created
        is a public body. Anything else may be a Friend.
        """
        if self.get("kind") != OTHER:
            return Sector(self.get("kind")) if self.get("kind") else None
        if not self.has("purpose", "surplus", "by_law"):
            return None
        if self.get("by_law") == YES:
            return Sector.STATUTORY
        return Sector.VOLUNTARY if self.get("purpose") == self.get("surplus") == YES else Sector.BUSINESS

    @property
    def signs_as(self) -> As:
        """What it becomes: bound by the promises, or a Friend."""
        return As.FRIEND if self.sector is Sector.BUSINESS else As.SIGNATORY

    @property
    def is_friend(self) -> bool:
        """Whether it becomes a Friend."""
        return self.signs_as is As.FRIEND

    @property
    def found(self) -> bool:
        """Whether any organisation was found by the name that was typed."""
        return bool(self.given.get("found"))

    @property
    def chosen(self) -> str:
        """Which of the organisations shown it is: "organisation:SLUG" or "charity:NUMBER"; empty where none was."""
        match = self.get("match")
        return "" if match == NONE_OF_THESE else match

    @property
    def is_new(self) -> bool:
        """Whether it was none of those shown, so that it has to be told of."""
        return self.get("match") == NONE_OF_THESE
