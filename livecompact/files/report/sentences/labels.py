"""The words for outcomes, on tags and in tables, and what each means.

Those of bodies that have not signed hold no word of a verdict.
"""

from livecompact.files.checking.checked import AS_IF, VERDICTS, Checked, Far, Outcome, Part, StandardChecked

LABELS = {
    Outcome.KEPT: "Kept",
    Outcome.EXPLAINED: "Explained",
    Outcome.NOT_KEPT: "Not kept",
    Outcome.NO_EVIDENCE: "No evidence",
    Outcome.NOT_YET_DUE: "Not due yet",
    Outcome.MEETS: "Meets it",
    Outcome.SHORT_WITH_REASON: "Falls short, reason given",
    Outcome.SHORT_WITHOUT_REASON: "Falls short, no reason",
    Outcome.SHORT_UNSAID: "Falls short, this file does not say",
    Outcome.CANNOT_TELL: "Cannot tell",
    Outcome.TOO_EARLY: "Too early to tell",
}
RECORD_LABELS = LABELS | {Outcome.KEPT: "There", Outcome.MEETS: "There"}
WELL = {True: "Kept or explained", False: "Meets it"}
"""What the checks that are well are called together; True for bodies that are bound."""
ILL = {True: "Not kept", False: "Falls short"}
UNTOLD = {True: "No evidence or not due", False: "Cannot tell"}
MEANINGS = {
    True: (
        "Kept: what was promised was done.",
        "Explained: it was not done, a reason is public, and the promise allows for that.",
        "Not kept: it was not done, and no reason excuses it.",
        "No evidence: the file does not tell. That is neither good nor bad.",
        "Not due yet: the day for it has not passed.",
    ),
    False: (
        "Meets it: it is as the promise asks.",
        "Falls short: it is less than the promise asks. Beside it stands whether a reason is given.",
        "This file does not say: it has no reason in it. There may well be one.",
        "Cannot tell: the file lacks a date or another fact that it turns on.",
        "Too early to tell: the day for it has not passed.",
        "Nobody is judged here. That is for bodies that have signed.",
    ),
}
PEOPLE = "There: a record is there. People judge what it says; nothing here does."


def label(outcome: Outcome, *, people: bool) -> str:
    """An outcome as a tag says it; where people judge, a record is only there."""
    return (RECORD_LABELS if people else LABELS)[outcome]


def mark(far: Far, *, bound: bool) -> str:
    """What stands beside a row: its verdict where it has one, and whether a reason was given."""
    return f"{LABELS[far.outcome]}: {far.reason}" if bound else far.reason


def shown_counts(of: StandardChecked, part: Part) -> list[tuple[Outcome, int]]:
    """The outcomes to show, with their numbers.

    What nobody can tell is always among them; what is too early only where there is any.
    """
    outcomes = VERDICTS if part.bound else AS_IF
    if of.standard.judged_by_people:
        always = {Outcome.KEPT, Outcome.NO_EVIDENCE} if part.bound else {Outcome.MEETS, Outcome.CANNOT_TELL}
    else:
        always = set(outcomes) - {Outcome.TOO_EARLY, Outcome.NOT_YET_DUE}
    return [(outcome, of.counts[outcome]) for outcome in outcomes if outcome in always or of.counts[outcome]]


def meanings(checked: Checked) -> list[str]:
    """What the words of the report mean: only those that it uses."""
    footings = {part.bound for part in checked.parts}
    told = [meaning for bound in (True, False) if bound in footings for meaning in MEANINGS[bound]]
    people = any(of.standard.judged_by_people for part in checked.parts for of in part.standards)
    return [*told, PEOPLE] if people else told
