"""What a list may be asked for: the filters that stand here, and nothing else, in any of its forms."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from livecompact.people.roles import Role
from livecompact.web.rights import TABLE
from tests.dealings.records import on_record
from tests.harness.clock import stop_the_clock
from tests.harness.compacts import both_compacts
from tests.harness.worlds import lay_out
from tests.web.test_permission_matrix import ROUTES

RECORDS = {"phase": "closed", "organisation": "hartsmere-county-council", "state": "kept", "page": "1"}
OVER_TIME = {
    "kind": "consultations",
    "organisation": "",
    "promise": "2.4",
    "state": "kept",
    "year": "2026",
    "page": "1",
}
REGISTER = {"sector": "voluntary", "kind": "group", "state": "", "letter": "h", "page": "1"}
SEARCH = {"q": "forum", "kind": "story", "page": "1"}
ENTRIES = {"what": "dealing-published", "thing": "organisation:hartsmere-county-council", "page": "1"}
LISTS: dict[str, dict[str, str]] = {
    **{f"dealings{form}": RECORDS for form in ("", ".json", ".csv")},
    **{f"dealings_year{form}": RECORDS for form in ("", ".json", ".csv")},
    **{f"records{form}": OVER_TIME for form in ("", ".json", ".csv")},
    "checks.csv": {name: OVER_TIME[name] for name in ("kind", "organisation", "promise", "year")},
    **{f"board{form}": {"year": "2026"} for form in ("", ".json", ".csv")},
    **{f"organisations{form}": REGISTER for form in ("", ".json", ".csv")},
    **{f"search{form}": SEARCH for form in ("", ".json")},
    **{f"record{form}": ENTRIES for form in ("", ".json", ".atom")},
    "dealing_answers": {"page": "1"},
}
"""Each list that asks its address for anything, with the filters that it takes and a value of each."""
CHECK = frozenset({"follows", "title", "url"})
FORMS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("check_journey", "check_result", "check_result.pdf", "check_result.docx", "check_question"), CHECK
    ),
    "join": frozenset({"kind"}),
    "follow": frozenset({"thing"}),
    "another_way": frozenset({"page", "sent", "wanted", "what"}),
    "another_way_form": frozenset({"what"}),
}
"""Pages that are no lists: what is asked of them fills in a form, and chooses no row."""
ELSEWHERE = ("account", "mfa", "elsewhere", "socialaccount", "sign", "me_", "openid")
"""Ways to sign in, which look up no rows by a name of the address."""

OF_THE_DATABASE = (
    *("id", "pk", "state__in", "organisation__id", "organisation_id", "home", "compact", "key", "towards", "is_public"),
    *("order_by", "ordering", "sort", "fields", "limit", "format", "published_at__gte", "title__contains"),
    *("organisation__people__email__contains", "organisation__signatures__contact_email__startswith", "facts__closes"),
    *("dealing__replies__by", "_state", "kind__regex"),
)
"""What a library that filters by any column would take."""
CLOSED = {"phase", "state", "kind", "sector", "letter", "page", "year", "what", "thing"}
"""The filters that take no word of one's own."""
NEVER = "' OR 1=1 --"


class Watched(QueryDict):
    """What an address asks for; it notes the names that are looked up in it."""

    looked_up: set[str]

    def get(self, name: Any, default: Any = None) -> Any:
        """A value, or what stands in for it."""
        self.looked_up.add(str(name))
        return super().get(name, default)

    def __getitem__(self, name: Any) -> Any:
        self.looked_up.add(str(name))
        return super().__getitem__(name)

    def __contains__(self, name: Any) -> bool:
        self.looked_up.add(str(name))
        return super().__contains__(name)


def laid_out(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts, with records and an organisation on their lists."""
    stop_the_clock(patch)
    both_compacts(patch)
    on_record()


@pytest.fixture
def visitor(db: None, monkeypatch: pytest.MonkeyPatch) -> Client:
    lay_out(laid_out, monkeypatch)
    return Client()


def place(route: str) -> str:
    """The address of a route, with a record and a promise that are there."""
    if route.startswith(("dealing_answers", "dealing.")) or route == "dealing":
        return reverse(route, args=["hertfordshire", "consultations", 2026, "library-hours"])
    return ROUTES[route].replace("a-word", "2.4") if "promise" in route else ROUTES[route]


def open_to_all() -> Iterator[str]:
    for route, row in TABLE.items():
        if Role.VISITOR in row.roles and row.takes("GET") and not route.startswith(ELSEWHERE):
            yield route


def status(client: Client, route: str, query: dict[str, str]) -> int:
    return client.get(place(route), query).status_code


def test_no_page_looks_for_a_filter_that_is_not_written_here(visitor, monkeypatch):
    found: dict[str, set[str]] = {}
    for route in open_to_all():
        watched: Any = Watched("")
        watched.looked_up = found[route] = set()
        monkeypatch.setattr(WSGIRequest, "GET", watched)
        visitor.get(place(route))

    known = {route: set(filters) for route, filters in LISTS.items()} | FORMS
    known["checks.csv"] = set(OVER_TIME)  # it reads with the same eyes, once it has refused two of these names
    assert {route: names for route, names in found.items() if not names <= known.get(route, set())} == {}


@pytest.mark.parametrize("route", LISTS)
def test_a_list_takes_each_of_its_filters_and_no_other_name(visitor, route):
    own = LISTS[route]
    others = {name for filters in LISTS.values() for name in filters} - set(own)

    assert {name: status(visitor, route, {name: value}) for name, value in own.items()} == dict.fromkeys(own, 200)
    assert [name for name in (*OF_THE_DATABASE, *others) if status(visitor, route, {name: "1"}) != 400] == []
    assert status(visitor, route, own | {"order_by": "organisation__people__email"}) == 400


@pytest.mark.parametrize("route", LISTS)
def test_a_value_that_no_filter_has_is_refused(visitor, route):
    closed = CLOSED & set(LISTS[route])

    assert [name for name in closed if status(visitor, route, {name: NEVER}) != 400] == []
