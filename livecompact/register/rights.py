"""Who may use the pages of this room, and who may do what to a sign-up while it is in which state."""

from livecompact.people.roles import ASK, EVERYONE, OFFICERS, REPRESENTATIVES, May, Right
from livecompact.register.models import OPEN, State

PUBLIC = (
    *("organisations", "organisations.json", "organisations.csv", "organisations.atom"),
    *("friends", "friends.json", "friends.csv"),
    *("organisation", "organisation.json"),
    *("organisation_certificate", "organisation_certificate.pdf", "organisation_badge"),
)

ACTS = ("answer", "answered", "renew", "contact", "details", "number", "end", "follow")
"""What an officer does to one organisation, each on a page of its own."""

OURS = ("renew", "contact", "website", "leave", "members")
"""What who acts for an organisation does to it, each on a page of its own."""

ROWS = (
    *(Right(name, EVERYONE) for name in ("join", "join_not_yet", "join_reminder", "join_paper", "join_done")),
    Right("join_page", EVERYONE, ASK),
    Right("join_new_code", EVERYONE, frozenset({"POST"})),
    *(Right(name, EVERYONE) for name in PUBLIC),
    Right("organisations_waiting", OFFICERS),
    Right("organisation_edit", OFFICERS),
    Right("organisation_add", OFFICERS, ASK),
    *(Right(f"organisation_{act}", OFFICERS, ASK) for act in ACTS),
    Right("organisation_ours", REPRESENTATIVES),
    Right("not_right", EVERYONE, ASK),
    Right("renew_by_link", EVERYONE, ASK),  # who has the mail
    *(Right(f"organisation_ours_{act}", REPRESENTATIVES, ASK) for act in OURS),
)

WAITING = frozenset({State.APPLIED.value, State.ASKED.value})
HOLDING = frozenset({State.ACTIVE.value})
GOING_ON = frozenset(state.value for state in OPEN)
EITHER = OFFICERS | REPRESENTATIVES

MAY = (
    May("signature.approve", OFFICERS, WAITING),
    May("signature.ask", OFFICERS, WAITING),
    May("signature.decline", OFFICERS, WAITING),
    May("signature.answer", EITHER, frozenset({State.ASKED.value})),
    May("signature.renew", EITHER, HOLDING),
    May("signature.change", EITHER, GOING_ON),
    May("signature.withdraw", EITHER, HOLDING),
    May("signature.lapse", OFFICERS, HOLDING),
    May("organisation.change", OFFICERS),
    May("organisation.change", REPRESENTATIVES, fields=frozenset({"website"})),
    May("organisation.succeed", OFFICERS),
    May("organisation.end", OFFICERS),
)


def states_for(act: str) -> frozenset[str]:
    """The states in which an act can be done at all.

    >>> sorted(states_for("signature.approve"))
    ['applied', 'asked']
    """
    return frozenset(state for row in MAY if row.act == act for state in row.states)
