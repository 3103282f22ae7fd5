"""What the board gives to the list of Compacts: whether each is being kept, in a sentence."""

from dataclasses import replace

from livecompact.compacts.queries import Published, compacts
from livecompact.dealings.parts import compact_state
from livecompact.frame.parts import Asked, Part

ALL = "compacts of the site"


def listed_state(asked: Asked) -> Part | None:
    """How the promises of a Compact in the list were kept in the last year; nothing where none could be judged yet."""
    if ALL not in asked.kept:
        asked.kept[ALL] = {each.id: each for each in compacts(asked.actor, asked.today)}
    every: dict[str, Published] = asked.kept[ALL]
    return compact_state(replace(asked, compact=every[asked.about["listed"]], kept={}))
