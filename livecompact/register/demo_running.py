"""The people who run the invented Compacts of a demonstration: one stands in, one asks a second person."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from livecompact.compacts.models import Compact
from livecompact.compacts.queries import Published, compacts
from livecompact.people import actions as people
from livecompact.people.models import Person, Side
from livecompact.people.roles import Role
from livecompact.register import actions
from livecompact.register.clocks import answer_by
from livecompact.register.models import How, Kind, Sector
from livecompact.register.second import may_go_on

STANDS_IN, ASKS = "hertfordshire", "dacorum"
DEMO = "demo"
FORTNIGHT = timedelta(days=14)


def fill(*, at: datetime) -> None:
    """Somebody stands in for Hertfordshire's officer; in Dacorum a sign-up on paper waits for a second person."""
    found = {each.id: each for each in compacts(None, localdate(at))}
    if STANDS_IN in found:
        _stand_in(at)
    if ASKS in found:
        _ask(found[ASKS], at)


def _stand_in(at: datetime) -> None:
    sam = _somebody("sam.reed@example.org", "Sam Reed (made up)", at)
    until = at + FORTNIGHT
    people.stand_in(person=sam, role=Role.OFFICER, by=DEMO, at=at, compact=STANDS_IN, begins=at, until=until)


def _ask(compact: Published, at: datetime) -> None:
    """Asked by the co-chair, so that whoever tries the demonstration may say yes."""
    chair = _somebody("kim.hale@example.org", "Kim Hale (made up)", at)
    people.give_seat(person=chair, role=Role.CO_CHAIR, side=Side.VOLUNTARY, compact=ASKS, by=DEMO, at=at)
    Compact.objects.filter(slug=ASKS).update(second_person=True)
    organisation = actions.add_organisation(
        name="Bramwell Walking Group",
        sector=Sector.VOLUNTARY,
        kind=Kind.GROUP,
        by="Compact officer",
        at=at,
        compact=ASKS,
        invented=True,
    )
    signature = actions.sign(
        compact=ASKS,
        organisation=organisation,
        edition=compact.edition.id,
        signed_on=localdate(at) - timedelta(days=3),
        by="Compact officer",
        at=at,
        answer_by=answer_by(compact.agreement.calendar, localdate(at)),
        how=How.PAPER,
        says=actions.Signing(name="Robin Lake", role="Walk leader", authority="Its members in October"),
    )
    may_go_on(signature, chair, at)


def _somebody(email: str, name: str, at: datetime) -> Person:
    return people.add_person(email=email, name=name, at=at)
