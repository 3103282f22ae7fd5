"""Words to copy: a polite letter about what falls short. It cites promises, and quotes none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from livecompact.checks.answers import Answers
from livecompact.checks.results import Block
from livecompact.checks.states import State
from livecompact.compacts.queries import Published
from livecompact.standards.facts import Facts
from livecompact.standards.words import date_range, long_date

SHORT = (State.NOT_KEPT, State.EXPLAINED, State.NOT_SAID)
"""What a letter speaks of, once something falls short."""


@dataclass(frozen=True)
class Site:
    """Where the pages stand, for links on paper, and the day of the letter."""

    address: str
    today: date


def letter(compact: Published, answers: Answers, facts: Facts, found: Iterable[Block], here: Site) -> tuple[str, ...]:
    """A letter about what falls short; empty where nothing does."""
    short = [block for block in found if any(line.falls_short for line in block.lines)]
    if not short:
        return ()
    text = compact.agreement.signed_text
    return (
        _("Dear [name],"),
        _what_happened(answers, facts),
        *(_cited(compact, block, here) for block in short),
        _wish(short),
        _("We do not say that anybody meant to break a promise. We would like to sort this out with you."),
        _("The signed text is what counts: %(title)s, %(url)s") % {"title": text.title, "url": text.url},
        _("Yours sincerely,"),
        _("[your name and organisation]"),
    )


def _wish(short: Iterable[Block]) -> str:
    """What the letter asks for: no reason where one was given for all that falls short."""
    states = {line.state for block in short for line in block.lines if line.falls_short}
    if states == {State.EXPLAINED}:
        return _("You gave a reason. Could you tell us if you can still give the time that is asked for?")
    return _("Could you tell us if you can give the time that is asked for? If not, could you tell us why, in writing?")


def _what_happened(answers: Answers, facts: Facts) -> str:
    opens, closes = facts.day("opens"), facts.day("closes")
    if opens and closes:
        dates = {"dates": date_range(opens, closes), "title": answers.title}
        if answers.title:
            return _("You asked for views on %(title)s. The time to answer was %(dates)s.") % dates
        return _("You asked for our views. The time to answer was %(dates)s.") % dates
    told, ends = facts.day("notice_sent"), facts.day("takes_effect")
    if told and ends:
        days = {"told": long_date(told), "ends": long_date(ends)}
        return _("You told us on %(told)s that our support ends or changes on %(ends)s.") % days
    return ""


def _cited(compact: Published, block: Block, here: Site) -> str:
    lines = [line for line in block.lines if line.state in SHORT]
    workings = " ".join(line.working for line in lines)
    return f"{headed(compact, block, compact.name)} {workings} {here.address}{block.address}"


def headed(compact: Published, block: Block, name: str) -> str:
    """A promise by its number, the `name` of its Compact and what it is about."""
    of = {"promise": compact.words.One, "number": block.number, "compact": name, "about": block.name}
    if not block.number:
        return _("%(promise)s of the %(compact)s (%(about)s).") % of
    return _("%(promise)s %(number)s of the %(compact)s (%(about)s).") % of
