"""Something happened and is not on the record: a signatory says so, and the body answers."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.models import Compact
from livecompact.dealings.acts import agreements_now
from livecompact.dealings.models import Dealing, SaidMissing, State
from livecompact.dealings.naming import new_key
from livecompact.dealings.speaking.notices import missing_address, subject_of_missing, tell_people
from livecompact.dealings.speaking.stage import FOR_EVERYONE, TO_ANSWER, Stage, stage_of
from livecompact.dealings.standings import last_day_to_answer
from livecompact.kinds.kind import SAYS_NOTHING
from livecompact.record import actions as record
from livecompact.record.what import What
from livecompact.register.models import Organisation, Sector

SAID, STANDS, ANSWERED = "missing-said", "missing-stands", "missing-answered"
"""The reasons of the notices: to the body, to both once everybody may read it, and to who said it."""


class AlreadyAnswered(Exception):
    """The body has answered, or it was taken back."""


@transaction.atomic
def say_missing(
    *,
    home: Compact,
    kind: str,
    body: Organisation,
    said_by: Organisation,
    title: str,
    happened_on: date,
    by: str,
    at: datetime,
    about: str = "",
    url: str = "",
) -> SaidMissing:
    """Say that a public body did something which is not on the record; the body is told, and nobody else yet.

    The same said again by the same organisation is the one that is there. ValidationError where it cannot be: it lies
    ahead, it is one's own, or a group is said to have left something out.
    """
    same = {"home": home, "kind": kind, "body": body, "said_by": said_by, "title": " ".join(title.split())}
    if found := SaidMissing.objects.filter(**same, happened_on=happened_on, taken_back_at=None).first():
        return found
    if body.sector != Sector.STATUTORY:
        raise ValidationError({"body": _("Select a public body")})
    if happened_on > localdate(at):
        raise ValidationError({"happened_on": _("The day it happened must be today or before")})
    made = SaidMissing(**same, happened_on=happened_on, about=about.strip(), url=url.strip(), at=at, by=by)
    made.key = new_key()
    made.full_clean()
    made.save(force_insert=True)
    _tell(made, body, SAID, at)
    return made


@transaction.atomic
def note_told(*, missing: SaidMissing, on: date, by: str, at: datetime) -> SaidMissing:  # noqa: ARG001 (named as in every action)
    """Note the day on which the body was reached: its time to answer begins. Once noted it stays.

    It is never before the day on which it was said, nor after today.
    """
    found = _held(missing)
    if found.reached_on is None and not found.taken_back_at:
        found.reached_on = min(max(on, localdate(found.at)), localdate(at))
        agreement = agreements_now(localdate(at))[found.home_id]
        found.answer_by = last_day_to_answer(agreement, found.reached_on)
        found.full_clean()
        found.save(update_fields=["reached_on", "answer_by"])
    return found


@transaction.atomic
def here_it_is(*, missing: SaidMissing, dealing: Dealing, by: str, at: datetime) -> SaidMissing:
    """Answer that it is on the record; ValidationError where that is another's record, or nobody can read it.

    AlreadyAnswered where it was answered or taken back before.
    """
    found = _to_answer(missing, at)
    if dealing.organisation_id != found.body_id or dealing.state != State.PUBLIC:
        raise ValidationError({"dealing": _("Select one of your own public records")})
    stood = stage_of(found, localdate(at)) is Stage.STANDS
    found.dealing = dealing
    return _answered(found, by, at, public=stood)


@transaction.atomic
def say_why_not(*, missing: SaidMissing, why: str, by: str, at: datetime) -> SaidMissing:
    """Answer why it is not on the record; that is public at once, beside what was said.

    ValidationError where nothing is said; AlreadyAnswered as above.
    """
    found = _to_answer(missing, at)
    if SAYS_NOTHING.fullmatch(why):
        raise ValidationError({"why_not": _("Enter why it is not here")})
    if stage_of(found, localdate(at)) is not Stage.STANDS:
        _record(found, What.SAID_MISSING, by=found.by, at=at, organisation=found.said_by)
    found.why_not = why.strip()
    return _answered(found, by, at, public=True)


@transaction.atomic
def take_missing_back(*, missing: SaidMissing, by: str, at: datetime) -> SaidMissing:
    """Take it back: nobody reads it any more; where it stood in public, the record says that it does no longer."""
    found = _held(missing)
    if found.taken_back_at or found.dealing_id:
        raise AlreadyAnswered(found.key)
    public = stage_of(found, localdate(at)) in FOR_EVERYONE
    found.taken_back_at, found.taken_back_by = at, by
    found.full_clean()
    found.save()
    if public:
        _record(found, What.MISSING_TAKEN_BACK, by=by, at=at, organisation=found.said_by)
    return found


@transaction.atomic
def let_it_stand(*, missing: SaidMissing, at: datetime) -> bool:
    """Write on the record that it stands, once the time to answer is over, and tell both sides; False where not."""
    found = _held(missing)
    if stage_of(found, localdate(at)) is not Stage.STANDS:
        return False
    _record(found, What.SAID_MISSING, by=found.by, at=at, organisation=found.said_by)
    for side in (found.body, found.said_by):
        _tell(found, side, STANDS, at)
    return True


def _answered(found: SaidMissing, by: str, at: datetime, *, public: bool) -> SaidMissing:
    found.answered_at, found.answered_by = at, by
    found.full_clean()
    found.save()
    if public:
        _record(found, What.MISSING_ANSWERED, by=by, at=at, organisation=found.body, text=found.why_not)
    _tell(found, found.said_by, ANSWERED, at)
    return found


def _held(missing: SaidMissing) -> SaidMissing:
    """The row as it is now, which nobody else changes until the end."""
    rows = SaidMissing.objects.select_for_update(of=("self",)).select_related("body", "said_by", "home")
    return rows.get(pk=missing.pk)


def _to_answer(missing: SaidMissing, at: datetime) -> SaidMissing:
    found = _held(missing)
    if stage_of(found, localdate(at)) not in TO_ANSWER:
        raise AlreadyAnswered(found.key)
    return found


def _record(
    found: SaidMissing, what: What, *, by: str, at: datetime, organisation: Organisation, text: str = ""
) -> None:
    record.write(
        compact=found.home_id,
        what=what,
        subject=subject_of_missing(found),
        title=found.title,
        address=missing_address(found),
        role=by,
        at=at,
        organisation=organisation.slug,
        texts={"why": text} if text else {},
    )


def _tell(found: SaidMissing, side: Organisation, reason: str, at: datetime) -> None:
    subject = subject_of_missing(found)
    tell_people(side, reason, subject=subject, occurrence=reason, compact=found.home_id, at=at)
