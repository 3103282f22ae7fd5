"""What a report is of, and its answer in one minute: three sentences with numbers."""

from livecompact.files.checking.checked import Checked, Counts, Footing, Outcome, Part
from livecompact.files.report.sentences.counts import kept_among, reasons_among, stands_among, there_among
from livecompact.files.report.sentences.numbers import count, every, lower
from livecompact.standards.words import listed, short_date

SENTENCES = 3


def title(checked: Checked) -> str:
    """What the report is of."""
    verb = "would stand" if checked.as_if_only else "stands" if checked.rows == 1 else "stand"
    return f"How {count(checked.rows, *_nouns(checked))} {verb} under the {checked.agreement.name}"


def on_day(checked: Checked) -> str:
    """Which text was used, and for which day."""
    names = list(dict.fromkeys(part.edition.name for part in checked.parts)) or [checked.agreement.newest.name]
    texts = listed([lower(name) for name in names])
    return f"{checked.agreement.name}, {texts}. Checked as of {short_date(checked.today)}."


def opening(checked: Checked) -> str:
    """The words with which rows of bodies that were not bound begin."""
    footings = {footing for part in checked.on_footing(bound=False) for footing in part.footings}
    called = checked.agreement.called
    if Footing.NOT_SIGNED in footings or not footings:
        return f"These bodies have not signed this {called}. This shows how their file would stand."
    return f"On these days the bodies were not bound by this {called}. This shows how their file would stand."


def in_one_minute(checked: Checked) -> list[str]:
    """The answer in three sentences with numbers."""
    bound, as_if = (_total(list(checked.on_footing(bound=footing))) for footing in (True, False))
    said = [what_was_read(checked)]
    if bound.checks:
        said.append(kept_among(bound, "check"))
    if as_if.checks:
        nouns = ("check measured as if", "checks measured as if") if bound.checks else ("check",)
        said.append(stands_among(as_if, *nouns))
    if as_if.short and not bound.checks:
        said.append(reasons_among(as_if))
    if not bound.checks and not as_if.checks:
        said.append(_nothing_counted(checked))
    if len(said) < SENTENCES:
        said.append(left_over(checked))
    return said


def what_was_read(checked: Checked) -> str:
    """How many rows were read, how many were not, and in how many the dates contradict each other."""
    if not checked.reported:
        says = f"We read {every(checked.rows, *_nouns(checked))}"
    else:
        says = f"We read {checked.judged:,} of {count(checked.rows, *_nouns(checked))}"
        says += f"; {count(checked.reported, 'row holds', 'rows hold')} something we could not read"
    if checked.contradicted_rows:
        says += (
            f"{', and' if checked.reported else ';'} in {checked.contradicted_rows:,} the dates contradict each other"
        )
    return says + "."


def left_over(checked: Checked) -> str:
    """What cannot be checked from the files."""
    number = len(checked.not_checkable)
    if number:
        file = "this file has" if len(checked.sources) == 1 else "these files have"
        asks = "it asks" if number == 1 else "they ask"
        tests = count(number, "test of a promise", "tests of promises")
        return f"{tests} cannot be made, because {file} no column for what {asks}."
    if not any(part.standards for part in checked.parts):
        return "So 0 checks could be made."
    return f"Every promise with a number or an order for {_kinds(checked)} could be checked."


def part_heading(part: Part, checked: Checked) -> str:
    """What a part of the report is of."""
    rows = count(part.rows, part.kind.called, part.kind.plural)
    edition = f", {lower(part.edition.name)}" if len(checked.agreement.editions) > 1 else ""
    if checked.as_if_only:
        return f"{rows}{edition}: how the file would stand"
    return f"{rows} of bodies that had signed{edition}" if part.bound else f"{rows} measured as if{edition}"


def before_publishing(part: Part, checked: Checked) -> str:
    """What is owed to bodies that are named as not having kept a promise; empty where none is."""
    time = checked.agreement.reply_window
    if not (part.bound and time and part.counts[Outcome.NOT_KEPT]):
        return ""
    return f"Before you publish this, give each body {time} to explain what was not kept."


def _nothing_counted(checked: Checked) -> str:
    """What is to be said where nothing has a number or an order."""
    for bound in (True, False):
        records = sum((part.records for part in checked.on_footing(bound=bound)), Counts({}))
        if records.checks:
            return there_among(records, bound=bound)
    if checked.not_checkable:
        return f"We could make 0 checks on {_them(checked)}."
    return f"The text of the {checked.agreement.name} gives no number or order by which to check {_kinds(checked)}."


def _total(parts: list[Part]) -> Counts:
    return sum((part.counts for part in parts), Counts({}))


def _nouns(checked: Checked) -> tuple[str, str]:
    """What the rows are: a consultation, or rows where the files hold several kinds."""
    if len(checked.kinds) != 1:
        return "row", "rows"
    return checked.kinds[0].called, checked.kinds[0].plural


def _them(checked: Checked) -> str:
    return "it" if checked.rows == 1 else "them"


def _kinds(checked: Checked) -> str:
    return listed([kind.plural for kind in checked.kinds])
