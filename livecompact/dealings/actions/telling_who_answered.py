"""Telling those who answered a consultation, once, what changed; addresses go then, and answers in time."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from livecompact.dealings.models import AnswerState, Dealing, Original, Response
from livecompact.dealings.naming import subject_of
from livecompact.people import actions as people
from livecompact.people.queries import person as person_of
from livecompact.record import actions as record
from livecompact.record import queries as notices

YOU_SAID = "you-said-we-did"
"""The reason of the notice to somebody who answered."""
TOLD_KEPT = timedelta(days=30)
"""How long the address of somebody who was told so, and never signed in, is known as theirs."""
KEPT_AFTER = timedelta(days=365)
"""How long an answer is kept in full once its consultation has closed."""


def tell_who_answered(dealing: Dealing, *, at: datetime) -> int:
    """Let everyone who left an address be told what changed, and forget each address; how many they are.

    It is part of the act by which that becomes public. An address without an answer leaves nothing.
    """
    rows = Original.objects.filter(response__dealing=dealing).exclude(email="")
    left = sorted(set(rows.values_list("email", flat=True)))
    for email in left:
        to = person_of(email) or people.add_person(email=email, at=at)
        subject, compact = subject_of(dealing), dealing.home_id
        record.notify(to=to, reason=YOU_SAID, subject=subject, occurrence=YOU_SAID, compact=compact, at=at)
    rows.update(email="")
    Response.objects.filter(dealing=dealing, original__text="").delete()
    return len(left)


@transaction.atomic
def forget_answers(*, at: datetime) -> int:
    """Delete what was said in full a year after the consultation closed, and who was only told what changed.

    What its author agreed to make public stays, as long as the consultation is on record.
    """
    before = localdate(at) - KEPT_AFTER
    is_old = Q(response__dealing__ends_on__lt=before) | Q(response__dealing__ends_on=None, response__came_on__lt=before)
    old = list(Original.objects.filter(is_old).values_list("response", flat=True))
    Original.objects.filter(response__in=old).delete()
    Response.objects.filter(pk__in=old).exclude(state=AnswerState.PUBLIC).delete()
    told = notices.only_told(reason=YOU_SAID, before=at - TOLD_KEPT)
    return len(old) + people.forget_who_never_came(found=told, besides=notices.OF_A_PERSON)
