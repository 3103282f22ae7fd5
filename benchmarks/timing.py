"""Timing one thing against others fairly: in turns, several times, and the medians."""

from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter


def medians(
    things: Mapping[str, Callable[[], object]], times: int, clock: Callable[[], float] = perf_counter
) -> dict[str, float]:
    """The median seconds that each thing takes, when all are done in turns so many times."""
    seconds: dict[str, list[float]] = {name: [] for name in things}
    for _ in range(times):
        for name, thing in things.items():
            begun = clock()
            thing()
            seconds[name].append(clock() - begun)
    return {name: median(taken) for name, taken in seconds.items()}


def told(seconds: float, against: float) -> str:
    """Seconds, and how many times as long as something else.

    >>> told(0.3, 0.1)
    '   0.300 s    3.0 times'
    """
    return f"{seconds:8.3f} s {seconds / against:6.1f} times"
