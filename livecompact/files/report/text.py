"""The answer in the terminal: plain text of at most 100 columns, without colour."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from livecompact.files.checking.checked import Cause, Checked, Part, Problem, StandardChecked, Unmeasured
from livecompact.files.loading.loaded import Source
from livecompact.files.report import sentences as say

WIDE = 100
INDENT = "  "
AT_MOST = 20
"""So many contradictions and so many unread columns are listed; the rest is counted."""


def report(checked: Checked) -> str:
    """The whole answer as text, ending in a line break."""
    lines = [*_head(checked), *_in_one_minute(checked)]
    for part in checked.parts:
        lines += _part(part, checked)
    lines += _unmeasured("Not checkable: no column for what it asks", checked.not_checkable)
    lines += _no_number(checked)
    lines += _contradictions(checked)
    lines += _problems(checked)
    lines += [line for source in checked.sources for line in _source(source)]
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"


def shown(text: str) -> str:
    r"""A text out of a file without the signs that would steer a terminal or turn the writing round.

    >>> shown("a\x1b[2Jb\n c\u202e")
    'a [2Jb c'
    """
    return " ".join("".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text).split())


def _head(checked: Checked) -> list[str]:
    lines = [*_wrapped(say.opening(checked), ""), ""] if checked.as_if_only else []
    return [*lines, *_wrapped(say.title(checked), ""), *_wrapped(say.on_day(checked), ""), ""]


def _in_one_minute(checked: Checked) -> list[str]:
    told = [line for sentence in say.in_one_minute(checked) for line in _wrapped(sentence)]
    return [*_heading("In one minute"), *told, ""]


def _part(part: Part, checked: Checked) -> Iterator[str]:
    yield from _heading(say.part_heading(part, checked))
    yield from _wrapped(warning) if (warning := say.before_publishing(part, checked)) else ()
    if not part.bound:
        if not checked.as_if_only:
            yield from _wrapped(say.opening(checked))
        for why in say.footings(part, checked):
            yield from _wrapped(why)
    yield ""
    for standard in part.standards:
        yield from _standard(standard, part)


def _standard(of: StandardChecked, part: Part) -> Iterator[str]:
    standard = of.standard
    undertaking = part.edition.undertaking(standard.undertaking)
    yield from _wrapped(f"{undertaking.number} {undertaking.name} [{standard.code}]", "")
    yield from _wrapped(standard.asks)
    yield from _wrapped(say.message(of, bound=part.bound))
    yield from _counts(of, part)
    if of.spread:
        yield from _wrapped(say.spread(of.spread))
    if of.unseen:
        yield from _wrapped(f"No column for {say.no_column(of.unseen)}.")
    yield from _years(of, part)
    yield from _furthest(of, part)
    yield ""


def _counts(of: StandardChecked, part: Part) -> list[str]:
    rows = [
        (say.label(outcome, people=of.standard.judged_by_people), checks)
        for outcome, checks in say.shown_counts(of, part)
    ]
    wide = max(len(label) for label, _ in rows)
    return [f"{INDENT * 2}{label:<{wide}} {checks:>9,}" for label, checks in rows]


def _years(of: StandardChecked, part: Part) -> list[str]:
    years = say.years_of(of)
    wide = max((len(name) for name, _ in years), default=0)
    lines = [f"{INDENT * 2}{name:<{wide}}  {say.year_share(counts, bound=part.bound)}" for name, counts in years]
    return [f"{INDENT}{say.WELL[part.bound]}, by year", *lines] if lines else []


def _furthest(of: StandardChecked, part: Part) -> Iterator[str]:
    if of.furthest:
        yield f"{INDENT}{say.how_far(of)}"
    if of.of_all_furthest:
        yield from _wrapped(f"Of all of them: {of.of_all_furthest}", INDENT * 2)
    for far in of.furthest:
        who = [shown(name) for name in (far.place.organisation, far.place.title) if name]
        says = " ".join(
            [
                f"{say.place(far.place)}:",
                *(f"{name[:60]}." for name in who),
                far.working,
                f"[{say.mark(far, bound=part.bound)}]",
            ]
        )
        yield from _wrapped(says, INDENT * 2, INDENT * 3)


def _unmeasured(heading: str, unmeasured: Iterable[Unmeasured]) -> list[str]:
    lines = []
    for each in unmeasured:
        undertaking = each.edition.undertaking(each.standard.undertaking)
        promise = f"{undertaking.number} {undertaking.name} [{each.standard.code}]"
        lines += _wrapped(f"{promise}: no column for {say.no_column(each.unseen)}.", INDENT, INDENT * 2)
    return [*_heading(heading), *lines, ""] if lines else []


def _no_number(checked: Checked) -> list[str]:
    lines = []
    for each in checked.no_number:
        undertaking = each.edition.undertaking(each.standard.undertaking)
        says = [f"{undertaking.number} {undertaking.name} [{each.standard.code}]: {say.no_number(each)}"]
        says += [say.spread(each.spread)] if each.spread else []
        lines += _wrapped(" ".join(says), INDENT, INDENT * 2)
    return [*_heading("No number agreed here"), *lines, ""] if lines else []


def _contradictions(checked: Checked) -> list[str]:
    if not checked.contradicted_rows:
        return []
    lines = [
        line
        for each in checked.contradictions[:AT_MOST]
        for line in _wrapped(f"{say.place(each.place)}: {each.says}", INDENT, INDENT * 2)
    ]
    if (more := checked.contradicted_rows - AT_MOST) > 0:
        lines.append(f"{INDENT}and {say.count(more, 'more row')}")
    return [*_heading("Dates that contradict each other"), *lines, ""]


def _problems(checked: Checked) -> list[str]:
    if not checked.causes:
        return []
    lines = _wrapped(say.unread(checked))
    for cause in checked.causes[:AT_MOST]:
        lines += _cause(cause, [cell for cell in checked.problems if say.is_of(cell, cause)])
    if (more := len(checked.causes) - AT_MOST) > 0:
        lines.append(f"{INDENT}and {say.count(more, 'more cause')}")
    return [*_heading("Rows that we could not read"), *lines, ""]


def _cause(cause: Cause, cells: Sequence[Problem]) -> list[str]:
    first = cause.first
    told = [f"{say.where(cell)}, “{shown(cell.value)}”" for cell in cells[:AT_MOST]]
    if (more := cause.rows - len(told)) > 0:
        told.append(f"and {more:,} more, listed in the report that --to report.html writes")
    says = f"{shown(first.column)}: {say.count(cause.rows, 'row')}. {first.says} {first.mend}"
    return [*_wrapped(says, INDENT, INDENT * 2), *_wrapped("; ".join(told) + ".", INDENT * 2, INDENT * 3)]


def _source(source: Source) -> list[str]:
    lines = _heading(f"How we read {shown(source.name)}")
    lines += _wrapped(f"{say.sentence(source.layout)} {say.rows_accounted_for(source)}")
    recognised = [f"“{shown(column)}” is {what}" for column, what in say.recognised(source).items()]
    lines += _wrapped(f"Recognised: {'; '.join(recognised)}.")
    if source.ignored:
        lines += _wrapped(f"Not used: {', '.join(f'“{shown(column)}”' for column in source.ignored)}.")
    if missing := say.missing(source):
        lines += _wrapped(f"No column for: {missing}.")
    return [*lines, *(line for note in say.notes(source) for line in _wrapped(shown(note))), ""]


def _heading(text: str) -> list[str]:
    return [*_wrapped(text, ""), "-" * min(len(text), WIDE)]


def _wrapped(text: str, first: str = INDENT, rest: str = "") -> list[str]:
    return wrap(text, WIDE, initial_indent=first, subsequent_indent=rest or first, break_on_hyphens=False) or [""]
