"""What the register says, as an actor may see it."""

from datetime import date

from django.db.models import Q, QuerySet

from livecompact.agreements.bodies import folded_name
from livecompact.compacts.queries import NotThere
from livecompact.register.identifiers import NoIdentifier, charity_number, read_identifier
from livecompact.register.models import ENDED, As, Organisation, Sector, Signature, State

__all__ = ["NotThere", "bound_bodies", "compacts_signed", "find", "had_signed", "organisation", "times_signed"]


def organisation(actor: object, slug: str) -> Organisation:  # noqa: ARG001 (an organisation is public)
    """The organisation of that address; NotThere where there is none."""
    found = Organisation.objects.filter(slug=slug).first()
    if found is None:
        raise NotThere(slug)
    return found


def had_signed(organisation: Organisation, compact_slug: str, on: date) -> bool:
    """Whether an organisation was bound by a Compact on a day: approved, and the day is within."""
    return _bound(on).filter(organisation=organisation, compact__slug=compact_slug).exists()


def compacts_signed(organisation: Organisation, on: date) -> tuple[str, ...]:
    """The slugs of the Compacts that bound an organisation on a day."""
    found = _bound(on).filter(organisation=organisation).values_list("compact__slug", flat=True)
    return tuple(sorted(set(found)))


def times_signed(organisation: Organisation) -> tuple[tuple[str, date, date | None], ...]:
    """From when to when each Compact bound an organisation, by slug; one query for whoever asks of many days."""
    rows = Signature.objects.filter(latest=True, signs_as=As.SIGNATORY, organisation=organisation)
    held = rows.filter(Q(state=State.ACTIVE) | Q(state__in=ENDED)).values_list(
        "compact__slug", "signed_on", "state", "ended_on"
    )
    return tuple((slug, since, None if state == State.ACTIVE else until) for slug, since, state, until in held)


def bound_bodies(compact_slug: str, on: date) -> tuple[Organisation, ...]:
    """The public bodies that a Compact bound on a day, in the order in which they signed."""
    rows = _bound(on).filter(compact__slug=compact_slug, organisation__sector=Sector.STATUTORY)
    return tuple(row.organisation for row in rows.select_related("organisation").order_by("signed_on", "pk"))


def find(words: str, at_most: int = 5) -> tuple[Organisation, ...]:
    """Organisations of the site by identifier, by charity number, or by part of a name; the nearest names first."""
    by_number = Organisation.objects.filter(_identified(words))
    folded = folded_name(words)
    named = Organisation.objects.filter(
        Q(folded_name__contains=folded) | Q(other_names__folded_name__contains=folded)
    ).distinct()
    found = list(by_number[:at_most]) or (list(named[:200]) if folded else [])
    return tuple(sorted(found, key=lambda each: nearness(each.folded_name, folded))[:at_most])


def nearness(name: str, asked: str) -> tuple[bool, bool, int, str]:
    """The whole name first, then names that begin so, then the shorter ones."""
    return name != asked, not name.startswith(asked), len(name), name


def _identified(words: str) -> Q:
    if number := charity_number(words):
        return Q(identifiers__scheme="GB-CHC", identifiers__value=number)
    try:
        org_id = read_identifier(words)
    except NoIdentifier:
        return Q(pk=None)
    return Q(identifiers__scheme=org_id.scheme, identifiers__value=org_id.value)


def _bound(on: date) -> QuerySet[Signature]:
    """Every signature that binds on a day. What waits, or was declined, binds nobody; nor is a Friend bound."""
    held = Q(state=State.ACTIVE) | Q(state__in=ENDED, ended_on__gte=on)
    return Signature.objects.filter(held, latest=True, signs_as=As.SIGNATORY, signed_on__lte=on)
