"""What a report to a committee may say of a plan: some sentences, and the same as a table. They quote no promise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from livecompact.checks.letters import Site, headed
from livecompact.checks.results import Block, Line, Tally
from livecompact.checks.states import COUNTED
from livecompact.compacts.queries import Published
from livecompact.standards.words import short_date

type Measured = tuple[str, Iterable[Block]]
"""The name of a Compact that measures the plan, and what it makes of it; that which was asked comes first."""


@dataclass(frozen=True)
class Row:
    """One check in the table: its promise, what it asks, and what the plan does."""

    promise: str
    asks: str
    does: str


def paragraph(
    compact: Published, measured: Iterable[Measured], counts: Tally, here: Site, link: str
) -> tuple[str, ...]:
    """The sentences, a paragraph for each promise."""
    opening = _("We checked this plan against the %(name)s on %(day)s. %(comes_to)s.") % {
        "name": compact.name,
        "day": short_date(here.today),
        "comes_to": _comes_to(counts, compact),
    }
    promises = (
        f"{headed(compact, block, name)} {' '.join(map(_sentences, lines))} {here.address}{block.address}"
        for name, blocks in measured
        for block in blocks
        if (lines := _counted(block))
    )
    return (opening, *promises, _("The check: %(link)s") % {"link": link})


def rows(compact: Published, measured: Iterable[Measured]) -> Iterator[Row]:
    """The table: each check that counts; those of other Compacts under their names."""
    for name, blocks in measured:
        for block in blocks:
            number = f"{compact.words.One} {block.number}" if block.number else str(compact.words.One)
            promise = f"{number}: {block.name}"
            for line in _counted(block):
                yield Row(promise if name == compact.name else f"{name}. {promise}", line.asks, _does(line))


def _comes_to(counts: Tally, compact: Published) -> str:
    promises = compact.words.one if counts.of == 1 else compact.words.many
    of = {"kept": counts.kept, "of": counts.of, "explained": counts.explained, "promises": promises}
    if counts.explained:
        return _("The plan keeps %(kept)s of %(of)s %(promises)s and explains %(explained)s") % of
    return _("The plan keeps %(kept)s of %(of)s %(promises)s") % of


def _counted(block: Block) -> list[Line]:
    return [line for line in block.lines if line.state in COUNTED]


def _sentences(line: Line) -> str:
    return f"{line.asks} {_does(line)}"


def _does(line: Line) -> str:
    reason = _("The reason: %(reason)s") % {"reason": line.reason} if line.reason else ""
    return " ".join(filter(None, (f"{line.reported}.", line.reported_how, reason)))
