"""What pages say of what is said to be missing."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.models import SaidMissing
from livecompact.dealings.naming import address_of, named
from livecompact.dealings.public.facts_said import capital
from livecompact.dealings.queries.missing import Seen
from livecompact.dealings.queries.whose import Actor
from livecompact.dealings.speaking.notices import missing_address, subject_of_missing
from livecompact.dealings.speaking.stage import Stage, stage_of
from livecompact.frame.dates import long_date
from livecompact.kinds import kind


@dataclass(frozen=True)
class Line:
    """One thing that is said to be missing, as a line of a list."""

    title: str
    address: str
    kind: str
    body: str
    said_by: str
    happened_on: date
    says: str


@dataclass(frozen=True)
class MissingPage:
    """One thing that is said to be missing, with what its reader may do."""

    title: str
    line: Line
    about: str
    url: str
    said_on: date
    why_not: str
    answered_on: date | None
    record: Link | None
    acts: tuple[Link, ...]


@dataclass(frozen=True)
class MissingList:
    """What is publicly said to be missing, and, for whom it concerns, what is not public yet."""

    title: str
    lines: tuple[Line, ...]
    mine: tuple[Line, ...]
    may_say: bool


def missing_list(actor: Actor, compact: Published, at: datetime) -> MissingList:
    """The list of a Compact; who is signed in sees also what waits for them."""
    today = localdate(at)
    public = queries.missing(actor, compact, today)
    known = {each.pk for each in public}
    mine = [each for each in queries.missing_of_mine(actor, compact, at) if each.pk not in known]
    return MissingList(
        title=_("Said to be missing"),
        lines=tuple(line(each, today) for each in public),
        mine=tuple(line(each, today) for each in mine),
        may_say=bool(queries.says_missing_as(actor, compact, at)),
    )


def missing_page(seen: Seen, today: date) -> MissingPage:
    """One of them as it stands on a day."""
    row = seen.row
    return MissingPage(
        title=_("Said to be missing: %(title)s") % {"title": row.title},
        line=line(row, today),
        about=row.about,
        url=row.url,
        said_on=localdate(row.at),
        why_not=row.why_not,
        answered_on=localdate(row.answered_at) if row.answered_at else None,
        record=Link(row.dealing.title, address_of(row.dealing)) if row.dealing else None,
        acts=tuple(_acts(seen)),
    )


def line(row: SaidMissing, today: date) -> Line:
    """One of them as a line of a list."""
    return Line(
        row.title,
        missing_address(row),
        capital(_(kind(row.kind).called)),
        named(row.body),
        named(row.said_by),
        row.happened_on,
        _says(row, today),
    )


def data_of(row: SaidMissing) -> dict[str, Any]:
    """What everybody may know of one, as data."""
    return {
        "id": subject_of_missing(row),
        "address": missing_address(row),
        "kind": row.kind,
        "title": row.title,
        "happened_on": row.happened_on,
        "organisation": {"id": row.body.slug, "name": named(row.body)},
        "said_by": {"id": row.said_by.slug, "name": named(row.said_by)},
        "said_on": localdate(row.at),
        "about": row.about,
        "link": row.url,
        "why_not": row.why_not,
    }


def _says(row: SaidMissing, today: date) -> str:
    body = {"body": named(row.body), "day": long_date(row.answer_by) if row.answer_by else ""}
    return {
        Stage.UNTOLD: _("%(body)s was not reached yet. Nobody else reads this."),
        Stage.WAITS: _("%(body)s has until %(day)s to answer. Nobody else reads this till then."),
        Stage.STANDS: _("%(body)s has not answered."),
        Stage.WHY_NOT: _("%(body)s says why it is not here."),
        Stage.HERE: _("%(body)s put it on the record."),
        Stage.TAKEN_BACK: _("It was taken back."),
    }[stage_of(row, today)] % body


def _acts(seen: Seen) -> list[Link]:
    parts = {"compact": seen.row.home_id, "key": seen.row.key}
    named_acts = (
        (seen.may_answer, _("Answer this"), "missing_answer"),
        (seen.may_note, _("Note the day on which you told them"), "missing_reached"),
        (seen.may_take_back, _("Take it back"), "missing_take_back"),
    )
    return [Link(text, reverse(route, kwargs=parts)) for may, text, route in named_acts if may]
