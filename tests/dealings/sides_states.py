"""What the pages show once the other side has spoken: each page by which it does, in each state."""

from datetime import date
from typing import Any

import pytest

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Dispute, SaidMissing
from livecompact.people.roles import Role
from livecompact.register.models import Organisation
from tests.dealings.making import BY, moment
from tests.dealings.records import HERE, LONG, records, very_long
from tests.harness.states import LONG_WORD, Kind, State, Step, at

LIBRARY = f"{HERE}/2026/library-hours"
LONG_ONE = f"{HERE}/2026/{LONG_WORD[:74].lower()}"
DISPUTE, ENDED = 700_001, 700_002


def disputed(patch: pytest.MonkeyPatch) -> None:
    """The records, one of them with a day over which the two sides disagree and one on which they agree again."""
    records(patch)
    library = Dealing.objects.get(title="Library hours")
    group = Organisation.objects.get(slug="hartsmere-food-bank")
    _dispute(library, group, "announced", date(2026, 2, 9), DISPUTE)
    _dispute(library, group, "feedback_due", date(2026, 9, 9), ENDED)
    actions.take_back(dispute=Dispute.objects.get(pk=ENDED), by=BY, at=moment(date(2026, 9, 3)))


def long_disputed(patch: pytest.MonkeyPatch) -> None:
    """A dispute whose every word is long."""
    very_long(patch)
    made = Dealing.objects.get(title=LONG_WORD[:100])
    group = Organisation.objects.exclude(pk=made.organisation_id).get()
    _dispute(made, group, "announced", date(2026, 2, 9), DISPUTE, text=LONG)


def _dispute(made: Dealing, group: Organisation, fact: str, value: date, number: int, *, text: str = "") -> None:
    day = moment(date(2026, 9, 2))
    said = actions.dispute(dealing=made, fact=fact, value=value, organisation=group, by=BY, at=day, text=text)
    Dispute.objects.filter(pk=said.pk).update(id=number)


MISSING = "/hertfordshire/missing"
STANDS, WAITS = "stands2345", "waits23456"


def missing(patch: pytest.MonkeyPatch) -> None:
    """The records, with something that is said to be missing in public, and something that nobody else reads yet."""
    records(patch)
    body = Organisation.objects.get(slug="hartsmere-county-council")
    group = Organisation.objects.get(slug="hartsmere-food-bank")
    _missing(body, group, "Survey on bus times", STANDS, on=date(2026, 9, 1), why="It was a talk, and no survey.")
    _missing(body, group, "Meeting on parks", WAITS)


def long_missing(patch: pytest.MonkeyPatch) -> None:
    """Something whose every word is long is said to be missing."""
    very_long(patch)
    group = Organisation.objects.get(sector="voluntary")
    body = Organisation.objects.get(sector="statutory")
    _missing(body, group, LONG_WORD[:100], STANDS, on=date(2026, 9, 1), why=LONG, about=LONG)


def _missing(
    body: Organisation,
    group: Organisation,
    title: str,
    key: str,
    *,
    on: date | None = None,
    why: str = "",
    about: str = "",
) -> None:
    said = actions.say_missing(
        home=Compact.objects.get(slug="hertfordshire"),
        kind="consultation",
        body=body,
        said_by=group,
        title=title,
        happened_on=date(2026, 8, 3),
        about=about,
        url="https://example.org/survey",
        by=BY,
        at=moment(on or date(2026, 9, 1)),
    )
    if on:
        said = actions.note_told(missing=said, on=on, by=BY, at=moment(on))
        actions.say_why_not(missing=said, why=why, by=BY, at=moment(on))
    SaidMissing.objects.filter(pk=said.pk).update(key=key)


def told(patch: pytest.MonkeyPatch) -> None:
    """The records, one of which tells what changed."""
    records(patch)
    _tell(Dealing.objects.get(title="Library hours"), "Opening hours", "Open on Sundays.", "It opens on Sundays.")


def long_told(patch: pytest.MonkeyPatch) -> None:
    """What changed, every word of it long."""
    very_long(patch)
    _tell(Dealing.objects.get(title=LONG_WORD[:100]), LONG_WORD[:150], LONG, LONG)


def _tell(made: Dealing, theme: str, heard: str, why: str) -> None:
    themes = [actions.Heard(theme=theme, heard=heard, outcome="partly", why=why), actions.Heard(theme="Cost")]
    actions.say_what_changed(dealing=made, themes=themes, by=BY, at=moment(date(2026, 9, 4)))


def _by(route: str, address: str, kind: Kind = Kind.NORMAL, fields: dict[str, str] | None = None, **rest: Any) -> State:
    rest = {"prepare": records, "role": Role.OFFICER, "cookies": True, **rest}
    return State(route, kind, (Step(address, fields),), **rest)


STATES = (
    at("dealing", LIBRARY, prepare=disputed),
    at("dealing", LONG_ONE, Kind.LONG, prepare=long_disputed),
    _by("dealing_disagree", f"{LIBRARY}/disagree"),
    _by("dealing_disagree", f"{LIBRARY}/disagree?sent=1", Kind.ERROR),
    _by("dealing_disagree", f"{LIBRARY}/disagree?fact=announced"),
    _by("dealing_disagree", f"{LIBRARY}/disagree?fact=themes", Kind.ERROR, {"what": "other", "value": "some"}),
    _by("dealing_agree", f"{LIBRARY}/disagree/{DISPUTE}", prepare=disputed),
    _by("dealing_agree", f"{LIBRARY}/disagree/{ENDED}", Kind.EMPTY, prepare=disputed),
    _by("dealing_agree", f"{LONG_ONE}/disagree/{DISPUTE}", Kind.LONG, prepare=long_disputed),
    at("missing", MISSING, prepare=missing),
    at("missing", MISSING, Kind.EMPTY, prepare=records),
    at("missing", MISSING, Kind.LONG, prepare=long_missing),
    _by("missing", MISSING, prepare=missing),
    at("missing.json", f"{MISSING}.json", prepare=missing, html=False),
    at("missing_one", f"{MISSING}/{STANDS}", prepare=missing),
    at("missing_one", f"{MISSING}/{STANDS}", Kind.LONG, prepare=long_missing),
    at("missing_one", f"{MISSING}/{WAITS}", Kind.ERROR, prepare=missing, status=404),
    _by("missing_new", f"{MISSING}/new"),
    _by("missing_new", f"{MISSING}/new", Kind.ERROR, {"title": "", "url": "here"}),
    _by("missing_answer", f"{MISSING}/{WAITS}/answer", prepare=missing),
    _by("missing_answer", f"{MISSING}/{WAITS}/answer", Kind.ERROR, {"answer": "why-not"}, prepare=missing),
    _by("missing_reached", f"{MISSING}/{WAITS}/reached", prepare=missing),
    _by("missing_reached", f"{MISSING}/{WAITS}/reached", Kind.ERROR, {"on-day": "x"}, prepare=missing),
    _by("missing_take_back", f"{MISSING}/{WAITS}/take-back", prepare=missing),
    at("dealing", LIBRARY, prepare=told),
    at("dealing", LONG_ONE, Kind.LONG, prepare=long_told),
    _by("dealing_feedback", f"{LIBRARY}/feedback", prepare=told),
    _by("dealing_feedback", f"{LIBRARY}/feedback", Kind.ERROR, {"count": "3", "heard_1": "Too dear."}),
    _by("dealing_feedback", f"{LONG_ONE}/feedback", Kind.LONG, prepare=long_told),
)
