"""What a group says to a change of which it was told before anybody else: it is shown with it from the first day."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.agreements.bodies import folded_name
from livecompact.dealings.actions.answering import reply
from livecompact.dealings.actions.telling import tell
from livecompact.dealings.models import Dealing, Reply, Says, State
from livecompact.dealings.naming import subject_of
from livecompact.dealings.speaking.who import slug_said
from livecompact.kinds.kind import SAYS_NOTHING
from livecompact.people.queries import holders
from livecompact.people.roles import Role
from livecompact.record.actions import notify
from livecompact.record.what import What

GROUP_ANSWERED = "funding-change-answered"
"""The reason of the notice to the body that its group answered."""


class NotTold(Exception):
    """No group was told of it, or it was taken back."""


@transaction.atomic
def reply_early(*, dealing: Dealing, text: str, by: str, at: datetime) -> Reply:
    """Keep the group's answer; said again, it takes the place of the first. Once public it is a reply like any other.

    ValidationError where it has no words, or names the group while nobody may; NotTold where it was taken back.
    """
    found = _held(dealing)
    if found.towards is None or found.state not in (State.TOLD, State.PUBLIC):
        raise NotTold(found.key)
    if SAYS_NOTHING.fullmatch(text):
        raise ValidationError({"text": _("Enter your answer")})
    if names_its_group(found, text):
        raise ValidationError({"text": _("Take your group’s name out. Or let the page show it first")})
    if found.state == State.PUBLIC:
        return reply(dealing=found, organisation=found.towards, says=Says.REPLY, text=text, by=by, at=at)
    told = {"text": text.strip(), "on": localdate(at), "at": at, "by": by}
    made, _new = Reply.objects.update_or_create(
        dealing=found, organisation=found.towards, says=Says.REPLY, explanation=None, defaults=told
    )
    assert found.told_at is not None  # noqa: S101 (what is told says since when: a constraint of its table)
    subject, occurrence = subject_of(found), found.told_at.isoformat()
    for person in holders(Role.REPRESENTATIVE, at=at, organisation=found.organisation.slug):
        notify(to=person, reason=GROUP_ANSWERED, subject=subject, occurrence=occurrence, compact=found.home_id, at=at)
    return made


@transaction.atomic
def take_reply_back(*, dealing: Dealing, by: str, at: datetime) -> int:  # noqa: ARG001 (named as in every action)
    """Delete the group's answer while nobody else has read it; how many there were."""
    found = _held(dealing)
    if found.state == State.PUBLIC:
        return 0
    gone, _each = Reply.objects.filter(dealing=found, organisation=found.towards).delete()
    return gone


def tell_of_early_replies(dealing: Dealing, at: datetime) -> None:
    """Write on the record what its group said before it was public; part of the act by which it becomes so."""
    for each in Reply.objects.filter(dealing=dealing).select_related("organisation"):
        who = slug_said(dealing, each.organisation)
        tell(dealing, What.REPLY_GIVEN, by=each.by, at=at, organisation=who, texts={"text": each.text})


def names_its_group(dealing: Dealing, text: str) -> bool:
    """Whether words hold the name of a group that is not public yet."""
    name = folded_name(dealing.towards.name) if dealing.towards and not dealing.towards_named else ""
    return bool(name) and name in folded_name(text)


def _held(dealing: Dealing) -> Dealing:
    rows = Dealing.objects.select_for_update(of=("self",)).select_related("organisation", "home", "towards")
    return rows.get(pk=dealing.pk)
