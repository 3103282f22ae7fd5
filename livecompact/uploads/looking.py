"""Each row of a list looked through for what cannot be: no day, dates that contradict each other, one reference twice.

A broken promise can be, so it is no problem here: it is judged like any other record.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from livecompact.kinds.kind import Kind
from livecompact.standards.facts import FactType
from livecompact.uploads.packed import Line

MOST_POUNDS = Decimal(10) ** 12
MOST_COUNTED = 10_000
"""Of months, of themes, of anything that a list counts."""
TOTAL = re.compile(r"(?:grand |sub-?)?total\b", re.IGNORECASE)
"""How a row of sums at the end of a list calls itself."""
MAY_COME_BACK = frozenset({("payment", "amount")})
"""A payment that is taken back stands in a list of payments with a minus."""
REPEATS = frozenset({"payment"})
"""The kinds of which one reference may stand in several rows: a payment has a row for each of its parts."""
TOLD_FIRST = timedelta(days=28)
"""Twenty working days: after them a change is public anyway, with or without the group's name."""


class Looking:
    """The rows of one list while they are looked through: the good ones, and what is wrong with the others."""

    def __init__(self, kind: Kind, today: date) -> None:
        self.kind, self.today = kind, today
        self.rows: list[Line] = []
        self.problems: list[Line] = []
        self._seen: dict[str, int] = {}
        self._numbers = [fact for fact in kind.facts if fact.type in (FactType.AMOUNT, FactType.NUMBER)]

    def row(self, line: Line, letters: Mapping[str, str], recognised: Mapping[str, str]) -> None:
        """Take one row in: among the good ones, or with its problem."""
        found = self._wrong(line)
        if found is None:
            self.rows.append(line)
            return
        name, says, mend = found
        column = next((heading for heading, held in recognised.items() if held == name), "")
        value = str(line["facts"].get(name, line.get(name, "")))
        cell = f"{letters[column]}{line['row']}" if column in letters else str(line["row"])
        told = {"row": line["row"], "cell": cell, "column": column, "value": value[:80], "says": says, "mend": mend}
        self.problems.append(told)

    def _wrong(self, line: Line) -> tuple[str, str, str] | None:
        """The fact that cannot be, what is wrong with it, and what to do; None where all is well."""
        facts, kind = line["facts"], self.kind
        day = facts.get(kind.happens_on, "")
        if not day or day == "none":
            if any(TOTAL.match(str(line.get(name, ""))) for name in ("identifier", "title", "partner")):
                return kind.happens_on, _("This looks like a row of totals."), _("It is not saved. Take it out.")
            fact = kind.by_name[kind.happens_on]
            return kind.happens_on, _("There is no date here."), _("Enter %(fact)s.") % {"fact": _(fact.label)}
        for rule in kind.never:
            first, second = facts.get(rule.cannot_precede, ""), facts.get(rule.fact, "")
            if first and second and "none" not in (first, second) and second < first:
                return rule.fact, _(rule.say), _("Change one of the two dates.")
        if (number := self._wrong_number(facts)) is not None:
            return number
        if self._is_held(facts):
            line["held"] = True
        return self._twice(line)

    def _wrong_number(self, facts: Mapping[str, str]) -> tuple[str, str, str] | None:
        """The same for an amount or a number that cannot be, as the forms of the site refuse it."""
        for fact in self._numbers:
            number = _number(facts.get(fact.name, ""))
            if number < 0 and (self.kind.name, fact.name) not in MAY_COME_BACK:
                mend = _("Enter %(fact)s without a minus, or take the row out.")
                return fact.name, _("This is less than nothing."), mend % {"fact": _(fact.label)}
            if fact.type is FactType.AMOUNT and abs(number) >= MOST_POUNDS:
                return fact.name, _("This is too much money to be right."), _("Check the amount.")
            if fact.type is FactType.NUMBER and number > MOST_COUNTED:
                return fact.name, _("This number is too large to be right."), _("Check the number.")
        return None

    def _twice(self, line: Line) -> tuple[str, str, str] | None:
        reference = str(line.get("identifier", ""))
        first = self._seen.setdefault(reference, line["row"]) if reference else line["row"]
        if first == line["row"] or self.kind.name in REPEATS:
            return None
        says = _("This reference stands in an earlier row.")
        return "identifier", says, _("Give each row its own reference.")

    def _is_held(self, facts: Mapping[str, str]) -> bool:
        """Whether it is a change that its group may not know yet: it is saved, and the group is told first."""
        if self.kind.name != "funding-change":
            return False
        told, takes_effect = facts.get("notice_sent", ""), facts.get("takes_effect", "")
        if takes_effect and takes_effect <= self.today.isoformat():
            return False
        return not (told and told != "none" and told <= (self.today - TOLD_FIRST).isoformat())


def _number(written: str) -> Decimal:
    """The number of a fact; nought where it holds none."""
    try:
        return Decimal(written or 0)
    except InvalidOperation:
        return Decimal(0)
