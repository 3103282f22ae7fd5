"""The filters of the list of signatories: what may be asked, what is asked, and the links that change it."""

import string
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext as _

from livecompact.frame.filters import refuse_unknown
from livecompact.frame.numbers import page_of
from livecompact.register.models import Kind, Sector
from livecompact.register.queries import Shown, Sort

HOLDING, EVER = "", "all"
STATES = (HOLDING, *Shown.values, EVER)
OTHER = "other"
LETTERS = (*string.ascii_lowercase, OTHER)


@dataclass(frozen=True)
class Wanted:
    """What was asked of the list; empty means any, and of the state: those that hold."""

    sector: str = ""
    kind: str = ""
    state: str = HOLDING
    letter: str = ""

    def query(self) -> dict[str, str]:
        """What of it stands in an address: sorted, without what is left out."""
        return {name: value for name, value in sorted(vars(self).items()) if value}

    def takes(self, each: Sort) -> bool:
        """Whether the list shows what is of that sort."""
        return (
            self.sector in ("", each.sector)
            and self.kind in ("", each.kind)
            and self.letter in ("", letter_of(each.initial))
            and (each.holds if self.state == HOLDING else self.state in (EVER, each.shown))
        )


@dataclass(frozen=True)
class Choice:
    """One value that a filter may take: its words, how many it leaves, and the address of the list so."""

    text: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """One filter with its values that leave something, and the way back where it is set."""

    name: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Removable:
    """A filter that is set, and the address of the list without it."""

    text: str
    address: str


def read(query: QueryDict) -> tuple[Wanted, int]:
    """What an address asks: the filters and the page; BadRequest where it asks what no filter knows."""
    known = {"sector": Sector.values, "kind": Kind.values, "state": STATES, "letter": LETTERS}
    given = {name: query.get(name, "") for name in query if name != "page"}
    refuse_unknown(given, known)
    return Wanted(**given), page_of(query.get("page", ""))


def letter_of(folded_name: str) -> str:
    """The letter under which a name stands.

    >>> letter_of("carers"), letter_of("4th scouts")
    ('c', 'other')
    """
    return folded_name[0] if folded_name[:1] in LETTERS else OTHER


def how_many(sorts: Mapping[Sort, int], wanted: Wanted) -> int:
    """How many of all that are so sorted a list shows."""
    return sum(count for sort, count in sorts.items() if wanted.takes(sort))


def filters(everyone: Iterable[Sort], wanted: Wanted, address: str) -> tuple[Filter, ...]:
    """Each filter with how many each of its values leaves beside the other filters."""
    sorts = Counter(everyone)
    titles = {"sector": _("Sector"), "kind": _("Kind"), "state": _("Where it stands"), "letter": _("First letter")}
    made = (_filter(name, title, sorts, wanted, address) for name, title in titles.items())
    return tuple(each for each in made if len(each.choices) > 1)


def removable(wanted: Wanted, address: str) -> tuple[Removable, ...]:
    """The filters that are set, each with the way back."""
    return tuple(
        Removable(words_of(name, value), address_with(address, replace(wanted, **{name: ""})))
        for name, value in wanted.query().items()
    )


def address_with(address: str, wanted: Wanted, page: int = 1) -> str:
    """The address of the list with filters, and of its later pages."""
    query = wanted.query() | ({"page": str(page)} if page > 1 else {})
    return f"{address}?{urlencode(sorted(query.items()))}" if query else address


def words_of(name: str, value: str) -> str:
    """A value of a filter in words."""
    say: Mapping[str, Callable[[str], str]] = {
        "sector": lambda said: str(Sector(said).label),
        "kind": lambda said: str(Kind(said).label),
        "state": _state_words,
        "letter": lambda said: _("Another sign") if said == OTHER else said.upper(),
    }
    return say[name](value)


def _state_words(state: str) -> str:
    if state == HOLDING:
        return _("Signed now")
    return _("Now or before") if state == EVER else str(Shown(state).label)


def _filter(name: str, title: str, sorts: Mapping[Sort, int], wanted: Wanted, address: str) -> Filter:
    values = {"sector": Sector.values, "kind": Kind.values, "state": STATES, "letter": LETTERS}[name]
    counted = ((value, how_many(sorts, replace(wanted, **{name: value}))) for value in values)
    now = getattr(wanted, name)
    choices = (
        Choice(words_of(name, value), count, address_with(address, replace(wanted, **{name: value})), value == now)
        for value, count in counted
        if count or value == now != ""
    )
    return Filter(name, title, tuple(choices))
