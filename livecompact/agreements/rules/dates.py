"""Rule of the dates: nothing ends before it begins."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from livecompact.agreements.documents import Document
from livecompact.agreements.lines import Place
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.rules.checked import Checked


def dates_are_in_order(checked: Checked) -> Iterator[Mistake]:
    """Nothing ends, or is to be reviewed, before it begins: editions, groups, standards."""
    head = checked.documents["agreement.toml"]
    for at, group in enumerate(head.data.get("group", [])):
        yield from _out_of_order(head, ("group", at), group["from"], group["until"])
    for folder, edition in checked.editions():
        document = checked.documents[f"{folder}/edition.toml"]
        yield from _out_of_order(document, (), document.data["from"], document.data["until"])
        if edition.starts and edition.review_by and edition.review_by < edition.starts:
            says = f"It is to be reviewed by {edition.review_by}, before it begins on {edition.starts}."
            yield document.mistake(("review_by",), says, "Mend `from` or `review_by`.")
    for standards, place, standard in checked.standards():
        yield from _out_of_order(standards, place, standard.since, standard.until, first="since")


def editions_follow_each_other(checked: Checked) -> Iterator[Mistake]:
    """On no day do two editions hold: one ends before the next begins, and no two begin on one day."""
    for earlier, later in pairwise(checked.agreement.editions):
        if later.starts is None:
            continue
        document = checked.documents[f"{later.id}/edition.toml"]
        if earlier.starts == later.starts:
            says = f"Editions {earlier.id} and {later.id} both begin on {later.starts}."
            yield document.mistake(("from",), says, "Let one begin later.")
        elif earlier.ends and later.starts <= earlier.ends:
            says = f"Edition {later.id} begins on {later.starts}, while {earlier.id} holds until {earlier.ends}."
            yield document.mistake(("from",), says, "Let one end before the other begins.")


def _out_of_order(
    document: Document, place: Place, start: object, end: object, *, first: str = "from"
) -> Iterator[Mistake]:
    begins, ends = (said.isoformat() if isinstance(said, date) else said for said in (start, end))
    if begins and ends and "not known" not in (begins, ends) and str(ends) < str(begins)[: len(str(ends))]:
        says = f"It ends on {ends}, before it begins on {begins}."
        yield document.mistake((*place, "until"), says, f"Mend `{first}` or `until`.")
