"""Any life of a consultation: what it was when it was published, and what was done to it on which day after."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

START = date(2026, 3, 2)
"""A Monday: the day of publication."""
LONGEST = 200

days = st.integers(-40, LONGEST).map(lambda n: (START + timedelta(days=n)).isoformat())
reasons = st.sampled_from([None, "none", "The grant ends."])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A fact that may be unknown, or none."""
    return st.none() | st.just("none") | strategy


facts = st.fixed_dictionaries(
    {
        "affects_groups": st.sampled_from([True, True, True, False, None]),
        "formal": st.sampled_from([True, True, False, None]),
        "announced": maybe(days),
        "opens": days,
        "closes": maybe(days),
        "reason_for_shorter_time": reasons,
        "reason_for_informal": reasons,
        "feedback_day_named": st.sampled_from([True, False, None]),
        "feedback_due": maybe(days),
        "feedback_published": maybe(days),
        "themes_without_answer": st.sampled_from([None, "0", "2"]),
        "barriers_heard": reasons,
        "reason_for_no_feedback": reasons,
    }
)


@dataclass(frozen=True)
class Step:
    """What is done on a day.

    Other facts, an explanation of one standard, that the organisation is reached, that a group disagrees with a fact or
    agrees again.
    """

    day: date
    facts: dict[str, Any] | None = None
    explains: int | None = None
    reaches: bool = False
    disputes: str = ""
    agrees: bool = False


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    """A few steps, in the order of their days; some fall on one day."""
    on = sorted(draw(st.lists(st.integers(0, LONGEST), max_size=5)))
    made = []
    for n in on:
        day = START + timedelta(days=n)
        match draw(st.sampled_from(["facts", "explains", "reaches", "disputes", "agrees"])):
            case "facts":
                made.append(Step(day, facts=draw(facts)))
            case "explains":
                made.append(Step(day, explains=draw(st.integers(0, 10))))
            case "disputes":
                made.append(Step(day, disputes=draw(st.sampled_from(["announced", "closes", "feedback_due"]))))
            case "agrees":
                made.append(Step(day, agrees=True))
            case _:
                made.append(Step(day, reaches=True))
    return made
