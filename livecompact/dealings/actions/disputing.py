"""The two sides disagree over a fact: the other side says so, and takes it back; the body accepts; it is decided."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.checks.deriving import derived
from livecompact.dealings.actions.changing import change_facts
from livecompact.dealings.actions.judging import rejudge
from livecompact.dealings.actions.settling import settle
from livecompact.dealings.actions.telling import held, tell
from livecompact.dealings.models import Dealing as Row
from livecompact.dealings.models import Dispute, HowSettled
from livecompact.dealings.said_values import decoded, disputable, encoded
from livecompact.dealings.speaking.notices import tell_sides
from livecompact.dealings.speaking.who import slug_said, who_says
from livecompact.kinds import kind
from livecompact.kinds.kind import SAYS_NOTHING
from livecompact.record.what import What
from livecompact.register.models import Organisation
from livecompact.standards.facts import NONE, NOT_KNOWN, Facts, FactValue

DISPUTED = "dispute-begun"
"""The reason of the notice to both sides."""


class SaysTheSame(ValueError):
    """The record says that already."""


class AlreadyDisputed(Exception):
    """The organisation says another value of that fact already."""


class AlreadySettled(Exception):
    """The two sides agree again."""


@transaction.atomic
def dispute(
    *, dealing: Row, fact: str, value: FactValue, organisation: Organisation, by: str, at: datetime, text: str = ""
) -> Dispute:
    """Say another value of a fact in the other side's name; every standard that rests on it is neither kept nor not.

    SaysTheSame where the record says it; AlreadyDisputed where the organisation disagrees with that fact already;
    ValidationError where it is no fact that has one value.
    """
    found = held(dealing)
    of = kind(found.kind)
    if fact not in {each.name for each in disputable(of)} or value is NOT_KNOWN:
        raise ValidationError({"fact": _("Select the fact that is not right")})
    if fact == of.happens_on and value is NONE:
        raise ValidationError(
            {"value": _("Without this day there is no record. Reply instead, or ask for its withdrawal")}
        )
    if of.read(found.facts)[fact] == value:
        raise SaysTheSame(fact)
    made = Dispute(dealing=found, fact=fact, value=encoded(value), organisation=organisation, text=text.strip())
    made.on, made.at, made.by = localdate(at), at, by
    try:
        with transaction.atomic():
            made.full_clean(validate_constraints=False)
            made.save()
    except IntegrityError as said:
        raise AlreadyDisputed(fact) from said
    rejudge(dealing=found, today=localdate(at))
    tell(found, What.SIDES_DISAGREE, by=by, at=at, organisation=slug_said(found, organisation), texts={"text": text})
    tell_sides(made, DISPUTED, at)
    return made


@transaction.atomic
def take_back(*, dispute: Dispute, by: str, at: datetime) -> Dispute:
    """End it for the side that said it; the record stands as it is. AlreadySettled where it is over."""
    found = _open(dispute)
    settle(found, HowSettled.TAKEN_BACK, by=by, at=at)
    rejudge(dealing=found.dealing, today=localdate(at))
    return found


@transaction.atomic
def accept(*, dispute: Dispute, by: str, at: datetime) -> Row:
    """Change the record to what the other side says; that ends it. AlreadySettled where it is over."""
    return _changed(_open(dispute), by, at, _("%(name)s told us so."))


@transaction.atomic
def decide(*, dispute: Dispute, as_they_say: bool, reason: str, by: str, at: datetime) -> Dispute:
    """End it as those decide who run the Compact: as the other side says, or as the record does, and why.

    AlreadySettled where it is over; ValidationError where the reason has no words.
    """
    if SAYS_NOTHING.fullmatch(reason):
        raise ValidationError({"reason": _("Enter why you decide so")})
    found = _open(dispute)
    settle(found, HowSettled.DECIDED, by=by, at=at, reason=reason)
    if as_they_say:
        _changed(found, by, at, _("It was decided that %(name)s is right."))
    else:
        rejudge(dealing=found.dealing, today=localdate(at))
    return found


def _changed(found: Dispute, by: str, at: datetime, why: str) -> Row:
    of = kind(found.dealing.kind)
    said = decoded(of.by_name[found.fact], found.value)
    who = {"name": who_says(found.dealing, found.organisation)}
    facts = derived(Facts({**of.read(found.dealing.facts), found.fact: said}))
    return change_facts(dealing=found.dealing, facts=facts, by=by, at=at, why=why % who)


def _open(dispute: Dispute) -> Dispute:
    """The row as it is now, with its dealing, which nobody else changes until the end."""
    held(dispute.dealing)
    found = Dispute.objects.select_related("organisation").select_for_update(of=("self",)).get(pk=dispute.pk)
    if found.settled:
        raise AlreadySettled(found.fact)
    found.dealing = held(dispute.dealing)
    return found
