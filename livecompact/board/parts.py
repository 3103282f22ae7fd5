"""What the board gives to pages of rooms below: whether a Compact is being kept, in a sentence."""

from dataclasses import replace

from livecompact.board.queries import figures
from livecompact.compacts.queries import Published, compacts
from livecompact.dealings.parts import state_part
from livecompact.dealings.queries import Counts
from livecompact.frame.parts import Asked, Part

ALL = "compacts of the site"


def compact_state(asked: Asked) -> Part | None:
    """How all promises of a Compact were kept in the last year, in a sentence: the figures of its board."""
    period = figures.last_year(asked.compact, asked.today)
    total = figures.total(figures.by_promise(asked.actor, asked.compact, asked.today, period))
    return state_part(Counts.of(total.shown), asked.compact.words, of_one=False)


def listed_state(asked: Asked) -> Part | None:
    """How the promises of a Compact in the list were kept in the last year; nothing where none could be judged yet."""
    if ALL not in asked.kept:
        asked.kept[ALL] = {each.id: each for each in compacts(asked.actor, asked.today)}
    every: dict[str, Published] = asked.kept[ALL]
    return compact_state(replace(asked, compact=every[asked.about["listed"]], kept={}))
