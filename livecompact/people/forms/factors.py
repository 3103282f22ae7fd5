"""The forms of the second factor: setting it up, using it, and taking it away."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm, DeactivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from livecompact.frame.fields import Text
from livecompact.frame.forms import GovukForm
from livecompact.people.forms.signing_in import six_numbers

FROM_APP = _("the code from your app, or a recovery code")


class SecondStep(GovukForm, AuthenticateForm):  # type: ignore[misc]  # it comes without types
    """Asks for a code of the authenticator app, or a recovery code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = six_numbers(asks=_("Code from your authenticator app"), called=FROM_APP)
        self.fields["code"].help_text = _("Or one of your recovery codes")


class ConfirmWithCode(GovukForm, ReauthenticateForm):  # type: ignore[misc]  # as above
    """Asks for such a code again before something is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = six_numbers(asks=_("Code from your authenticator app"), called=FROM_APP)
        self.fields["code"].help_text = _("Or one of your recovery codes")


class SetUpApp(GovukForm, ActivateTOTPForm):  # type: ignore[misc]  # as above
    """Asks for the first code that the app shows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = six_numbers(asks=_("Code that your app shows"), called=_("the code that your app shows"))


class RemoveApp(GovukForm, DeactivateTOTPForm):  # type: ignore[misc]  # as above
    """Asks nothing but the press of the button."""


class AddPasskey(GovukForm, AddWebAuthnForm):  # type: ignore[misc]  # as above
    """What to call a passkey; the browser makes the rest. A passkey of ours can also sign in by itself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = Text(
            asks=_("What to call this passkey"),
            called=_("what to call this passkey"),
            why=_("So that you know which it is"),
            hint=_("For example, my phone"),
            optional=True,
            at_most=100,
        )
        pressed = _("Press the button, then let your browser make the passkey")
        self.fields["credential"].error_messages |= {"required": pressed, "invalid": pressed}
        self.fields.pop("passwordless", None)
        self.order_fields(["name", "credential"])

    def clean(self) -> dict[str, Any]:
        """What was sent; a passkey must have checked that it is its owner who uses it."""
        self.cleaned_data["passwordless"] = True
        with refused_in_words():
            return dict(super().clean())


class UsePasskey(AuthenticateWebAuthnForm):  # type: ignore[misc]  # as above
    """A passkey at the second step."""

    def clean_credential(self) -> Any:
        """The passkey that was used."""
        with refused_in_words():
            return super().clean_credential()


class SignInWithPasskey(LoginWebAuthnForm):  # type: ignore[misc]  # as above
    """A passkey instead of a code."""

    def clean_credential(self) -> Any:
        """The passkey that was used."""
        with refused_in_words():
            return super().clean_credential()


class ConfirmWithPasskey(ReauthenticateWebAuthnForm):  # type: ignore[misc]  # as above
    """A passkey again, before something is changed."""

    def clean_credential(self) -> Any:
        """The passkey that was used."""
        with refused_in_words():
            return super().clean_credential()


@contextmanager
def refused_in_words() -> Iterator[None]:
    """What no browser made is refused like a wrong passkey; the library would break on a part that is missing."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError, struct.error) as broken:
        raise ValidationError(_("The passkey did not work. Try again, or use another way"), "passkey") from broken
