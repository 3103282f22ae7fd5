"""The report as one HTML file that needs nothing else: no script, no outside request, readable by everyone."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from livecompact import __version__
from livecompact.files.checking.checked import Checked, Counts, Outcome, Part
from livecompact.files.report import sentences as say
from livecompact.standards.words import how_days_are_counted

LISTED = 200
"""So many single rows are listed in a table; the rest is counted."""


def report(checked: Checked) -> str:
    """The whole report as HTML."""
    page = _templates().get_template("report.html.jinja")
    return page.render(
        checked=checked,
        version=__version__,
        listed=LISTED,
        counted=how_days_are_counted(),
        parts=[(f"part-{number}", part) for number, part in enumerate(checked.parts, 1)],
    )


def bar(number: int, of: int) -> Markup:
    """A bar beside a number; the number says it, so it is hidden from screen readers."""
    share = round(100 * number / of, 1) if of else 0
    return Markup('<span class="bar" aria-hidden="true"><span style="width: {}%"></span></span>').format(share)


def well(counts: Counts, part: Part) -> int:
    """How many checks are well: kept or explained, or met."""
    return counts.good if part.bound else counts[Outcome.MEETS]


def ill(counts: Counts, part: Part) -> int:
    """How many are not: not kept, or short."""
    return counts[Outcome.NOT_KEPT] if part.bound else counts.short


def untold(counts: Counts, part: Part) -> int:
    """How many nobody can tell, or not yet."""
    return counts.checks - well(counts, part) - ill(counts, part)


@cache
def _templates() -> Environment:
    found = Environment(
        loader=PackageLoader("livecompact.files.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals |= {"say": say, "bar": bar, "well": well, "ill": ill, "untold": untold}
    found.filters["thousands"] = "{:,}".format
    return found
