"""The funding of one organisation on one page: what others have published of it, and what it writes down itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Q

from livecompact.agreements.bodies import folded_name
from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.models import SEEN, CalendarKey, Dealing, FundingEntry, State
from livecompact.dealings.naming import address_of, named
from livecompact.dealings.queries.whose import Actor
from livecompact.kinds import kind
from livecompact.people.models import Person
from livecompact.people.queries import organisations_of
from livecompact.register.models import Organisation
from livecompact.register.queries import bound_bodies
from livecompact.standards.facts import Facts
from livecompact.standards.language import Dated, DateOrder
from livecompact.standards.language import walk as parts_of
from livecompact.standards.periods import Period

MONTHS_BEFORE = Period.read("6 months")
"""How long before its end we suggest to plan together: a suggestion of ours, no number of a text."""
A_YEAR = timedelta(days=366)
A_DAY = timedelta(days=1)
KINDS = ("award", "funding-agreement")


@dataclass(frozen=True)
class Notice:
    """The notice that a Compact asks for before funding ends or changes: how long, and which promise says so."""

    period: Period
    promise: str


@dataclass(frozen=True)
class Funding:
    """One grant or contract and its days.

    `notice_by` is the last day on which the notice that the Compact asks for can be given, None where it asks for no
    number. `is_bound` tells whether the funder was found among the public bodies that have signed: a promise binds no
    other. `told_on` is the day of a notice that is on record. `address` is its public page, empty for one's own entry.
    """

    key: str
    title: str
    funder: str
    is_bound: bool
    amount: Decimal | None
    ends_on: date
    notice_by: date | None
    plan_by: date | None
    report_on: date | None
    contact: str
    told_on: date | None
    is_own: bool
    address: str
    changed_at: datetime
    moved: int


def notice_of(compact: Published) -> Notice | None:
    """The notice in writing that the text, or an adopted number, asks for before funding ends; None where none does."""
    for standard in compact.edition.standards_for("funding-change"):
        for test in parts_of(standard.kept):
            if (
                standard.gives_verdicts
                and isinstance(test, Dated)
                and (test.fact, test.than.fact) == ("takes_effect", "notice_sent")
                and test.order is DateOrder.NO_EARLIER_THAN
                and test.than.period
            ):
                return Notice(test.than.period, standard.undertaking)
    return None


def funding(
    actor: Actor, compact: Published, organisation: Organisation, at: datetime, today: date
) -> tuple[Funding, ...]:
    """Every grant and contract of an organisation that has not ended long ago, the next end first. Five queries.

    Nothing for who does not act for it.
    """
    if organisation.slug not in organisations_of(actor, at=at):
        return ()
    bound = {body.folded_name for body in bound_bodies(compact.id, today)}
    found = [*_published(compact, organisation, bound, today), *_own(compact, organisation, bound, today)]
    return tuple(sorted(found, key=lambda each: (each.ends_on, each.key)))


def entry(actor: Actor, organisation: Organisation, key: str, at: datetime) -> FundingEntry:
    """One entry of an organisation, for who acts for it; NotThere otherwise."""
    found = FundingEntry.objects.filter(organisation=organisation, key=key).first()
    if found is None or organisation.slug not in organisations_of(actor, at=at):
        raise NotThere(key)
    return found


def calendar_key(person: Person, compact: Published, organisation: Organisation) -> CalendarKey | None:
    """The private calendar that a person has of an organisation; None where they have none."""
    return CalendarKey.objects.filter(person=person, organisation=organisation, compact__slug=compact.id).first()


def opened_by(key_hash: str) -> CalendarKey:
    """The private calendar that a key opens; NotThere where it opens none, or its person may not sign in any more."""
    found = CalendarKey.objects.select_related("person", "organisation").filter(key_hash=key_hash).first()
    if found is None or not found.person.is_active:
        raise NotThere("calendar")
    return found


def _published(compact: Published, organisation: Organisation, bound: set[str], today: date) -> Iterator[Funding]:
    rows = Dealing.objects.filter(Q(towards=organisation, state__in=[*SEEN, State.TOLD]), kind__in=KINDS)
    told = _told(organisation)
    for dealing in rows.select_related("organisation")[:500]:
        facts = kind(dealing.kind).read(dealing.facts)
        ends_on = _end(facts, compact)
        if ends_on is None or ends_on < today - A_YEAR:
            continue
        yield Funding(
            key=dealing.key,
            title=dealing.title,
            funder=named(dealing.organisation),
            is_bound=dealing.organisation.folded_name in bound,
            amount=dealing.amount,
            ends_on=ends_on,
            **_days(compact, ends_on),
            report_on=facts.day("reviewed") if (facts.day("reviewed") or date.min) >= today else None,
            contact=_contact(facts),
            told_on=told.get(dealing.pk),
            is_own=False,
            address=address_of(dealing) if dealing.slug else "",
            changed_at=dealing.updated_at,
            moved=dealing.sequence,
        )


def _own(compact: Published, organisation: Organisation, bound: set[str], today: date) -> Iterator[Funding]:
    for row in FundingEntry.objects.filter(organisation=organisation, ends_on__gte=today - A_YEAR):
        yield Funding(
            key=row.key,
            title=row.title,
            funder=row.funder,
            is_bound=folded_name(row.funder) in bound,
            amount=row.amount,
            ends_on=row.ends_on,
            **_days(compact, row.ends_on),
            report_on=row.report_on,
            contact=row.contact_role,
            told_on=None,
            is_own=True,
            address="",
            changed_at=row.updated_at,
            moved=row.sequence,
        )


def _told(organisation: Organisation) -> dict[int, date]:
    """The day of a notice of change that is on record, by the award or agreement that it follows."""
    rows = Dealing.objects.filter(
        towards=organisation, kind="funding-change", state__in=[*SEEN, State.TOLD], follows__isnull=False
    )
    found = {row.follows_id: kind(row.kind).read(row.facts).day("notice_sent") for row in rows}
    return {key: day for key, day in found.items() if key and day}


def _days(compact: Published, ends_on: date) -> dict[str, date | None]:
    """The last day for notice, and the day by which we suggest to plan together."""
    notice, calendar = notice_of(compact), compact.agreement.calendar
    return {
        "notice_by": notice.period.before(ends_on, calendar) if notice else None,
        "plan_by": MONTHS_BEFORE.before(ends_on, calendar),
    }


def _end(facts: Facts, compact: Published) -> date | None:
    """Its last day: as it is stated, or so many months from the first one on."""
    months, starts = facts["months"], facts.day("starts")
    if (ends := facts.day("ends")) or starts is None or not isinstance(months, Decimal):
        return ends
    after = Period.read(f"{int(months)} months").after(starts, compact.agreement.calendar) if months >= 1 else None
    return after - A_DAY if after else None


def _contact(facts: Facts) -> str:
    """The role to ask at the funder, where the record names one."""
    return next(
        (str(facts[name]) for name in ("contact_of_body", "liaison_officer") if isinstance(facts[name], str)), ""
    )
