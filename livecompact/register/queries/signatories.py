"""Who has signed, who is a Friend, and the history of both: what is public of sign-ups."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from livecompact.compacts.queries import Published
from livecompact.register.clocks import due_since, renewal_due
from livecompact.register.models import ENDED, As, Organisation, Signature, State, Succession
from livecompact.register.queries.organisations import NotThere
from livecompact.standards.calendar import Calendar

PUBLIC = (State.ACTIVE, *ENDED)
"""What waits or was declined is nobody's business but the organisation's and the officer's."""


class Shown(models.TextChoices):
    """How a signature stands on a day, as everyone may see it."""

    ACTIVE = "active", _("Active")
    RENEWAL_DUE = "renewal-due", _("Renewal due")
    LAPSED = "lapsed", _("Not renewed")
    WITHDRAWN = "withdrawn", _("Left")
    SUPERSEDED = "superseded", _("Followed by another")


HOLDING = (Shown.ACTIVE, Shown.RENEWAL_DUE)


@dataclass(frozen=True)
class Signed:
    """A signature as everyone may see it on a day. A renewal that is due ends nothing."""

    organisation: Organisation
    signature: Signature
    shown: Shown
    renewal_due_on: date | None

    @property
    def holds(self) -> bool:
        """Whether the organisation is on the list of those that have signed."""
        return self.shown in HOLDING


@dataclass(frozen=True)
class History:
    """What happened between an organisation and a Compact, on a day."""

    on: date
    what: str
    reason: str = ""
    edition: str = ""


def signatories(actor: object, compact: Published, today: date) -> tuple[Signed, ...]:
    """Everyone who has signed a Compact, now or before, by name: each organisation once. Three queries."""
    return _each_once(in_public(actor, compact).filter(signs_as=As.SIGNATORY), compact, today)


def friends(actor: object, compact: Published, today: date) -> tuple[Signed, ...]:
    """Every Friend of a Compact, now or before, by name."""
    return _each_once(in_public(actor, compact).filter(signs_as=As.FRIEND), compact, today)


def signed(actor: object, compact: Published, slug: str, today: date) -> Signed:
    """What one organisation signed; NotThere where nothing of it is public in that Compact."""
    found = _each_once(in_public(actor, compact).filter(organisation__slug=slug), compact, today)
    if not found:
        raise NotThere(slug)
    return found[0]


def by_reference(compact: Published, reference: str, today: date) -> Signed:
    """What an organisation signed, by the reference of its sign-up; NotThere where nothing of it is public."""
    row = Signature.objects.filter(compact__slug=compact.id, reference=reference).select_related("organisation").first()
    if row is None:
        raise NotThere(reference)
    return signed(None, compact, row.organisation.slug, today)


def asked_for(within: Published, each: Signed) -> str:
    """What an organisation is asked for now: an edition, or another year; empty where nothing."""
    if each.holds and each.signature.edition != within.edition.id:
        return f"edition {within.edition.id}"
    if each.shown is Shown.RENEWAL_DUE:
        return f"due {each.renewal_due_on}"
    return ""


def renewal_asked(compact: Published, reference: str, occurrence: str, today: date) -> Signed | None:
    """What a link renews, while it is asked for: that organisation, that year or edition; None once that is over."""
    rows = Signature.objects.filter(compact__slug=compact.id, reference=reference, latest=True, state=State.ACTIVE)
    row = rows.select_related("organisation").first()
    if row is None:
        return None
    each = signed(None, compact, row.organisation.slug, today)
    return each if occurrence and asked_for(compact, each) == occurrence else None


def history(actor: object, compact: Published, organisation: Organisation) -> tuple[History, ...]:
    """What everyone may know of an organisation in a Compact, newest first: signed, renewed, left, followed."""
    rows = Signature.objects.filter(compact__slug=compact.id, organisation=organisation, state__in=PUBLIC)
    seen: set[str] = set()
    told: list[History] = []
    for row in rows.order_by("at", "version"):
        told += _told(row, first=row.reference not in seen)
        seen.add(row.reference)
    changes = Succession.objects.filter(after=organisation).select_related("before")
    told += [History(each.on, _became(each), each.note) for each in changes]
    del actor  # everyone may know it
    return tuple(dict.fromkeys(sorted(told, key=lambda each: each.on, reverse=True)))


def with_a_page(actor: object, compact: Published, organisations: Iterable[Organisation]) -> frozenset[str]:
    """Those of some organisations, by slug, that have a page in a Compact."""
    asked = [organisation.pk for organisation in organisations]
    return frozenset(
        in_public(actor, compact).filter(organisation__in=asked).values_list("organisation__slug", flat=True)
    )


def became(actor: object, organisation: Organisation) -> tuple[Organisation, ...]:
    """What an organisation became, or became part of."""
    del actor  # everyone may know it
    return tuple(each.after for each in Succession.objects.filter(before=organisation).select_related("after"))


def to_ask_again(actor: object, compact: Published, today: date) -> tuple[Signed, ...]:
    """Those that hold under an earlier edition than the one in force: they are asked whether they adopt the new one."""
    everyone = (*signatories(actor, compact, today), *friends(actor, compact, today))
    return tuple(each for each in everyone if each.holds and each.signature.edition != compact.edition.id)


def in_public(actor: object, compact: Published) -> QuerySet[Signature]:
    """The signatures of a Compact that everyone may see, with what a line or a page tells of each."""
    del actor  # everyone may read what is public
    rows = Signature.objects.filter(compact__slug=compact.id, latest=True, state__in=PUBLIC)
    rows = rows.select_related("organisation", "represented_by", "follows__organisation")
    return rows.prefetch_related("organisation__identifiers", "organisation__other_names")


def _each_once(rows: QuerySet[Signature], compact: Published, today: date) -> tuple[Signed, ...]:
    """Each organisation with the signature that holds or, where it ended, the last one."""
    by_organisation: dict[int, Signature] = {}
    for row in rows.order_by("organisation__folded_name", "organisation_id", "applied_at", "pk"):
        earlier = by_organisation.get(row.organisation_id)
        if earlier is None or earlier.state != State.ACTIVE:
            by_organisation[row.organisation_id] = row
    return tuple(as_seen(row, compact.agreement.calendar, today) for row in by_organisation.values())


def as_seen(row: Signature, calendar: Calendar, today: date) -> Signed:
    """A signature as it stands on a day."""
    since = row.renewed_on or row.signed_on
    cut = due_since(calendar, today)
    shown = Shown(row.state)
    if shown is Shown.ACTIVE and cut is not None and since <= cut:
        shown = Shown.RENEWAL_DUE
    return Signed(row.organisation, row, shown, renewal_due(calendar, since) if shown in HOLDING else None)


def _told(row: Signature, *, first: bool) -> Iterable[History]:
    if first:
        yield History(row.signed_on, str(_joined(row)), row.reason if row.follows_id else "", row.edition)
    elif row.state == State.ACTIVE and row.renewed_on:
        yield History(row.renewed_on, str(_("Renewed")), "", row.edition)
    if row.state in ENDED and row.ended_on:
        yield History(row.ended_on, str(Shown(row.state).label), row.reason)


def _joined(row: Signature) -> object:
    return _("Became a Friend") if row.signs_as == As.FRIEND else _("Signed")


def _became(each: Succession) -> str:
    return str(_("%(name)s became part of it")) % {"name": each.before.name}
