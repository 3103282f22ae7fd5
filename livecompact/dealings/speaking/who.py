"""What another side is called, and where it is read what it says: never by a name that is not public yet."""

from livecompact.dealings.models import Dealing, Dispute
from livecompact.dealings.naming import in_compact, named, towards_of
from livecompact.register.models import Organisation


def who_says(dealing: Dealing, organisation: Organisation) -> str:
    """What everybody reads of who says it."""
    return towards_of(dealing) if organisation.pk == dealing.towards_id else named(organisation)


def slug_said(dealing: Dealing, organisation: Organisation) -> str:
    """Its part of an address, for the record and for data; empty while its name is not public."""
    hidden = organisation.pk == dealing.towards_id and not dealing.towards_named
    return "" if hidden else organisation.slug


def dispute_address(dispute: Dispute) -> str:
    """The page on which the two sides agree again."""
    return f"{in_compact('dealing_disagree', dispute.dealing)}/{dispute.pk}"
