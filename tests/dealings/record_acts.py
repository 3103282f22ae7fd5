"""Everything that somebody can send to change a record: a button or a form of each route, filled in briefly."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern

from livecompact.dealings import urls
from livecompact.web.rights import TABLE
from tests.checks.states import CUT, FULL
from tests.dealings.record_states import BODY, GROUP, KEPT, NOTHING, PUBLISHED

JOURNEYS = {"consultation": FULL, "funding-change": CUT}
OFFICERS = frozenset({"officer", "officer-2", "site"})
"""They choose in whose name they act; whoever acts for one organisation is not asked."""


@dataclass(frozen=True)
class Act:
    """What is sent to a route. A word in braces stands for a part of the record.

    `whose` is the organisation for which an officer does it; `asks` are names that its form does take beside those
    sent. Whoever writes on a draft that is none begins another: then only a change of the record `itself` counts.
    """

    route: str
    sends: Mapping[str, str]
    query: Mapping[str, str] | None = None
    number: int = 0
    whose: str = ""
    asks: frozenset[str] = frozenset()
    itself: bool = False

    def address(self, of: Mapping[str, Any]) -> str:
        """Where it is sent for a record of these parts."""
        names = NAMES[self.route]
        path = reverse(self.route, kwargs={name: {"number": self.number, **of}[name] for name in names})
        query = {name: value.format(**of) for name, value in (self.query or {}).items()}
        if self.route == "check_publish":
            query |= JOURNEYS[of["journey"]]
        return f"{path}?{urlencode(query)}" if query else path

    def fields(self, who: str, of: Mapping[str, Any]) -> dict[str, str]:
        """What is sent by one of those who might."""
        whose = {"organisation": self.whose} if self.whose and who in OFFICERS else {}
        return {name.format(**of): value.format(**of) for name, value in self.sends.items()} | whose


def day(name: str, of: str = "2026-11-02") -> dict[str, str]:
    """The three boxes of a day."""
    return {f"{name}-{box}": part for box, part in zip(("year", "month", "day"), of.split("-"), strict=True)}


NAMES = {
    name: tuple(pattern.pattern.converters)
    for name, pattern in (
        (str(each.name), each)
        for each in (*urls.urlpatterns, *get_resolver("livecompact.compacts.urls").url_patterns)
        if isinstance(each, URLPattern)
    )
}
"""The parts of the address of each route."""
POSTED = frozenset(str(each.name) for each in urls.urlpatterns if "POST" in TABLE[str(each.name)].methods)
"""Every route of this room to which something can be sent, out of the URLconf."""

WRITES = {"title": "Park gates", **day("{happens_on}", "2026-12-01")}
DESCRIBES = {
    "title": "Park gates",
    "about": "What should parks be for?",
    "towards": "Hill Walkers",
    "towards_called": "-",
}
ANSWER = {"way": "paper", **day("came_on"), "called": "A resident", "text": "Open later.", "agrees": "no"}
THEME = {"theme_1": "Sundays", "heard_1": "They want Sundays.", "outcome_1": "changed", "why_1": "Two open."}
PARTS = {"context": "The grant came late.", "reason": "It ends in June.", "instead": "We came to two meetings."}
OURS = {"title": "Food van", "funder": "A trust", **day("ends_on", "2027-03-31")}
OTHER = {"text": "Our bank says so.", **day("value", "2026-02-08"), "what": "other"}
SAYS = {"kind": "consultation", "body": BODY, "title": "Survey on bus fares", **day("happened_on")}
BEGINS = frozenset({"towards", "follows", "about", "url"})

ACTS = {
    "begin": Act("dealing_new", WRITES, whose=BODY, asks=BEGINS),
    "write on": Act("dealing_new", WRITES, {"draft": "{key}"}, whose=BODY, asks=BEGINS, itself=True),
    "begin out of a check": Act("check_publish", DESCRIBES, whose=BODY, asks=BEGINS),
    "describe again": Act("check_publish", DESCRIBES, {"draft": "{key}"}, whose=BODY, asks=BEGINS, itself=True),
    "publish or tell": Act("dealing_draft", {"sees": "tell"}),
    "say yes": Act("second_look", {"answer": "yes", "version": "{version}"}),
    "say no": Act("second_look", {"answer": "no", "reason": "Look again.", "version": "{version}"}),
    "show": Act("dealing_told", {"act": "show"}),
    "show the name": Act("dealing_told", {"act": "name"}),
    "hold back": Act("dealing_told", {"act": "hold-back"}),
    "reply early": Act("dealing_told_reply", {"text": "Forty families eat here."}),
    "change": Act("dealing_change", {**day("{happens_on}", "2026-03-03"), "why": "We mistook the day."}),
    "explain": Act("dealing_explain", {"check": "{code}", **PARTS}),
    "reply": Act("dealing_reply", {"says": "reply", "text": "We asked for more time."}, whose=GROUP),
    "say it does not say why": Act("dealing_reply", {"says": "hertfordshire.consultation-length"}, whose=GROUP),
    "note whom one reached": Act("dealing_reached", day("on")),
    "withdraw": Act("dealing_withdraw", {"reason": "It was a mistake."}),
    "say what changed": Act("dealing_feedback", THEME),
    "count answers": Act("dealing_answers_count", {"answers_online": "7"}),
    "keep an answer": Act("dealing_answer_new", ANSWER),
    "write an answer anew": Act("dealing_answer", ANSWER, number=KEPT),
    "look an answer over": Act("dealing_answer_look_over", {"words_1": "Sundays", "why_1": "names"}, number=KEPT),
    "delete an answer": Act("dealing_answer_delete", {}, number=KEPT),
    "publish answers": Act("dealing_answers_ours", {}),
    "take an answer down": Act("dealing_answer", {"act": "take-down"}, number=PUBLISHED),
    "disagree": Act("dealing_disagree", OTHER, {"fact": "{fact}"}, whose=GROUP),
    "accept": Act("dealing_agree", {"act": "accept"}),
    "take it back": Act("dealing_agree", {"act": "take-back"}),
    "decide for them": Act("dispute_decide", {"right": "others", "reason": "The letter names that day."}),
    "decide for the record": Act("dispute_decide", {"right": "record", "reason": "The bank says so."}),
    "say it is missing": Act("missing_new", SAYS, whose=GROUP, asks=frozenset({"about", "url"})),
    "answer that it is missing": Act("missing_answer", {"answer": "why-not", "why_not": "It was a talk."}),
    "note whom one told": Act("missing_reached", day("on")),
    "take back that it is missing": Act("missing_take_back", {}),
    "write down funding": Act("organisation_funding_add", OURS),
    "change funding": Act("organisation_funding_edit", OURS | {"title": "Van"}),
    "remove funding": Act("organisation_funding_edit", {"remove": ""}),
    "make a calendar": Act("organisation_calendar", {}),
    "open the own record": Act("organisation_own_record", {"who": "everyone"}),
}
BEGINNINGS = frozenset(
    {
        *("begin", "begin out of a check", "say it is missing", "write down funding", "change funding"),
        *("remove funding", "make a calendar", "open the own record"),
    }
)
"""What needs no record to be there."""
OF_MISSING = frozenset({"answer that it is missing", "note whom one told", "take back that it is missing"})


def acts_on(state: str) -> dict[str, Act]:
    """The acts that are tried in a state: all that could change what is in it."""
    if state == NOTHING:
        return {name: act for name, act in ACTS.items() if name in BEGINNINGS}
    of_missing = state.startswith("missing")
    return {name: act for name, act in ACTS.items() if name not in BEGINNINGS and (name in OF_MISSING) is of_missing}
