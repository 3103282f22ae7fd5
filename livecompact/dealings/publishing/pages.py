"""What the pages of publishing hold."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.checks.addresses import publish_address
from livecompact.checks.answers import Answers
from livecompact.compacts.queries import Published
from livecompact.dealings.actions.opening import is_between_sides
from livecompact.dealings.actions.publishing import as_recorded
from livecompact.dealings.acts import org_ids, side_of
from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import address_of, named, part_of, towards_of
from livecompact.dealings.public.facts_said import ListSaid, Said, capital, lists_said, said
from livecompact.dealings.public.pages import SHOWN_ELSEWHERE
from livecompact.dealings.public.stages import ways
from livecompact.dealings.second_person.records import waits_at
from livecompact.dealings.standings import Act, Shown, findings, worst
from livecompact.frame.dates import long_date
from livecompact.kinds import kind
from livecompact.kinds.kind import Kind
from livecompact.standards.standard import Verdict


@dataclass(frozen=True)
class Forecast:
    """What one promise will say of it, as its plan stands, and how that came about."""

    number: str
    name: str
    says: str


@dataclass(frozen=True)
class CheckPage:
    """The last look before it is public."""

    title: str
    rows: tuple[Said, ...]
    lists: tuple[ListSaid, ...]
    ways: tuple[str, ...]
    told_today: bool
    forecasts: tuple[Forecast, ...]
    not_bound: str
    back: str
    is_between_sides: bool = False
    second: str = ""  # where a second person says yes or no, while it waits for one


@dataclass(frozen=True)
class PublishedPage:
    """It is public: where, and what comes next."""

    title: str
    address: str
    calendar: str
    feedback: date | None
    web_address: str
    is_between_sides: bool


def describe_address(compact: Published, answers: Answers, draft: str = "") -> str:
    """Where a consultation is described, with the answers of its check."""
    return publish_address(compact, answers) + (f"&draft={draft}" if draft else "")


def draft_address(dealing: Dealing, answers: Answers) -> str:
    """Where a draft is looked at before it is public."""
    here = reverse("dealing_draft", args=[dealing.home_id, part_of(dealing.kind), dealing.key])
    return f"{here}?{answers.query()}"


def published_address(dealing: Dealing) -> str:
    """Where it is said that it is public."""
    return reverse("dealing_published", args=[dealing.home_id, part_of(dealing.kind), dealing.key])


def initial(answers: Answers, draft: Dealing | None) -> dict[str, Any]:
    """What is filled in already: what the draft says, or what a link brought along."""
    if draft is None:
        return {"title": answers.title, "url": answers.url}
    group = draft.towards.name if draft.towards else ""
    held = {"title": draft.title, "url": draft.url, "about": draft.about, "organisation": draft.organisation.slug}
    return held | {"towards": group, "towards_called": draft.towards_called}


def check_page(compact: Published, draft: Dealing, *, signed: bool, back: str, at: datetime, today: date) -> CheckPage:
    """What will be public, and what each promise will say of it."""
    of = kind(draft.kind)
    before = of.read(draft.facts)
    facts = as_recorded(draft.kind, before, at)
    who = named(draft.organisation)
    first = (
        Said("organisation", _("Organisation"), who),
        Said("title", _("Title"), draft.title),
        *([Said("towards", capital(_(of.towards)), towards_of(draft))] if towards_of(draft) else []),
        *([Said("about", _about(of), draft.about)] if draft.about else []),
        *([Said("url", _("Web address"), draft.url)] if draft.url else []),
    )
    act = Act(of, facts, side_of(draft.organisation), org_ids(draft.organisation))
    unbound = _("%(who)s has not signed the %(name)s. So this will be shown, and not judged.")
    return CheckPage(
        title=_("Check and publish"),
        rows=(*first, *said(of, facts, SHOWN_ELSEWHERE)),
        lists=lists_said(of, draft.lists, facts),
        ways=ways(facts),
        told_today=facts.day(of.tells) != before.day(of.tells),
        forecasts=forecasts(compact, act, today) if signed else (),
        not_bound="" if signed else unbound % {"who": who, "name": compact.name},
        back=back,
        is_between_sides=is_between_sides(draft),
        second=waits_at(draft),
    )


def published_page(dealing: Dealing, site: str) -> PublishedPage:
    """Where it is, and the day on which what changed is due."""
    facts = kind(dealing.kind).read(dealing.facts)
    return PublishedPage(
        title=_("Published: %(title)s") % {"title": dealing.title},
        address=address_of(dealing),
        calendar=address_of(dealing, "ics"),
        feedback=facts.day("feedback_due"),
        web_address=f"{site}{address_of(dealing)}",
        is_between_sides=dealing.state == State.SHARED,
    )


def _about(of: Kind) -> str:
    return _("What you want to know") if of.name == "consultation" else _("What it is about")


def forecasts(compact: Published, act: Act, today: date, *, own: bool = True) -> tuple[Forecast, ...]:
    """One line for each promise of which the plan already tells something; `own` where only its author reads it."""
    told: dict[str, dict[Shown, date | None]] = {}
    for each in findings(act, compact.agreement, today):
        if each.standard.gives_verdicts and each.forecast is not Verdict.NO_EVIDENCE:
            told.setdefault(each.standard.undertaking, {})[Shown(each.forecast.value)] = each.settles_on
    edition = compact.agreement.edition_in_force(act.day or today) or compact.agreement.newest
    return tuple(
        Forecast(each.number, each.name, _foretold(shown, told[each.number][shown], today, own=own))
        for each in edition.undertakings
        if each.number in told and (shown := worst(told[each.number]))
    )


def _foretold(shown: Shown, settles_on: date | None, today: date, *, own: bool) -> str:
    theirs = {
        Shown.KEPT: _("The plan keeps this."),
        Shown.EXPLAINED: _("The plan explains this."),
        Shown.NOT_KEPT: _("The plan does not keep this."),
    }
    ours = {
        Shown.KEPT: _("Your plan keeps this."),
        Shown.EXPLAINED: _("Your plan explains this."),
        Shown.NOT_KEPT: _("Your plan does not keep this."),
    }
    says = (ours if own else theirs)[shown]
    if settles_on is None or settles_on <= today:
        return says
    return f"{says} " + _("Its page says “not due yet” until %(day)s.") % {"day": long_date(settles_on)}
