"""The two forms of signing in: an email address, and the code that was sent to it."""

from typing import Any

from allauth.account import forms as allauth
from django.utils.translation import gettext_lazy as _

from livecompact.frame.fields import Email, Text
from livecompact.frame.forms import GovukForm


class SignIn(GovukForm, allauth.RequestLoginCodeForm):  # type: ignore[misc]  # it comes without types
    """Asks for the email address. It answers the same whether the address is known or not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = Email(
            asks=_("Email address"),
            called=_("your email address"),
            why=_("We send a code to it. Whoever can read the code can sign in"),
        )


class SignInCode(GovukForm, allauth.ConfirmLoginCodeForm):  # type: ignore[misc]  # as above
    """Asks for the code of 6 numbers; spaces in it do no harm."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = Text(
            asks=_("Code of 6 numbers"),
            called=_("the code from the email"),
            why=_("It shows that the email address is yours"),
            at_most=20,
            width=10,
            autocomplete="one-time-code",
            numeric=True,
        )
        self.fields["code"].widget.attrs["class"] += " govuk-input--extra-letter-spacing"

    def clean_code(self) -> str:
        """The code; the words of the error are ours."""
        self.cleaned_data["code"] = "".join(str(self.cleaned_data["code"]).split())
        return str(super().clean_code())
