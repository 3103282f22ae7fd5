"""How the sign-in library behaves here: nobody signs up by it, and it speaks our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # it comes without types
    """The library's questions, and our answers."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("The code is not the one in the newest email. Check it and enter it again"),
        "rate_limited": _("Wait a minute, then ask for a code again"),
        "too_many_login_attempts": _("The code was wrong too often. Wait a minute, then ask for a new one"),
        "account_inactive": _("This account is closed. Contact us if you think it should be open"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (the library's)
        """No: people are added by who runs the site."""
        return False

    def add_message(self, request: HttpRequest, level: int, *args: Any, **kwargs: Any) -> None:
        """Only what went wrong is told; that somebody signed in shows by itself."""
        if level >= messages.WARNING:
            super().add_message(request, level, *args, **kwargs)
