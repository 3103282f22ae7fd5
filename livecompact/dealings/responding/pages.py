"""What the pages of answers hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livecompact.dealings.models import AnswerState, Dealing, Original, Response, Way
from livecompact.dealings.naming import in_compact
from livecompact.dealings.responding.taking_out import Out, without
from livecompact.kinds import kind
from livecompact.standards.facts import Facts

WAYS = {
    "answers_online": gettext_lazy("Online"),
    "answers_by_email": gettext_lazy("By email"),
    "answers_on_paper": gettext_lazy("On paper"),
    "answers_by_phone": gettext_lazy("By phone"),
    "answers_at_meetings": gettext_lazy("At meetings"),
    "answers_in_easy_read": gettext_lazy("In Easy Read"),
    "answers_otherwise": gettext_lazy("In other ways"),
}
"""How answers came, by the fact that says how many."""


@dataclass(frozen=True)
class Counted:
    """How many answers came, in each way of which it is known; `public` is how many everybody may read."""

    ways: tuple[tuple[str, int], ...]
    total: int
    public: int
    address: str


@dataclass(frozen=True)
class Kept:
    """One answer as the body that asked sees it in its list, and what it lacks to be public."""

    number: int
    called: str
    way: str
    came_on: date
    says: str
    address: str


@dataclass(frozen=True)
class Ours:
    """All answers to a consultation, and how many can be made public now."""

    rows: tuple[Kept, ...]
    ready: int


def counted_of(dealing: Dealing, facts: Facts, public: int) -> Counted | None:
    """How many answers a consultation had; None where nobody has said, and none is public."""
    numbers = [(str(said), facts[name]) for name, said in WAYS.items()]
    ways = tuple((said, int(number)) for said, number in numbers if isinstance(number, Decimal))
    if not ways and not public:
        return None
    return Counted(ways, sum(number for _said, number in ways), public, in_compact("dealing_answers", dealing))


def counted_now(dealing: Dealing, public: int) -> Counted | None:
    """The same, of what the record says now."""
    return counted_of(dealing, kind(dealing.kind).read(dealing.facts), public)


def ours(dealing: Dealing, rows: Iterable[Response]) -> Ours:
    """The list that the body that asked works with."""
    kept = [(each, _lacks(each)) for each in rows]
    return Ours(
        tuple(
            Kept(
                each.number, each.called, str(each.get_way_display()), each.came_on, says, answer_address(dealing, each)
            )
            for each, (says, _ready) in kept
        ),
        sum(ready for _each, (_says, ready) in kept),
    )


def answer_address(dealing: Dealing, response: Response) -> str:
    """Where the body that asked reads an answer in full."""
    return f"{in_compact('dealing_answers', dealing)}/{response.number}"


def after_keeping(dealing: Dealing, response: Response) -> str:
    """Where one goes once an answer is kept: to look it over, if its author agrees; else to the list."""
    if response.agreed_on:
        return f"{answer_address(dealing, response)}/look-over"
    return in_compact("dealing_answers_ours", dealing)


def preview(original: Original) -> str:
    """What everybody would read of an answer."""
    return without(original.text, [Out(each.words, each.why) for each in original.taken_out.all()])


def original_of(response: Response) -> Original | None:
    """What was said in full, while it is kept."""
    return getattr(response, "original", None)


def data_of(response: Response) -> dict[str, object]:
    """What everybody may read of an answer, as data."""
    return {
        "number": response.number,
        "way": Way(response.way).value,
        "by": response.called,
        "text": response.shown,
        "public_on": response.public_on,
    }


def _lacks(response: Response) -> tuple[str, bool]:
    """What an answer lacks to be public, and whether it lacks nothing but the button."""
    original = original_of(response)
    if response.state == AnswerState.PUBLIC:
        return _("Public"), False
    if original is None or not original.text:
        return _("An address alone"), False
    if response.no_longer_on:
        return _("Taken down: they no longer agree") if response.state == AnswerState.DOWN else _("They said no"), False
    if response.agreed_on is None:
        return _("Not public: they have not agreed"), False
    return (_("Ready"), True) if response.looked_over_at else (_("Look it over"), False)
