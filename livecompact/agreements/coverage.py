"""From the text to the tool: how each promise of an agreement is kept in view now, and what still waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from livecompact.agreements.agreement import Agreement, Edition, Undertaking
from livecompact.agreements.checks import CHECKS, SIGNING
from livecompact.standards.marking import N_
from livecompact.standards.standard import Basis, Standard

NONE = N_("the text has none")
RULES = ("text", "local")
"""The means that can find that a promise was not kept."""


class Keeper(StrEnum):
    """What keeps a promise in view now, the strongest of its means that work; or what it waits for."""

    RULE = "rule"  # a rule gives verdicts
    PEOPLE = "people"  # a record or a figure is there, and people judge it
    NUMBER = "number"  # it waits for a number that the area agrees
    YEARLY = "yearly"  # it waits for the survey and the statements of the yearly round


@dataclass(frozen=True)
class Means:
    """One way of keeping a promise in view: its name, its words, the standards that do it, and whether it works now."""

    check: str
    says: str
    standards: tuple[Standard, ...]
    works: bool


@dataclass(frozen=True)
class Row:
    """One promise and every means by which it is kept in view."""

    undertaking: Undertaking
    means: tuple[Means, ...]

    @property
    def works(self) -> bool:
        """Whether at least one of its means works now."""
        return any(means.works for means in self.means)

    @property
    def keeper(self) -> Keeper:
        """What keeps it in view now; where nothing does, what it waits for."""
        working = {means.check for means in self.means if means.works}
        if working:
            return Keeper.RULE if working & set(RULES) else Keeper.PEOPLE
        return Keeper.NUMBER if any(means.standards for means in self.means) else Keeper.YEARLY


def rows(edition: Edition) -> list[Row]:
    """A row a promise, in the order of the text."""
    return [Row(each, tuple(_means(edition, each))) for each in edition.undertakings]


def counts(edition: Edition) -> dict[str, int]:
    """How many promises have a means of each sort that works now, and how many wait for all of theirs."""
    found = rows(edition)
    by_check = {check: sum(any(m.check == check and m.works for m in row.means) for row in found) for check in CHECKS}
    return {**by_check, "waiting": sum(not row.works for row in found)}


def keepers(edition: Edition) -> dict[Keeper, int]:
    """How many promises each of them keeps in view now."""
    found = [row.keeper for row in rows(edition)]
    return {keeper: found.count(keeper) for keeper in Keeper}


def rest(agreement: Agreement) -> list[tuple[str, str]]:
    """The rest of what the text describes, each with what is here of it."""
    edition = agreement.newest
    return [
        (N_("Groups"), _named(group.name for group in agreement.groups)),
        (N_("About"), _named(about.title for about in agreement.about)),
        (N_("Joining"), _named(who.who for who in agreement.who_may_sign)),
        (N_("Concerns"), _named(f"{door.who} – {door.about}" for door in agreement.doors)),
        (N_("Formats"), _named(form.name for form in agreement.formats)),
        (N_("Codes of practice"), _named(f"{code.name} ({code.state})" for code in agreement.codes)),
        (N_("Contacts by role"), _named(contact.role for contact in agreement.contacts)),
        (N_("Principles"), _counted(len(edition.principles))),
        (N_("Challenges"), _counted(len(edition.challenges))),
        (N_("Stories"), _named(story.title for story in agreement.stories)),
        (N_("Glossary"), _named(term.term for term in edition.terms)),
        (N_("Easy Read"), _named(booklet.title for booklet in edition.booklets)),
        (N_("Signed text"), f"{agreement.signed_text.title}, {agreement.signed_text.publisher}"),
    ]


def _means(edition: Edition, undertaking: Undertaking) -> Iterator[Means]:
    standards = edition.standards_of(undertaking.number)
    tips = tuple(s for s in standards if s.basis is Basis.PROMPT)
    by_check = {
        "text": tuple(s for s in standards if s.basis is Basis.TEXT and not s.judged_by_people),
        "local": tuple(s for s in standards if s.basis is Basis.LOCAL and not s.judged_by_people),
        "record": tuple(s for s in standards if s.judged_by_people),
        "tip": tips,
        "figure": tips,  # what a tip measures is shown as a figure, and finds nothing
    }
    for check in undertaking.checks:
        found = by_check.get(check, ())
        yield Means(check, CHECKS[check], found, works=_works(check, found))


def _works(check: str, standards: tuple[Standard, ...]) -> bool:
    """Whether one way works now: a number that the area has not agreed yet finds nothing."""
    if check == "local":
        return any(each.gives_verdicts for each in standards)
    return bool(standards) or check == SIGNING


def _named(names: Iterator[str]) -> str:
    return "; ".join(names) or NONE


def _counted(number: int) -> str:
    return str(number) if number else NONE
