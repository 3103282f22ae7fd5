"""A public award as a grant of the 360Giving Data Standard (https://standard.threesixtygiving.org), and as its columns.

The standard asks of each grant: id, title, description, currency, amountAwarded, awardDate, a recipient and a funder,
each with id and name. What we hold beyond that goes out under the name of the fact, as the standard allows.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from django.conf import settings

from livecompact.dealings.models import Dealing
from livecompact.dealings.naming import address_of, named, towards_of
from livecompact.frame.licences import licence
from livecompact.kinds import kind
from livecompact.register.models import Organisation

VERSION = "1.4"
CURRENCY = "GBP"
REQUIRED = (
    *("id", "title", "description", "currency", "amountAwarded", "awardDate"),
    *("recipientOrganization", "fundingOrganization"),
)
"""The members that the standard asks of every grant."""
COLUMNS = {
    "id": "Identifier",
    "title": "Title",
    "description": "Description",
    "currency": "Currency",
    "amountAwarded": "Amount Awarded",
    "awardDate": "Award Date",
    "startDate": "Planned Dates:Start Date",
    "endDate": "Planned Dates:End Date",
    "duration": "Planned Dates:Duration (months)",
    "recipientId": "Recipient Org:Identifier",
    "recipientName": "Recipient Org:Name",
    "funderId": "Funding Org:Identifier",
    "funderName": "Funding Org:Name",
    "url": "URL",
    "dateModified": "Last Modified",
}
"""The titles of the standard's spreadsheet, by what we call them here."""
DURATION = "duration"
PLANNED = {"startDate": "starts", "endDate": "ends", DURATION: "months"}
TOLD = frozenset({"awarded", "amount", *PLANNED.values()})
"""The facts for which the standard has a place."""


def grant(dealing: Dealing, org_ids: Mapping[int, str]) -> dict[str, Any]:
    """One award as a grant."""
    facts = dealing.facts
    days = {name: facts[fact] for name, fact in PLANNED.items() if facts.get(fact, "none") != "none"}
    planned = days | ({DURATION: _number(Decimal(days[DURATION]))} if DURATION in days else {})
    return {
        "id": identifier(dealing),
        "title": dealing.title,
        "description": dealing.about or dealing.title,
        "currency": CURRENCY,
        "amountAwarded": _number(dealing.amount or Decimal(0)),
        "awardDate": dealing.happens_on.isoformat(),
        **({"plannedDates": [planned]} if planned else {}),
        "recipientOrganization": [_recipient(dealing, org_ids)],
        "fundingOrganization": [_organisation(dealing.organisation, org_ids)],
        "url": f"{settings.SITE.address}{address_of(dealing)}",
        "dateModified": dealing.updated_at.isoformat(timespec="seconds"),
        **{name: facts[name] for name in more() if name in facts},
    }


def package(title: str, publisher: str, grants: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Any]]:
    """The members of a package of grants, the grants last, so that it can be written while they are read."""
    yield "version", VERSION
    yield "title", title
    yield "publisher", {"name": publisher, "website": settings.SITE.address}
    if named := licence():
        yield "license", named.url
    yield "grants", grants


def header() -> list[str]:
    """The first row of the spreadsheet: the standard's titles, then the names of our further facts."""
    return [*COLUMNS.values(), *more()]


def row(dealing: Dealing, org_ids: Mapping[int, str]) -> list[str]:
    """One award as a row of that spreadsheet."""
    made = grant(dealing, org_ids)
    recipient, funder = made["recipientOrganization"][0], made["fundingOrganization"][0]
    held = {
        **made,
        **(made.get("plannedDates") or [{}])[0],
        "recipientId": recipient["id"],
        "recipientName": recipient["name"],
        "funderId": funder["id"],
        "funderName": funder["name"],
    }
    return [_cell(held.get(name)) for name in (*COLUMNS, *more())]


def identifier(dealing: Dealing) -> str:
    """Its reference: the publisher's own, or else one of this site."""
    return dealing.source_id or f"{settings.SITE.host}-{dealing.key}"


def more() -> tuple[str, ...]:
    """The public facts of an award for which the standard has no place."""
    return tuple(
        fact.name for fact in kind("award").facts if fact.public and not fact.personal and fact.name not in TOLD
    )


def _recipient(dealing: Dealing, org_ids: Mapping[int, str]) -> dict[str, str]:
    if dealing.towards is not None:
        return _organisation(dealing.towards, org_ids)
    name = towards_of(dealing)
    return {"id": f"{settings.SITE.host}-{hashlib.sha256(name.encode()).hexdigest()[:12]}", "name": name}


def _organisation(of: Organisation, org_ids: Mapping[int, str]) -> dict[str, str]:
    """An organisation with its org-id, or else with one of this site."""
    return {"id": org_ids.get(of.pk, f"{settings.SITE.host}-{of.slug}"), "name": named(of)}


def _number(of: Decimal) -> int | float:
    """Pounds, or months, as JSON has numbers."""
    return int(of) if of == of.to_integral_value() else float(of)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
