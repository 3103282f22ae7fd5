"""A dealing in time: its phase in a sentence, its stages in order, and the ways to take part."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.dealings.models import Dealing
from livecompact.dealings.queries.listing import Phase, phase_of
from livecompact.frame.dates import long_date
from livecompact.kinds import kind
from livecompact.kinds.consultation import WAYS_TO_TAKE_PART
from livecompact.standards.facts import Facts

SOON = timedelta(days=7)


@dataclass(frozen=True)
class Stage:
    """One day of a dealing: what happens or happened, and whether it is over."""

    says: str
    day: date
    is_over: bool


def phase_sentence(dealing: Dealing, facts: Facts, today: date) -> str:
    """Where it is, with the day that matters next; of what is no consultation, the day that dates it."""
    if dealing.kind != "consultation":
        return _dated(dealing, today)
    closes, due, done = dealing.ends_on, facts.day("feedback_due"), dealing.done_on
    match phase_of(dealing, today):
        case Phase.NOT_OPEN_YET:
            return _("It opens on %(day)s.") % {"day": long_date(dealing.happens_on)}
        case Phase.OPEN:
            return _("It is open until %(day)s.") % {"day": long_date(closes)} if closes else _("It is open.")
        case Phase.CONCLUDED if done:
            return _("It is over. What changed was published on %(day)s.") % {"day": long_date(done)}
    if due and due >= today:
        return _("It is closed. What changed is to be published by %(day)s.") % {"day": long_date(due)}
    return _("It closed on %(day)s. What changed is not published yet.") % {"day": long_date(closes)} if closes else ""


def _dated(dealing: Dealing, today: date) -> str:
    """The day that dates it, in a sentence: "It was decided on 3 March 2027."."""
    fact = kind(dealing.kind).by_name[kind(dealing.kind).happens_on]
    clause = _(fact.happens) if dealing.happens_on > today else _(fact.happened)
    said = _("%(what)s on %(day)s.") % {"what": clause, "day": long_date(dealing.happens_on)}
    return said[:1].upper() + said[1:]


def closes_soon(dealing: Dealing, today: date) -> str:
    """That it closes within a week; empty where it does not."""
    if (
        kind(dealing.kind).ends_on != "closes"
        or phase_of(dealing, today) is not Phase.OPEN
        or dealing.ends_on is None
        or dealing.ends_on - today > SOON
    ):
        return ""
    days = (dealing.ends_on - today).days
    if not days:
        return _("It closes today, at 11:59pm.")
    return ngettext("It closes tomorrow, at 11:59pm.", "It closes in %(n)s days, at 11:59pm.", days) % {"n": days}


def stages(dealing: Dealing, facts: Facts, today: date) -> tuple[Stage, ...]:
    """Every day that is known of it, in order."""
    found = []
    for fact in kind(dealing.kind).facts:
        if (day := facts.day(fact.name)) and fact.public and not fact.personal:
            over = day < today or (day == today and fact.name != "closes")
            clause = _(fact.happened) if over else _(fact.happens)
            found.append(Stage(f"{clause[:1].upper()}{clause[1:]}", day, over))
    return tuple(sorted(found, key=lambda stage: stage.day))


def ways(facts: Facts) -> tuple[str, ...]:
    """The ways to take part that are offered."""
    names = {
        "online": _("Online"),
        "on_paper": _("On paper"),
        "by_phone": _("By phone"),
        "at_a_meeting": _("At a meeting"),
        "in_easy_read": _("In Easy Read"),
        "in_other_languages": _("In other languages"),
        "in_sign_language": _("In British Sign Language"),
    }
    return tuple(names[name] for name in WAYS_TO_TAKE_PART if facts[name] is True)
