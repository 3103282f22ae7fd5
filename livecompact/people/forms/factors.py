"""The forms of the second factor: setting it up, using it, and taking it away."""

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm, DeactivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
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
        return dict(super().clean())
