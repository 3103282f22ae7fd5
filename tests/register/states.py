"""The pages of this room, in every state."""

from typing import Any

from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, at
from tests.register.some import LIST, everyone, few, long

BANK = f"{LIST}/hartsmere-food-bank"
SHOP = f"{LIST}/corner-shop"


def _at(route: str, address: str, kind: Kind = Kind.NORMAL, **rest: Any) -> State:
    return at(route, address, kind, **{"prepare": few, **rest})


STATES: tuple[State, ...] = (
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
