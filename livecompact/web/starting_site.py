"""What a new site is filled with: its Compact, and the first who may do everything."""

from datetime import datetime
from pathlib import Path

from django.db import transaction

from livecompact.compacts import actions as compacts
from livecompact.compacts import queries
from livecompact.people import actions as people
from livecompact.people.roles import Role
from livecompact.web import examples as made_up
from livecompact.web.starting_text import CannotStart


@transaction.atomic
def fill(*, folder: Path, email: str, examples: bool, by: str, at: datetime) -> None:
    """Publish the text of a folder, with made-up examples if asked, and make that address administrator; or nothing.

    CannotStart where the database holds a Compact already.
    """
    if queries.compacts(None, at.date()):
        raise CannotStart("There is a site in this database already. Run: livecompact serve")
    compacts.add_compact(source=folder, by=by, at=at)
    if examples:
        made_up.fill(at=at)
    person = people.add_person(email=email, at=at)
    people.give_seat(person=person, role=Role.ADMINISTRATOR, by=by, at=at)
