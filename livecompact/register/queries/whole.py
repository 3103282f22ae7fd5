"""Everything that everyone may know of one organisation in one Compact, asked at once."""

from dataclasses import dataclass
from datetime import date

from livecompact.compacts.queries import Published, compacts
from livecompact.register.models import Organisation
from livecompact.register.queries.organisations import compacts_signed
from livecompact.register.queries.signatories import History, Signed, became, history, signed, with_a_page


@dataclass(frozen=True)
class Whole:
    """An organisation: its signature, history and kin, those of its kin with a page here, and its other Compacts."""

    signed: Signed
    history: tuple[History, ...]
    became: tuple[Organisation, ...]
    with_a_page: frozenset[str]
    elsewhere: tuple[Published, ...]


def whole(actor: object, compact: Published, slug: str, today: date) -> Whole:
    """All of it; NotThere where nothing of the organisation is public in that Compact."""
    each = signed(actor, compact, slug, today)
    after = became(actor, each.organisation)
    before = each.signature.follows.organisation if each.signature.follows else None
    kin = [other for other in (each.signature.represented_by, before, *after) if other]
    bound = compacts_signed(each.organisation, today)
    return Whole(
        signed=each,
        history=history(actor, compact, each.organisation),
        became=after,
        with_a_page=with_a_page(actor, compact, kin),
        elsewhere=tuple(other for other in compacts(actor, today) if other.id in bound and other.id != compact.id),
    )
