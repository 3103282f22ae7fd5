"""The pages of a check before there is an account: each reads the answers in its address, and shows."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import cache_control

from livecompact.checks import pages, queries
from livecompact.checks.addresses import next_address, question_address
from livecompact.checks.answers import read
from livecompact.checks.file_checks import Refused, check_file
from livecompact.checks.forms import FileForm, PageForm
from livecompact.checks.journeys.journey import Journey
from livecompact.checks.letters import Site
from livecompact.checks.walking import Walk
from livecompact.checks.word_report import word_answer
from livecompact.compacts.answers import with_compact
from livecompact.compacts.holidays.queries import school_holidays
from livecompact.compacts.queries import Published
from livecompact.frame.pdf_answers import pdf_answer

SENT = "sent"
"""Says that a page's own form was sent, and not only opened."""


@with_compact
def checks(request: HttpRequest, compact: Published) -> HttpResponse:
    """The list of checks."""
    return _show(request, compact, "list", page=pages.checks_page(compact))


@with_compact
def start(request: HttpRequest, compact: Published, journey: Journey) -> HttpResponse:
    """The first page of one check."""
    walk = _walk(request, compact, journey)
    back = reverse("check", args=[compact.id])
    return _show(request, compact, "start", page=pages.start_page(compact, walk, back))


@with_compact
def question(request: HttpRequest, compact: Published, journey: Journey, page: str) -> HttpResponse:
    """One page that asks; sent, it leads to the next."""
    asked = journey.page(page)
    if asked is None:
        raise Http404
    walk = _walk(request, compact, journey)
    if not walk.can_open(asked):
        return redirect(next_address(compact, walk.answers, walk.open_page()))
    form = PageForm(walk, asked, request.GET if SENT in request.GET else None)
    if form.is_valid():
        return redirect(_onward(compact, walk, form))
    return _show(request, compact, "question", page=pages.question_page(compact, walk, asked), form=form)


@with_compact
def result(request: HttpRequest, compact: Published, journey: Journey, form: str = "") -> HttpResponse:
    """The end of a check, also as PDF and for a word processor; where an answer is missing it leads to its question."""
    walk = _walk(request, compact, journey)
    if missing := walk.open_page():
        return redirect(question_address(compact, walk.answers, missing))
    around = queries.compacts_around(request.user, compact, walk.today)
    site = Site(request.build_absolute_uri("/").rstrip("/"), walk.today)
    page = pages.result_page(compact, walk, around, school_holidays(request.user, compact.id), site)
    if form == "pdf":
        context = {"compact": compact, "words": compact.words, "page": page, "on": walk.today}
        return pdf_answer(request, "checks/pdf/result.jinja", context, f"{compact.id}-{journey.id}", keep=False)
    if form == "docx":
        return word_answer(compact, page, f"{compact.id}-{journey.id}", walk.today)
    return _show(request, compact, "result", page=page)


@cache_control(no_store=True, private=True)
@with_compact
def file(request: HttpRequest, compact: Published) -> HttpResponse:
    """A file to check; its report is shown or handed over, and nothing is kept."""
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            sent = form.cleaned_data
            report = check_file(request, compact, sent["file"], kind=form.rows_are, form=sent["form"])
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            return _show(request, compact, "report", report=report) if report.is_shown else report.download()
    return _show(request, compact, "file", form=form)


def _walk(request: HttpRequest, compact: Published, journey: Journey) -> Walk:
    return Walk(journey, compact.agreement, read(journey, request.GET), localdate())


def _onward(compact: Published, walk: Walk, form: PageForm) -> str:
    """Where a page leads once it is answered: on, or back to the days that are to be changed."""
    if form.goes_back and form.page.interrupts:
        back_to = walk.journey.page(form.page.interrupts.back_to)
        return next_address(compact, walk.answers, back_to)
    answers = walk.answers.changed(form.answered)
    return next_address(compact, answers, Walk(walk.journey, walk.agreement, answers, walk.today).open_page())


def _show(request: HttpRequest, compact: Published, template: str, **shown: object) -> HttpResponse:
    return render(request, f"checks/{template}.jinja", {"compact": compact, "words": compact.words, **shown})
