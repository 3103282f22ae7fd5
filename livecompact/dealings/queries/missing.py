"""What is said to be missing from the record: everybody sees what stands; before that only those whom it concerns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q
from django.utils.timezone import localdate

from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.models import Dealing, SaidMissing, State
from livecompact.dealings.queries.whose import Actor, signed_here
from livecompact.dealings.speaking.stage import FOR_EVERYONE, TO_ANSWER, Stage, stage_of, stands
from livecompact.people.queries import is_officer, organisations_of
from livecompact.register.models import Organisation, Sector, Status

MOST = 100


@dataclass(frozen=True)
class Seen:
    """What is said to be missing, how far it is, and what its reader may do about it."""

    row: SaidMissing
    stage: Stage
    may_answer: bool
    may_take_back: bool
    may_note: bool

    @property
    def is_open(self) -> bool:
        """Whether it still asks for an answer."""
        return self.stage in TO_ANSWER


def missing(
    actor: object,  # noqa: ARG001 (what stands is for everyone)
    compact: Published,
    today: date,
    *,
    kind: str = "",
    body: str = "",
) -> tuple[SaidMissing, ...]:
    """What is publicly said to be missing in a Compact, of a kind or of a body if it is asked for; newest first."""
    rows = SaidMissing.objects.filter(stands(today), home__slug=compact.id).select_related("body", "said_by")
    rows = rows.filter(kind=kind) if kind else rows
    return tuple((rows.filter(body__slug=body) if body else rows)[:MOST])


def missing_by_kind(actor: object, compact: Published, today: date) -> dict[str, int]:  # noqa: ARG001 (as above)
    """How many of each kind are publicly said to be missing. One query."""
    rows = SaidMissing.objects.filter(stands(today), home__slug=compact.id).order_by()
    return {str(each["kind"]): each["n"] for each in rows.values("kind").annotate(n=Count("pk"))}


def missing_of_mine(actor: Actor, compact: Published, at: datetime) -> tuple[SaidMissing, ...]:
    """What concerns somebody and is not over, of this Compact: as its body, as who says it, or as an officer."""
    rows = SaidMissing.objects.filter(home__slug=compact.id, taken_back_at=None, answered_at=None)
    if not is_officer(actor, at=at, compact=compact.id):
        own = organisations_of(actor, at=at)
        rows = rows.filter(Q(body__slug__in=own) | Q(said_by__slug__in=own))
    return tuple(rows.select_related("body", "said_by")[:MOST])


def untold(compact: Published) -> tuple[SaidMissing, ...]:
    """What a body was not reached about yet, for whoever runs the Compact. One query."""
    rows = SaidMissing.objects.filter(home__slug=compact.id, taken_back_at=None, answered_at=None, reached_on=None)
    return tuple(rows.select_related("body")[:MOST])


def one_missing(actor: Actor, compact: Published, key: str, at: datetime) -> Seen:
    """One of them; NotThere for whom it does not concern, until everybody may know of it."""
    rows = SaidMissing.objects.select_related("body", "said_by", "home", "dealing__home", "dealing__organisation")
    row = rows.filter(home__slug=compact.id, key=key).first()
    if row is None:
        raise NotThere(key)
    own, officer = organisations_of(actor, at=at), is_officer(actor, at=at, compact=compact.id)
    body, side = row.body.slug in own or officer, row.said_by.slug in own or officer
    stage = stage_of(row, localdate(at))
    if stage not in FOR_EVERYONE and not (body or side):
        raise NotThere(key)
    waits = stage in TO_ANSWER
    takes_back = side and (waits or stage is Stage.WHY_NOT)
    return Seen(row, stage, body and waits, takes_back, officer and stage is Stage.UNTOLD)


def says_missing_as(actor: Actor, compact: Published, at: datetime) -> tuple[Organisation, ...]:
    """The signatories in whose name somebody may say that something is missing, by name."""
    rows = Organisation.objects.filter(status=Status.ACTIVE, pk__in=signed_here(compact)).exclude(
        sector=Sector.BUSINESS
    )
    if is_officer(actor, at=at, compact=compact.id):
        return tuple(rows)
    return tuple(rows.filter(slug__in=organisations_of(actor, at=at)))


def bodies(compact: Published, but: Iterable[Organisation] = ()) -> tuple[Organisation, ...]:
    """The public bodies that signed, by name: what a group did not record is nobody's to say in public."""
    rows = Organisation.objects.filter(status=Status.ACTIVE, sector=Sector.STATUTORY, pk__in=signed_here(compact))
    return tuple(rows.exclude(pk__in=[each.pk for each in but]))


def could_be(row: SaidMissing, at_most: int = 50) -> tuple[Dealing, ...]:
    """The public records of the body, of the kind that is said to be missing, newest first."""
    rows = Dealing.objects.filter(organisation=row.body, kind=row.kind, state=State.PUBLIC)
    return tuple(rows.select_related("home")[:at_most])
