"""What the rows of a file are: the kind whose facts explain most of its columns, and the layout it comes in."""

from collections.abc import Mapping, Sequence

from livecompact.files.columns.mapping import PublisherMap
from livecompact.files.columns.naming import about_names, fact_names, folded
from livecompact.files.columns.recognising import Recognised
from livecompact.files.unreadable import CannotRead
from livecompact.kinds import KINDS
from livecompact.kinds.kind import Kind

GRANTS = frozenset({"awarddate", "amountawarded"})
"""The folded titles that only 360Giving has, which every file of it holds."""


def kind_of(file: str, headings: Sequence[str], told: PublisherMap, said: str | None) -> Kind:
    """The kind of a file's rows: as said, or as recognised; CannotRead names the kinds where that is undecided.

    Where several kinds explain as many columns, the file's own name may tell.
    """
    if name := said or told.kind:
        if name not in KINDS:
            raise CannotRead(f"“{name}”", "is no kind of record", f"The kinds are {_kinds(KINDS)}.")
        return KINDS[name]
    scores = {name: _score(kind, headings, told) for name, kind in KINDS.items()}
    best = max(scores.values())
    if not best[0]:
        raise CannotRead(file, f"has no column that we know; it has {_listed(headings)}", _choose(KINDS))
    found = [name for name, score in scores.items() if score == best]
    found = [name for name in found if folded(KINDS[name].called) in folded(file)] or found
    if "award" in found and {folded(heading) for heading in headings} >= GRANTS:
        return KINDS["award"]
    if len(found) > 1:
        could = " or ".join(KINDS[name].plural for name in found)
        raise CannotRead(file, f"could hold {could}: its columns do not tell", _choose(found))
    return KINDS[found[0]]


def no_column(file: str, headings: Sequence[str], kind: Kind) -> CannotRead:
    """That a file has no column for any fact of the kind that its rows are said to be."""
    a = "an" if kind.called[0] in "aeio" else "a"
    says = f"has no column that we know of {a} {kind.called}; it has {_listed(headings)}"
    return CannotRead(file, says, "Say with --as what its rows are, or name its columns in a mapping file (--columns).")


def layout_of(kind: Kind, recognised: Recognised) -> str:
    """What a layout is called, as people are told it."""
    headings = {recognised.headings[place] for place in recognised.facts.values()}
    names = {folded(heading) for heading in headings}
    if headings <= set(kind.by_name):
        return f"our template for {kind.plural}"
    if kind.name == "award" and names & GRANTS:
        return "360Giving"
    if kind.name == "consultation" and {"openingdate", "closingdate"} <= names:
        return "a consultation list in the style of GOV.UK"
    if kind.name == "payment":
        return "a council’s list of payments"
    return f"a list of {kind.plural}"


def _score(kind: Kind, headings: Sequence[str], told: PublisherMap) -> tuple[int, int]:
    """How many columns the facts of a kind explain, and how many its other names do."""
    names, about = fact_names(kind), {name for names in about_names(kind).values() for name in names}
    meant = [told.meaning_of(heading) or names.get(folded(heading)) for heading in headings]
    return sum(fact in kind.by_name for fact in meant), sum(folded(heading) in about for heading in headings)


def _choose(names: Mapping[str, Kind] | Sequence[str]) -> str:
    mapping = "or name its columns in a mapping file (--columns)"
    return f"Say what its rows are with --as and one of {_kinds(names)}, {mapping}."


def _kinds(names: Mapping[str, Kind] | Sequence[str]) -> str:
    return ", ".join(names)


def _listed(headings: Sequence[str]) -> str:
    shown = [f"“{heading[:40]}”" for heading in headings if heading][:8]
    return ", ".join(shown) + (" and more" if len(headings) > len(shown) else "")
