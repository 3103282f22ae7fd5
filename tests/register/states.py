"""The pages of this room, in every state."""

from typing import Any

from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step, at
from tests.register.some import LIST, everyone, few, long

BANK = f"{LIST}/hartsmere-food-bank"
SHOP = f"{LIST}/corner-shop"


def _at(route: str, address: str, kind: Kind = Kind.NORMAL, **rest: Any) -> State:
    return at(route, address, kind, **{"prepare": few, **rest})


OFFICE = {"role": "officer", "cookies": True}
CLUB = f"{LIST}/riverside-youth-club/edit"
ACTS = {
    "answer": (CLUB, {"answer": "ask", "reason": ""}),
    "answered": (CLUB, {"says": ""}),
    "renew": (f"{BANK}/edit", {"renewed_on-day": "32"}),
    "contact": (f"{BANK}/edit", {"contact_email": LONG_WORD}),
    "details": (f"{BANK}/edit", {"name": "", "postcode": LONG_WORD}),
    "number": (f"{BANK}/edit", {"scheme": "GB-CHC", "number": LONG_WORD}),
    "end": (f"{BANK}/edit", {"how": "left"}),
    "follow": (f"{BANK}/edit", {"after": LONG_WORD}),
}
"""Where each act of an officer is done, and something that it refuses."""


def _sent(route: str, address: str, fields: dict[str, str], kind: Kind = Kind.ERROR) -> State:
    return State(route, kind, (Step(address, fields),), prepare=few, **OFFICE)  # type: ignore[arg-type]


STATES: tuple[State, ...] = (
    _at("organisations_waiting", f"{LIST}/waiting", prepare=everyone, **OFFICE),
    _at("organisations_waiting", f"{LIST}/waiting", Kind.EMPTY, prepare=both_compacts, **OFFICE),
    _at("organisation_edit", CLUB, **OFFICE),
    _at("organisation_edit", f"{LIST}/{LONG_WORD.lower()[:80]}/edit", Kind.LONG, prepare=long, **OFFICE),
    _at("organisation_add", f"{LIST}/add", **OFFICE),
    _sent("organisation_add", f"{LIST}/add", {"name": ""}),
    _sent(
        "organisation_add", f"{LIST}/add", {"name": LONG_WORD, "postcode": LONG_WORD, "org_id": LONG_WORD}, Kind.LONG
    ),
    *(_at(f"organisation_{act}", f"{address}/{act}", **OFFICE) for act, (address, _) in ACTS.items()),
    *(_sent(f"organisation_{act}", f"{address}/{act}", fields) for act, (address, fields) in ACTS.items()),
    _at("organisations", LIST, prepare=everyone),
    _at("organisations", f"{LIST}?kind=charity&letter=h&sector=voluntary&state=active", prepare=everyone),
    _at("organisations", LIST, Kind.EMPTY, prepare=both_compacts),
    _at("organisations", f"{LIST}?letter=z", Kind.EMPTY),
    _at("organisations", f"{LIST}?state=all", Kind.LONG, prepare=long),
    _at("organisations", f"{LIST}?name=x", Kind.ERROR, status=400),
    _at("friends", "/hertfordshire/friends", prepare=everyone),
    _at("friends", "/hertfordshire/friends", Kind.EMPTY, prepare=both_compacts),
    _at("friends", "/hertfordshire/friends", Kind.LONG, prepare=long),
    _at("organisation", BANK),
    _at("organisation", SHOP),
    _at("organisation", f"{LIST}/hartsmere-clinical-group", prepare=everyone),
    _at("organisation", f"{LIST}/{LONG_WORD.lower()[:80]}", Kind.LONG, prepare=long),
    _at("organisation", f"{LIST}/nobody", Kind.ERROR, status=404),
    _at("organisations.json", f"{LIST}.json", html=False),
    _at("organisations.csv", f"{LIST}.csv", html=False),
    _at("organisations.atom", f"{LIST}.atom", html=False),
    _at("friends.json", "/hertfordshire/friends.json", html=False),
    _at("friends.csv", "/hertfordshire/friends.csv", html=False),
    _at("organisation.json", f"{BANK}.json", html=False),
)
