"""Single rows and how the files were read, as sentences."""

from livecompact.files.checking.checked import Cause, Checked, Footing, Part, Place, Problem
from livecompact.files.loading.loaded import Source
from livecompact.files.report.sentences.numbers import count, upper
from livecompact.kinds import kind
from livecompact.standards.facts import Fact
from livecompact.standards.words import listed

FOOTINGS = {
    Footing.NOT_SIGNED: "{rows}: the body is not on the list of who has signed.",
    Footing.BEFORE_SIGNING: "{rows}: from before the body signed.",
    Footing.AFTER_LEAVING: "{rows}: from after the body left.",
    Footing.OTHER_EDITION: "{rows}: from a day on which this text was not in force.",
    Footing.NO_DATE: "{rows}: without a date, so nobody can tell whether the body had signed by then.",
}
ABOUT = {
    "identifier": "the reference",
    "title": "the title",
    "organisation": "the organisation that acted",
    "organisation_id": "the identifier of the organisation that acted",
    "partner": "the other party",
    "partner_id": "the identifier of the other party",
}


def place(of: Place) -> str:
    """Where a row stands."""
    return f"{'record' if of.is_record else 'row'} {of.row}" + (f" of {of.source}" if of.source else "")


def named(of: Place) -> str:
    """The names of a row, where they may be shown."""
    return ": ".join(filter(None, (of.organisation, of.title)))


def footings(part: Part, checked: Checked) -> list[str]:
    """Why rows are only measured as if, with how many."""
    if not checked.signatories_known:
        return ["No list of who has signed was given, so nobody is judged. Give one with --bound LIST.csv."]
    return [FOOTINGS[why].format(rows=count(n, "row")) for why, n in part.footings.items() if why in FOOTINGS]


def contradicted(checked: Checked) -> str:
    """In how many rows the dates contradict each other, and what that means for them."""
    return f"In {count(checked.contradicted_rows, 'row')} the dates contradict each other, so nobody can tell."


def unread(checked: Checked) -> str:
    """How many rows could not be read, and for how many causes."""
    return f"We could not read {count(checked.reported, 'row')}, for {count(len(checked.causes), 'cause')}."


def where(cell: Problem) -> str:
    """Where a cell stands: in a record its number is enough."""
    return place(cell.place) if cell.place.is_record else f"{place(cell.place)}, cell {cell.cell}"


def first_one(cause: Cause) -> str:
    """Where the first of the cells that could not be read stands, and what it holds."""
    return f"{upper(where(cause.first))}: “{cause.first.value}”"


def is_of(cell: Problem, cause: Cause) -> bool:
    """Whether a cell could not be read for this cause."""
    first = cause.first
    return (cell.column, cell.says, cell.mend) == (first.column, first.says, first.mend)


def each_cell(checked: Checked) -> str:
    """What the table of single cells holds: all of them, or the first of many."""
    shown = len(checked.problems)
    return f"The first {shown:,} cells, one by one" if shown < checked.unread_cells else "Each cell, one by one"


def no_column(facts: tuple[Fact, ...]) -> str:
    """The facts for which no file has a column, by their labels."""
    return listed([fact.label for fact in facts])


def rows_accounted_for(source: Source) -> str:
    """That every row of a file was measured or is reported."""
    rows = count(source.rows, "record" if source.in_records else "row")
    blank = f"; {count(source.blank, 'blank row')} left out" if source.blank else ""
    return f"{rows}: {source.judged:,} measured, {source.reported:,} not read{blank}."


def recognised(source: Source) -> dict[str, str]:
    """What each used column of a file was taken for, in words."""
    facts = kind(source.kind).by_name
    return {
        column: facts[what].label if what in facts else ABOUT.get(what, f"the {what}")
        for column, what in source.recognised.items()
    }


def missing(source: Source) -> str:
    """The facts that a file has no column for, by their labels."""
    facts = kind(source.kind).by_name
    return no_column(tuple(facts[name] for name in source.missing))


def notes(source: Source) -> list[str]:
    """What else is to be told of how a file was read: what was read as something else than is written."""
    return [*source.notes, *(change.sentence for change in source.changes)]
