"""How the sign-in library behaves here: nobody signs up by it, and it speaks our words."""

from typing import Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from livecompact.people import actions, queries
from livecompact.people.later import later
from livecompact.people.models import Person
from livecompact.people.told import sender

OFFERED_AT = 2  # the sign-in after which a passkey is offered to who need not have one


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # it comes without types
    """The library's questions, and our answers."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("The code is not the one in the newest email. Check it and enter it again"),
        "rate_limited": _("Wait a minute, then ask for a code again"),
        "too_many_login_attempts": _("The code was wrong too often. Wait 5 minutes, then ask for a new one"),
        "account_inactive": _("This account is closed. Contact us if you think it should be open"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (the library's)
        """No: people are added by who runs the site, or invited."""
        return False

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Only what went wrong is told; that something was done shows by itself."""
        if level >= messages.WARNING and message_template is None:
            super().add_message(request, level, message_template, *args, **kwargs)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Compose and send a mail after the answer, so that its time does not tell whether the address is known."""
        later(lambda: self.render_mail(template_prefix, email, context, {"Auto-Submitted": "auto-generated"}).send())

    def get_from_email(self) -> str:
        """The site, by its name."""
        return sender()

    def send_notification_mail(self, template_prefix: str, user: Person, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """Tell somebody that the ways to sign in to their account have changed."""
        body = render_to_string("people/mail/factor_changed.txt", {"link": settings.SITE.address + reverse("contact")})
        subject = gettext("How you sign in has changed")
        headers = {"Auto-Submitted": "auto-generated"}
        later(EmailMessage(subject, body.strip() + "\n", sender(), [user.email], headers=headers).send)

    def login(self, request: HttpRequest, user: Person) -> None:
        """Sign in, and count it."""
        super().login(request, user)
        actions.note_sign_in(person=user)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where one goes after signing in: to the second factor, where one must have it or is offered it, else home."""
        person = cast(Person, request.user)
        offered = person.sign_ins == OFFERED_AT and not queries.has_second_factor(person)
        if offered or queries.waits_for_second_factor(person, at=timezone.now()):
            return reverse("mfa_index")
        return str(super().get_login_redirect_url(request))


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # as above
    """The same for the second factor."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("The code is not the one that is shown now. Check it and enter it again"),
        "cannot_generate_recovery_codes": _("Add a passkey or an authenticator app first"),
    }

    def build_totp_svg(self, url: str) -> str:
        """The picture that an app reads, to stand in the page itself: no address holds it."""
        drawn = str(super().build_totp_svg(url))
        return Markup(drawn[drawn.index("<svg") :])  # noqa: S704 (the library draws it, of squares alone)

    def _get_site_name(self) -> str:
        return str(settings.SITE.name)
