"""The mails about what is due, each asked again on the day on which it goes for whether it still is."""

from collections import Counter
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.dealings.models import Dealing, Standing, State
from livecompact.dealings.naming import address_of, in_compact, named, part_of
from livecompact.dealings.reminding.due import Due, Reason, due
from livecompact.dealings.rows import settled_of
from livecompact.dealings.standings import Shown
from livecompact.frame.dates import long_date
from livecompact.people.queries import organisations_of
from livecompact.record.letters import Letter
from livecompact.record.mail import shortened, whole
from livecompact.record.models import Notice

MOST_TOLD = 5
LATE = timedelta(days=2)
"""A mail that goes so long after its day says that it is late."""


def one(notice: Notice, at: datetime) -> Letter | None:
    """One thing that is due; None where it is over, was done, or the person no longer acts for the organisation."""
    dealing = _dealing(notice.subject.partition("/")[2])
    if dealing is None or dealing.organisation.slug not in organisations_of(notice.person, at=at):
        return None
    today = localdate(at)
    still = (
        each for each in due(today, dealing) if (each.reason, each.occurrence) == (notice.reason, notice.occurrence)
    )
    found = next(still, None)
    if found is None:
        return None
    lines = [_says(found, today), _do(found)]
    if today - found.since > LATE:
        lines.append(_("This email is late. It was due on %(day)s.") % {"day": long_date(found.since)})
    return Letter(
        subject=_subject(found, today),
        lines=tuple(lines),
        address=_where(found),
        why=_why(dealing),
        thread=notice.subject,
    )


def digest(notice: Notice, at: datetime) -> Letter | None:
    """Several things that became due at once; None where none is any more."""
    own, today = organisations_of(notice.person, at=at), localdate(at)
    dealings = [each for each in map(_dealing, notice.details.split(",")) if each and each.organisation.slug in own]
    found = [each for dealing in dealings for each in due(today, dealing) if each.compact == notice.compact]
    if not found:
        return None
    of = found[0].dealing.organisation
    items = [f"- {shortened(_subject(each, today))}\n{whole(_where(each))}" for each in found[:MOST_TOLD]]
    more = len(found) - MOST_TOLD
    late = [_("This email is late. Some of it was due days ago.")] if _is_late(found, today) else []
    rest = [_("And %(more)s more.") % {"more": more}] if more > 0 else []
    said = ngettext("%(n)s thing is due from you", "%(n)s things are due from you", len(found)) % {"n": len(found)}
    return Letter(
        subject=said,
        lines=(
            *late,
            _("These are due:"),
            *items,
            *rest,
            _("Here is all that %(name)s has to do:") % {"name": named(of)},
        ),
        address=reverse("organisation_due", args=[notice.compact, of.slug]),
        why=_why(found[0].dealing),
    )


def published(notice: Notice, at: datetime) -> Letter | None:
    """To who acts for the organisation: that its record is public, and how it stands; None once it is withdrawn."""
    dealing = _dealing(notice.subject.partition("/")[2])
    if dealing is None or dealing.organisation.slug not in organisations_of(notice.person, at=at):
        return None
    rows = Standing.objects.filter(dealing=dealing, compact=dealing.home)
    shown = Counter(settled_of(row).on(localdate(at)) for row in rows)
    stands = _("Of its checks, %(kept)s are kept, %(explained)s explained and %(ahead)s not due yet.") % {
        "kept": shown[Shown.KEPT],
        "explained": shown[Shown.EXPLAINED],
        "ahead": shown[Shown.NOT_YET_DUE],
    }
    short = ngettext(
        "%(n)s falls short of what is asked. You can say why on its page.",
        "%(n)s fall short of what is asked. You can say why on its page.",
        shown[Shown.WAITING],
    ) % {"n": shown[Shown.WAITING]}
    says = _("“%(title)s” is on the public record.") % {"title": dealing.title}
    return Letter(
        subject=_("Published: %(title)s") % {"title": dealing.title},
        lines=(says, stands, *([short] if shown[Shown.WAITING] else [])),
        address=address_of(dealing),
        why=_why(dealing),
        thread=notice.subject,
    )


def _subject(found: Due, today: date) -> str:
    days = (found.day - today).days
    of = {"title": found.dealing.title}
    match found.reason:
        case Reason.EXPLAIN:
            return _("You can say why: %(title)s") % of
        case Reason.LAST_CALL:
            return _("A few days left to say why: %(title)s") % of
        case Reason.NOT_KEPT:
            return _("It now shows as not kept: %(title)s") % of
        case Reason.FEEDBACK_SOON:
            in_days = ngettext(
                "Tomorrow: say what changed after %(title)s", "In %(n)s days: say what changed after %(title)s", days
            )
            return in_days % {**of, "n": days}
        case Reason.PLAN_END:
            return _("Plan the end together: %(title)s") % of
    return _("Say what changed after %(title)s") % of


def _says(found: Due, today: date) -> str:
    of = {
        "title": found.dealing.title,
        "day": long_date(found.day),
        "promises": _promises(found),
    }
    match found.reason:
        case Reason.EXPLAIN | Reason.LAST_CALL:
            return _("You have until %(day)s to say why. “%(title)s” does less than is promised (%(promises)s).") % of
        case Reason.NOT_KEPT:
            return _("“%(title)s” shows as not kept (%(promises)s). Nobody said why by %(day)s.") % of
        case Reason.FEEDBACK_SOON:
            return _("You said that you would say what changed by %(day)s.") % of
        case Reason.PLAN_END:
            return _("“%(title)s”: the funding ends on %(day)s. No plan for the end is on record.") % of
    if found.day == today:
        return _("You said that you would say what changed by today.")
    return _("You said that you would say what changed by %(day)s. It is not on the record.") % of


def _do(found: Due) -> str:
    match found.reason:
        case Reason.EXPLAIN | Reason.LAST_CALL:
            return _("Until then its page shows the facts alone. After that it says “Not kept”.")
        case Reason.NOT_KEPT:
            return _("You can still say why. Your reason then stands beside it, with its day.")
        case Reason.PLAN_END:
            told = {"promises": _promises(found)}
            return _("Both sides promise to plan it together (%(promises)s). Meet, and record what you agreed.") % told
    return _("Say for each theme what you heard, what you did, and why.")


def _promises(found: Due) -> str:
    words = ngettext("promise %(numbers)s", "promises %(numbers)s", len(found.promises))
    return words % {"numbers": _(" and ").join(found.promises)}


def _where(found: Due) -> str:
    if found.reason in (Reason.FEEDBACK_SOON, Reason.FEEDBACK_DUE):
        return in_compact("dealing_feedback", found.dealing)
    if found.reason is Reason.PLAN_END:
        return reverse("dealing_new", args=[found.compact, part_of("exit-plan")])
    return in_compact("dealing_explain", found.dealing)


def _is_late(found: list[Due], today: date) -> bool:
    return any(today - each.since > LATE for each in found)


def _why(dealing: Dealing) -> str:
    return _("You get this because you act for %(name)s.") % {"name": named(dealing.organisation)}


def _dealing(key: str) -> Dealing | None:
    rows = Dealing.objects.select_related("organisation", "home")
    return rows.filter(key=key, state=State.PUBLIC).first()
