"""The pages of the checks, in each state."""

from typing import Any
from urllib.parse import urlencode

from livecompact.people.roles import Role
from tests.dealings.answer_states import STATES as ANSWERS
from tests.dealings.records import (
    CHANGE,
    DRAFT,
    HERE,
    PUBLISHED,
    TOLD_CHANGE,
    changes,
    none_yet,
    records,
    story,
    very_long,
)
from tests.dealings.sides_states import STATES as SIDES
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step, at

FULL = {
    "affects_groups": "yes",
    "formal": "yes",
    "opens": "2027-03-01",
    "closes": "2027-05-24",
    "announced": "2027-02-01",
    "ways": "online.paper",
    "feedback_due": "2027-07-01",
}
SHORT = FULL | {"affects_groups": "unsure", "closes": "2027-04-25", "announced": "none"}
CUT = {
    "change": "reduced",
    "amount_before": "24000",
    "amount_after": "18000",
    "takes_effect": "2027-04-01",
    "decided": "2027-01-15",
    "notice_sent": "2027-01-29",
    "exceptional_reason": "The building is unsafe.",
    "rationale": "The county has less to give.",
    "did": "effect.view.others",
    "impact_assessed": "2027-01-10",
    "discussed": "2027-01-05",
    "response_considered": "2027-01-20",
}
TOLD = {"notice_sent": "2026-11-01", "takes_effect": "2026-12-24", "notice_in_writing": "yes"}
AWARD = {
    "what": "money",
    "awarded": "2027-01-15",
    "one_off": "no",
    "starts": "2027-04-01",
    "ends": "2028-03-31",
    "reason_for_one_year": "It is a pilot.",
    "rationale": "It reaches most families.",
    "amount_applied_for": "24000",
    "amount": "18000",
    "reason_for_gap": "There was not enough.",
    "overheads_allowed": "yes",
    "other_support": "A named contact.",
}
APPRAISAL = {
    "about": "policy",
    "decided": "2027-03-01",
    "equality_assessed": "2027-02-01",
    "options_fixed": "2027-01-15",
    "groups_asked": "2027-01-20",
    "barriers_not_dealt_with": "no",
    "papers": "social.environment.economy.views",
}
NEWS = {"published": "2027-03-05", "partners_named": "3", "partners_not_told": "1", "last_partner_told": "2027-03-04"}
ASKED = {"opens": "2026-11-01", "closes": "2026-12-24", "formal": "unsure"}


def page(journey: str, slug: str = "", *, compact: str = "hertfordshire", **answers: str) -> str:
    """The address of a page of a check, with answers in it."""
    address = f"/{compact}/check/{journey}" + (f"/{slug}" if slug else "")
    return f"{address}?{urlencode(answers)}" if answers else address


def only(answers: dict[str, str], *names: str) -> dict[str, str]:
    """Some of the answers."""
    return {name: answers[name] for name in names}


def until(last: str) -> dict[str, str]:
    """The answers up to one question."""
    names = list(FULL)
    return only(FULL, *names[: names.index(last) + 1])


def _at(route: str, address: str, kind: Kind = Kind.NORMAL, **rest: Any) -> State:
    return at(route, address, kind, prepare=both_compacts, **rest)


def _asks(journey: str, slug: str, kind: Kind = Kind.NORMAL, /, **answers: Any) -> State:
    return _at("check_question", page(journey, slug, **answers), kind)


LONG = {"reason_for_shorter_time": LONG_WORD, "title": LONG_WORD[:100], "url": f"https://example.org/{LONG_WORD}"}

CHECKS = (
    _at("check", "/hertfordshire/check"),
    _at("check_when", "/hertfordshire/check/when", Kind.EMPTY),
    at("check_when", "/hertfordshire/check/when", prepare=records),
    _at("check_journey", page("consultation")),
    _at("check_journey", page("funding-change")),
    _at("check_journey", page("told")),
    _at("check_journey", page("asked")),
    _at("check_journey", page("consultation", title="Parks strategy", url="https://example.org/parks")),
    _at("check_journey", page("consultation", title=LONG_WORD, url=LONG["url"][:200]), Kind.LONG),
    _asks("consultation", "who-it-affects"),
    _asks("consultation", "who-it-affects", Kind.ERROR, sent="1"),
    _asks("consultation", "formal", affects_groups="yes"),
    _asks("consultation", "why-informal", affects_groups="yes", formal="no"),
    _asks("consultation", "why-informal", Kind.ERROR, affects_groups="yes", formal="no", sent="1"),
    _asks("consultation", "dates", Kind.NORMAL, **only(FULL, "affects_groups", "formal")),
    _asks("consultation", "dates", Kind.ERROR, **only(FULL, "affects_groups", "formal"), sent="1"),
    _asks("consultation", "dates", Kind.LONG, **only(FULL, "affects_groups"), sent="1", **{"opens-month": LONG_WORD}),
    _asks("consultation", "shorter", Kind.NORMAL, **only(SHORT, "affects_groups", "formal", "opens", "closes")),
    _asks("consultation", "shorter", Kind.ERROR, **only(SHORT, "affects_groups", "opens", "closes"), sent="1"),
    _asks("consultation", "shorter", Kind.LONG, **only(SHORT, "affects_groups", "opens", "closes"), **LONG),
    _asks("consultation", "told", Kind.NORMAL, **only(FULL, "affects_groups", "formal", "opens", "closes")),
    _asks("consultation", "told", Kind.ERROR, **only(FULL, "affects_groups", "formal", "opens", "closes"), sent="1"),
    _asks("consultation", "ways", Kind.NORMAL, **until("announced")),
    _asks("consultation", "ways", Kind.ERROR, **until("announced"), sent="1"),
    _asks("consultation", "feedback", Kind.NORMAL, **until("ways")),
    _at("check_result", page("consultation", "result", **FULL)),
    _at("check_result", page("consultation", "result", **SHORT, reason_for_shorter_time="The grant ends in June.")),
    _at("check_result", page("consultation", "result", **SHORT, **LONG), Kind.LONG),
    _at("check_result", page("consultation", "result", affects_groups="no"), Kind.EMPTY),
    _at(
        "check_result",
        page("consultation", "result", compact="dacorum", **only(FULL, "affects_groups", "opens", "closes", "ways")),
    ),
    _asks("funding-change", "what-changes"),
    _asks("funding-change", "what-changes", Kind.ERROR, sent="1"),
    _asks("funding-change", "how-much", change="reduced"),
    _asks("funding-change", "how-much", Kind.ERROR, change="reduced", sent="1", amount_before="2", amount_after="3"),
    _asks("funding-change", "problems", change="ended"),
    _asks("funding-change", "start", change="ended", had_problems="yes"),
    _asks("funding-change", "decision-and-notice", change="changed", takes_effect="2027-04-01"),
    _asks("funding-change", "decision-and-notice", Kind.ERROR, change="changed", takes_effect="2027-04-01", sent="1"),
    _asks(
        "funding-change", "short-notice", Kind.NORMAL, **only(CUT, "change", "takes_effect", "decided", "notice_sent")
    ),
    _asks("funding-change", "why", Kind.NORMAL, **only(CUT, "change", "takes_effect", "decided", "notice_sent")),
    _asks("funding-change", "before-deciding", change="ended", had_problems="yes"),
    _asks("funding-change", "before-deciding", Kind.ERROR, change="ended", had_problems="yes", sent="1"),
    _asks("funding-change", "when-you-did-this", change="ended", had_problems="yes", did="steps.effect.view"),
    _asks("funding-change", "when-you-did-this", Kind.ERROR, change="ended", did="effect.view", sent="1"),
    _asks("funding-change", "why-no-talks", Kind.NORMAL, **CUT),
    _at("check_result", page("funding-change", "result", **CUT)),
    _at("check_result", page("funding-change", "result", compact="dacorum", change="ended"), Kind.EMPTY),
    _at("check_journey", page("award")),
    _at("check_journey", page("policy-appraisal")),
    _at("check_journey", page("announcement")),
    _asks("award", "short", Kind.NORMAL, **only(AWARD, "what", "awarded", "one_off", "starts", "ends")),
    _asks("award", "how-much", Kind.NORMAL, **only(AWARD, *list(AWARD)[:7])),
    _at("check_result", page("award", "result", **AWARD)),
    _at("check_result.pdf", page("award", "result.pdf", **AWARD), html=False),
    _at("check_result.docx", page("award", "result.docx", **AWARD), html=False),
    _asks("policy-appraisal", "papers", Kind.NORMAL, **only(APPRAISAL, *list(APPRAISAL)[:6])),
    _at("check_result", page("policy-appraisal", "result", **APPRAISAL)),
    _asks("announcement", "partners", Kind.NORMAL, **only(NEWS, "published")),
    _at("check_result", page("announcement", "result", **NEWS)),
    _asks("told", "dates"),
    _asks("told", "in-writing", Kind.NORMAL, **only(TOLD, "notice_sent", "takes_effect")),
    _asks("told", "exceptional", Kind.NORMAL, **TOLD),
    _asks("told", "why", Kind.NORMAL, **TOLD, exceptional_reason="no"),
    _at("check_result", page("told", "result", **TOLD, exceptional_reason="no", rationale="no")),
    _asks("asked", "dates"),
    _asks("asked", "formal", Kind.NORMAL, **only(ASKED, "opens", "closes")),
    _asks("asked", "why-informal", Kind.NORMAL, **only(ASKED, "opens", "closes"), formal="no"),
    _asks("asked", "why-shorter", Kind.NORMAL, **ASKED),
    _at("check_result", page("asked", "result", **ASKED, reason_for_shorter_time="unsure")),
    _at("check_file", "/hertfordshire/check/file", cookies=True),
    State(
        "check_file",
        Kind.ERROR,
        (Step("/hertfordshire/check/file", {"form": ""}),),
        prepare=both_compacts,
        cookies=True,
    ),
    _at("check_question", "/hertfordshire/check/consultation/nowhere", Kind.ERROR, status=404),
)

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
    _by("organisation_own_record", OWN_RECORD, Kind.ERROR, {"who": ""}, role=Role.REPRESENTATIVE, prepare=story),
)

STATES = (*CHECKS, *ANSWERS, *PAGES, *RECORDING, *SIDES)
