"""What was said of a dealing on a day that is over: its life lived again, act by act, up to that day and no further."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from livecompact.agreements import Agreement
from livecompact.dealings.standings import Act, Settled, settled, with_time_to_explain


@dataclass(frozen=True)
class Life:
    """Everything that was done to a dealing, with its days.

    `facts` are its versions in order; `explained` the reasons, by standard; `disputed` each fact on which the two sides
    disagreed, from a day on, until a day where it was settled; `reached_on` as the dealing has it.
    """

    facts: tuple[tuple[date, Act], ...]
    explained: tuple[tuple[date, str], ...] = ()
    disputed: tuple[tuple[str, date, date | None], ...] = ()
    reached_on: date | None = None


def stood(life: Life, agreement: Agreement, until: date) -> list[Settled]:
    """What the standards of a Compact were said to say at the end of a day; later acts are not looked at."""
    found: list[Settled] = []
    for day in sorted(each for each in _days(life) if each <= until):
        acts = [(on, act) for on, act in life.facts if on <= day]
        if not acts:
            continue
        changed_on, act = acts[-1]
        explained = frozenset(code for on, code in life.explained if on <= day)
        found = with_time_to_explain(
            settled(act, agreement, explained, _disputed(life, day)),
            found,
            agreement,
            today=day,
            changed_on=changed_on,
            reached_on=life.reached_on if life.reached_on and life.reached_on <= day else None,
        )
    return found


def _days(life: Life) -> Iterable[date]:
    """Every day on which something was done."""
    settled_on = (until for _fact, _since, until in life.disputed if until)
    since = (day for _fact, day, _until in life.disputed)
    reached = (life.reached_on,) if life.reached_on else ()
    return {*(day for day, _act in life.facts), *(day for day, _code in life.explained), *since, *settled_on, *reached}


def _disputed(life: Life, day: date) -> dict[str, date]:
    """The facts on which the two sides disagreed on a day, each since when."""
    open_then = [
        (fact, since) for fact, since, until in life.disputed if since <= day and (until is None or until > day)
    ]
    return dict(sorted(open_then, key=lambda each: each[1], reverse=True))
