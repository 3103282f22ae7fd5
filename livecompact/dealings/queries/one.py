"""One dealing, with all that is said of it; a draft only for those who may publish it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.models import (
    GONE,
    AnswerState,
    Dealing,
    Dispute,
    Explanation,
    Judged,
    Reply,
    Response,
    Standing,
    State,
    Theme,
    Version,
)
from livecompact.dealings.queries.reasons import same_reasons
from livecompact.dealings.queries.whose import Actor
from livecompact.dealings.rights import MAY
from livecompact.dealings.rows import settled_of
from livecompact.dealings.standings import Settled
from livecompact.frame.errors import Gone
from livecompact.kinds.kind import Kind
from livecompact.people.models import Person
from livecompact.people.queries import is_officer, organisations_of, roles_of
from livecompact.people.roles import allowed

__all__ = ["NotThere", "Whole", "dealing", "dispute", "draft", "explanations_of", "in_whole", "may", "open_disputes"]


@dataclass(frozen=True)
class Whole:
    """A public dealing with everything that its page tells.

    `judged_by` are the Compacts that judge it; `standings` are by Compact and by standard.
    """

    dealing: Dealing
    versions: tuple[Version, ...]
    explanations: tuple[Explanation, ...]
    replies: tuple[Reply, ...]
    disputes: tuple[Dispute, ...]
    themes: tuple[Theme, ...]
    answers: int  # that everybody may read
    same_reasons: Mapping[str, int]
    judged_by: frozenset[str]
    standings: dict[str, dict[str, Settled]]

    def explained(self, compact: str) -> frozenset[str]:
        """The standards of a Compact for which a reason was given."""
        return frozenset(each.standard for each in self.explanations if each.compact_id == compact)


def dealing(
    actor: object, compact: Published, kind: Kind, year: int, slug: str, *, at: datetime | None = None
) -> Dealing:
    """The public dealing at an address. NotThere where there is none; Gone, with the reason, where it was withdrawn.

    With the time given, it may also be one that only the two sides see, to who speaks for one of them or runs the
    Compact.
    """
    found = (
        Dealing.objects.select_related("organisation", "home", "towards")
        .filter(home__slug=compact.id, kind=kind.name, year=year, slug=slug)
        .first()
    )
    if found is None or found.state in (State.DRAFT, State.TOLD):
        raise NotThere(slug)
    if found.state in (State.SHARED, State.TAKEN_BACK) and not (at and is_of_a_side(actor, found, at)):
        raise NotThere(slug)
    if found.state in GONE:
        raise Gone(found.reason)
    return found


def is_of_a_side(actor: object, found: Dealing, at: datetime) -> bool:
    """Whether somebody speaks for one of the two sides of a dealing, or runs the Compact where it has its home."""
    if not isinstance(actor, Person):
        return False
    sides = {found.organisation.slug, *([found.towards.slug] if found.towards else [])}
    return bool(sides & organisations_of(actor, at=at)) or is_officer(actor, at=at, compact=found.home_id)


def in_whole(actor: object, found: Dealing) -> Whole:  # noqa: ARG001 (as above)
    """Everything about a public dealing. Six queries."""
    standings: dict[str, dict[str, Settled]] = {}
    explanations = tuple(Explanation.objects.filter(dealing=found))
    for row in Standing.objects.filter(dealing=found):
        standings.setdefault(row.compact_id, {})[row.standard] = settled_of(row)
    return Whole(
        found,
        tuple(Version.objects.filter(dealing=found)),
        explanations,
        tuple(Reply.objects.filter(dealing=found).select_related("organisation")),
        tuple(Dispute.objects.filter(dealing=found).select_related("organisation")),
        _themes(found),
        _public_answers(found),
        same_reasons(found.organisation) if explanations else {},
        frozenset(Judged.objects.filter(dealing=found).values_list("compact__slug", flat=True)),
        standings,
    )


def _public_answers(found: Dealing) -> int:
    """How many answers everybody may read; only a consultation has any."""
    rows = Response.objects.filter(dealing=found, state=AnswerState.PUBLIC)
    return rows.count() if found.kind == "consultation" else 0


def _themes(found: Dealing) -> tuple[Theme, ...]:
    """What was said last of what people said."""
    rows = tuple(Theme.objects.filter(dealing=found))
    last = max((row.edition for row in rows), default=0)
    return tuple(row for row in rows if row.edition == last)


def dispute(found: Dealing, number: int) -> Dispute:
    """One dispute of a public dealing; NotThere where it has none of that number."""
    row = Dispute.objects.filter(pk=number, dealing=found).select_related("organisation").first()
    if row is None:
        raise NotThere(str(number))
    row.dealing = found
    return row


def explanations_of(found: Dealing) -> tuple[Explanation, ...]:
    """The reasons that were given for what a public dealing did less. One query."""
    return tuple(Explanation.objects.filter(dealing=found))


def open_disputes(found: Dealing) -> tuple[Dispute, ...]:
    """The disputes of a public dealing that nobody has ended yet."""
    return tuple(Dispute.objects.filter(dealing=found, settled="").select_related("organisation"))


def draft(actor: Actor, compact: Published, kind: Kind, key: str, at: datetime) -> Dealing:
    """The draft of that key, also once it is public; NotThere where there is none that somebody may publish."""
    rows = Dealing.objects.select_related("organisation", "home").filter(home__slug=compact.id, kind=kind.name, key=key)
    found = rows.exclude(state__in=GONE).first()
    if found is None or not may(actor, found, "dealing.publish", at):
        raise NotThere(key)
    return found


def may(actor: Actor, found: Dealing, act: str, at: datetime) -> bool:
    """Whether somebody may do something to a dealing as it is now."""
    roles = roles_of(actor, at=at, compact=found.home_id, organisation=found.organisation.slug)
    return allowed(MAY, act, roles, state=found.state)
