"""A new text of the Compact that waits for a second person, and the choice itself."""

from datetime import datetime

from livecompact.agreements import Mistaken
from livecompact.compacts.models import Act, Compact, SecondLook
from livecompact.compacts.queries import NotThere
from livecompact.compacts.second import actions
from livecompact.compacts.second.acts import NotNow, Thing, register
from livecompact.compacts.workshop.actions import Outdated, make_public
from livecompact.compacts.workshop.comparing import compared
from livecompact.compacts.workshop.editing import folder_of
from livecompact.compacts.workshop.problems import address
from livecompact.compacts.workshop.queries import AtWork, bench_of, role_at
from livecompact.people.models import Person


def join() -> None:
    """Let this room's own things wait."""
    register(Act.EDITION, draft, publish)
    register(Act.CHOICE, choice, choose)


def draft(look: SecondLook, at: datetime) -> Thing | None:
    """The draft that is on the bench; None where there is none any more."""
    try:
        bench = bench_of(str(look.compact_id), at)
    except NotThere:
        return None
    if not bench.is_draft:
        return None
    return Thing(bench.agreement.name, _changes(bench), address(bench, "changes"), bench.sha256)


def publish(look: SecondLook, by: Person, at: datetime) -> object:
    """Make the draft public in the name of who asked."""
    who = look.asked_by or by
    compact = str(look.compact_id)
    try:
        return make_public(compact=compact, based_on=look.version, by=who, role=role_at(who, compact, at), at=at)
    except (Outdated, Mistaken) as problem:
        raise NotNow from problem


def choice(look: SecondLook, at: datetime) -> Thing | None:  # noqa: ARG001 (every kind is asked in the same way)
    """That a second person is asked; None where none is."""
    row = Compact.objects.get(slug=look.compact_id)
    return Thing(row.slug, (), "", actions.ON) if row.second_person else None


def choose(look: SecondLook, by: Person, at: datetime) -> object:
    """Ask nobody any more."""
    compact = str(look.compact_id)
    return actions.end_choice(compact=compact, role=role_at(look.asked_by or by, compact, at), at=at)


def _changes(bench: AtWork) -> tuple[tuple[str, str], ...]:
    groups = compared(folder_of(bench.published_text), bench.folder())
    return tuple((group.title, "; ".join(each.title for each in group.changes)) for group in groups if group.changes)
