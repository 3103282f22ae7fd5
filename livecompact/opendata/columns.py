"""What each column of the checks means: the page of data says it, and so does the reference."""

from livecompact.standards.marking import N_

COLUMNS = {
    "id": N_("What the record is called on this site; it never changes."),
    "kind": N_("What was done, such as consultation."),
    "title": N_("What the record is about."),
    "organisation": N_("Who did it."),
    "organisation id": N_("The last part of the address of who did it."),
    "towards": N_("Whom it was done to, where everyone may know."),
    "day": N_("The day of the record."),
    "address": N_("Its page."),
    "promise": N_("The promise that the check is of."),
    "check": N_("The name of the rule."),
    "state": N_("How it stands today: kept, explained, not kept, waiting, disagree, no evidence, not yet due."),
    "counts on": N_("The day under which the board counts it."),
    "answer by": N_("The last day to say why, where it is not kept."),
    "reason": N_("Why less was done, where that was added later. A reason in the record is in its list."),
    "instead": N_("What is done instead."),
    "reason given on": N_("The day of that reason."),
}
"""What each column means; the names are for programs, and are the same in every language."""
