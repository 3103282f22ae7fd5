"""The words in which rights are told: a role, and a row that says who may use a route, and how."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody may be. Everyone is a visitor; the others are given, and an officer's is for one Compact."""

    VISITOR = "visitor"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


EVERYONE = frozenset(Role)
OFFICERS = frozenset({Role.OFFICER, Role.ADMINISTRATOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})

READ = frozenset({"GET"})
ASK = frozenset({"GET", "POST"})


@dataclass(frozen=True)
class Right:
    """One row of the table: these roles may use that route with these methods; nobody may do anything else.

    A route is named as in the URLconf. HEAD goes with GET.

    >>> Right("help", EVERYONE).allows("HEAD", frozenset({Role.VISITOR}))
    True
    """

    route: str
    roles: frozenset[Role]
    methods: frozenset[str] = READ

    def takes(self, method: str) -> bool:
        """Whether the route answers that method at all."""
        return ("GET" if method == "HEAD" else method) in self.methods

    def allows(self, method: str, roles: frozenset[Role]) -> bool:
        """Whether somebody with these roles may use the route so."""
        return self.takes(method) and not self.roles.isdisjoint(roles)
