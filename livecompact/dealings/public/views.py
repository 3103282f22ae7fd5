"""The public pages of dealings, each in the forms that it has."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts import queries as compacts
from livecompact.compacts.answers import with_compact
from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.dealings.public import out, pages
from livecompact.dealings.public.asking import asked_for
from livecompact.dealings.public.beside import beside
from livecompact.dealings.public.facts_said import capital
from livecompact.dealings.queries.all_of_a_list import each_with_standings
from livecompact.frame import atom
from livecompact.frame.sheets import csv_text
from livecompact.kinds.kind import Kind


@with_compact
def dealings(
    request: HttpRequest, compact: Published, kind: Kind, year: int | None = None, form: str = ""
) -> HttpResponse:
    """A list of dealings, filtered as the query of its address says."""
    asked, today = asked_for(request.GET, year), localdate()
    if form == "csv":
        every = queries.every(request.user, compact, kind, asked, today)
        return _csv(compact, kind, out.rows(kind, each_with_standings(every, compact), today))
    found = queries.dealings(request.user, compact, kind, asked, today)
    page = pages.list_page(compact, kind, asked, found, today)
    if form == "json":
        return out.data_of_list(compact, page, found.rows, today)
    around = {"choices": pages.choices(kind, found), **beside(compact, kind, today)}
    return render(request, "dealings/list.jinja", _context(compact, page) | around)


@with_compact
def feed(request: HttpRequest, compact: Published, kind: Kind) -> HttpResponse:
    """The newest dealings of a kind, for programs that people read news with."""
    found = queries.latest(request.user, compact, kind, atom.ON_A_PAGE)
    title = f"{capital(_(kind.plural))} – {compact.name}"
    made = out.feed(compact, kind, found, title=title, origin=queries.origin(compact), now=timezone.now())
    return atom.answer(request, made)


@with_compact
def calendar(request: HttpRequest, compact: Published, kind: Kind) -> HttpResponse:
    """The days on which dealings of a kind close or are due, as one calendar."""
    found = queries.deadlines(request.user, compact, kind, localdate())
    return out.calendar_answer(request, found, f"{capital(_(kind.plural))} – {compact.name}")


@with_compact
def dealing(
    request: HttpRequest, compact: Published, *, kind: Kind, year: int, slug: str, form: str = ""
) -> HttpResponse:
    """One dealing."""
    now = timezone.now()
    found = queries.dealing(request.user, compact, kind, year, slug, at=now)
    if form == "ics":
        return out.calendar_answer(request, [found], found.title)
    whole, today = queries.in_whole(request.user, found), localdate()
    others = tuple(each for each in compacts.compacts(request.user, today) if each.id in whole.judged_by)
    acts, told = pages.acts_on(request.user, compact, found, now), queries.story(request.user, found, now)
    page = pages.dealing_page(compact, others, whole, acts=acts, told=told, today=today)
    if form == "json":
        return out.data_of_one(compact, page, whole)
    return render(request, "dealings/dealing.jinja", _context(compact, page))


def _csv(compact: Published, kind: Kind, rows: object) -> HttpResponse:
    response = HttpResponse(csv_text(out.header(kind), rows), content_type="text/csv; charset=utf-8")  # type: ignore[arg-type]
    response.headers["Content-Disposition"] = f'attachment; filename="{compact.id}-{kind.part}.csv"'
    return response


def _context(compact: Published, page: object) -> dict[str, object]:
    return {"compact": compact, "words": compact.words, "page": page}
