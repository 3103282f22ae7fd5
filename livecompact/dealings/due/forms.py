"""What an organisation says of its own funding."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from livecompact.dealings.actions.own import Entry
from livecompact.dealings.models import LONGEST_TITLE, FundingEntry
from livecompact.frame.day import Day
from livecompact.frame.fields import Text
from livecompact.frame.forms import Form

MOST = Decimal(10) ** 12


class OwnFunding(Form):
    """One grant or contract."""

    title = Text(
        asks=_("What is it for?"),
        called=_("what it is for"),
        why=_("So that you know it again"),
        at_most=LONGEST_TITLE,
    )
    funder = Text(asks=_("Who gives it?"), called=_("who gives it"), why=_("A letter is written to them"), at_most=100)
    amount = Text(
        asks=_("How much is it a year?"),
        called=_("the amount"),
        hint=_("In pounds, like 18000"),
        why=_("It stands in your list"),
        optional=True,
        at_most=20,
        width=10,
        numeric=True,
    )
    ends_on = Day(
        asks=_("When does it end?"),
        called=_("the last day"),
        hint=_("For example, 31 3 2028"),
        why=_("The last day for notice is counted from it"),
    )
    report_on = Day(
        asks=_("When is the next report due?"),
        called=_("the day of the next report"),
        why=_("It goes into your calendar"),
        optional=True,
    )
    contact_role = Text(
        asks=_("Whom do you ask there?"),
        called=_("whom you ask"),
        hint=_("A role, like grants officer; not a name"),
        why=_("So that whoever follows you knows"),
        optional=True,
        at_most=100,
    )

    def __init__(self, data: Any = None, row: FundingEntry | None = None) -> None:
        super().__init__(data, initial=_initial(row))

    def clean_amount(self) -> Decimal | None:
        """The amount as a number, however it was written."""
        typed = self.cleaned_data["amount"].replace("£", "").replace(",", "").strip()
        if not typed:
            return None
        try:
            amount = Decimal(typed)
        except InvalidOperation as error:
            raise forms.ValidationError(_("Amount must be a number, like 18000")) from error
        if not amount.is_finite() or not 0 <= amount < MOST:
            raise forms.ValidationError(_("Amount must be 0 or more, and below 1,000,000,000,000"))
        return amount.quantize(Decimal("0.01"))

    @property
    def entry(self) -> Entry:
        """What was said."""
        return Entry(**self.cleaned_data)


def _initial(row: FundingEntry | None) -> dict[str, Any]:
    if row is None:
        return {}
    names = ("title", "funder", "ends_on", "report_on", "contact_role")
    amount = "" if row.amount is None else f"{row.amount.normalize():f}"
    return {name: getattr(row, name) for name in names} | {"amount": amount}
