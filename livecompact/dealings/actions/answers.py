"""The answers to a consultation: kept, looked over, made public with their author's consent, and taken down without."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.dealings.actions.telling import held, tell
from livecompact.dealings.actions.telling_who_answered import tell_who_answered
from livecompact.dealings.models import AnswerState, Dealing, Original, Response, TakenOut, Theme
from livecompact.dealings.responding.taking_out import Out, stand_in, without
from livecompact.record.what import What


class IsPublic(Exception):
    """An answer that everybody reads is not changed: it is taken down first."""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What somebody answered: how and when it came, and what its author is called in public.

    `text` is all that they said, `email` where they want to hear what changed. `agreed_on` and `agreed_how` are the day
    and the way in which they agreed that everyone may read it; without them they did not.
    """

    way: str
    came_on: date
    called: str
    text: str = ""
    email: str = ""
    agreed_on: date | None = None
    agreed_how: str = ""


@transaction.atomic
def add_answer(*, dealing: Dealing, told: Answered, by: str, at: datetime) -> Response:
    """Keep an answer, which nobody reads but the body that asked.

    ValidationError where it has neither words nor an address, or consent without its day or way.
    """
    found = held(dealing)
    number = (Response.objects.filter(dealing=found).aggregate(last=Max("number"))["last"] or 0) + 1
    made = Response(dealing=found, number=number, by=by, at=at)
    _write(made, told)
    Original.objects.create(response=made, text=told.text.strip(), email=told.email.strip().lower())
    _tell_if_told(found, at)
    return made


@transaction.atomic
def change_answer(*, response: Response, told: Answered, by: str, at: datetime) -> Response:
    """Write an answer anew; other words are looked over again. IsPublic where it is public."""
    found = _held(response)
    if found.state == AnswerState.PUBLIC:
        raise IsPublic(found.number)
    original = Original.objects.select_for_update().get(response=found)
    if original.text != told.text.strip() or found.called != told.called.strip():
        found.looked_over_at = None
    found.by, found.at = by, at
    _write(found, told)
    original.text, original.email = told.text.strip(), told.email.strip().lower()
    original.save()
    _drop_what_is_gone(original)
    _tell_if_told(found.dealing, at)
    return found


@transaction.atomic
def look_over(*, response: Response, out: Sequence[Out], by: str, at: datetime) -> Response:
    """Say what is taken out of an answer before everybody reads it, or that nothing has to be.

    ValidationError where the words do not stand in it, or stand in what its author is called. IsPublic as above.
    """
    found = _held(response)
    if found.state == AnswerState.PUBLIC:
        raise IsPublic(found.number)
    original = Original.objects.select_for_update().get(response=found)
    for each in out:
        if not stand_in(original.text, each.words):
            raise ValidationError({"words": _("These words do not stand in the answer. Copy them as they are")})
        if stand_in(found.called, each.words):
            raise ValidationError({"words": _("These words stand in what its author is called. Change that first")})
    TakenOut.objects.filter(original=original).delete()
    for each in out:
        row = TakenOut(original=original, words=" ".join(each.words.split()), why=each.why)
        row.full_clean()
        row.save()
    found.looked_over_at, found.by, found.at = at, by, at
    found.save()
    return found


@transaction.atomic
def publish_answers(*, dealing: Dealing, by: str, at: datetime) -> int:
    """Let everybody read the answers whose authors agree and that were looked over; how many those are."""
    found = held(dealing)
    rows = Original.objects.filter(response__dealing=found, response__agreed_on__isnull=False)
    rows = rows.filter(response__looked_over_at__isnull=False, response__no_longer_on=None).exclude(text="")
    rows = rows.exclude(response__state=AnswerState.PUBLIC).select_related("response")
    ready = list(rows.prefetch_related("taken_out"))
    for original in ready:
        _publish(original, localdate(at))
    if ready:
        words = ngettext("%(n)s answer is public now.", "%(n)s answers are public now.", len(ready)) % {"n": len(ready)}
        tell(found, What.DEALING_CHANGED, by=by, at=at, texts={"why": words})
    return len(ready)


@transaction.atomic
def take_down(*, response: Response, by: str, at: datetime) -> Response:
    """Take an answer out of the public view, since its author no longer agrees; from now on it reads nowhere."""
    found = _held(response)
    was_public = found.state == AnswerState.PUBLIC
    found.state = AnswerState.DOWN if was_public else found.state
    found.shown, found.public_on, found.looked_over_at = "", None, None
    found.agreed_on, found.agreed_how, found.no_longer_on = None, "", localdate(at)
    found.by, found.at = by, at
    found.full_clean()
    found.save()
    if was_public:
        why = _("An answer was taken down. Its author no longer agrees.")
        tell(found.dealing, What.DEALING_CHANGED, by=by, at=at, texts={"why": why})
    return found


@transaction.atomic
def delete_answer(*, response: Response, by: str, at: datetime) -> None:  # noqa: ARG001 (named as in every action)
    """Delete an answer for good. IsPublic as above."""
    found = _held(response)
    if found.state == AnswerState.PUBLIC:
        raise IsPublic(found.number)
    found.delete()


def _write(row: Response, told: Answered) -> None:
    if not told.text.strip() and not told.email.strip():
        raise ValidationError({"text": _("Enter what they said, or where they want to hear what changed")})
    if told.agreed_on and not told.text.strip():
        raise ValidationError({"text": _("Enter what they said")})
    row.way, row.came_on, row.called = told.way, told.came_on, " ".join(told.called.split())
    row.agreed_on, row.agreed_how = told.agreed_on, told.agreed_how
    row.no_longer_on = None if told.agreed_on else row.no_longer_on
    row.full_clean()
    row.save()


def _drop_what_is_gone(original: Original) -> None:
    gone = [row.pk for row in original.taken_out.all() if not stand_in(original.text, row.words)]
    TakenOut.objects.filter(pk__in=gone).delete()


def _publish(original: Original, today: date) -> None:
    row = original.response
    row.shown = without(original.text, [Out(each.words, each.why) for each in original.taken_out.all()])
    row.state, row.public_on = AnswerState.PUBLIC, today
    row.full_clean()
    row.save()


def _tell_if_told(dealing: Dealing, at: datetime) -> None:
    """Whoever leaves an address after it was said what changed is told at once."""
    if Theme.objects.filter(dealing=dealing).exists():
        tell_who_answered(dealing, at=at)


def _held(response: Response) -> Response:
    """The row as it is now, with its dealing, which nobody else changes until the end."""
    dealing = held(response.dealing)
    found = Response.objects.select_for_update().get(pk=response.pk)
    found.dealing = dealing
    return found
