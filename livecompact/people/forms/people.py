"""Inviting somebody to a role, telling of one's links to organisations, changing or erasing an address."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from livecompact.frame.fields import Email, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.people.forms.signing_in import six_numbers
from livecompact.people.models import Side, Tie
from livecompact.people.roles import Role
from livecompact.people.told import ROLES


class Invite(Form):
    """Whom to ask, and to which role."""

    email = Email(
        asks=_("Email address"), called=_("their email address"), why=_("We send the invitation to it, and to no other")
    )
    role = OneOf(
        asks=_("What will they do?"), called=_("what they will do"), why=_("It says what they may do"), choices=()
    )
    side = OneOf(
        asks=_("If co-chair, for which side?"),
        called=_("which side the co-chair is from"),
        why=_("Each side has one co-chair"),
        choices=Side.choices,
        optional=True,
    )

    def __init__(self, *args: Any, offered: Iterable[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [role for role in Role if role in set(offered)]
        self.fields["role"].choices = [(role.value, ROLES[role]) for role in roles]  # type: ignore[attr-defined]
        if Role.CO_CHAIR not in roles:
            del self.fields["side"]

    def clean(self) -> dict[str, Any]:
        """What was chosen; a co-chair has a side, and nobody else."""
        chosen = dict(super().clean() or {})
        if chosen.get("role") == Role.CO_CHAIR and not chosen.get("side"):
            self.add_error("side", _("Select which side the co-chair is from"))
        if chosen.get("role") != Role.CO_CHAIR:
            chosen["side"] = ""
        return chosen


class TellTie(Form):
    """An organisation, and what one is to it."""

    name = Text(
        asks=_("Organisation"),
        called=_("the name of the organisation"),
        why=_("So that you are not asked to judge it"),
        at_most=200,
        autocomplete="organization",
    )
    kind = OneOf(
        asks=_("What are you to it?"),
        called=_("what you are to it"),
        why=_("Each kind of link has its own rule"),
        choices=Tie.Kind.choices,
    )


class NewAddress(Form):
    """The address that somebody wants to sign in with from now on."""

    email = Email(
        asks=_("New email address"),
        called=_("your new email address"),
        why=_("You sign in with it, and get our mail there"),
    )


class NewAddressCode(Form):
    """The code that was sent to it."""

    code = six_numbers(asks=_("Code of 6 numbers"), called=_("the code from the email"))

    def clean_code(self) -> str:
        """The code; spaces in it do no harm."""
        return "".join(str(self.cleaned_data["code"]).split())


class EraseSomebody(Form):
    """Whose data is erased."""

    email = Email(
        asks=_("Their email address"),
        called=_("their email address"),
        why=_("Whatever bears it, or hangs on its account, is erased"),
    )
