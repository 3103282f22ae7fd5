"""Invented dealings of the other kinds, for `livecompact demo`; one of them is a whole story, from plan to exit plan.

Days are counted from today, as in `demo.py`: in the facts a number stands for such a day where a fact is a date.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from livecompact.checks.deriving import derived_for
from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Source
from livecompact.kinds import kind
from livecompact.register.models import Organisation
from livecompact.standards.facts import Fact, FactType

COUNTY, QUILLMOOR, TAMSLEY = "hartsmere-county-council", "quillmoor-borough-council", "tamsley-district-council"
TRUST, FIRE, PARKS = "hartsmere-community-nhs-trust", "hartsmere-fire-and-rescue", "hartsmere-parks-authority"
BOATS, BANK, CARERS = "brindlewick-youth-boat-club", "hartsmere-food-bank", "tamsley-carers-circle"
DEAF, HELP = "hartsmere-deaf-forum", "hartsmere-voluntary-action"

type Act = tuple[datetime, Callable[[], object]]
"""What happens in the demonstration, and when."""


@dataclass(frozen=True)
class Did:
    """Something that an organisation did, recorded on the day `on`; `follows` is the title of what came before."""

    kind: str
    body: str
    title: str
    on: int
    facts: Mapping[str, Any]
    about: str = ""
    towards: str = ""
    follows: str = ""
    home: str = "hertfordshire"
    lists: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)


DID = (
    Did(
        "policy-appraisal",
        COUNTY,
        "Youth services, looked at before deciding",
        -302,
        {
            "about": "service",
            "options_fixed": -330,
            "groups_asked": -345,
            "appraised": -312,
            "decided": -302,
            "equality_assessed": -315,
            "social_value": "Young people meet.",
            "economic_value": "Jobs for leaders.",
            "environmental_value": "Less travel.",
            "what_changed": "Evenings were kept.",
            "barriers": "2",
            "barriers_not_dealt_with": "0",
            "likely_to_have_a_view": "Clubs, parents, schools.",
        },
        "What it would do to clubs, families and small groups.",
    ),
    Did(
        "funding-opportunity",
        COUNTY,
        "Youth fund",
        -215,
        {
            "opens": -214,
            "closes": -160,
            "decision_due": -140,
            "decided": -142,
            "criteria": "Ten points, public.",
            "aims": "Places to go in the evening.",
            "size_of_award": "£5,000 to £30,000.",
            "meeting_held": -205,
            "effort_asked": "Four pages.",
            "questions_answered": -190,
            "routes_considered": "Grants, not contracts.",
        },
        "Money for clubs that open in the evening.",
        follows="Youth clubs",
    ),
    Did(
        "award",
        COUNTY,
        "Evenings on the water",
        -140,
        {
            "asked": -170,
            "awarded": -142,
            "amount": "24000",
            "amount_applied_for": "24000",
            "met_in_full": True,
            "starts": -120,
            "ends": 975,
            "months": "36",
            "one_off": False,
            "overheads_allowed": True,
            "other_support": "A named contact; a free hall.",
            "rationale": "It scored highest.",
            "refused": False,
        },
        "Boats and leaders for two evenings a week.",
        BOATS,
        "Youth fund",
    ),
    Did(
        "funding-agreement",
        COUNTY,
        "Evenings on the water: what we agreed",
        -125,
        {
            "monitoring_agreed": -130,
            "made": -126,
            "starts": -120,
            "ends": 975,
            "reports_a_year": "1",
            "why_and_how_used": "To see who comes.",
            "limits_campaigning": False,
            "payment_profile": "Twice a year.",
            "advance_considered": "Yes: half comes first.",
            "terms_in_proportion": "Two pages.",
            "contact_of_body": "Youth services officer",
            "contact_of_group": "Treasurer",
            "core_funded": True,
            "liaison_officer": "Head of communities",
        },
        "Two pages: what for, how it is paid, and what is told.",
        BOATS,
        "Evenings on the water",
        lists={
            "risk_list": (
                {"risk": "A boat is lost.", "carrier": "The council", "best_placed": "Its insurance covers it."},
                {"risk": "A leader falls ill.", "carrier": "The club", "best_placed": "It knows other leaders."},
            ),
            "payment_list": ({"falls_due": -113, "amount": "4000"}, {"falls_due": 68, "amount": "4000"}),
            "report_list": ({"falls_due": -28, "tells": "Who came."}, {"falls_due": 240, "tells": "What was learnt."}),
            "target_list": (
                {"target": "40 young people on the water", "shown_by": "A list at the boathouse", "by_when": 240},
            ),
        },
    ),
    Did(
        "payment",
        COUNTY,
        "Evenings on the water: first half",
        -112,
        {"invoiced": -124, "invoice_received": -123, "paid": -113, "amount": "4000", "expense_area": "Youth"},
        "",
        BOATS,
        "Evenings on the water: what we agreed",
    ),
    Did(
        "monitoring-report",
        BOATS,
        "Evenings on the water: first report",
        -28,
        {
            "covers_from": -120,
            "covers_to": -31,
            "reported": -28,
            "learnt": "Rain keeps few away.",
            "value_shown": "41 young people came.",
            "feedback_from_users": "They want a third evening.",
        },
        "Who came, and what we learnt.",
        COUNTY,
        "Evenings on the water: what we agreed",
    ),
    Did(
        "award",
        TAMSLEY,
        "Carers’ outing",
        -95,
        {
            "asked": -130,
            "awarded": -96,
            "amount": "1800",
            "amount_applied_for": "2500",
            "months": "12",
            "one_off": False,
        }
        | {"met_in_full": False, "reason_for_gap": "The fund was small this year.", "reason_for_one_year": "none"},
        "A day by the river for carers.",
        CARERS,
    ),
    Did(
        "award",
        TRUST,
        "Signing in waiting rooms",
        -50,
        {"asked": -80, "awarded": -52, "amount": "9500", "starts": -45, "ends": 320, "one_off": False}
        | {"reason_for_one_year": "It is a trial. We look at it together in ten months."},
        "Interpreters for Deaf people, two days a week.",
        DEAF,
    ),
    Did(
        "payment",
        QUILLMOOR,
        "Rent support, spring",
        -70,
        {"invoiced": -126, "invoice_received": -125, "paid": -71, "amount": "2200", "expense_area": "Grants"},
        "",
        BANK,
        home="dacorum",
    ),
    Did(
        "announcement",
        COUNTY,
        "New food plan with partners",
        -64,
        {
            "channel": "press",
            "published": -65,
        },
        "What the county and two groups will do about hunger.",
        BANK,
        lists={
            "partners_told": (
                {"partner": "Hartsmere Food Bank (made up)", "told": -75},
                {"partner": "Hartsmere Voluntary Action (made up)", "told": -72},
            ),
        },
    ),
    Did(
        "announcement",
        FIRE,
        "Safety month",
        -20,
        {"channel": "social media", "published": -21, "partners_named": "3", "partners_not_told": "1"},
        "A month of visits, with three groups named.",
    ),
    Did(
        "publication",
        COUNTY,
        "Grants given last year",
        -90,
        {
            "about": "data",
            "covers_to": -235,
            "published": -91,
            "where": "https://example.org/grants",
            "state": "in force",
        },
        "Every grant, as a file.",
    ),
    Did(
        "offer",
        PARKS,
        "Rooms at the river house",
        -75,
        {"raised": -78, "on_request": True, "sort": "premises", "answered": -76, "answer": "given"}
        | {"open_to": "Any group that has signed; write to the desk."},
        "Free on weekday evenings.",
        BANK,
    ),
    Did(
        "joint-project",
        TRUST,
        "Carers and hospital",
        -110,
        {"starts": -105, "ends": 250, "procedures": "Both are on the page of the project.", "query_arose": False}
        | {"contacts": "The ward lead, and the chair of the group."},
        "Carers are asked before somebody goes home.",
        CARERS,
    ),
    Did(
        "exit-plan",
        QUILLMOOR,
        "Advice line: how it ends",
        -30,
        {"funding_ends": 120, "invited": -60, "agreed": -32, "people_and_services": "Calls go to the county’s line."},
        "Who answers when the money ends.",
        HELP,
    ),
    Did(
        "code-of-practice",
        COUNTY,
        "Volunteering code",
        -200,
        {"state": "in force", "state_since": -205, "drafted_with": "Twelve groups", "review_due": 160}
        | {"where": "https://example.org/volunteering-code"},
        "How volunteers are asked, thanked and paid back.",
    ),
    Did(
        "decision",
        TAMSLEY,
        "Leisure centre prices: decided",
        -230,
        {"decided": -238, "made_public": -233, "where": "https://example.org/decisions/41"},
        "Prices stay as they are for a year.",
        follows="Leisure centre prices",
    ),
    Did(
        "funding-policy",
        QUILLMOOR,
        "Paying groups in 20 days",
        -180,
        {
            "about": "prompt payment",
            "consulted": -230,
            "agreed_with": "Six groups",
            "adopted": -182,
            "days_to_pay": "20",
        }
        | {"where": "https://example.org/paying"},
        "How soon we pay.",
        home="dacorum",
    ),
    Did(
        "yearly-figures",
        COUNTY,
        "Spending with groups",
        -150,
        {"year_ends": -236, "published": -152, "spend_total": "412000000", "spend_groups": "9300000"}
        | {"small_groups": "610000", "share_paid_on_time": "96"},
        "What went to charities and community groups.",
    ),
    Did(
        "response",
        HELP,
        "What groups say of library hours",
        -80,
        {"sent": -82, "speaks_for": "31 groups", "capacity": "As their support body", "basis": "A meeting and a survey"}
        | {"evidence": "Who uses which library when", "people_heard": "212", "proposal": "Open late on Thursdays."},
        "Sent in for 31 groups.",
        COUNTY,
        "Library hours",
    ),
)


def possible() -> list[Did]:
    """Those whose Compact and whose organisations are on this site."""
    homes = set(Compact.objects.values_list("slug", flat=True))
    known = set(Organisation.objects.values_list("slug", flat=True)) | {""}
    return [did for did in DID if did.home in homes and {did.body, did.towards} <= known]


def record(did: Did, known: Mapping[str, Dealing], today: date, at: datetime) -> Dealing:
    """Record something; `known` is by title what was recorded before it."""
    return actions.publish_dealing(
        home=Compact.objects.get(slug=did.home),
        organisation=Organisation.objects.get(slug=did.body),
        told=_told(did, known, today),
        source=Source.ORGANISATION,
        own=True,
        by="For the organisation",
        at=at,
    )


def _told(did: Did, known: Mapping[str, Dealing], today: date) -> actions.Told:
    of = kind(did.kind)
    lists = {
        rows.name: [_dated(rows.facts, row, today) for row in did.lists[rows.name]]
        for rows in of.rows
        if rows.name in did.lists
    }
    return actions.Told(
        kind=did.kind,
        title=did.title,
        facts=derived_for(of, of.read({**_dated(of.facts, did.facts, today), **lists})),
        lists=lists,
        about=did.about,
        towards=Organisation.objects.filter(slug=did.towards).first() if did.towards else None,
        follows=known.get(did.follows),
    )


def _dated(facts: Iterable[Fact], said: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The same facts, each number that stands for a day as that day."""
    dates = {fact.name for fact in facts if fact.type is FactType.DATE}
    return {
        name: (today + timedelta(days=value)).isoformat() if name in dates else value for name, value in said.items()
    }
