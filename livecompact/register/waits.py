"""What of the register waits for whoever runs a Compact: sign-ups, renewals, and charities that were removed."""

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.frame.day import boxes_of
from livecompact.frame.waiting import Waits, Yes
from livecompact.people.queries import acted_for
from livecompact.register import queries
from livecompact.register.models import Organisation, Signature, State
from livecompact.register.naming import named
from livecompact.register.queries import Shown, Signed
from livecompact.register.queries.waiting import Actor


def waits(actor: Actor, compact: Published, at: datetime) -> Iterator[Waits]:
    """What waits; nothing for who is no officer there: the queries see to that."""
    for seen in queries.waiting(actor, compact, at):
        if seen.signature.state == State.APPLIED:  # one that was asked something waits for the organisation
            yield _sign_up(compact, seen.signature)
    renewals = queries.asked_to_renew(actor, compact, at)
    acted = acted_for([each.organisation.slug for each in renewals], at=at) if renewals else frozenset()
    for due in renewals:
        can_be_asked = bool(due.signature.contact_email) or due.organisation.slug in acted
        if not can_be_asked:
            yield _by_phone(compact, due, localdate(at))
        elif due.shown is Shown.RENEWAL_DUE:  # a mail asked it of the new edition, and it has its year to answer
            yield _renewal(compact, due)
    for organisation in queries.gone(actor, compact, at):
        words = _("%(name)s is no longer on the register of charities") % {"name": named(organisation)}
        yield Waits(says=words, address=_act(compact, organisation, "end"))


def _sign_up(compact: Published, signature: Signature) -> Waits:
    """A sign-up to be answered, with a button for yes; it holds the state that was seen."""
    address = _act(compact, signature.organisation, "answer")
    sent = (("answer", "approve"), ("version", str(signature.version)))
    return Waits(
        says=_("%(name)s wants to sign") % {"name": named(signature.organisation)},
        address=address,
        since=localdate(signature.applied_at),
        by=signature.answer_by,
        yes=Yes(_("Yes, put it on the list"), address, sent),
    )


def _renewal(compact: Published, due: Signed) -> Waits:
    """A renewal that a mail has asked for."""
    words = _("%(name)s has not renewed yet") % {"name": named(due.organisation)}
    return Waits(says=words, address=_act(compact, due.organisation, "renew"), since=due.renewal_due_on)


def _by_phone(compact: Published, due: Signed, today: date) -> Waits:
    """One that no mail reaches: the officer asks, and a button writes the answer down, as of today."""
    address = _act(compact, due.organisation, "renew")
    day = {f"renewed_on-{box}": value for box, value in boxes_of(today).items()}
    sent = (*day.items(), ("version", str(due.signature.version)))
    asks = _("Ask %(name)s by phone: does it still agree?")
    since = due.renewal_due_on
    if due.signature.edition != compact.edition.id:
        asks = _("Ask %(name)s by phone or on paper: does it agree to the new text?")
        since = compact.edition.starts
    return Waits(
        says=asks % {"name": named(due.organisation)},
        address=address,
        since=since,
        yes=Yes(_("They said yes"), address, sent),
    )


def _act(compact: Published, organisation: Organisation, act: str) -> str:
    return reverse(f"organisation_{act}", kwargs={"compact": compact.id, "organisation": organisation.slug})
