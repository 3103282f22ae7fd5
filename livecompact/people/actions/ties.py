"""What somebody tells of their links to organisations."""

from datetime import datetime

from django.db import transaction

from livecompact.people.models import Person, Tie


@transaction.atomic
def tell_tie(*, person: Person, name: str, kind: str, at: datetime, organisation: str = "") -> Tie:
    """Keep that a person works for an organisation, is on its board or is paid by it.

    ValidationError where it is told already.
    """
    tie = Tie(person=person, name=" ".join(name.split()), kind=kind, organisation=organisation, told_at=at)
    tie.full_clean()
    tie.save()
    return tie


@transaction.atomic
def untell_tie(*, person: Person, pk: int) -> int:
    """Take back what one told; 1 where it was there and one's own, else 0."""
    taken, _ = Tie.objects.filter(person=person, pk=pk).delete()
    return taken
