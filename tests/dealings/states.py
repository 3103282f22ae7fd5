"""The pages of the record, in each state."""

from typing import Any

from livecompact.people.roles import Role
from tests.checks.states import AWARD, CUT, FULL, page
from tests.dealings.answer_states import STATES as ANSWERS
from tests.dealings.records import (
    CHANGE,
    DRAFT,
    HERE,
    PUBLISHED,
    TOLD_CHANGE,
    begun,
    changes,
    none_yet,
    records,
    story,
    very_long,
)
from tests.dealings.sides_states import STATES as SIDES
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step, at

CHANGES = "/hertfordshire/changes"
LIBRARY, BUS = f"{HERE}/2026/library-hours", f"{HERE}/2026/bus-times"
LONG_ONE = f"{HERE}/2026/{LONG_WORD[:74].lower()}"
EXPLAINED_LONG = f"{HERE}/2026/{LONG_WORD[:74].lower()}-2"


def _of(route: str, address: str, kind: Kind = Kind.NORMAL, **rest: Any) -> State:
    return at(route, address, kind, **{"prepare": records, **rest})


def _by(route: str, address: str, kind: Kind = Kind.NORMAL, fields: dict[str, str] | None = None, **rest: Any) -> State:
    """What somebody does in a role: an officer, unless told otherwise."""
    rest = {"prepare": records, "role": Role.OFFICER, "cookies": True, **rest}
    return State(route, kind, (Step(address, fields),), **rest)


PUBLISH = page("consultation", "publish", **FULL)

PAGES = (
    at("check_when", "/hertfordshire/check/when", Kind.EMPTY, prepare=both_compacts),
    _of("check_when", "/hertfordshire/check/when"),
    _of("dealings", HERE),
    _of("dealings", f"{HERE}?phase=closed&state=waiting"),
    _of("dealings", f"{HERE}?phase=not-open-yet&state=kept", Kind.EMPTY),
    _of("dealings", HERE, Kind.EMPTY, prepare=none_yet),
    _of("dealings", HERE, Kind.LONG, prepare=very_long),
    _of("dealings_year", f"{HERE}/2026"),
    _of("dealings_year", f"{HERE}/1999", Kind.EMPTY),
    *(_of(f"dealings.{form}", f"{HERE}.{form}", html=False) for form in ("json", "csv", "atom", "ics")),
    *(_of(f"dealings_{each}", f"{HERE}/{each}", html=False) for each in ("template.csv", "columns.csv", "schema.json")),
    *(_of(f"dealings_year.{form}", f"{HERE}/2026.{form}", html=False) for form in ("json", "csv")),
    *(_of(f"dealing.{form}", f"{LIBRARY}.{form}", html=False) for form in ("json", "ics")),
    _of("dealing", LIBRARY),
    _of("dealing", BUS),
    _of("dealing", LIBRARY.replace("library-hours", "nothing"), Kind.ERROR, status=404),
    _of("dealing", LIBRARY.replace("library-hours", "tree-planting"), Kind.ERROR, status=410),
    _of("dealing", LONG_ONE, Kind.LONG, prepare=very_long),
    _of("dealing", EXPLAINED_LONG, Kind.LONG, prepare=very_long),
    _by("dealing", LIBRARY),
    _by("check_publish", PUBLISH),
    _by("check_publish", PUBLISH, Kind.ERROR, {"title": "", "url": "here", "about": ""}),
    _by("check_publish", PUBLISH, Kind.EMPTY, prepare=none_yet),
    _by("dealing_draft", f"{HERE}/draft/{DRAFT}?{PUBLISH.partition('?')[2]}"),
    _by("dealing_draft", f"{HERE}/draft/nobodys234", Kind.ERROR, status=404),
    _by("dealing_published", f"{HERE}/draft/{PUBLISHED}/published"),
    _by("dealing_published", f"{HERE}/draft/{PUBLISHED}/published", Kind.LONG, prepare=very_long),
    _by("check_publish", page("award", "publish", **AWARD)),
    _by("check_publish", page("funding-change", "publish", **CUT), prepare=changes),
    _by("check_publish", page("funding-change", "publish", **CUT), Kind.ERROR, {"towards": ""}, prepare=changes),
    _by("dealing_draft", f"{CHANGES}/draft/{CHANGE}", prepare=changes),
    _by("dealing_draft", f"{CHANGES}/draft/{CHANGE}", Kind.ERROR, {"public_on-day": "1"}, prepare=changes),
    _by("dealing_published", f"{CHANGES}/draft/{CHANGE}/published", prepare=changes),
    _by("dealing_letter", f"{CHANGES}/draft/{CHANGE}/letter.txt", prepare=changes, html=False),
    _by("dealing_told", f"{CHANGES}/told/{TOLD_CHANGE}", prepare=changes),
    _by("dealing_told", f"{CHANGES}/told/{TOLD_CHANGE}", prepare=changes, role=Role.REPRESENTATIVE),
    _by("dealing_told", f"{CHANGES}/told/nobodys234", Kind.ERROR, prepare=changes, status=404),
    _of("dealings", CHANGES, prepare=changes),
    _by("dealing_change", f"{BUS}/change"),
    _by("dealing_change", f"{BUS}/change", Kind.ERROR, {"opens-day": "", "themes": "some"}),
    _by("dealing_change", f"{LONG_ONE}/change", Kind.LONG, prepare=very_long),
    _by("dealing_explain", f"{BUS}/explain"),
    _by("dealing_explain", f"{BUS}/explain", Kind.ERROR, {"context": "", "reason": ".", "instead": ""}),
    _by("dealing_explain", f"{LIBRARY}/explain", Kind.EMPTY),
    _by("dealing_reply", f"{LIBRARY}/reply"),
    _by("dealing_reply", f"{LIBRARY}/reply", Kind.ERROR, {"says": "reply", "text": " "}),
    _by("dealing_reached", f"{BUS}/reached"),
    _by("dealing_reached", f"{BUS}/reached", Kind.ERROR, {"on-day": "1", "on-month": "1", "on-year": "2099"}),
    _by("dealing_withdraw", f"{BUS}/withdraw"),
    _by("dealing_withdraw", f"{BUS}/withdraw", Kind.ERROR, {"reason": ""}),
)

AWARDS = "/hertfordshire/awards"
OWN_RECORD = "/hertfordshire/organisations/hartsmere-food-bank/record"

LISTED = {"risk_list_1_carrier": "The club", "payment_list_1_falls_due-day": "3", "payment_list_1_amount": "lots"}
"""Rows of lists: one lacks its name, another has a day without its month, and an amount that is none."""

RECORDING = (
    _of("dealings", AWARDS, prepare=story),
    _of("dealing", f"{AWARDS}/2026/lunch-club", prepare=story),
    _of("dealing", "/hertfordshire/reports/2026/lunch-club-so-far", Kind.ERROR, prepare=story, status=404),
    _by("dealing", "/hertfordshire/reports/2026/lunch-club-so-far", prepare=story),
    _of("dealings", "/hertfordshire/confidence", Kind.EMPTY),
    _by("record_something", "/hertfordshire/record-something"),
    _by("record_something", "/hertfordshire/record-something", Kind.EMPTY, prepare=none_yet),
    _by("dealing_new", f"{AWARDS}/new", prepare=story),
    _by("dealing_new", f"{AWARDS}/new", Kind.EMPTY, prepare=none_yet),
    _by("dealing_new", f"{AWARDS}/new", Kind.ERROR, {"title": "", "awarded-day": "x", "amount": "lots"}, prepare=story),
    _by("dealing_new", f"{AWARDS}/new", Kind.LONG, {"title": LONG_WORD, "towards": LONG_WORD}, prepare=story),
    _by("dealing_new", "/hertfordshire/announcements/new", prepare=none_yet),
    _of("dealing", "/hertfordshire/agreements/2026/lunch-club-terms", prepare=story),
    _by("dealing_new", "/hertfordshire/agreements/new", Kind.ERROR, LISTED, prepare=story),
    _by("organisation_own_record", OWN_RECORD, role=Role.REPRESENTATIVE, prepare=story),
    _by("organisation_own_record", OWN_RECORD, Kind.LONG, role=Role.REPRESENTATIVE, prepare=begun),
    _by("organisation_own_record", OWN_RECORD, Kind.ERROR, {"who": ""}, role=Role.REPRESENTATIVE, prepare=story),
)

STATES = (*ANSWERS, *PAGES, *RECORDING, *SIDES)
