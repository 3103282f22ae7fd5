"""The addresses from which a crawl sets out: each route of the site, with the parts that its rows would have."""

from collections.abc import Iterator, Mapping

from django.db.models import Model
from django.urls import NoReverseMatch, URLPattern, reverse

from livecompact.complaints.models import Complaint
from livecompact.dealings.models import Dealing, Dispute, FundingEntry, SaidMissing
from livecompact.formats.models import Request
from livecompact.kinds import KINDS
from livecompact.people.roles import Role
from livecompact.record.models import Entry, FollowRequest
from livecompact.register.models import Organisation, Signature
from livecompact.uploads.models import Upload
from livecompact.web.rights import TABLE
from tests.harness.compacts import BOTH
from tests.web.leaks.crawling import SLOW
from tests.web.test_permission_matrix import REAL, ROUTES

BY_ITS_KEY = frozenset({"data_complaint_sent", "another_way_asked"})
"""What somebody without an account reads of what they asked: whoever holds the key that was mailed to them."""
LEFT_OUT = frozenset({"account_logout"}) | SLOW | BY_ITS_KEY


def of_every_route() -> list[str]:
    """One address at least of each route."""
    return [ROUTES[str(each.name)] for each in REAL if str(each.name) not in LEFT_OUT]


def open_to(roles: frozenset[Role]) -> list[str]:
    """Each address that a row of the site could have, of the routes that the guard opens to one of these roles.

    The guard asks no row: that it lets nobody else through is told of every route by the tests of rights.
    """
    routes = [each for each in REAL if TABLE[str(each.name)].roles & roles]
    return list(dict.fromkeys(address for pattern in routes for address in _addresses(pattern)))


def _addresses(pattern: URLPattern) -> Iterator[str]:
    """One for each of the rows that its parts could name."""
    name = str(pattern.name)
    if name in LEFT_OUT:
        return
    names = frozenset(pattern.pattern.converters)
    for parts in _rows(names):
        try:
            yield reverse(name, kwargs=dict(parts))
        except NoReverseMatch:
            continue


def _rows(names: frozenset[str]) -> Iterator[Mapping[str, object]]:
    if names == {"compact"}:
        yield from ({"compact": each} for each in BOTH)
    elif names == {"compact", "kind"}:
        kinds = {KINDS[each].part for each in Dealing.objects.values_list("kind", flat=True)}
        yield {"compact": BOTH[1], "kind": "consultations"}
        yield from ({"compact": BOTH[0], "kind": kind} for kind in sorted(kinds))
    elif "organisation" in names and names <= {"organisation", "compact", "key"}:
        yield from _of_organisations(names)
    elif "kind" in names:
        yield from _of_dealings(names)
    else:
        yield from _others(names)


def _of_organisations(names: frozenset[str]) -> Iterator[Mapping[str, object]]:
    entries = list(FundingEntry.objects.values_list("key", "organisation__slug"))
    for slug in Organisation.objects.order_by("name").values_list("slug", flat=True):
        told = {"compact": "hertfordshire", "organisation": slug}
        keys = [key for key, whose in entries if whose == slug] if "key" in names else [""]
        yield from ({name: value for name, value in (told | {"key": key}).items() if name in names} for key in keys)


def _of_dealings(names: frozenset[str]) -> Iterator[Mapping[str, object]]:
    for row in Dealing.objects.order_by("title", "key"):
        parts: dict[str, object] = {
            "compact": row.home_id,
            "kind": KINDS[row.kind].part,
            "year": row.year,
            "slug": row.slug or "a-draft",
            "key": row.key,
        }
        if "number" in names:
            numbers = row.responses.values_list("number", flat=True)
            yield from (_only(names, parts | {"number": number}) for number in numbers)
        elif "dispute" in names:
            yield from (_only(names, parts | {"dispute": pk}) for pk in row.disputes.values_list("pk", flat=True))
        elif names <= set(parts):
            yield _only(names, parts)


def _others(names: frozenset[str]) -> Iterator[Mapping[str, object]]:
    """Rows that one word or number names."""
    here = {"compact": "hertfordshire"} if "compact" in names else {}
    rest = names - {"compact"}
    if rest == {"key"}:
        keyed: tuple[type[Model], ...] = (Upload, SaidMissing, Complaint, FollowRequest)
        for table in keyed:
            found = table._default_manager.values_list("key", flat=True)  # noqa: SLF001 (Django's own way)
            yield from (here | {"key": key} for key in found)
    elif rest == {"reference"}:
        referred: tuple[type[Model], ...] = (Request, Complaint, Signature)
        for table in referred:
            found = table._default_manager.values_list("reference", flat=True)  # noqa: SLF001 (as above)
            yield from (here | {"reference": each} for each in found)
    elif rest == {"number"} and here:
        for entry in Entry.objects.order_by("compact", "number"):
            yield {"compact": entry.compact, "number": entry.number}
    elif rest == {"dispute"}:
        yield from (here | {"dispute": pk} for pk in Dispute.objects.values_list("pk", flat=True))


def _only(names: frozenset[str], parts: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in parts.items() if name in names}
