"""Telling the group that a change names before anybody else; then the public, when it agrees or its day has come."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.dealings.actions.publishing import publish
from livecompact.dealings.actions.telling import tell
from livecompact.dealings.acts import act_of, agreements_now
from livecompact.dealings.findable import let_be_found
from livecompact.dealings.models import Dealing, Source, State
from livecompact.dealings.naming import subject_of
from livecompact.dealings.standings import findings
from livecompact.dealings.told_days import Days, days_of
from livecompact.frame.dates import long_date
from livecompact.kinds import kind
from livecompact.people.queries import holders, who_runs
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.record.what import What
from livecompact.standards.judging import Answer

WILL_CHANGE = "funding-will-change"
RECORDED = "funding-change-recorded"
SHORT_NOTICE = "funding-change-short-notice"


@transaction.atomic
def tell_first(*, dealing: Dealing, by: str, at: datetime, public_on: date | None = None) -> Dealing:
    """Let the group that a draft names see it, and nobody else before its day; once told, nothing changes.

    ValidationError where it would be public before the group was told, or later than it may stay unseen.
    """
    found = _row(dealing)
    if found.state != State.DRAFT:
        return found
    days = days_for(found, localdate(at))
    on = public_on or days.latest
    if not days.earliest <= on <= days.latest:
        words = {"first": long_date(days.earliest), "last": long_date(days.latest)}
        raise ValidationError({"public_on": _("Enter a day from %(first)s to %(last)s") % words})
    found.state, found.told_at, found.told_by, found.public_on = State.TOLD, at, by, on
    found.updated_at = at
    found.full_clean()
    found.save()
    _notify(found, at)
    return found


@transaction.atomic
def hold_back(*, dealing: Dealing, by: str, at: datetime) -> Dealing:  # noqa: ARG001 (named as in every action)
    """Make what was told a draft again, so that it can be changed; it will not go public by itself."""
    found = _row(dealing)
    if found.state == State.TOLD:
        found.state, found.told_at, found.told_by, found.public_on = State.DRAFT, None, "", None
        found.updated_at = at
        found.save()
    return found


@transaction.atomic
def show_now(*, dealing: Dealing, at: datetime) -> Dealing:
    """Make public what its group was told, because the group says so or its day has come."""
    found = _row(dealing)
    if found.state != State.TOLD:
        return found
    return publish(dealing=found, by=found.told_by, own=found.source == Source.ORGANISATION, at=at)


@transaction.atomic
def show_name(*, dealing: Dealing, by: str, at: datetime) -> Dealing:
    """Show the name of the group that it concerns, because the group agrees. `by` is the role in which it says so."""
    found = _row(dealing)
    if found.towards is None or found.towards_named or found.state not in (State.TOLD, State.PUBLIC):
        return found
    found.towards_named, found.updated_at = True, at
    found.save(update_fields=["towards_named", "updated_at"])
    if found.state == State.PUBLIC:
        tell(found, What.DEALING_CHANGED, by=by, at=at, organisation=found.towards.slug)
        let_be_found(found)
    return found


def tell_and_publish_due(*, at: datetime) -> int:
    """Tell those whose day has come, and make public what is due; how many went public. Late is done once, too."""
    for dealing in Dealing.objects.filter(state=State.TOLD).order_by("pk"):
        with transaction.atomic():
            found = _row(dealing)
            if found.state == State.TOLD:
                _notify(found, at)
    return publish_due(at=at)


def publish_due(*, at: datetime) -> int:
    """Make public what was told, and whose day has come; how many went public."""
    due = list(Dealing.objects.filter(state=State.TOLD, public_on__lte=localdate(at)).order_by("public_on", "pk"))
    for dealing in due:
        show_now(dealing=dealing, at=at)
    return len(due)


def days_for(dealing: Dealing, recorded_on: date) -> Days:
    """The days of a change that is recorded on a day."""
    agreement = agreements_now(recorded_on)[dealing.home_id]
    return days_of(kind(dealing.kind).read(dealing.facts), agreement.calendar, recorded_on)


def _notify(found: Dealing, at: datetime) -> None:
    """Tell the group, whoever recorded it, and the Compact officer where notice is short; each once."""
    assert found.told_at is not None  # noqa: S101 (what is told says since when: a constraint of its table)
    if days_for(found, localdate(found.told_at)).told_on > localdate(at):
        return
    subject, occurrence = subject_of(found), found.told_at.isoformat()
    group = holders(Role.REPRESENTATIVE, at=at, organisation=found.towards.slug) if found.towards else ()
    acting = holders(Role.REPRESENTATIVE, at=at, organisation=found.organisation.slug)
    officers = who_runs(found.home_id, at=at) if is_short(found, localdate(at)) else ()
    for reason, people in ((WILL_CHANGE, group), (RECORDED, acting), (SHORT_NOTICE, officers)):
        for person in people:
            record.notify(
                to=person, reason=reason, subject=subject, occurrence=occurrence, compact=found.home_id, at=at
            )


def is_short(dealing: Dealing, today: date) -> bool:
    """Whether less notice is given than its home Compact asks for."""
    act = act_of(dealing)
    found = findings(act, agreements_now(today)[dealing.home_id], today)
    notice = [each for each in found if "notice_sent" in each.standard.kept.facts() and each.standard.gives_verdicts]
    return any(each.met is Answer.NO for each in notice)


def _row(dealing: Dealing) -> Dealing:
    """The row as it is now, which nobody else changes until the end."""
    rows = Dealing.objects.select_for_update(of=("self",)).select_related("organisation", "home", "towards")
    return rows.get(pk=dealing.pk)
