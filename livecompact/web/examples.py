"""Made-up examples to try a site out with: what every room invents, in the order in which they build on each other."""

from datetime import datetime

from livecompact.compacts.holidays import demo as holidays
from livecompact.dealings.demo import filling as dealings
from livecompact.register import demo as register
from livecompact.register import demo_running as running
from livecompact.uploads import demo as uploads


def fill(*, at: datetime) -> None:
    """Add invented organisations, and what they did up to now, to the Compacts that are on the site."""
    dealings.fill(at=at, others=register.begin(at=at))
    uploads.fill(at=at)
    running.fill(at=at)
    holidays.fill(at=at)
