"""The words in which rights are told: a role and its reach, and the two kinds of row, for routes and for acts."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Reach(StrEnum):
    """What a role is held of."""

    SITE = "site"
    COMPACT = "compact"
    ORGANISATION = "organisation"
    CONCERN = "concern"


class Role(StrEnum):
    """What somebody may be. Everyone is a visitor, and whoever signed in a person; the others are given (`REACH`)."""

    VISITOR = "visitor"
    PERSON = "person"
    REPRESENTATIVE = "representative"
    CHAMPION = "champion"
    OFFICER = "officer"
    CO_CHAIR = "co-chair"
    GROUP_MEMBER = "group-member"
    ORGANISER = "organiser"
    HANDLER = "handler"
    RAISER = "raiser"
    RESPONDENT = "respondent"
    MEDIATOR = "mediator"
    PANEL_MEMBER = "panel-member"
    ADMINISTRATOR = "administrator"


REACH: dict[Role, Reach] = {
    Role.VISITOR: Reach.SITE,
    Role.PERSON: Reach.SITE,
    Role.REPRESENTATIVE: Reach.ORGANISATION,  # acts in its name, in every Compact that it signed
    Role.CHAMPION: Reach.ORGANISATION,  # speaks up for the Compact inside it
    Role.OFFICER: Reach.COMPACT,  # runs it from day to day
    Role.CO_CHAIR: Reach.COMPACT,  # one of each side leads its group
    Role.GROUP_MEMBER: Reach.COMPACT,  # sits in that group
    Role.ORGANISER: Reach.COMPACT,  # runs its forum
    Role.HANDLER: Reach.COMPACT,  # receives its concerns and leads them through the steps
    Role.RAISER: Reach.CONCERN,
    Role.RESPONDENT: Reach.CONCERN,
    Role.MEDIATOR: Reach.CONCERN,
    Role.PANEL_MEMBER: Reach.CONCERN,
    Role.ADMINISTRATOR: Reach.SITE,  # settings and people; never the text of a case
}


def reaching(*reaches: Reach) -> frozenset[Role]:
    """The roles that are held of such things.

    >>> sorted(reaching(Reach.ORGANISATION))
    [<Role.CHAMPION: 'champion'>, <Role.REPRESENTATIVE: 'representative'>]
    """
    return frozenset(role for role, reach in REACH.items() if reach in reaches)


EVERYONE = frozenset(Role)
PEOPLE = EVERYONE - {Role.VISITOR}  # whoever is signed in, with a role or none
SEATED = reaching(Reach.SITE, Reach.COMPACT, Reach.ORGANISATION) - {Role.VISITOR, Role.PERSON}
"""The roles that are a Seat. Those of one concern are parts of that concern, and held in it."""
OFFICERS = frozenset({Role.OFFICER, Role.ADMINISTRATOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
REPRESENTATIVES = frozenset({Role.REPRESENTATIVE})
STRONG = frozenset({Role.HANDLER, Role.OFFICER, Role.ADMINISTRATOR})
"""The roles that nobody uses without a second factor."""

READ = frozenset({"GET"})
ASK = frozenset({"GET", "POST"})
POST = frozenset({"POST"})


@dataclass(frozen=True)
class Right:
    """One row for a route: these roles may use it with these methods; nobody may do anything else.

    A route is named as in the URLconf. HEAD goes with GET. A role counts for the `compact` and the `organisation` that
    the address names. Where it names no organisation, one's role in any organisation counts only with
    `any_organisation`: the view then asks the thing itself.

    >>> Right("help", EVERYONE).allows("HEAD", frozenset({Role.VISITOR}))
    True
    """

    route: str
    roles: frozenset[Role]
    methods: frozenset[str] = READ
    any_organisation: bool = False

    def takes(self, method: str) -> bool:
        """Whether the route answers that method at all."""
        return ("GET" if method == "HEAD" else method) in self.methods

    def allows(self, method: str, roles: frozenset[Role]) -> bool:
        """Whether somebody with these roles may use the route so."""
        return self.takes(method) and not self.roles.isdisjoint(roles)


@dataclass(frozen=True)
class May:
    """One row for an act on a thing: these roles may do it, while the thing is in one of these states, to these fields.

    No states and no fields mean any. An act is named "thing.verb", as in `May("dealing.publish", OFFICERS, {"draft"})`.
    """

    act: str
    roles: frozenset[Role]
    states: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()

    def allows(self, roles: frozenset[Role], state: str, field: str) -> bool:
        """Whether somebody with these roles may do it now."""
        held = not self.roles.isdisjoint(roles)
        return held and (not self.states or state in self.states) and (not self.fields or field in self.fields)


def allowed(rows: Iterable[May], act: str, roles: frozenset[Role], *, state: str = "", field: str = "") -> bool:
    """Whether a row lets somebody with these roles do it; LookupError where no row speaks of the act at all.

    >>> rows = [May("plan.close", OFFICERS, frozenset({"open"}))]
    >>> allowed(rows, "plan.close", frozenset({Role.OFFICER}), state="open")
    True
    >>> allowed(rows, "plan.close", frozenset({Role.OFFICER}), state="closed")
    False
    """
    speaking = [row for row in rows if row.act == act]
    if not speaking:
        raise LookupError(f"No row of rights speaks of “{act}”")
    return any(row.allows(roles, state, field) for row in speaking)
