"""Erasing a person from the register; what the organisation signed stays."""

from datetime import datetime

from livecompact.people.personal import Whom
from livecompact.register import findable
from livecompact.register.models import Organisation
from livecompact.register.own_data import begun, champions, charities, contacts, signers
from livecompact.search import actions as search


def erase_person(*, whom: Whom, by: str, at: datetime) -> int:  # noqa: ARG001 (every room is asked in the same way)
    """Erase who signed, sign-ups that were begun, and the addresses of contacts; the role of a contact stays."""
    signed, _each = signers(whom).delete()
    started, _each = begun(whom).delete()
    found = set(champions(whom).values_list("compact__slug", "organisation"))
    named = champions(whom).update(champion="")
    for compact, organisation in found:
        of = Organisation.objects.get(pk=organisation)
        search.put(compact=compact, room=findable.ROOM, documents=findable.documents(compact, of))
    copied = charities(whom).update(email=None)
    return signed + started + named + copied + contacts(whom).update(contact_email="", contact_shown=False)
