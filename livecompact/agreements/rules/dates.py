"""Rule of the dates: nothing ends before it begins."""

from collections.abc import Iterator
from datetime import date

from livecompact.agreements.documents import Document
from livecompact.agreements.lines import Place
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.rules.checked import Checked


def dates_are_in_order(checked: Checked) -> Iterator[Mistake]:
    """Nothing ends before it begins: editions, groups, standards; and no two editions overlap."""
    document = checked.documents["agreement.toml"]
    for at, group in enumerate(document.data.get("group", [])):
        yield from _out_of_order(document, ("group", at), group["from"], group["until"])
    for folder, _ in checked.editions():
        edition = checked.documents[f"{folder}/edition.toml"]
        yield from _out_of_order(edition, (), edition.data["from"], edition.data["until"])
        for standards, place, standard in checked.standards(folder):
            yield from _out_of_order(standards, place, standard.since, standard.until, first="since")
    editions = checked.agreement.editions
    for earlier, later in zip(editions, editions[1:], strict=False):
        if earlier.ends and later.starts and later.starts <= earlier.ends:
            folder = next(folder for folder, edition in checked.editions() if edition is later)
            says = f"Edition {later.id} begins on {later.starts}, while {earlier.id} holds until {earlier.ends}."
            yield checked.documents[f"{folder}/edition.toml"].mistake(("from",), says, "Let one end before the next.")


def _out_of_order(
    document: Document, place: Place, start: object, end: object, *, first: str = "from"
) -> Iterator[Mistake]:
    begins, ends = (said.isoformat() if isinstance(said, date) else said for said in (start, end))
    if begins and ends and "not known" not in (begins, ends) and str(ends) < str(begins)[: len(str(ends))]:
        says = f"It ends on {ends}, before it begins on {begins}."
        yield document.mistake((*place, "until"), says, f"Mend `{first}` or `until`.")
