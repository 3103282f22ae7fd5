"""What an organisation is asked about its own record."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from livecompact.frame.fields import OneOf
from livecompact.frame.forms import Form

EVERYONE = "everyone"


class WhoSees(Form):
    """Who may see what the organisation records."""

    who = OneOf(
        asks=_("Who may see what you record?"),
        called=_("who may see it"),
        hint=_("What is public once stays public"),
        why=_("A public body has no such choice, and a group has"),
        choices=(("both", _("We, our partner and the Compact officer")), (EVERYONE, _("Everyone"))),
    )

    def __init__(self, data: Any = None, *, shows: bool = False) -> None:
        super().__init__(data, initial={"who": EVERYONE if shows else "both"})

    @property
    def everyone(self) -> bool:
        """Whether it is to be for everyone."""
        return bool(self.cleaned_data["who"] == EVERYONE)
