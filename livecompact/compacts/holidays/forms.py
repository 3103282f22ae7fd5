"""The name and the days of a school holiday."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from livecompact.frame.day import Day
from livecompact.frame.fields import Text
from livecompact.frame.forms import Form

LONGEST = timedelta(days=70)
"""Days of the longest, some three weeks more than a summer has; our own number."""
AHEAD = timedelta(days=5 * 366)
"""How far ahead one may lie, or back; schools tell some two years. Our own number."""


class SchoolHolidayForm(Form):
    """One holiday, from its first to its last day."""

    name = Text(
        asks=_("What is it called?"),
        called=_("its name"),
        hint=_("For example, summer holiday"),
        why=_("People see it beside the days"),
        at_most=60,
        width=20,
    )
    first = Day(asks=_("What is its first day?"), called=_("the first day"), why=_("Plans are checked from this day"))
    last = Day(asks=_("What is its last day?"), called=_("the last day"), why=_("Plans are checked up to this day"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        """The answers; the days are in their order, not far apart, and not far away."""
        answers = super().clean() or {}
        first, last = answers.get("first"), answers.get("last")
        if first and abs(first - self.today) > AHEAD:
            self.add_error("first", _("The first day must be at most 5 years from today"))
        if first and last and last < first:
            self.add_error("last", _("The last day must be the first day or later"))
        if first and last and last - first >= LONGEST:
            self.add_error("last", _("The last day must be within 10 weeks of the first"))
        return answers
