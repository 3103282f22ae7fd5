"""Dealings in other forms: rows for a spreadsheet, data, a feed, a calendar. The same facts, and no more."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing, Explanation, State
from livecompact.dealings.naming import address_of, named, part_of, subject_of, towards_of
from livecompact.dealings.public.blocks import Block, Check, tag_of
from livecompact.dealings.public.facts_said import capital, public_of
from livecompact.dealings.public.pages import DealingPage, ListPage
from livecompact.dealings.queries.listing import Standings
from livecompact.dealings.queries.one import Whole
from livecompact.dealings.speaking.who import slug_said
from livecompact.dealings.standings import Settled, Shown
from livecompact.frame import atom, calendars, licences
from livecompact.kinds import KINDS, kind
from livecompact.kinds.kind import Kind, Lists
from livecompact.standards.words import date_range

ABOUT = (
    *("id", "title", "organisation", "organisation id", "towards", "address", "published"),
    *("state", "promises"),
)
"""The columns of a list as CSV before its facts."""


def data_of_one(compact: Published, page: DealingPage, whole: Whole) -> JsonResponse:
    """One dealing as data: its facts in their encoding, and each check with its verdict and what it rests on."""
    dealing = whole.dealing
    public = {fact.name for fact in kind(dealing.kind).facts if fact.public and not fact.personal}
    held = {
        **_named(compact, dealing),
        "licence": licences.as_data(),
        "about": dealing.about,
        "link": dealing.url,
        "source": dealing.source,
        "phase": page.phase,
        "facts": _only(public, dealing.facts),
        "lists": _lists(dealing.kind, dealing.lists),
        "promises": [_block(block) for block in page.blocks],
        "story": [
            {"title": each.title, "kind": each.kind, "day": each.day, "address": each.address} for each in page.story
        ],
        "judged_by": sorted(whole.judged_by),
        "replies": [
            {"by": slug_said(dealing, each.organisation), "on": each.on, "says": each.says, "text": each.text}
            for each in whole.replies
        ],
        "themes": [
            {"theme": each.theme, "heard": each.heard, "outcome": each.outcome, "why": each.why, "on": each.on}
            for each in whole.themes
        ],
        "disputes": [
            {
                "fact": each.fact,
                "says": each.value,
                "by": slug_said(dealing, each.organisation),
                "on": each.on,
                "text": each.text,
                "settled": each.settled,
                "settled_on": each.settled_on,
                "reason": each.reason,
            }
            for each in whole.disputes
        ],
        "versions": [
            {
                "on": each.on,
                "by": each.by,
                "why": each.why,
                "facts": _only(public, each.facts),
                "lists": _lists(dealing.kind, each.lists),
            }
            for each in whole.versions
        ],
    }
    return _json(held)


def _lists(name: str, lists: Lists) -> dict[str, list[dict[str, Any]]]:
    """The rows of each list, of which everyone may read these facts."""
    public = {rows.name: {each.name for each in public_of(rows)} for rows in kind(name).rows}
    return {name: [_only(public[name], row) for row in said] for name, said in lists.items() if said}


def data_of_list(compact: Published, page: ListPage, rows: Standings, today: date) -> JsonResponse:
    """One page of a list as data, each record with how each of its checks stands today."""
    held = {
        "address": page.address,
        "compact": compact.id,
        "licence": licences.as_data(),
        "kind": page.kind,
        "count": page.count,
        "page": page.part_of_list[0] if page.part_of_list else 1,
        "pages": page.part_of_list[1] if page.part_of_list else 1,
        "rows": [
            {**_named(compact, dealing), "phase": row.phase, "state": row.shown, "checks": checks_of(standings, today)}
            for (dealing, standings), row in zip(rows, page.rows, strict=True)
        ],
    }
    return _json(held)


def header(of: Kind) -> list[str]:
    """The first row of a list as CSV: who and what, how it stands, then every public fact of the kind."""
    facts = [fact.name for fact in of.facts if fact.public and not fact.personal]
    return [*ABOUT, *facts]


def rows(of: Kind, found: Iterable[tuple[Dealing, tuple[Settled, ...]]], today: date) -> Iterator[list[str]]:
    """Each dealing as a row of that list, with its tag and how each promise stands on a day: "2.4 kept; 2.5 kept"."""
    facts = header(of)[len(ABOUT) :]
    for dealing, standings in found:
        said = [_cell(dealing.facts.get(name)) for name in facts]
        published = dealing.published_at.date().isoformat() if dealing.published_at else ""
        address = f"{settings.SITE.address}{address_of(dealing)}"
        who = [named(dealing.organisation), dealing.organisation.slug, towards_of(dealing)]
        stands = [tag_of(standings, today) or "", promises_of(standings, today)]
        yield [subject_of(dealing), dealing.title, *who, address, published, *stands, *said]


def promises_of(standings: Iterable[Settled], today: date) -> str:
    """How each promise that speaks of a dealing stands on a day, in one cell, by its number."""
    by_promise: dict[str, list[Settled]] = {}
    for each in standings:
        by_promise.setdefault(each.undertaking, []).append(each)
    return "; ".join(f"{number} {tag_of(some, today)}" for number, some in sorted(by_promise.items()))


def checks_of(standings: Iterable[Settled], today: date) -> list[dict[str, Any]]:
    """How each check of a dealing stands on a day; while it waits, what it would be is told to nobody."""
    return [
        {
            "promise": each.undertaking,
            "standard": each.standard,
            "state": (shown := each.on(today)),
            "waiting_until": each.answer_by if shown is Shown.WAITING else None,
        }
        for each in standings
    ]


def feed(
    compact: Published, of: Kind, found: Iterable[Dealing], *, title: str, origin: str, now: datetime
) -> atom.Feed:
    """The newest dealings of a kind as a feed."""
    items = [_item(origin, dealing) for dealing in found]
    here = f"/{compact.id}/{part_of(of.name)}"
    return atom.Feed(
        id=atom.tag(origin, f"{compact.id}/{part_of(of.name)}"),
        title=title,
        author=compact.name,
        address=f"{here}.atom",
        page_address=here,
        updated=max((item.updated for item in items), default=now),
        items=items,
    )


def deadlines(found: Iterable[Dealing]) -> Iterator[calendars.Deadline]:
    """The public days of dealings on which something is due, as their kinds name them."""
    words = {each.name: [(day.fact, _(day.entry), _(day.says)) for day in each.deadlines] for each in KINDS.values()}
    for dealing in found:
        of, who, address = kind(dealing.kind), named(dealing.organisation), address_of(dealing)
        for fact, entry, says in words[dealing.kind]:
            if day := of.day(fact, dealing.facts):
                yield calendars.Deadline(
                    id=f"{dealing.kind}-{dealing.key}-{fact.replace('_', '-')}",
                    day=day,
                    title=entry.replace("{title}", dealing.title),
                    says=says.replace("{who}", who),
                    address=address,
                    changed_at=dealing.updated_at,
                    sequence=dealing.sequence,
                    is_cancelled=dealing.state == State.WITHDRAWN,
                )


def _item(origin: str, dealing: Dealing) -> atom.Item:
    days = date_range(dealing.happens_on, dealing.ends_on or dealing.happens_on)
    says = _("%(what)s. %(by)s: %(who)s. When: %(days)s.") % {
        "what": capital(_(kind(dealing.kind).called)),
        "by": _(kind(dealing.kind).by),
        "who": named(dealing.organisation),
        "days": days,
    }
    return atom.Item(
        id=atom.tag(origin, subject_of(dealing)),
        title=dealing.title,
        address=address_of(dealing),
        updated=dealing.updated_at,
        published=dealing.published_at,
        summary=f"{says} {dealing.about}".strip(),
    )


def _named(compact: Published, dealing: Dealing) -> dict[str, Any]:
    return {
        "id": subject_of(dealing),
        "address": address_of(dealing),
        "compact": compact.id,
        "home": dealing.home_id,
        "kind": dealing.kind,
        "title": dealing.title,
        "organisation": {"id": dealing.organisation.slug, "name": named(dealing.organisation)},
        "towards": towards_of(dealing) or None,
        "published": dealing.published_at,
        "updated": dealing.updated_at,
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "promise": block.code,
        "name": block.name,
        "address": block.address,
        "state": block.shown,
        "checks": [_check(each) for each in block.checks],
    }


def _check(check: Check) -> dict[str, Any]:
    """One check; while it waits its verdict is told to nobody, and neither is it in the data."""
    given = check.explanation
    return {
        "standard": check.code,
        "asks": check.asks,
        "verdict": check.shown,
        "says": check.says,
        "because": check.because,
        "counted": check.counted,
        "settles_on": check.settles_on,
        "waiting_until": check.until,
        "explanation": _explained(given) if given else None,
    }


def _explained(given: Explanation) -> dict[str, Any]:
    return {
        "context": given.context,
        "reason": given.reason,
        "instead": given.instead,
        "until": given.until,
        "on": given.on,
        "by": given.by,
    }


def _only(names: set[str], facts: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in facts.items() if name in names}


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _json(held: dict[str, Any]) -> JsonResponse:
    return JsonResponse(held, json_dumps_params={"ensure_ascii": False})


def calendar_answer(request: HttpRequest, found: Iterable[Dealing], name: str) -> HttpResponse:
    """The days of dealings as a calendar."""
    return calendars.answer(request, deadlines(found), name)
