"""What is due on a day, out of the days that are written: nothing here asks what was told before.

Each thing has a key that is the same on every day on which it is due, so that it is told once. It is found again for
a year, so that nothing is lost however long no worker ran. That is shorter than it is known who was told of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q, QuerySet

from livecompact.dealings.acts import agreements_now
from livecompact.dealings.models import SEEN, Dealing, Explanation, Standing, State
from livecompact.kinds import kind
from livecompact.standards.standard import Verdict

LATELY = timedelta(days=366)
LAST_CALL = timedelta(days=3)
"""So long before the last day of the time to explain: over a weekend too."""
SOON = timedelta(days=7)
"""So long before the day on which what changed is to be said."""
UNFINISHED = timedelta(days=400)
PLAN_AHEAD = timedelta(days=42)
"""So long before funding ends: our choice, six weeks, in which two sides can meet twice."""
DECIDED_LATELY = timedelta(days=1100)
"""No end of funding is looked for that was decided longer ago."""
ENDS = ("ended", "not renewed")


class Reason(StrEnum):
    """What is told, and the name of its mail."""

    EXPLAIN = "time-to-explain"
    LAST_CALL = "time-to-explain-ends"
    NOT_KEPT = "stands-not-kept"
    FEEDBACK_SOON = "feedback-soon"
    FEEDBACK_DUE = "feedback-due"
    PLAN_END = "plan-the-end"


@dataclass(frozen=True)
class Due:
    """One thing that is due: of which record, since which day, and the day that it is about.

    `promises` are the numbers of the promises, where it is about some.
    """

    reason: Reason
    dealing: Dealing
    since: date
    day: date
    compact: str
    promises: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """The record, as a notice names it."""
        return f"{self.dealing.kind}/{self.dealing.key}"

    @property
    def occurrence(self) -> str:
        """Which time it is: the day that it is about, in a Compact."""
        return f"{self.compact} {self.day}"


def due(today: date, dealing: Dealing | None = None) -> Iterator[Due]:
    """Everything that is due on a day, or what is due of one record. Four queries, whatever the size.

    Where funding nears its end, one more for what the Compacts promise of that.
    """
    yield from _to_explain(today, dealing)
    yield from _to_feed_back(today, dealing)
    yield from _to_plan(today, dealing)


def _to_explain(today: date, dealing: Dealing | None) -> Iterator[Due]:
    """The time to explain, its end, and what came of it; one for each record, Compact and last day."""
    rows = Standing.objects.filter(verdict=Verdict.NOT_KEPT, asked_on__lte=today, answer_by__gte=today - LATELY)
    rows = rows.filter(dealing__state=State.PUBLIC, disputed_on=None)
    rows = rows.filter(dealing=dealing) if dealing else rows
    rows = rows.select_related("dealing__organisation", "dealing__home").order_by("dealing", "compact", "answer_by")
    explained = _explained([row.dealing_id for row in rows])
    found: dict[tuple[int, str, date], list[Standing]] = {}
    for row in rows:
        if (row.dealing_id, row.compact_id, row.standard) not in explained and row.answer_by:
            found.setdefault((row.dealing_id, row.compact_id, row.answer_by), []).append(row)
    for (_dealing, compact, last), standings in found.items():
        reason, since = _of_its_time(standings[0], last, today)
        numbers = tuple(dict.fromkeys(each.undertaking for each in standings))
        yield Due(reason, standings[0].dealing, since, last, compact, numbers)


def _of_its_time(standing: Standing, last: date, today: date) -> tuple[Reason, date]:
    """Which of the three it is on a day, and since when: only what is still of use is told."""
    if today > last:
        return Reason.NOT_KEPT, last + timedelta(days=1)
    asked = standing.asked_on or today
    if today >= last - LAST_CALL and asked < last - LAST_CALL:
        return Reason.LAST_CALL, last - LAST_CALL
    return Reason.EXPLAIN, asked


def _explained(dealings: list[int]) -> set[tuple[int, str, str]]:
    rows = Explanation.objects.filter(dealing__in=set(dealings))
    return {
        (dealing, str(compact), code) for dealing, compact, code in rows.values_list("dealing", "compact", "standard")
    }


def feedback_overdue(compact: str, today: date) -> Iterator[tuple[Dealing, date]]:
    """The consultations of a Compact whose own day for saying what changed is over, each with that day. One query."""
    for each in _unfinished(today).filter(home__slug=compact):
        day = kind(each.kind).read(each.facts).day("feedback_due")
        if day and day < today:
            yield each, day


def _unfinished(today: date) -> QuerySet[Dealing]:
    """The consultations that have closed, not long ago, and of which nobody said what changed."""
    rows = Dealing.objects.filter(kind="consultation", state=State.PUBLIC, done_on=None)
    rows = rows.filter(ends_on__gte=today - UNFINISHED, ends_on__lt=today)
    return rows.select_related("organisation", "home")


def _to_feed_back(today: date, dealing: Dealing | None) -> Iterator[Due]:
    """The day that a body itself named for saying what changed: a week before, and on the day."""
    rows = _unfinished(today)
    for each in (rows.filter(pk=dealing.pk) if dealing else rows).iterator():
        day = kind(each.kind).read(each.facts).day("feedback_due")
        if day is None or not day - SOON <= today <= day + LATELY:
            continue
        reason = Reason.FEEDBACK_DUE if today >= day else Reason.FEEDBACK_SOON
        yield Due(reason, each, day if today >= day else day - SOON, day, each.home_id)


def _to_plan(today: date, dealing: Dealing | None) -> Iterator[Due]:
    """An end of funding that nears, where a plan for it is promised and none is on record yet."""
    plans = Dealing.objects.filter(Q(follows=OuterRef("pk")) | Q(follows=OuterRef("follows")), kind="exit-plan")
    rows = Dealing.objects.filter(kind="funding-change", state=State.PUBLIC, happens_on__gte=today - DECIDED_LATELY)
    rows = rows.exclude(Exists(plans.filter(state__in=SEEN))).select_related("organisation", "home")
    near = []
    for each in (rows.filter(pk=dealing.pk) if dealing else rows).iterator():
        facts = kind(each.kind).read(each.facts)
        day = facts.day("takes_effect")
        if facts["change"] in ENDS and day and day - PLAN_AHEAD <= today <= day:
            near.append((each, day))
    known = agreements_now(today) if near else {}
    for each, day in near:
        edition = known[each.home_id].edition_in_force(day) if each.home_id in known else None
        standards = edition.standards_for("exit-plan") if edition else ()
        if promises := tuple(dict.fromkeys(standard.undertaking for standard in standards)):
            yield Due(Reason.PLAN_END, each, day - PLAN_AHEAD, day, each.home_id, promises)
