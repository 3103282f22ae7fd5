"""What of the register waits for whoever runs a Compact: sign-ups, renewals, and charities that were removed."""

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.frame.waiting import Waits, Yes
from livecompact.register import queries
from livecompact.register.models import Organisation, Signature, State
from livecompact.register.queries.waiting import Actor


def waits(actor: Actor, compact: Published, at: datetime) -> Iterator[Waits]:
    """What waits; nothing for who is no officer there: the queries see to that."""
    for seen in queries.waiting(actor, compact, at):
        if seen.signature.state == State.APPLIED:  # one that was asked something waits for the organisation
            yield _sign_up(compact, seen.signature)
    for due in queries.renewals_due(actor, compact, at):
        words = _("%(name)s has not renewed yet") % {"name": due.organisation.name}
        yield Waits(says=words, address=_act(compact, due.organisation, "renew"), since=due.renewal_due_on)
    for organisation in queries.gone(actor, compact, at):
        words = _("%(name)s is no longer on the register of charities") % {"name": organisation.name}
        yield Waits(says=words, address=_act(compact, organisation, "end"))


def _sign_up(compact: Published, signature: Signature) -> Waits:
    """A sign-up to be answered, with a button for yes; it holds the state that was seen."""
    address = _act(compact, signature.organisation, "answer")
    sent = (("answer", "approve"), ("version", str(signature.version)))
    return Waits(
        says=_("%(name)s wants to sign") % {"name": signature.organisation.name},
        address=address,
        since=localdate(signature.applied_at),
        by=signature.answer_by,
        yes=Yes(_("Yes, put it on the list"), address, sent),
    )


def _act(compact: Published, organisation: Organisation, act: str) -> str:
    return reverse(f"organisation_{act}", kwargs={"compact": compact.id, "organisation": organisation.slug})
