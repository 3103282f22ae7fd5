"""What is said about a dealing: the organisation's explanation, and the other side's reply."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.models import Compact
from livecompact.dealings.actions.judging import rejudge
from livecompact.dealings.actions.telling import held, tell
from livecompact.dealings.models import Dealing, Explanation, Reply, Says
from livecompact.dealings.speaking.who import slug_said
from livecompact.kinds.kind import SAYS_NOTHING
from livecompact.record.what import What
from livecompact.register.models import Organisation


class AlreadyExplained(Exception):
    """A reason was given already."""


class AlreadySaid(Exception):
    """The organisation has said already that the reason does not say why."""


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The four parts of an explanation; `until` is None where what is done instead has no end."""

    context: str
    reason: str
    instead: str
    until: date | None = None


@transaction.atomic
def explain(*, dealing: Dealing, compact: Compact, standard: str, parts: Parts, by: str, at: datetime) -> Explanation:
    """Give the reason for doing less than one standard of a Compact asks; its standing is judged again.

    ValidationError where a part has no words; AlreadyExplained where a reason stands.
    """
    for name in ("context", "reason", "instead"):
        if SAYS_NOTHING.fullmatch(getattr(parts, name)):
            raise ValidationError({name: _("Enter some words")})
    found = held(dealing)
    explanation = Explanation(
        dealing=found, compact=compact, standard=standard, on=localdate(at), at=at, by=by, **vars(parts)
    )
    if Explanation.objects.filter(dealing=found, compact=compact, standard=standard).exists():
        raise AlreadyExplained(standard)
    explanation.full_clean()
    explanation.save()
    rejudge(dealing=found, today=localdate(at))
    texts = {"context": parts.context, "reason": parts.reason, "instead": parts.instead}
    tell(found, What.EXPLANATION_GIVEN, by=by, at=at, texts=texts)
    return explanation


@transaction.atomic
def reply(
    *,
    dealing: Dealing,
    organisation: Organisation,
    says: Says,
    by: str,
    at: datetime,
    text: str = "",
    explanation: Explanation | None = None,
) -> Reply:
    """Say something to a dealing or an explanation in another organisation's name.

    It changes no finding; that a reason does not say why is counted beside it. ValidationError where nothing is said;
    AlreadySaid where it was said before.
    """
    found = held(dealing)
    if says == Says.REPLY and SAYS_NOTHING.fullmatch(text):
        raise ValidationError({"text": _("Enter your reply")})
    made = Reply(
        dealing=found,
        explanation=explanation,
        organisation=organisation,
        says=says,
        text=text.strip(),
        on=localdate(at),
        at=at,
        by=by,
    )
    try:
        with transaction.atomic():
            made.full_clean(validate_constraints=says == Says.REPLY)
            made.save()
    except IntegrityError as said:
        raise AlreadySaid(organisation.name) from said
    tell(found, What.REPLY_GIVEN, by=by, at=at, organisation=slug_said(found, organisation), texts={"text": text})
    return made
