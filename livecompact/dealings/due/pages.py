"""What the pages of an organisation's own days hold, and its letter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.pages.shared import printed, promise_address
from livecompact.compacts.queries import NotThere, Published
from livecompact.dealings.queries.due import Due
from livecompact.dealings.queries.funding import Funding, notice_of
from livecompact.frame.calendars import Deadline
from livecompact.register.models import Organisation
from livecompact.standards.words import long_date, money


@dataclass(frozen=True)
class DuePage:
    """What is due from an organisation, and to it."""

    title: str
    slug: str
    late: tuple[Due, ...]
    ahead: tuple[Due, ...]


@dataclass(frozen=True)
class FundingLine:
    """One grant or contract. `amount` is said in pounds; `letter` is where a letter is, once the day has passed."""

    of: Funding
    amount: str
    is_over: bool
    letter: str
    edit: str


@dataclass(frozen=True)
class FundingPage:
    """The funding of an organisation. `notice` says what the Compact asks for; empty where it names no number."""

    title: str
    slug: str
    notice: str
    promise: str
    lines: tuple[FundingLine, ...]


def due_page(
    compact: Published, organisation: Organisation, found: tuple[Due, ...], funded: Iterable[Funding], today: date
) -> DuePage:
    """What is late, the latest first to have been due, and what lies ahead, the days of its funding too."""
    ahead = [each for each in (*found, *_funding_days(compact, organisation, funded)) if each.day >= today]
    return DuePage(
        _("What is due: %(name)s") % {"name": organisation.name},
        organisation.slug,
        tuple(each for each in found if each.day < today),
        tuple(sorted(ahead, key=lambda each: (each.day, each.id))),
    )


def funding_page(
    compact: Published, organisation: Organisation, found: tuple[Funding, ...], today: date
) -> FundingPage:
    """Every grant and contract, the next end first."""
    notice = notice_of(compact)
    return FundingPage(
        title=_("Our funding: %(name)s") % {"name": organisation.name},
        slug=organisation.slug,
        notice=str(notice.period) if notice else "",
        promise=promise_address(compact, compact.edition.undertaking(notice.promise)) if notice else "",
        lines=tuple(_line(compact, organisation, each, today) for each in found),
    )


def letter(compact: Published, found: Iterable[Funding], key: str, today: date, site: str) -> tuple[str, ...]:
    """The letter about one grant or contract whose day for notice has passed; NotThere where there is none."""
    notice = notice_of(compact)
    of = next((each for each in found if each.key == key and _wants_letter(each, today)), None)
    if of is None or notice is None or of.notice_by is None:
        raise NotThere(key)
    promise = compact.edition.undertaking(notice.promise)
    cited = {
        "promise": compact.words.One,
        "number": printed(promise),
        "compact": compact.name,
        "period": notice.period,
        "by": long_date(of.notice_by),
        "link": f"{site}{promise_address(compact, promise)}",
    }
    text = compact.agreement.signed_text
    return (
        _("Dear [name],"),
        _("Your funding for %(title)s ends on %(day)s.") % {"title": of.title, "day": long_date(of.ends_on)},
        _("%(promise)s %(number)s of the %(compact)s speaks of %(period)s’ notice in writing. %(link)s") % cited,
        *([] if of.is_bound else [_("It binds public bodies that have signed.")]),
        _("For that, we would have had to hear from you by %(by)s. We have no letter from you.") % cited,
        _("Will the funding go on? If so, on what terms? If not, could you tell us why, in writing?"),
        _("We would like to plan what comes next with you. Could we meet soon?"),
        _("The signed text is what counts: %(title)s, %(url)s") % {"title": text.title, "url": text.url},
        _("Yours sincerely,"),
        _("[your name and organisation]"),
    )


def deadlines(
    compact: Published, organisation: Organisation, found: Iterable[Due], funded: Iterable[Funding]
) -> Iterator[Deadline]:
    """Both pages as days of a calendar."""
    page = reverse("organisation_due", args=[compact.id, organisation.slug])
    for each in (*found, *_funding_days(compact, organisation, funded)):
        yield Deadline(
            id=each.id,
            day=each.day,
            title=each.says,
            says=each.who,
            address=each.address or page,
            changed_at=each.changed_at,
            sequence=each.moved,
        )


def _funding_days(compact: Published, organisation: Organisation, funded: Iterable[Funding]) -> Iterator[Due]:
    page = reverse("organisation_funding", args=[compact.id, organisation.slug])
    for of in funded:
        for name, day, says in _days(of):
            yield Due(f"own-{of.key}-{name}", day, says, of.funder, page, of.changed_at, of.moved)


def _days(of: Funding) -> Iterator[tuple[str, date, str]]:
    title = {"title": of.title}
    yield "ends", of.ends_on, _("Funding ends: %(title)s") % title
    if of.notice_by:
        yield "notice", of.notice_by, _("Last day for notice: %(title)s") % title
    if of.plan_by:
        yield "plan", of.plan_by, _("Plan the end together: %(title)s") % title
    if of.report_on:
        yield "report", of.report_on, _("Report: %(title)s") % title


def _line(compact: Published, organisation: Organisation, of: Funding, today: date) -> FundingLine:
    here = {"compact": compact.id, "organisation": organisation.slug, "key": of.key}
    return FundingLine(
        of=of,
        amount=money(of.amount) if of.amount is not None else "",
        is_over=of.ends_on < today,
        letter=reverse("organisation_funding_letter", kwargs=here) if _wants_letter(of, today) else "",
        edit=reverse("organisation_funding_edit", kwargs=here) if of.is_own else "",
    )


def _wants_letter(of: Funding, today: date) -> bool:
    """Whether the last day for notice has passed, the end has not, and no notice is on record."""
    return of.notice_by is not None and of.notice_by < today <= of.ends_on and of.told_on is None
