"""Sending one notice: what it says now, to the mail server, and how that ended."""

import logging
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from django.core.mail import EmailMessage, mailers
from django.utils.translation import gettext as _

from livecompact.record import actions, letters, mail, queries
from livecompact.record.actions.outbox import BACK_OFF, MOST_COPIES
from livecompact.record.handing_over import HandOver, watched
from livecompact.record.models import Notice

log = logging.getLogger("livecompact.record")

REFUSED_FOR_GOOD = 500  # SMTP replies from here on say that trying again is of no use (RFC 5321, 4.2.1)


class Later(Exception):
    """It may work another time: a sentence for the officers, without the address."""


class Never(Exception):
    """It will not work another time: as above."""


def send(*, notice: Notice, at: datetime) -> None:
    """Send a notice that a worker has leased, and note how that ended."""
    try:
        _not_broken_off_too_often(notice)
        letter = _letter(notice, at)
        if letter is None:
            actions.dropped(notice=notice, at=at)
            return
        _hand_over(notice, mail.message(notice, letter, at))
    except actions.LeaseOver:
        _log("mail left to another worker", notice, "")
    except Later as problem:
        _log("mail not sent yet", notice, str(problem))
        actions.later(notice=notice, at=at, problem=str(problem))
    except Never as problem:
        _log("mail cannot be sent", notice, str(problem))
        actions.failed(notice=notice, at=at, problem=str(problem))
    else:
        actions.sent(notice=notice, at=at)


def _letter(notice: Notice, at: datetime) -> letters.Letter | None:
    try:
        letter = letters.letter_for(notice, at)
    except Exception as mistake:  # one letter that cannot be composed must not stop the others
        raise Later(_("Its letter could not be written (%(why)s).") % {"why": type(mistake).__name__}) from mistake
    if letter is not None and queries.is_unreachable(notice.person):
        raise Never(_("Mail to this address came back before. Ask for another one, or try again."))
    return letter


def _not_broken_off_too_often(notice: Notice) -> None:
    """Never, where another try might be a third copy, or where every worker that had it came to its end."""
    if notice.in_doubt >= MOST_COPIES:
        raise Never(_("It went out twice without an answer. Ask whether it arrived before you try again."))
    if notice.tries > len(BACK_OFF) + 1:
        raise Never(_("It broke off each time it was tried."))


def _hand_over(notice: Notice, message: EmailMessage) -> None:
    """Give a mail to the mail server; a connection that was half made is closed, however it ended."""
    held, mailer = HandOver(begins=lambda: actions.hand_over(notice=notice)), mailers.default
    try:
        with _told_plainly(held), watched(held):
            mailer.send_messages([message])
    except (Later, Never):
        if held.taken:
            return  # it only failed to say goodbye
        if held.began and not held.in_doubt:
            actions.answered(notice=notice)
        raise
    finally:
        with suppress(OSError, smtplib.SMTPException):
            mailer.close()


@contextmanager
def _told_plainly(held: HandOver) -> Iterator[None]:
    """Turns what went wrong with the mail server into one sentence that holds neither address nor letter."""
    try:
        yield
    except smtplib.SMTPRecipientsRefused as refused:
        code = min((code for code, _said in refused.recipients.values()), default=0)
        how = Never if code >= REFUSED_FOR_GOOD else Later
        raise how(_("The mail server does not take mail for this address (%(code)s).") % {"code": code}) from None
    except smtplib.SMTPDataError as refused:
        how = Never if refused.smtp_code >= REFUSED_FOR_GOOD else Later
        raise how(_("The mail server did not take the mail (%(code)s).") % {"code": refused.smtp_code}) from None
    except smtplib.SMTPNotSupportedError:
        raise Later(_("The mail server offers no encryption, so nothing was sent to it.")) from None
    except smtplib.SMTPResponseException as refused:
        says = _("The mail server does not let this site send mail (%(code)s).") % {"code": refused.smtp_code}
        raise Later(says) from None
    except ssl.SSLError:
        raise Later(_("The mail server could not prove who it is, so nothing was sent to it.")) from None
    except ValueError:
        raise Never(_("The address is not one that mail can be sent to.")) from None
    except (OSError, smtplib.SMTPException) as broken:
        if held.in_doubt:
            raise Later(_("The mail server had the mail and gave no answer, so it may have arrived.")) from None
        raise Later(_("The mail server could not be reached (%(why)s).") % {"why": type(broken).__name__}) from None


def _log(says: str, notice: Notice, problem: str) -> None:
    about = {"notice": notice.pk, "reason": notice.reason, "tries": notice.tries, "problem": problem}
    log.warning(says, extra={"about": about})
