"""The questions about what stands around a text: whom to ask, the colour, the word for a promise, the logo."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from livecompact.compacts.colours import readable_with_white
from livecompact.compacts.models import PromiseWord
from livecompact.compacts.workshop.forms.base import OnDraft
from livecompact.frame.fields import Email, File, OneOf, Text
from livecompact.frame.forms import Form

PROMISE_WORDS = [(choice.value, choice.label) for choice in PromiseWord]


class Contacts(OnDraft):
    """Whom to ask, for each role that there is, and one more."""

    def __init__(self, *args: Any, contacts: list[Mapping[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.rows = [*contacts, {}]
        for at, contact in enumerate(self.rows):
            self._ask(at, contact)

    def clean(self) -> dict[str, Any]:
        """The answers; what is given is given for a role, and no role twice."""
        data = super().clean() or {}
        seen: set[str] = set()
        for at in range(len(self.rows)):
            role = str(data.get(f"role-{at}", ""))
            if not role and any(data.get(f"{name}-{at}") for name in ("who", "email", "phone")):
                self.add_error(f"role-{at}", _("Enter the role"))
            elif role.casefold() in seen:
                self.add_error(f"role-{at}", _("Enter another role: this one stands above"))
            seen |= {role.casefold()} if role else set()
        return data

    @property
    def values(self) -> list[dict[str, str]]:
        """The contacts as the format has them, without those that were emptied."""
        rows = [{name: str(self.cleaned_data[f"{name}-{at}"] or "") for name in ROW} for at in range(len(self.rows))]
        return [row for row in rows if row["role"]]

    def _ask(self, at: int, contact: Mapping[str, str]) -> None:
        role = contact.get("role", "")
        whose = role or _now("a new role")
        called = {name: words % {"role": whose} for name, words in ROW.items()}
        self.fields |= {
            f"role-{at}": Text(
                asks=_("Role"), called=called["role"], why=_("People look for a role"), optional=True, at_most=100
            ),
            f"who-{at}": Text(
                asks=_("Name"), called=called["who"], why=_("People know whom to ask for"), optional=True, at_most=100
            ),
            f"email-{at}": Email(
                asks=_("Email address"), called=called["email"], why=_("Everyone can write to it"), optional=True
            ),
            f"phone-{at}": Text(
                asks=_("Phone number"),
                called=called["phone"],
                why=_("Everyone can call it"),
                optional=True,
                width=20,
                at_most=40,
            ),
        }
        for name in ROW:
            self.initial[f"{name}-{at}"] = contact.get(name, "")


ROW: Mapping[str, Any] = {
    "role": _("the role of %(role)s"),
    "who": _("the name of %(role)s"),
    "email": _("the email address of %(role)s"),
    "phone": _("the phone number of %(role)s"),
}


class Look(Form):
    """The colour of a Compact, and its word for a promise."""

    brand_colour = Text(
        asks=_("Colour of the header"),
        called=_("the colour"),
        why=_("People know by it where they are"),
        hint=_("Six letters and numbers after a #, like #1f5c4d"),
        optional=True,
        width=10,
        at_most=7,
    )
    promise_word = OneOf(
        asks=_("What is a promise called here?"),
        called=_("the word"),
        why=_("The pages use the word that people know"),
        choices=PROMISE_WORDS,
    )

    def clean_brand_colour(self) -> str:
        """A colour on which white words are easy to read; empty for that of the site."""
        colour = str(self.cleaned_data["brand_colour"]).lower()
        if colour:
            readable_with_white(colour)
        return colour


class LogoForm(Form):
    """The picture at the head of the pages."""

    picture = File(
        asks=_("Logo"),
        called=_("the logo"),
        why=_("People know by it where they are"),
        hint=_("A PNG picture of at most 100 kB"),
        endings=(".png",),
        megabytes=1,
        optional=True,
    )
    says = Text(
        asks=_("What the logo shows"),
        called=_("what the logo shows"),
        why=_("It is read out to people who cannot see it"),
        hint=_("For example, Hertfordshire Compact, a white hart"),
    )

    def __init__(self, *args: Any, has_one: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["picture"].required = not has_one
