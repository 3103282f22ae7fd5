"""The two forms of signing in: an email address, and the code that was sent to it."""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from allauth.core import context
from allauth.core.internal import ratelimit  # the public one cannot take a try back that succeeded
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from livecompact.frame.fields import Code, Email
from livecompact.frame.forms import GovukForm
from livecompact.people import queries
from livecompact.people.known import limited_as

APP = "allauth.account"  # whose limits they are: ACCOUNT_RATE_LIMITS


class SignIn(GovukForm, allauth.RequestLoginCodeForm):  # type: ignore[misc]  # it comes without types
    """Asks for the email address. It answers the same whether the address is known or not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"] = Email(
            asks=_("Email address"),
            called=_("your email address"),
            why=_("We send a code to it. Whoever can read the code can sign in"),
        )

    def clean_email(self) -> str:
        """The address, and the person whose it is, if any; too many asked for in a minute are refused."""
        email = str(self.cleaned_data["email"]).lower()
        key = limited_as(context.request, email)
        if not ratelimit.consume(context.request, app=APP, action="request_login_code", key=key):
            raise get_adapter().validation_error("rate_limited")
        person = queries.person(email)
        self._user = person if person is not None and person.is_active else None
        return email


class SignInCode(GovukForm, allauth.ConfirmLoginCodeForm):  # type: ignore[misc]  # as above
    """Asks for the code of 6 numbers; spaces in it do no harm."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = six_numbers(asks=_("Code of 6 numbers"), called=_("the code from the email"))

    def clean_code(self) -> str:
        """The code. A try is counted before the code is looked at, so that tries at once do not outrun the count."""
        request = context.request
        key = limited_as(request, _address(request))
        tried = ratelimit.consume(request, app=APP, action="login_failed", key=key)
        if not tried:
            raise get_adapter().validation_error("too_many_login_attempts")
        code = str(super().clean_code())
        if queries.person(_address(request)) != request._login_stage.login.user:  # noqa: SLF001 (their address changed)
            raise get_adapter().validation_error("incorrect_code")
        tried.rollback()
        return code


def six_numbers(*, asks: Any, called: Any) -> Code:
    """A box for a code of 6 numbers that shows who somebody is."""
    return Code(asks=asks, called=called, why=_("It shows that it is you"))


def _address(request: HttpRequest) -> str:
    """The address to which the code was sent, or would have been."""
    return str(request._login_stage.state.get("email", ""))  # type: ignore[attr-defined]  # noqa: SLF001 (the library's)
