"""What the public pages of dealings hold; templates say it, and compute nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.utils.timezone import localdate

from livecompact.checks.journeys import JOURNEYS
from livecompact.checks.journeys.journey import Voice
from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.acts import act_of
from livecompact.dealings.deciding.links import deciding
from livecompact.dealings.embargo.parts import ways_on
from livecompact.dealings.feedback.links import feeding_back
from livecompact.dealings.models import Dealing, State, Theme
from livecompact.dealings.naming import address_of, in_compact, named, part_of, towards_of
from livecompact.dealings.public.blocks import Block, blocks, tag_of
from livecompact.dealings.public.facts_said import Change, ListSaid, Said, capital, changes, lists_said, said
from livecompact.dealings.public.stages import Stage, closes_soon, phase_sentence, stages, ways
from livecompact.dealings.public.words import how_many, phase_named, phases, states
from livecompact.dealings.queries import Asked, Found, Whole
from livecompact.dealings.queries.whose import Actor
from livecompact.dealings.responding.links import answering
from livecompact.dealings.responding.pages import Counted, counted_of
from livecompact.dealings.speaking.links import disagreeing
from livecompact.dealings.speaking.pages import Disputed, Replied, disputed, replied
from livecompact.dealings.standings import Settled, Shown
from livecompact.frame.addresses import address_of_route
from livecompact.frame.saying import gettext as _
from livecompact.kinds import kind
from livecompact.kinds.consultation import ANSWERS, WAYS_TO_TAKE_PART
from livecompact.kinds.kind import Kind
from livecompact.people.models import Person

SHOWN_ELSEWHERE = frozenset({*WAYS_TO_TAKE_PART, *ANSWERS, "feedback_day_named", "over_holidays"})
"""Facts that the page says in its own way, or that only follow from others."""


@dataclass(frozen=True)
class Row:
    """One line of a list."""

    title: str
    address: str
    kind: str
    organisation: str
    towards: str
    opens: date
    closes: date | None
    phase: str
    shown: Shown | None
    home: str


@dataclass(frozen=True)
class ListPage:
    """A list of dealings, with its filters and the links that take each away."""

    title: str
    says: str
    by: str
    kind: str
    part: str
    check: str
    record: str
    is_private: bool
    has_days: bool
    count: str
    rows: tuple[Row, ...]
    filters: tuple[Link, ...]
    is_filtered: bool
    asked: Mapping[str, str]
    years: tuple[Link, ...]
    part_of_list: tuple[int, int] | None
    before: str
    after: str
    query: str
    address: str


@dataclass(frozen=True)
class Chapter:
    """One dealing of a story that is read in order; `is_this` is the one whose page it is."""

    title: str
    kind: str
    day: date
    address: str
    is_this: bool


@dataclass(frozen=True)
class Elsewhere:
    """What another Compact that judges the dealing says of it."""

    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class DealingPage:
    """One dealing."""

    title: str
    kind: str
    plural: str
    part: str
    address: str
    phase: str
    soon: str
    about: str
    url: str
    by: str
    organisation: Link
    towards_is: str
    towards: Link | None
    has_days: bool
    source: str
    published_on: date
    blocks: tuple[Block, ...]
    elsewhere: tuple[Elsewhere, ...]
    why_not_judged: str
    facts: tuple[Said, ...]
    lists: tuple[ListSaid, ...]
    stages: tuple[Stage, ...]
    story: tuple[Chapter, ...]
    is_between_sides: bool
    ways: tuple[str, ...]
    changes: tuple[Change, ...]
    replies: tuple[Replied, ...]
    disputes: tuple[Disputed, ...]
    themes: tuple[Theme, ...]
    answers: Counted | None
    key: str
    acts: tuple[Link, ...]


def list_page(compact: Published, of: Kind, asked: Asked, found: Found, today: date) -> ListPage:
    """A list of dealings of one kind."""
    plural = capital(_(of.plural))
    query = _query(asked)
    here = _list(compact, of)
    return ListPage(
        title=_("%(plural)s in %(year)s") % {"plural": plural, "year": asked.year} if asked.year else plural,
        says=_(of.says),
        by=_(of.by),
        kind=of.name,
        part=part_of(of.name),
        check=_check_of(compact, of),
        record="" if of.name == "funding-change" else _address("dealing_new", compact, of),
        is_private=of.is_private,
        has_days=bool(of.deadlines),
        count=how_many(of, found.count, is_more=found.is_more),
        rows=tuple(row(compact, each, standings, today) for each, standings in found.rows),
        filters=tuple(_filters(of, here, asked, found)),
        is_filtered=bool(query or asked.year),
        asked={"phase": asked.phase, "organisation": _typed(asked, found), "state": asked.state},
        years=tuple(
            Link(_("%(plural)s in %(year)s") % {"plural": plural, "year": year}, _list(compact, of, year))
            for year in found.years
        ),
        part_of_list=(asked.page, max(found.pages, asked.page)) if found.pages > 1 else None,
        before=_turn(asked, -1) if asked.page > 1 else "",
        after=_turn(asked, 1) if found.has_next else "",
        query=query,
        address=_list(compact, of, asked.year),
    )


def choices(of: Kind, found: Found) -> dict[str, list[dict[str, str]]]:
    """What a list can be filtered by, for each filter; the first choice filters nothing.

    No organisations where they are too many to choose from: then part of a name is typed.
    """
    return {
        "phases": _choices(phases(of).items()) if of.phases else [],
        "organisations": [] if found.organisations is None else _choices(found.organisations),
        "states": _choices(states().items()),
    }


def row(compact: Published, dealing: Dealing, standings: tuple[Settled, ...], today: date) -> Row:
    """A dealing as a line of a list."""
    return Row(
        dealing.title,
        address_of(dealing),
        capital(_(kind(dealing.kind).called)),
        named(dealing.organisation),
        towards_of(dealing),
        dealing.happens_on,
        dealing.ends_on,
        phase_named(kind(dealing.kind), dealing, today),
        tag_of(standings, today),
        "" if dealing.home_id == compact.id else dealing.home_id,
    )


def dealing_page(
    compact: Published,
    others: tuple[Published, ...],
    whole: Whole,
    *,
    acts: tuple[Link, ...],
    told: tuple[Dealing, ...],
    today: date,
) -> DealingPage:
    """One dealing as it stands on a day; `acts` are what its reader may do to it, `told` the story that it is in."""
    dealing, act = whole.dealing, act_of(whole.dealing)
    own = blocks(compact, whole, act, today)
    there = [Elsewhere(each.name, blocks(each, whole, act, today)) for each in others if each.id != compact.id]
    return DealingPage(
        title=dealing.title,
        kind=dealing.kind,
        plural=capital(_(act.kind.plural)),
        part=part_of(dealing.kind),
        address=address_of(dealing),
        phase=phase_sentence(dealing, act.facts, today),
        soon=closes_soon(dealing, today),
        about=dealing.about,
        url=dealing.url,
        by=_(act.kind.by),
        organisation=Link(named(dealing.organisation), _of_organisation(dealing)),
        towards_is=_(act.kind.towards) or _("Whom it concerns"),
        towards=_towards(compact, dealing),
        has_days=any(act.facts.day(each.fact) for each in act.kind.deadlines),
        source=str(dealing.get_source_display()),
        published_on=localdate(dealing.published_at),
        blocks=own,
        elsewhere=tuple(each for each in there if each.blocks),
        why_not_judged="" if own else _not_judged(compact, whole),
        facts=said(act.kind, act.facts, SHOWN_ELSEWHERE),
        lists=lists_said(act.kind, dealing.lists, act.facts),
        stages=stages(dealing, act.facts, today),
        is_between_sides=dealing.state == State.SHARED,
        story=tuple(_chapter(each, dealing) for each in told),
        ways=ways(act.facts),
        changes=changes(act.kind, whole.versions),
        replies=replied(dealing, whole.replies),
        disputes=disputed(dealing, whole.disputes),
        themes=whole.themes,
        answers=counted_of(dealing, act.facts, whole.answers) if dealing.kind == "consultation" else None,
        key=dealing.key,
        acts=acts,
    )


def acts_on(actor: Actor, compact: Published, dealing: Dealing, at: datetime) -> tuple[Link, ...]:
    """What somebody may do to a dealing, as links; nothing is asked for whoever is not signed in."""
    if not isinstance(actor, Person):
        return ()
    named = {
        "dealing.change": _("Change the dates or other facts"),
        "dealing.explain": _("Say why it falls short of a %(promise)s") % {"promise": compact.words.one},
        "dealing.withdraw": _("Withdraw this record"),
    }
    links = [
        Link(text, in_compact(act.replace(".", "_"), dealing))
        for act, text in named.items()
        if queries.may(actor, dealing, act, at)
    ]
    if dealing.reached_on is None and queries.may(actor, dealing, "dealing.reached", at):
        links.append(Link(_("Note the day on which you told them"), in_compact("dealing_reached", dealing)))
    if queries.replies_as(actor, compact, dealing, at):
        links.append(Link(_("Reply to this"), in_compact("dealing_reply", dealing)))
    links += feeding_back(actor, dealing, at)
    links += answering(actor, dealing, at)
    links += disagreeing(actor, compact, dealing, at)
    links += deciding(actor, compact, dealing, at)
    links += ways_on(actor, compact, dealing, at)
    return tuple(links)


def _typed(asked: Asked, found: Found) -> str:
    """The organisation that is asked for, as its field shows it: a choice, or a name where there are too many."""
    return asked.organisation if found.organisations is not None else found.organisation or asked.organisation


def _choices(named: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    every = {"value": "", "text": _("Any")}
    return [every, *({"value": str(value), "text": text} for value, text in named)]


def _filters(of: Kind, here: str, asked: Asked, found: Found) -> list[Link]:
    """The filters that are set, each a link to the list without it."""
    named = {
        "phase": phases(of).get(asked.phase, ""),
        "organisation": found.organisation or asked.organisation,
        "state": states().get(asked.state.replace(" ", "-"), ""),
        "year": str(asked.year) if asked.year else "",
    }
    return [Link(name, _with(here, without(asked, key))) for key, name in named.items() if name]


def without(asked: Asked, name: str) -> Asked:
    """The same filters but one, from the first page on."""
    kept: dict[str, Any] = {name: None if name == "year" else "", "page": 1}
    return replace(asked, **kept)


def _with(here: str, asked: Asked) -> str:
    base = f"{here}/{asked.year}" if asked.year else here
    query = _query(asked)
    return f"{base}?{query}" if query else base


def _turn(asked: Asked, by: int) -> str:
    query = _query(asked)
    page = asked.page + by
    return f"?{query}&page={page}".replace("?&", "?") if query or page > 1 else "?"


def _query(asked: Asked) -> str:
    told = {"organisation": asked.organisation, "phase": asked.phase, "state": asked.state.replace(" ", "-")}
    return urlencode({name: value for name, value in sorted(told.items()) if value})


def _list(compact: Published, of: Kind, year: int | None = None) -> str:
    return _address("dealings_year", compact, of, year=year) if year else _address("dealings", compact, of)


def _address(route: str, compact: Published, of: Kind, **parts: object) -> str:
    return address_of_route(route, compact=compact.id, kind=part_of(of.name), **parts)


def _of_organisation(dealing: Dealing) -> str:
    here = address_of_route("dealings", compact=dealing.home_id, kind=part_of(dealing.kind))
    return f"{here}?{urlencode({'organisation': dealing.organisation.slug})}"


def _towards(compact: Published, dealing: Dealing) -> Link | None:
    """The organisation that it concerns, with its page where it has one and may be named."""
    said = towards_of(dealing)
    if dealing.towards is None or not dealing.towards_named:
        return Link(said, "") if said else None
    return Link(said, address_of_route("organisation", compact=compact.id, organisation=dealing.towards.slug))


def _chapter(each: Dealing, of: Dealing) -> Chapter:
    called = capital(_(kind(each.kind).called))
    return Chapter(each.title, called, each.happens_on, address_of(each), each.pk == of.pk)


def _check_of(compact: Published, of: Kind) -> str:
    """Where a plan of that kind is checked before it is published; empty where there is no such check."""
    plans = (each.id for each in JOURNEYS.values() if each.kind is of and each.voice is Voice.PLAN)
    return next((address_of_route("check_journey", compact=compact.id, journey=each) for each in plans), "")


def _not_judged(compact: Published, whole: Whole) -> str:
    of = {"who": named(whole.dealing.organisation), "compact": compact.name}
    if compact.id in whole.judged_by:
        return _("No check of the %(compact)s speaks of this.") % of
    return _("%(who)s had not signed the %(compact)s on that day. So this is shown, and not judged.") % of
