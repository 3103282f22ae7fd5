"""The pages of the checks, in each state."""

from typing import Any
from urllib.parse import urlencode

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

STATES = (
    _at("check", "/hertfordshire/check"),
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
