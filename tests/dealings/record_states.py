"""A record in each of its states, and whoever might act on it, for the table of who may do what to it."""

from datetime import date, timedelta
from typing import Any

import pytest

from livecompact.compacts.models import Compact, SecondLook
from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.deciding.second import decide_or_ask
from livecompact.dealings.models import Dealing, Dispute, SaidMissing, Source
from livecompact.dealings.second_person.records import publish_or_ask
from livecompact.dealings.second_person.telling import tell_or_ask
from livecompact.kinds import kind
from livecompact.people import actions as people
from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.register.models import Organisation
from tests.dealings.changes import cut
from tests.dealings.changes import told as told_change
from tests.dealings.due_states import award, entry
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment
from tests.dealings.records import draft, recorded
from tests.harness.clock import NOW, TODAY, stop_the_clock
from tests.harness.compacts import both_compacts
from tests.harness.people import seat

HERE, OFFICER = "hertfordshire", "Compact officer"
BODY, OTHER_BODY = "hartsmere-county-council", "quillmoor-borough-council"
GROUP, OTHER_GROUP = "hartsmere-food-bank", "hartsmere-singers"
MORE: dict[str, Any] = {"notice_sent": "2026-11-02", "decided": "2026-10-30"}
FUNDING = "fund234567"

PEOPLE: dict[str, tuple[Role, str]] = {
    "somebody": (Role.PERSON, ""),
    "body": (Role.REPRESENTATIVE, BODY),
    "body-2": (Role.REPRESENTATIVE, BODY),
    "other-body": (Role.REPRESENTATIVE, OTHER_BODY),
    "charity": (Role.REPRESENTATIVE, GROUP),
    "other-charity": (Role.REPRESENTATIVE, OTHER_GROUP),
    "officer": (Role.OFFICER, HERE),
    "officer-2": (Role.OFFICER, HERE),
    "chair": (Role.CO_CHAIR, HERE),
    "site": (Role.ADMINISTRATOR, ""),
    "neighbour": (Role.OFFICER, "dacorum"),
}
"""Who is signed in, and what they hold: the second of a body or a Compact is another person with the same seat."""
WHO = ("visitor", *PEOPLE)

TWO_LOOK = frozenset({"waits for a second person", "told once a second person says yes", "a decision waits"})
"""The states that are there only where the Compact asks for a second person."""


def world(patch: pytest.MonkeyPatch) -> None:
    """One record in each state: by its title each is found again."""
    stop_the_clock(patch)
    both_compacts(patch)
    for name, (role, of) in PEOPLE.items():
        person = people.add_person(email=f"{name}@example.org", at=NOW)
        if role is not Role.PERSON:
            seat(person, role, compact=of or HERE, organisation=of)
    body, group = council(), charity()
    council("Quillmoor Borough Council"), charity("Hartsmere Singers")
    entry(group, FUNDING, ends=300)
    draft(body, "kept")
    cut(body, group, "a change, kept")
    told_change(body, group, on=date(2026, 11, 2), title="told", **MORE)
    out = {"notice_sent": "2026-09-28", "decided": "2026-09-25", "impact_assessed": "2026-09-01"}
    early = told_change(body, group, on=date(2026, 9, 28), title="told and public", **out)
    actions.show_now(dealing=early, at=moment(date(2026, 10, 20)))
    _public(body, group)
    _of_the_group(body, group)
    _missing(body, group)
    _waiting(body, group)


def _public(body: Organisation, group: Organisation) -> None:
    late = consultation(body, "public", on=date(2026, 3, 25), own=False, announced="2026-03-20", **SHORT)
    parts = Parts(context="The grant came late.", reason="It ends in June.", instead="We met.")
    actions.explain(dealing=late, compact=_home(), standard="consultation-length", parts=parts, by=BY, at=NOW)
    for _number in range(3):
        told = actions.Answered(
            way="paper",
            came_on=date(2026, 5, 1),
            called="A resident",
            text="Open on Sundays.",
            agreed_on=date(2026, 5, 1),
            agreed_how="paper",
        )
        row = actions.add_answer(dealing=late, told=told, by=BY, at=NOW)
        if row.number != KEPT:
            actions.look_over(response=row, out=[], by=BY, at=NOW)
        if row.number == PUBLISHED:
            actions.publish_answers(dealing=late, by=BY, at=NOW)
    award(body, group, "public, of a group")
    _disputed(award(body, group, "disputed"), "awarded", group)
    gone = award(body, group, "withdrawn")
    actions.withdraw(dealing=gone, reason="A mistake.", by=BY, at=NOW)


PUBLISHED, KEPT = 1, 2
"""Of three answers the first is public, the second is kept as it came, the third was looked over."""


def _of_the_group(body: Organisation, group: Organisation) -> None:
    """What a group records of itself, which it and its partner see."""
    for title in ("between the sides", "between the sides, disputed", "taken back"):
        made = recorded(group, "monitoring-report", title, towards=body, reported="2026-06-20")
        if title.endswith("disputed"):
            _disputed(made, "reported", body)
        elif title == "taken back":
            actions.withdraw(dealing=made, reason="It was the wrong one.", by=BY, at=NOW)


def _missing(body: Organisation, group: Organisation) -> None:
    for title in ("missing", "missing, and told", "missing, and answered"):
        row = actions.say_missing(
            home=_home(),
            kind="consultation",
            body=body,
            said_by=group,
            title=title,
            happened_on=date(2026, 8, 1),
            about="We were asked at a stall.",
            by=BY,
            at=moment(date(2026, 8, 20)),
        )
        if title != "missing":
            actions.note_told(missing=row, on=TODAY - timedelta(days=2), by=OFFICER, at=NOW)
        if title.endswith("answered"):
            actions.say_why_not(missing=row, why="It was a talk.", by=BY, at=NOW)


def _waiting(body: Organisation, group: Organisation) -> None:
    """What an officer entered, or decided, while a second person is asked for."""
    Compact.objects.filter(slug=HERE).update(second_person=True)
    asks: dict[str, Any] = {"by": OFFICER, "person": person("officer"), "at": NOW}
    facts = kind("consultation").read({"opens": "2026-12-01", "closes": "2027-03-01"})
    told = actions.Told(kind="consultation", title="waits for a second person", facts=facts)
    entered = actions.draft(
        home=_home(), organisation=body, told=told, source=Source.PUBLISHED, maker="1", by=OFFICER, at=NOW
    )
    publish_or_ask(dealing=entered, own=False, **asks)
    telling = cut(body, group, "told once a second person says yes")
    tell_or_ask(dealing=telling, own=False, public_on=None, **asks)
    over = _disputed(award(body, group, "a decision waits"), "awarded", group)
    decide_or_ask(dispute=over, as_they_say=True, reason="The letter names that day.", **asks)
    Compact.objects.filter(slug=HERE).update(second_person=False)


def _disputed(dealing: Dealing, fact: str, by: Organisation) -> Dispute:
    return actions.dispute(
        dealing=dealing, fact=fact, value=date(2026, 2, 9), organisation=by, text="We say so.", by=BY, at=NOW
    )


def _home() -> Compact:
    return Compact.objects.get(slug=HERE)


def person(name: str) -> Person:
    """One of `PEOPLE`."""
    return Person.objects.get(email=f"{name}@example.org")


NOTHING = "nothing yet"
STATES = (
    *(NOTHING, "kept", "waits for a second person", "a change, kept", "told once a second person says yes"),
    *("told", "told and public", "public", "public, of a group", "disputed", "a decision waits", "withdrawn"),
    *("between the sides", "between the sides, disputed", "taken back"),
    *("missing", "missing, and told", "missing, and answered"),
)


def parts(state: str) -> dict[str, Any]:
    """What the addresses of a record in a state are made of; what it has not is a guess at what it would have."""
    found = Dealing.objects.filter(title=state).first()
    missing = SaidMissing.objects.filter(title=state).first()
    dispute = Dispute.objects.filter(dealing=found).first() if found else None
    look = SecondLook.objects.filter(subject__startswith=found.key).first() if found else None
    if state == "a decision waits":
        look = SecondLook.objects.get(subject=str(dispute.pk)) if dispute else None
    of = kind(found.kind if found else "consultation")
    key = found.key if found else missing.key if missing else FUNDING
    return {
        "compact": HERE,
        "organisation": GROUP,
        "kind": of.part,
        "happens_on": of.happens_on,
        "year": found.year if found else 2026,
        "slug": (found.slug if found else "") or state.replace(",", "").replace(" ", "-"),
        "key": key,
        "dispute": dispute.pk if dispute else 1_000_000,
        "look": look.pk if look else 1_000_000,
        "version": look.version if look else "",
        "journey": "funding-change" if of.name == "funding-change" else "consultation",
        "fact": dispute.fact if dispute else of.happens_on,
        "code": "announced-before-opening",
    }
