"""What this room tells somebody of themselves, and the rows that bear their address or their name."""

from typing import Any

from django.db.models import Q, QuerySet

from livecompact.people.personal import Told, Whom, rows_of
from livecompact.register.models import Charity, Joining, Signature, Signer


def told(whom: Whom) -> Told:
    """The sign-ups that they sent or have begun, and where an organisation names them as its contact or champion.

    Of the sign-ups that were begun only those whose address they have proved: another may have typed it.
    """
    proved = Joining.objects.filter(email__iexact=whom.email)
    return {
        "register.Signer": rows_of(signers(whom), "reference", "name", "role", "email"),
        "register.Joining": rows_of(proved, "compact", "answers", "email", "begun_at", "changed_at"),
        "register.Signature": _named(whom),
        "register.Charity": rows_of(charities(whom), "number", "name", "email"),
    }


def signers(whom: Whom) -> QuerySet[Signer]:
    """Where they signed."""
    return Signer.objects.filter(email__iexact=whom.email)


def begun(whom: Whom) -> QuerySet[Joining]:
    """The sign-ups that are not sent yet in which their address stands, proved or only typed."""
    typed = Q(answers__email__iexact=whom.email) | Q(answers__contact__iexact=whom.email)
    return Joining.objects.filter(Q(email__iexact=whom.email) | Q(code_for__iexact=whom.email) | typed)


def charities(whom: Whom) -> QuerySet[Charity]:
    """Where the copy of the register of charities bears their address."""
    return Charity.objects.filter(email=whom.email)


def contacts(whom: Whom) -> QuerySet[Signature]:
    """Where an organisation names them as its contact, in each state of its signature."""
    return Signature.objects.filter(contact_email__iexact=whom.email)


def champions(whom: Whom) -> QuerySet[Signature]:
    """Where an organisation names them as its champion, by name or by address."""
    named = Q(champion__icontains=whom.email)
    return Signature.objects.filter(named | Q(champion__iexact=whom.name) if whom.name else named)


def _named(whom: Whom) -> list[dict[str, Any]]:
    fields = ("reference", "version", "compact", "organisation__slug")
    own = rows_of(contacts(whom), *fields, "contact_role", "contact_email")
    return own + rows_of(champions(whom), *fields, "champion")
