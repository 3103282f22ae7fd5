"""Who is told of what another side says: the people who act for the organisations, each once."""

from datetime import datetime

from django.urls import reverse

from livecompact.dealings.models import Dealing, Dispute, SaidMissing
from livecompact.people.models import Person
from livecompact.people.queries import holders
from livecompact.people.roles import Role
from livecompact.record.actions import notify
from livecompact.register.models import Organisation

PUBLISHED = "record-published"
"""The reason of the notice to a body that its record is public: once its mail is sent, the body is reached."""


def acting_for(organisation: Organisation, at: datetime) -> tuple[Person, ...]:
    """The people who act for an organisation at that moment."""
    return tuple(holders(Role.REPRESENTATIVE, at=at, organisation=organisation.slug))


def tell_people(
    organisation: Organisation, reason: str, *, subject: str, occurrence: str, compact: str, at: datetime
) -> int:
    """Let everyone who acts for an organisation be told of one thing; how many they are."""
    people = acting_for(organisation, at)
    for person in people:
        notify(to=person, reason=reason, subject=subject, occurrence=occurrence, compact=compact, at=at)
    return len(people)


def tell_sides(dispute: Dispute, reason: str, at: datetime) -> None:
    """Let both sides of a dispute be told of it."""
    dealing: Dealing = dispute.dealing
    for organisation in (dealing.organisation, dispute.organisation):
        tell_people(
            organisation,
            reason,
            subject=subject_of_dispute(dispute),
            occurrence=reason,
            compact=dealing.home_id,
            at=at,
        )


def subject_of_dispute(dispute: Dispute) -> str:
    """What a notice says a dispute is."""
    return f"dispute/{dispute.pk}"


def subject_of_missing(missing: SaidMissing) -> str:
    """The id of what is said to be missing, on the record and in notices."""
    return f"missing/{missing.key}"


def missing_address(missing: SaidMissing) -> str:
    """The page of what is said to be missing."""
    return reverse("missing_one", kwargs={"compact": missing.home_id, "key": missing.key})
