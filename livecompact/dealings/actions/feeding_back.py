"""Saying what changed after a consultation, theme by theme: those who follow it hear of it through the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.dealings.actions.changing import NothingChanged, change_facts
from livecompact.dealings.actions.telling import held, tell
from livecompact.dealings.actions.telling_who_answered import tell_who_answered
from livecompact.dealings.models import Dealing, Theme
from livecompact.kinds import kind
from livecompact.record.what import What
from livecompact.standards.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Heard:
    """One theme: what people said, what became of it (a slug, or empty), and why."""

    theme: str
    heard: str = ""
    outcome: str = ""
    why: str = ""


@transaction.atomic
def say_what_changed(
    *, dealing: Dealing, themes: Sequence[Heard], barriers: str = "", by: str, at: datetime
) -> tuple[Theme, ...]:
    """Publish what people said and what became of it; what was published before stays, and every check is made again.

    Those who answered and left an address are told, once, and their addresses are forgotten.

    ValidationError where there is no theme, or the consultation is still open. NothingChanged where it says the same.
    """
    found = held(dealing)
    if not themes:
        raise ValidationError({"theme_1": _("Enter the theme")})
    if found.ends_on is None or found.ends_on >= localdate(at):
        raise ValidationError({"theme_1": _("It is still open. Say what changed once it has closed")})
    if themes_of(found) == tuple(themes) and not barriers:
        raise NothingChanged(found.title)
    edition = (Theme.objects.filter(dealing=found).aggregate(last=Max("edition"))["last"] or 0) + 1
    rows = [_row(found, edition, number, each, by, at) for number, each in enumerate(themes, 1)]
    for row in rows:
        row.full_clean()
    Theme.objects.bulk_create(rows)
    _change(found, rows, barriers, by, at)
    tell_who_answered(found, at=at)
    return tuple(rows)


def themes_of(dealing: Dealing) -> tuple[Heard, ...]:
    """What was said last, as it was given."""
    rows = list(Theme.objects.filter(dealing=dealing))
    last = max((row.edition for row in rows), default=0)
    held_now = [row for row in rows if row.edition == last]
    return tuple(Heard(theme=row.theme, heard=row.heard, outcome=row.outcome, why=row.why) for row in held_now)


def _row(found: Dealing, edition: int, number: int, told: Heard, by: str, at: datetime) -> Theme:  # noqa: PLR0917
    said = {name: value.strip() for name, value in vars(told).items()}
    return Theme(dealing=found, edition=edition, number=number, **said, on=localdate(at), at=at, by=by)


def _change(found: Dealing, rows: Sequence[Theme], barriers: str, by: str, at: datetime) -> None:
    """The facts that sum the themes up; where they stay as they were, the record says that the words changed."""
    read = kind(found.kind).read(found.facts)
    facts = dict(read)
    facts["themes"] = Decimal(len(rows))
    facts["themes_without_answer"] = Decimal(sum(not row.is_answered for row in rows))
    facts["feedback_published"] = read.day("feedback_published") or localdate(at)
    if barriers.strip():
        facts["barriers_heard"] = barriers.strip()
    why = _("We have said what changed.")
    try:
        change_facts(dealing=found, facts=Facts(facts), by=by, at=at, why=why)
    except NothingChanged:
        tell(found, What.DEALING_CHANGED, by=by, at=at, texts={"why": why})
