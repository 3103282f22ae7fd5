"""Signing in as a person does it, for the tests of this room."""

import re
import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client

from tests.harness.people import KEY


def newest_code() -> str:
    """The code in the newest mail."""
    return next(line for line in str(mail.outbox[-1].body).splitlines() if re.fullmatch(r"\d{6}", line))


def sign_in(client: Client, email: str) -> Any:
    """Ask for a code and enter it; what comes then."""
    client.post("/sign-in", {"email": email})
    return client.post("/sign-in/code", {"code": newest_code()}, follow=True)


def app_code(key: str = KEY, periods: int = 0) -> str:
    """What an authenticator app shows now, or so many half minutes later."""
    return str(format_hotp_value(hotp_value(key, int(time.time()) // 30 + periods)))


def is_signed_in(client: Client) -> bool:
    """Whether the browser has a session that still holds."""
    return bool(client.get("/me").status_code == 200)
