"""What the pages of uploading hold; templates say it, and compute nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import Published
from livecompact.dealings.naming import named
from livecompact.dealings.public.words import tag
from livecompact.dealings.queries.whose import Actor
from livecompact.frame.numbers import whole_number
from livecompact.kinds import kind
from livecompact.kinds.kind import Kind
from livecompact.uploads import queries
from livecompact.uploads.giving_back import comes_back_as
from livecompact.uploads.kinds import UPLOADED
from livecompact.uploads.models import Upload, UploadState
from livecompact.uploads.second import list_waits_at
from livecompact.uploads.words import (
    STATES,
    cause_said,
    first_said,
    not_public_until,
    rows_done,
    rows_ready,
    rows_to_change,
)

OPEN = frozenset({UploadState.READ, UploadState.REFUSED})
SHOWN = 20
LONGEST_PAGE = 5
"""The digits of a page's number: none of ours has more."""
ABOUT_SAID = {
    "identifier": gettext_noop("the reference"),
    "title": gettext_noop("the title"),
    "organisation": gettext_noop("who acted"),
    "organisation_id": gettext_noop("the number of who acted"),
    "partner": gettext_noop("the group"),
    "partner_id": gettext_noop("the number of the group"),
    "currency": gettext_noop("the currency"),
}
"""What a column holds beside facts."""


@dataclass(frozen=True)
class Choose:
    """The kinds of list, and what was sent before."""

    kinds: tuple[Link, ...]
    sent: tuple[tuple[Link, str, date], ...]


@dataclass(frozen=True)
class CauseShown:
    """One problem: what it is in a sentence, where the first one stands, and what to do."""

    says: str
    first: str
    mend: str


@dataclass(frozen=True, kw_only=True)
class UploadPage:
    """How far an upload is, with what is told of the file."""

    template: str
    title: str
    plural: str
    part: str
    to_change: str = ""
    causes: tuple[CauseShown, ...] = ()
    changes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    others: str = ""
    says: str = ""
    can_match: bool = False
    can_undo: bool = False
    left: int = 0
    list_address: str = ""
    done: str = ""
    held: tuple[str, ...] = ()
    second: str = ""
    comes_back_as: str = ""
    of_ods: bool = False


@dataclass(frozen=True)
class ProblemsPage:
    """One page of cells that need a change."""

    lines: Sequence[dict[str, Any]]
    number: int
    pages: int
    wrong: str


@dataclass(frozen=True)
class Lacking:
    """A reason that rows lack: the fact that holds it, how many rows, and the promise."""

    fact: str
    rows: int
    says: str


@dataclass(frozen=True)
class StandsPage:
    """How the rows stand."""

    states: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    unjudged: int
    lacking: Lacking | None


@dataclass(frozen=True)
class PublishPage:
    """What is about to be public."""

    title: str
    rows: tuple[tuple[str, str], ...]
    hides: tuple[str, ...]
    held: tuple[str, ...]
    button: str


def kind_of(upload: Upload) -> Kind:
    """What its rows are."""
    return kind(upload.kind)


def is_open(upload: Upload) -> bool:
    """Whether it can be read again."""
    return upload.state in OPEN


def is_ready(upload: Upload) -> bool:
    """Whether it has rows that can be saved."""
    return upload.state == UploadState.READ and upload.ready > 0


def choose_page(actor: Actor, compact: Published, at: datetime) -> Choose:
    """The kinds of list, and what was sent before."""
    starts = {part: reverse("upload_start", args=[compact.id, part]) for part in UPLOADED}
    kinds = tuple(Link(_(each.plural), starts[part]) for part, each in UPLOADED.items())
    sent = tuple(
        (
            Link(each.file_name or _("A list"), reverse("upload", args=[compact.id, each.key])),
            str(UploadState(each.state).label),
            each.sent_at.date(),
        )
        for each in queries.uploads(actor, compact, at)
    )
    return Choose(kinds, sent)


def upload_page(upload: Upload, today: date) -> UploadPage:
    """How far an upload is."""
    told, plural = upload.told, kind(upload.kind).plural
    template, title = {
        UploadState.WAITING: ("checking", _("Checking your file")),
        UploadState.SAVING: ("checking", _("Saving your list")),
        UploadState.REFUSED: ("refused", _("We could not read your file")),
        UploadState.READ: ("ready", rows_ready(upload)),
        UploadState.SAVED: ("saved", _published(upload, plural)),
        UploadState.UNDONE: ("undone", _("The upload is undone")),
    }[UploadState(upload.state)]
    letters = told.get("letters", {})
    return UploadPage(
        template=template,
        title=title,
        plural=plural,
        part=kind(upload.kind).part,
        to_change=rows_to_change(upload),
        causes=tuple(_cause(each, letters) for each in told.get("causes", ())),
        changes=tuple(each["says"] for each in told.get("changes", ()))[:SHOWN],
        notes=tuple(told.get("notes", ())),
        hides=tuple(told.get("hides", ())),
        others=_others(upload),
        says=told.get("says", ""),
        can_match=bool(told.get("headings")),
        can_undo=upload.state == UploadState.SAVED and upload.undo_by is not None and upload.undo_by >= today,
        left=len(told.get("left", ())),
        list_address=reverse("dealings", args=[upload.home_id, kind(upload.kind).part]),
        done=rows_done(upload),
        held=not_public_until(upload)[:SHOWN],
        second=list_waits_at(upload) if upload.state == UploadState.READ else "",
        comes_back_as=comes_back_as(upload),
        of_ods=upload.file_name.lower().endswith(".ods"),
    )


def columns_page(upload: Upload) -> tuple[tuple[str, str], ...]:
    """What each column is known to hold."""
    of = kind(upload.kind)
    return tuple(
        (heading, _(of.by_name[held].label) if held in of.by_name else _(ABOUT_SAID.get(held, held)))
        for heading, held in upload.told.get("recognised", {}).items()
    )


def problems_page(actor: Actor, upload: Upload, asked: str) -> ProblemsPage:
    """One page of the cells that need a change; whatever the address asks, there is one."""
    wanted = whole_number(asked, LONGEST_PAGE) or 1
    lines, pages = queries.problems(actor, upload, wanted)
    return ProblemsPage(lines, min(max(wanted, 1), pages), pages, rows_to_change(upload))


def stands_page(compact: Published, upload: Upload) -> StandsPage:
    """How the rows stand, promise by promise, and the reason that most of them lack."""
    told = upload.told.get("stands", {})
    shown = [each.value for each in STATES]
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for slug, undertaking, state, count in told.get("promises", ()):
        counts.setdefault((slug, undertaking), dict.fromkeys(shown, 0))[state] = count
    rows = tuple(
        (_promise(compact, slug, undertaking), tuple(row[each] for each in shown))
        for (slug, undertaking), row in counts.items()
    )
    headings = tuple(tag(each) for each in STATES)
    return StandsPage(headings, rows, int(told.get("unjudged", 0)), _lacking(upload))


def publish_page(upload: Upload) -> PublishPage:
    """What is about to be public: totals, years, and how many groups we know."""
    told, plural = upload.told, kind(upload.kind).plural
    summary = told.get("summary", {})
    rows = [(_("Organisation"), named(upload.organisation)), (_("Rows to save"), f"{upload.ready:,}")]
    if summary.get("years"):
        rows.append((_("Years"), " – ".join(dict.fromkeys((summary["years"][0], summary["years"][-1])))))
    if summary.get("total"):
        rows.append((_("Total"), f"£{summary['total']}"))
    if summary.get("named") or summary.get("matched"):
        counts = {"matched": f"{summary['matched']:,}", "named": f"{summary['named']:,}"}
        rows.append((_("Groups"), _("%(matched)s matched, %(named)s by name only") % counts))
    shown = upload.ready - sum(rows for _day, rows in told.get("held", ()))
    count = {"n": f"{shown:,}", "plural": plural}
    button = _("Publish %(n)s %(plural)s") % count if shown else _("Save, and tell each group first")
    held = not_public_until(upload)[:SHOWN]
    return PublishPage(_("Check and publish"), tuple(rows), tuple(told.get("hides", ())), held, button)


def _published(upload: Upload, plural: str) -> str:
    count = {"n": f"{upload.made + upload.changed:,}", "plural": plural}
    return _("%(n)s %(plural)s are published") % count


def _others(upload: Upload) -> str:
    """That the file names another organisation than the one whose list it is said to be."""
    acted = [each for each in upload.told.get("summary", {}).get("acted", ()) if each]
    if not acted:
        return ""
    words = {"names": ", ".join(acted[:3]), "name": named(upload.organisation)}
    return _("The file names %(names)s. Its rows will be records of %(name)s.") % words


def _cause(cause: dict[str, Any], letters: dict[str, str]) -> CauseShown:
    return CauseShown(cause_said(cause, letters), first_said(cause), cause["first"]["mend"])


def _promise(compact: Published, slug: str, undertaking: str) -> str:
    told = f"{compact.words.One} {undertaking}"
    return told if slug == compact.id else f"{told} ({slug.capitalize()})"


def _lacking(upload: Upload) -> Lacking | None:
    """The reason that most rows lack and of which nothing was said yet."""
    counts: dict[str, int] = {}
    for fact, _slug, _standard, count in upload.told.get("stands", {}).get("lacking", ()):
        counts[fact] = counts.get(fact, 0) + count
    for fact, rows in sorted(counts.items(), key=lambda each: -each[1]):
        if fact not in upload.reasons:
            label = _(kind(upload.kind).by_name[fact].label)
            says = ngettext("%(n)s row lacks %(reason)s.", "%(n)s rows lack %(reason)s.", rows)
            return Lacking(fact, rows, says % {"n": f"{rows:,}", "reason": label})
    return None
