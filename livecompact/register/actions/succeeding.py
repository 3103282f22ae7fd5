"""When one organisation becomes another, or ends: what it signed goes with it, and its address stays."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction

from livecompact.people import actions as people
from livecompact.people.queries import acted_for, holders
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.record.what import What
from livecompact.register.actions.signing import follow, open_signature, reference_in
from livecompact.register.actions.telling import tell
from livecompact.register.letters import BECAME
from livecompact.register.models import As, How, Organisation, Sector, Signature, State, Status, Succession

ONE_DAY = timedelta(days=1)


@transaction.atomic
def succeed(
    *, before: Organisation, after: Organisation, on: date, by: str, at: datetime, note: str = ""
) -> Succession:
    """Record that an organisation became another on a day, or with several such acts, several others.

    What it had signed ends the day before; the one after is bound from that day, unless it has signed itself. A
    sign-up that still waits is declined. ValidationError where the two are one, or it is recorded already.
    """
    succession = Succession(before=before, after=after, on=on, note=note, at=at, by=by)
    succession.full_clean()
    succession.save()
    before.status, before.status_on = Status.MERGED, on
    before.save(update_fields=["status", "status_on"])
    for signature in _to_follow(before, on):
        _pass_on(signature, succession)
    _let_act(succession)
    return succession


def _let_act(succession: Succession) -> None:
    """Who acted for the one before acts for the one after, unless others do already: only they may let more people."""
    before, after, at = succession.before, succession.after, succession.at
    own = acted_for([after.slug], at=at)
    for person in holders(Role.REPRESENTATIVE, at=at, organisation=before.slug):
        if not own:
            people.give_seat(person=person, role=Role.REPRESENTATIVE, by=succession.by, at=at, organisation=after.slug)
        subject = f"succession/{succession.pk}"
        record.notify(to=person, reason=BECAME, subject=subject, occurrence=BECAME, compact=before.home, at=at)


@transaction.atomic
def end_organisation(*, organisation: Organisation, status: str, on: date, by: str, at: datetime) -> Organisation:
    """Record that an organisation closed, or was removed from its register; what it signed ends that day."""
    organisation.status, organisation.status_on = status, on
    organisation.full_clean()
    organisation.save(update_fields=["status", "status_on"])
    reason = str(Status(status).label)
    for signature in Signature.objects.filter(organisation=organisation, latest=True, state=State.ACTIVE):
        last_day = max(on, signature.signed_on)
        tell(
            follow(signature, state=State.WITHDRAWN, by=by, at=at, reason=reason, ended_on=last_day),
            What.ORGANISATION_LEFT,
        )
    return organisation


def _to_follow(before: Organisation, on: date) -> Iterator[Signature]:
    """What goes on with the organisation after: what holds, and what ended for another part of the same change."""
    signatures = Signature.objects.filter(organisation=before, latest=True)
    yield from signatures.filter(state__in=[State.APPLIED, State.ASKED, State.ACTIVE])
    yield from signatures.filter(state=State.SUPERSEDED, ended_on__gte=on - ONE_DAY)


def _pass_on(signature: Signature, succession: Succession) -> None:
    by, at, after = succession.by, succession.at, succession.after
    became = f"{succession.before.name} became {after.name}."
    reason = f"{became} {succession.note}".strip()
    if signature.state in (State.APPLIED, State.ASKED):
        follow(signature, state=State.DECLINED, by=by, at=at, reason=reason, answer_by=None)
        return
    if signature.state == State.ACTIVE:
        last_day = max(signature.signed_on, succession.on - ONE_DAY)
        signature = follow(signature, state=State.SUPERSEDED, by=by, at=at, reason=reason, ended_on=last_day)
        tell(signature, What.ORGANISATION_MERGED)
    if not open_signature(signature.compact_id, after) and _can_follow(signature, after):
        _sign_after(signature, succession, reason)


def _can_follow(signature: Signature, after: Organisation) -> bool:
    return (after.sector == Sector.BUSINESS) == (signature.signs_as == As.FRIEND)


def _sign_after(signature: Signature, succession: Succession, reason: str) -> None:
    kept = ("compact_id", "signs_as", "edition", "commitment", "backing", "champion", "contact_role")
    following = Signature(
        **{name: getattr(signature, name) for name in kept},
        reference=reference_in(signature.compact_id),
        organisation=succession.after,
        state=State.ACTIVE,
        reason=reason,
        how=How.FOLLOWED,
        applied_at=succession.at,
        signed_on=max(succession.on, signature.signed_on),
        follows=signature,
        at=succession.at,
        by=succession.by,
    )
    following.full_clean()
    following.save(force_insert=True)
    tell(following, What.FRIEND_JOINED if following.signs_as == As.FRIEND else What.ORGANISATION_SIGNED)
