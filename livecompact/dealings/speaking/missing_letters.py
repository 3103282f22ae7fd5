"""The mails about what is said to be missing, each asked again for whether it is still so."""

from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import compact
from livecompact.dealings.models import SaidMissing
from livecompact.dealings.naming import named
from livecompact.dealings.speaking.notices import missing_address
from livecompact.dealings.speaking.stage import Stage, stage_of
from livecompact.dealings.standings import REPLY_WINDOW
from livecompact.frame.dates import long_date
from livecompact.people.queries import organisations_of
from livecompact.record.letters import Letter
from livecompact.record.models import Notice


def said(notice: Notice, at: datetime) -> Letter | None:
    """To the body: what is said to be missing, and until when it can answer before others read it."""
    row = _row(notice)
    if row is None or row.body.slug not in organisations_of(notice.person, at=at):
        return None
    if stage_of(row, localdate(at)) not in (Stage.UNTOLD, Stage.WAITS):
        return None
    names = _names(row)
    until = {"day": long_date(row.answer_by)} if row.answer_by else {}
    time = (
        _("Nobody else reads this until %(day)s is over.") % until
        if until
        else _("You have %(window)s from the day of this email. Nobody else reads it till then.")
        % {"window": _window(row, at)}
    )
    return _letter(
        row,
        _("Is this missing? %(title)s") % names,
        (
            _("%(who)s says that “%(title)s” happened on %(day)s. It is not on the record.") % names,
            _("Put it on the record, or say why it is not there."),
            time,
        ),
        named(row.body),
    )


def stands(notice: Notice, at: datetime) -> Letter | None:
    """To both sides: the time is over, and everybody reads it now."""
    row = _row(notice)
    own = organisations_of(notice.person, at=at)
    if row is None or stage_of(row, localdate(at)) is not Stage.STANDS or not own & {row.body.slug, row.said_by.slug}:
        return None
    names = _names(row)
    acts_for = named(row.body if row.body.slug in own else row.said_by)
    do = _("You can still answer.") if row.body.slug in own else _("You can take it back at any time.")
    lines = (_("%(body)s has not answered. Everyone can now read that “%(title)s” is said to be missing.") % names, do)
    return _letter(row, _("Said to be missing: %(title)s") % names, lines, acts_for)


def answered(notice: Notice, at: datetime) -> Letter | None:
    """To who said it: what the body answers."""
    row = _row(notice)
    if row is None or row.said_by.slug not in organisations_of(notice.person, at=at):
        return None
    stage, names = stage_of(row, localdate(at)), _names(row)
    if stage is Stage.HERE:
        says = _("%(body)s put “%(title)s” on the record.") % names
    elif stage is Stage.WHY_NOT:
        says = _("%(body)s says why “%(title)s” is not on the record.") % names
    else:
        return None
    more = (
        _("You can read it, and take yours back if that settles it.")
        if stage is Stage.WHY_NOT
        else _("You can read it.")
    )
    return _letter(row, _("An answer: %(title)s") % names, (says, more), named(row.said_by))


def _window(row: SaidMissing, at: datetime) -> str:
    """How long a body has to answer in its Compact, in words."""
    return compact(None, str(row.home_id), localdate(at)).agreement.reply_window or REPLY_WINDOW


def _letter(row: SaidMissing, subject: str, lines: tuple[str, ...], acts_for: str) -> Letter:
    return Letter(
        subject=subject,
        lines=lines,
        address=missing_address(row),
        why=_("You get this because you act for %(name)s.") % {"name": acts_for},
        thread=f"missing/{row.key}",
    )


def _row(notice: Notice) -> SaidMissing | None:
    rows = SaidMissing.objects.select_related("body", "said_by", "home")
    return rows.filter(key=notice.subject.partition("/")[2], taken_back_at=None).first()


def _names(row: SaidMissing) -> dict[str, str]:
    return {
        "who": named(row.said_by),
        "body": named(row.body),
        "title": row.title,
        "day": long_date(row.happened_on),
    }
