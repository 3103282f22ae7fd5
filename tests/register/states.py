"""The pages of this room, in every state."""

from typing import Any

import pytest
from django.core import signing

from livecompact.register.actions import Signing
from livecompact.register.letters import SALT
from livecompact.register.models import Organisation, Signature
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step, at
from tests.register.some import LIST, add, everyone, few, long, sign

BANK = f"{LIST}/hartsmere-food-bank"
SHOP = f"{LIST}/corner-shop"


def _at(route: str, address: str, kind: Kind = Kind.NORMAL, **rest: Any) -> State:
    return at(route, address, kind, **{"prepare": few, **rest})


OFFICE: dict[str, Any] = {"role": "officer", "cookies": True}
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


OWN: dict[str, Any] = {"role": "representative", "cookies": True}
OURS = f"{BANK}/ours"
OWN_ACTS: dict[str, dict[str, str]] = {
    "contact": {"contact_email": LONG_WORD},
    "website": {"website": f"no page {LONG_WORD}"},
    "leave": {"last_day-day": "32"},
}
"""Something that each act of an organisation refuses."""


def asked_again(patch: pytest.MonkeyPatch) -> None:
    """The food bank is asked whether it agrees to a new edition."""
    few(patch)
    Signature.objects.filter(organisation__slug="hartsmere-food-bank").update(edition="2009")


SOME_MEMBERS = (
    f"Netherfold Singers, singers@example.org\nHartsmere Food Bank, x@example.org\n{LONG_WORD}, long@example.org"
)
TOKEN = signing.dumps("HC-AAA-AAA", salt=SALT)


def supporter(patch: pytest.MonkeyPatch) -> None:
    """The food bank supports other groups."""
    few(patch)
    Organisation.objects.filter(slug="hartsmere-food-bank").update(kind="infrastructure")


def signed_for_another(patch: pytest.MonkeyPatch) -> None:
    """The food bank signed for the Netherfold Singers."""
    supporter(patch)
    body = Organisation.objects.get(slug="hartsmere-food-bank")
    singers = sign(add("Netherfold Singers"), approve=False, says=Signing(represented_by=body))
    Signature.objects.filter(pk=singers.pk).update(reference="HC-AAA-AAA")


MEMBERS: tuple[State, ...] = (
    at("organisation_ours_members", f"{OURS}/members", prepare=supporter, **OWN),
    State(
        *("organisation_ours_members", Kind.LONG, (Step(f"{OURS}/members", {"members": SOME_MEMBERS}),)),
        prepare=supporter,
        **OWN,
    ),
    State(
        *("organisation_ours_members", Kind.ERROR, (Step(f"{OURS}/members", {"members": LONG_WORD}),)),
        prepare=supporter,
        **OWN,
    ),
    at("not_right", f"/hertfordshire/not-right/{TOKEN}", prepare=signed_for_another, cookies=True),
    State(
        *("not_right", Kind.NORMAL, (Step(f"/hertfordshire/not-right/{TOKEN}", {}),)),
        prepare=signed_for_another,
        cookies=True,
    ),
    at("not_right", "/hertfordshire/not-right/made-up", Kind.ERROR, prepare=both_compacts, status=404),
)


def renewal_due(patch: pytest.MonkeyPatch) -> None:
    """The food bank signed 500 days ago under an older edition; a link asks whether it still agrees."""
    few(patch)
    _asked(patch, "edition 2016")


def renewal_over(patch: pytest.MonkeyPatch) -> None:
    """The same, with the link of another year."""
    few(patch)
    _asked(patch, "due 2019-01-01")


def _asked(patch: pytest.MonkeyPatch, occurrence: str) -> None:
    rows = Signature.objects.filter(organisation__slug="hartsmere-food-bank")
    rows.update(edition="2016" if occurrence.startswith("due") else "2009")
    reference = rows.latest("version").reference
    patch.setattr("livecompact.register.ours.views.renewing_in", lambda _token: (reference, occurrence))


STILL = "/hertfordshire/still-agree/token"
RENEWING: tuple[State, ...] = (
    at("renew_by_link", STILL, prepare=renewal_due, cookies=True),
    at("renew_by_link", STILL, Kind.EMPTY, prepare=renewal_over),
    at("renew_by_link", STILL, Kind.ERROR, prepare=both_compacts, status=404),
)


def _sent(route: str, address: str, fields: dict[str, str], kind: Kind = Kind.ERROR) -> State:
    return State(route, kind, (Step(address, fields),), prepare=few, **OFFICE)


JOIN = "/hertfordshire/join"


def known_code(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts; the code in each mail is 123456."""
    both_compacts(patch)
    patch.setattr("livecompact.people.codes.secrets.randbelow", lambda _below: 123_456)


def _join(page: str, kind: Kind = Kind.NORMAL, **rest: Any) -> State:
    """A page of joining, reached by answering those before it."""
    before = (*ANSWERED, page)
    steps = tuple(Step(f"{JOIN}/{each}", ANSWERED[each]) for each in before[: before.index(page)])
    last = Step(f"{JOIN}/{page}", {} if kind is Kind.ERROR else None)
    return State("join_page", kind, (*steps, last), prepare=known_code, cookies=True, **rest)


ANSWERED: dict[str, dict[str, str]] = {
    "kind": {"kind": "voluntary"},
    "name": {"name": "Hartsmere Singers"},
    "about": {"called": "Hartsmere Singers", "postcode": "SG6 2JF"},
    "agreed": {"agreed": "yes"},
    "who": {"full_name": "Jo Ray", "role": "Trustee", "contact": ""},
    "email": {"email": "jo@example.org"},
    "code": {"code": "123 456"},
    "check": {},
}
SENT = tuple(Step(f"{JOIN}/{page}", answers) for page, answers in ANSWERED.items())
BUSINESS = {
    "kind": {"kind": "business"},
    "name": {"name": "Corner Shop"},
    "who": {"full_name": "Sam Lee", "role": "Owner"},
    **{page: ANSWERED[page] for page in ("email", "code")},
}
BACKS = (*(Step(f"{JOIN}/{page}", answers) for page, answers in BUSINESS.items()), Step(f"{JOIN}/backing"))
FRIEND = (Step(f"{JOIN}/kind", {"kind": "business"}), Step(f"{JOIN}/name"))
OTHER = (Step(f"{JOIN}/kind", {"kind": "other"}), Step(f"{JOIN}/test"))
FOUND = (
    Step(f"{JOIN}/kind", {"kind": "voluntary"}),
    Step(f"{JOIN}/name", {"name": "Hartsmere"}),
    Step(f"{JOIN}/match"),
)
NOT_YET = (
    *(Step(f"{JOIN}/{page}", ANSWERED[page]) for page in ("kind", "name", "about")),
    Step(f"{JOIN}/agreed", {"agreed": "no"}),
)

JOINING: tuple[State, ...] = (
    at("join", JOIN, prepare=both_compacts),
    _join("kind", Kind.ERROR),
    _join("name"),
    _join("about"),
    _join("about", Kind.ERROR),
    _join("agreed"),
    _join("who"),
    _join("who", Kind.ERROR),
    _join("email"),
    _join("code"),
    _join("code", Kind.ERROR),
    State("join_page", Kind.NORMAL, FRIEND, prepare=both_compacts, cookies=True),
    State("join_page", Kind.NORMAL, OTHER, prepare=both_compacts, cookies=True),
    State("join_page", Kind.NORMAL, FOUND, prepare=everyone, cookies=True),
    State("join_not_yet", Kind.NORMAL, NOT_YET, prepare=both_compacts, cookies=True),
    at("join_reminder", f"{JOIN}/reminder.ics?on-day=1&on-month=3&on-year=2027", prepare=both_compacts, html=False),
    at("join_reminder", f"{JOIN}/reminder.ics?on-day=31&on-month=2&on-year=2027", Kind.ERROR, prepare=both_compacts),
    _join("check"),
    State("join_page", Kind.NORMAL, BACKS, prepare=known_code, cookies=True),
    State("join_done", Kind.NORMAL, SENT, prepare=known_code, cookies=True),
    State(
        *("join_new_code", Kind.NORMAL, (*SENT[:6], Step(f"{JOIN}/new-code", {}))),
        prepare=known_code,
        cookies=True,
        html=False,
    ),
    at("join_paper", f"{JOIN}/paper", prepare=both_compacts),
)

STATES: tuple[State, ...] = (
    *RENEWING,
    *MEMBERS,
    *JOINING,
    _at("organisations_waiting", f"{LIST}/waiting", prepare=everyone, **OFFICE),
    _at("organisations_waiting", f"{LIST}/waiting", Kind.EMPTY, prepare=both_compacts, **OFFICE),
    _at("organisation_edit", CLUB, **OFFICE),
    _at("organisation_edit", f"{LIST}/{LONG_WORD.lower()[:80]}/edit", Kind.LONG, prepare=long, **OFFICE),
    _at("organisation_add", f"{LIST}/add", **OFFICE),
    _sent("organisation_add", f"{LIST}/add", {"name": ""}),
    _sent(
        "organisation_add", f"{LIST}/add", {"name": LONG_WORD, "postcode": LONG_WORD, "org_id": LONG_WORD}, Kind.LONG
    ),
    _at("organisation_ours", OURS, **OWN),
    _at("organisation_ours", OURS, **OWN | {"prepare": asked_again}),
    _at("organisation_ours_renew", f"{OURS}/renew", **OWN | {"prepare": asked_again}),
    *(_at(f"organisation_ours_{act}", f"{OURS}/{act}", **OWN) for act in OWN_ACTS),
    *(
        State(f"organisation_ours_{act}", Kind.ERROR, (Step(f"{OURS}/{act}", fields),), prepare=few, **OWN)
        for act, fields in OWN_ACTS.items()
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
    _at("organisation_certificate", f"{BANK}/certificate"),
    _at("organisation_certificate", f"{LIST}/hartsmere-clinical-group/certificate", prepare=everyone),
    _at("organisation_certificate", f"{LIST}/{LONG_WORD.lower()[:80]}/certificate", Kind.LONG, prepare=long),
    _at("organisation_certificate", f"{LIST}/nobody/certificate", Kind.ERROR, status=404),
    _at("organisation_certificate.pdf", f"{BANK}/certificate.pdf", html=False),
    _at("organisation_certificate.pdf", f"{LIST}/nobody/certificate.pdf", Kind.ERROR, status=404),
    _at("organisation_badge", f"{BANK}/badge.svg", html=False),
    _at("organisations.json", f"{LIST}.json", html=False),
    _at("organisations.csv", f"{LIST}.csv", html=False),
    _at("organisations.atom", f"{LIST}.atom", html=False),
    _at("friends.json", "/hertfordshire/friends.json", html=False),
    _at("friends.csv", "/hertfordshire/friends.csv", html=False),
    _at("organisation.json", f"{BANK}.json", html=False),
)
