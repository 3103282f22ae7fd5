"""The mails of a sign-up: the code, that it was taken in, and to whoever runs the Compact that it waits."""

from datetime import datetime
from email.utils import formataddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published, compact
from livecompact.frame.dates import long_date
from livecompact.people.queries import is_officer
from livecompact.record.letters import Letter
from livecompact.record.models import Notice
from livecompact.register.letters import signature_of
from livecompact.register.models import As, Signature, State
from livecompact.register.naming import named

CHECKED = "sign-up-taken-in"
WAITS = "sign-up-waits"


def code_mail(email: str, code: str, compact: Published) -> EmailMessage:
    """The mail with a code; the code stands in its subject, so that it is read without opening the mail."""
    spaced = f"{code[:3]} {code[3:]}"
    subject = _("%(code)s is your code for the %(compact)s") % {"code": spaced, "compact": compact.name}
    says = [
        _("Enter %(code)s on the page you have open. It works for 15 minutes.") % {"code": spaced},
        _("If you did not ask for it, you can ignore this."),
    ]
    return EmailMessage(
        subject=subject,
        body="\n\n".join(says) + "\n",
        from_email=formataddr((compact.name, settings.DEFAULT_FROM_EMAIL)),
        to=[email],
        headers={"Auto-Submitted": "auto-generated"},
    )


def taken_in(notice: Notice, at: datetime) -> Letter | None:
    """To who signed: what was signed, and by when it is checked."""
    signature = signature_of(notice, State.APPLIED)
    if signature is None:
        return None
    within, name = compact(None, signature.compact_id, localdate(at)), named(signature.organisation)
    friend = signature.signs_as == As.FRIEND
    words = {"compact": within.name, "name": name, "day": long_date(signature.signed_on)}
    became = _("%(name)s became a Friend of the %(compact)s on %(day)s.") % words
    signed = _("%(name)s signed the %(compact)s on %(day)s.") % words
    subject = _("You are a Friend of the %(compact)s") if friend else _("You have signed the %(compact)s")
    return Letter(
        subject=subject % words,
        lines=(became if friend else signed, *_then(signature), _("If this is not right, reply to this email.")),
        address=reverse("friends" if friend else "organisations", kwargs={"compact": signature.compact_id}),
        why=_("You get this because you gave this address with the sign-up."),
        thread=notice.subject,
        reference=signature.reference,
    )


def waits(notice: Notice, at: datetime) -> Letter | None:
    """To whoever runs the Compact: that a sign-up waits; None once it is answered, or for who may not know it."""
    signature = signature_of(notice, State.APPLIED)
    if signature is None or not is_officer(notice.person, at=at, compact=signature.compact_id):
        return None
    name = named(signature.organisation)
    return Letter(
        subject=_("A sign-up waits: %(name)s") % {"name": name},
        lines=(
            _("%(name)s signed on %(day)s. Look whether all is right.")
            % {"name": name, "day": long_date(signature.signed_on)},
            *_by_when(signature),
        ),
        address=reverse(
            "organisation_answer",
            kwargs={"compact": signature.compact_id, "organisation": signature.organisation.slug},
        ),
        why=_("You get this because you run the Compact."),
        thread=notice.subject,
        reference=signature.reference,
    )


def _then(signature: Signature) -> tuple[str, ...]:
    """To who signed: by when we look, and what comes of it."""
    if signature.answer_by is None:
        return ()
    day = {"day": long_date(signature.answer_by)}
    return (_("We will check it by %(day)s. Then its name joins the public list.") % day,)


def _by_when(signature: Signature) -> tuple[str, ...]:
    """To who checks: by when."""
    return (_("Answer by %(day)s.") % {"day": long_date(signature.answer_by)},) if signature.answer_by else ()
