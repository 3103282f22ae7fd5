"""The pages on which one asks for another form, in each state."""

from urllib.parse import urlencode

import pytest
from django.contrib.auth.models import AnonymousUser

from livecompact.compacts import queries as compacts
from livecompact.compacts.queries import Published
from livecompact.formats import actions
from livecompact.formats.models import Request
from livecompact.formats.models import State as Stands
from livecompact.formats.wanted import BY_ID, FORMS
from livecompact.people.roles import Role
from tests.harness.compacts import NOW, both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step, at

ADDRESS = "/hertfordshire/another-way"
WHAT = urlencode({"what": "The glossary"})
LONG = urlencode({"what": LONG_WORD})
REFERENCE = "AW-222-333"
DONE = "AW-222-444"
FULL = {
    "name": "Jo Bloggs",
    "email": "jo@example.org",
    "phone": "01632 960000",
    "address": "1 High Street\nHartsmere",
    "language": "Welsh",
}


def hertfordshire() -> Published:
    """The Compact that is asked."""
    return compacts.compact(AnonymousUser(), "hertfordshire", NOW.date())


def made(*, reference: str = REFERENCE, name: str = "Jo Bloggs", what: str = "The glossary") -> Request:
    """A request for large print."""
    asker = actions.Asker(name=name, address=FULL["address"])
    row = actions.ask(
        compact=hertfordshire(), wanted=BY_ID["large-print"], what=what, asker=asker, by="anybody", at=NOW
    )
    Request.objects.filter(pk=row.pk).update(reference=reference)  # one that the test can name
    row.refresh_from_db()
    return row


def asked(patch: pytest.MonkeyPatch) -> None:
    """One request waits, and one is refused."""
    both_compacts(patch)
    made()
    refused = made(reference=DONE)
    actions.answer(request=refused, state=Stands.REFUSED, reason="No one prints Braille here.", by="officer", at=NOW)


def asked_at_length(patch: pytest.MonkeyPatch) -> None:
    """One request whose words are very long."""
    both_compacts(patch)
    made(name=LONG_WORD[:200], what=LONG_WORD)


def too_much_asked(patch: pytest.MonkeyPatch) -> None:
    """More is asked than is taken in an hour."""
    both_compacts(patch)
    patch.setattr(actions, "MOST_AN_HOUR", 0)


def _form(wanted: str, kind: Kind = Kind.NORMAL, *, what: str = WHAT, **fields: str) -> State:
    address = f"{ADDRESS}/{wanted}?{what}"
    return State("another_way_form", kind, (Step(address, fields or None),), prepare=both_compacts, cookies=True)


STATES = (
    at("another_way_of_site", "/another-way", prepare=both_compacts),
    at("another_way_of_site", "/another-way", Kind.EMPTY),
    at("another_way", ADDRESS, prepare=both_compacts),
    at("another_way", f"{ADDRESS}?page=/hertfordshire/promises/2.4&wanted=paper", prepare=both_compacts),
    at("another_way", f"{ADDRESS}?sent=1", Kind.ERROR, prepare=both_compacts),
    at("another_way", f"{ADDRESS}?{LONG}", Kind.LONG, prepare=both_compacts),
    *(_form(each.id) for each in FORMS),
    _form("braille", Kind.ERROR, name=""),
    _form("audio", Kind.ERROR, name="Jo"),
    _form("language", Kind.ERROR, name="Jo", email="jo"),
    _form("paper", Kind.LONG, what=LONG),
    State(
        "another_way_form",
        Kind.ERROR,
        (Step(f"{ADDRESS}/phone?{WHAT}", {"name": "Jo", "phone": "01632 960000"}),),
        status=503,
        prepare=too_much_asked,
    ),
    State(
        "another_way_asked",
        Kind.NORMAL,
        (Step(f"{ADDRESS}/phone?{WHAT}", {"name": "Jo", "phone": "01632 960000"}),),
        prepare=both_compacts,
    ),
    at("another_way_asked", f"{ADDRESS}/asked/{DONE}", prepare=asked),
    at("another_way_asked", f"{ADDRESS}/asked/AW-999-999", Kind.ERROR, status=404, prepare=asked),
    at("another_way_requests", f"{ADDRESS}/requests", prepare=asked, role=Role.OFFICER, cookies=True),
    at(
        "another_way_requests",
        f"{ADDRESS}/requests",
        Kind.EMPTY,
        prepare=both_compacts,
        role=Role.OFFICER,
        cookies=True,
    ),
    at(
        "another_way_requests",
        f"{ADDRESS}/requests",
        Kind.LONG,
        prepare=asked_at_length,
        role=Role.OFFICER,
        cookies=True,
    ),
    at("another_way_request", f"{ADDRESS}/requests/{REFERENCE}", prepare=asked, role=Role.OFFICER, cookies=True),
    at("another_way_request", f"{ADDRESS}/requests/{DONE}", prepare=asked, role=Role.OFFICER, cookies=True),
    at(
        "another_way_request",
        f"{ADDRESS}/requests/{REFERENCE}",
        Kind.LONG,
        prepare=asked_at_length,
        role=Role.OFFICER,
        cookies=True,
    ),
    State(
        "another_way_request",
        Kind.ERROR,
        (Step(f"{ADDRESS}/requests/{REFERENCE}", {"state": "refused", "reason": ""}),),
        prepare=asked,
        role=Role.OFFICER,
        cookies=True,
    ),
)
