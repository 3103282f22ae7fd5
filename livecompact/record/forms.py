"""The forms of this room: what to follow, the code that proves an address, and how often news comes."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from livecompact.frame.fields import Code, Email, OneOf, Text
from livecompact.frame.forms import Form
from livecompact.record.models import Often

SOON = [(Often.WEEKLY.value, _("Once a week, on Tuesday")), (Often.AT_ONCE.value, _("At once"))]
HOW_OFTEN = [*SOON, (Often.NEVER.value, _("Never"))]


class EraseWords(Form):
    """Why the words of an entry are erased."""

    reason = Text(
        asks=_("Why are they erased?"),
        called=_("why they are erased"),
        hint=_("It is public. Do not repeat what you erase"),
        why=_("Nothing goes from a public record without a reason"),
        at_most=300,
    )


class FollowForm(Form):
    """How often, and for who is not signed in, where to."""

    often = OneOf(
        asks=_("How often do you want an email?"),
        called=_("how often you want an email"),
        why=_("So that we write no more than you want"),
        choices=SOON,
    )
    email = Email(
        asks=_("Your email address"),
        called=_("your email address"),
        why=_("We write to it, and to nobody else about it"),
        hint=_("We send a code to it first"),
    )

    def __init__(self, *args: Any, known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["email"]


class CodeForm(Form):
    """The code of 6 numbers; spaces in it do no harm."""

    code = Code(
        asks=_("Code of 6 numbers"),
        called=_("the code from the email"),
        why=_("It shows that the email address is yours"),
    )


class NewsForm(Form):
    """How often, for each thing that somebody follows."""

    def __init__(self, *args: Any, followed: Sequence[tuple[int, str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for pk, name, often in followed:
            self.fields[f"follow-{pk}"] = OneOf(
                asks=name,
                called=_("how often you want an email"),
                why=_("So that we write no more than you want"),
                choices=HOW_OFTEN,
            )
            self.initial[f"follow-{pk}"] = often

    @property
    def often(self) -> dict[int, str]:
        """What was chosen, by the id of what is followed."""
        return {int(name.removeprefix("follow-")): value for name, value in self.cleaned_data.items()}
