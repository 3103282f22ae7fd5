"""What follows for who signed once a sign-up is answered: they are told, and act for the organisation from then on."""

from livecompact.people import actions as people
from livecompact.people.models import Person
from livecompact.people.queries import holders
from livecompact.people.queries import person as person_of
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.register import letters
from livecompact.register.models import How, Signature, Signer, State

REASONS = {State.ACTIVE: letters.APPROVED, State.ASKED: letters.ASKED, State.DECLINED: letters.DECLINED}


def tell_signer(signature: Signature) -> None:
    """Tell who signed of the answer, inside the transaction of the act; once approved, they act for the organisation.

    Only an address that was proved by a code counts: a sign-up on paper gives nobody a role and sends nothing. Where
    somebody acts for the organisation already, only they may let others: a role reaches every Compact that it signed.
    """
    person = _proved(signature)
    if person is None:
        return
    slug, at = signature.organisation.slug, signature.at
    if signature.state == State.ACTIVE and not holders(Role.REPRESENTATIVE, at=at, organisation=slug).exists():
        people.give_seat(person=person, role=Role.REPRESENTATIVE, by=signature.by, at=at, organisation=slug)
    record.notify(
        to=person,
        reason=REASONS[State(signature.state)],
        subject=f"signature/{signature.reference}",
        occurrence=str(signature.version),
        compact=str(signature.compact_id),
        at=at,
    )


def _proved(signature: Signature) -> Person | None:
    """Who signed online, if they are known still; nobody for the organisations of an example."""
    if signature.how != How.ONLINE or signature.organisation.invented:
        return None
    signer = Signer.objects.filter(reference=signature.reference).exclude(email="").first()
    if signer is None:
        return None
    return person_of(signer.email) or people.add_person(email=signer.email, name=signer.name, at=signature.at)
