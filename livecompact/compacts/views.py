"""The pages of a Compact: each loads what it holds, and shows it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.timezone import localdate

from livecompact.compacts import queries
from livecompact.compacts.answers import answer, answer_as_pdf, answer_of_site, with_compact
from livecompact.compacts.holidays.queries import school_holidays
from livecompact.compacts.pages import coverage as coverage_pages
from livecompact.compacts.pages import easy_read as easy_read_pages
from livecompact.compacts.pages import editions as edition_pages
from livecompact.compacts.pages import lists, texts, whole, words
from livecompact.compacts.pages import promise as promise_pages
from livecompact.compacts.pages import search as search_pages
from livecompact.compacts.pages.shared import address, own_name
from livecompact.compacts.queries import Published


def compacts(request: HttpRequest, form: str = "") -> HttpResponse:
    """Every Compact of the site."""
    found = queries.compacts(request.user, localdate())
    return answer_of_site(request, "compacts", lists.compacts_page(found), form)


def compact(request: HttpRequest, compact: str, form: str = "") -> HttpResponse:
    """The first page of a Compact, which leads to those around it."""
    around = queries.compacts(request.user, localdate())
    try:
        found = queries.among(around, compact)
    except queries.NotThere as error:
        raise Http404(compact) from error
    page = lists.home_page(found, around, school_holidays(request.user, compact))
    return answer(request, found, "compact", page, form)


@with_compact
def promises(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Every promise, by topic."""
    return answer(request, compact, "promises", lists.promises_page(compact), form)


@with_compact
def promise(request: HttpRequest, compact: Published, promise: str, form: str = "") -> HttpResponse:
    """One promise, under its own name; by its other name one is led there."""
    if (name := own_name(promise_pages.found(compact.edition, promise))) != promise:
        route = f"promise.{form}" if form else "promise"
        return redirect(address(route, compact, promise=name), permanent=True)
    return answer(request, compact, "promise", promise_pages.promise_page(compact, promise), form)


@with_compact
def short_promise(request: HttpRequest, compact: Published, number: str) -> HttpResponsePermanentRedirect:  # noqa: ARG001
    """A number straight after the Compact's name, as on paper: it leads to the promise."""
    name = own_name(promise_pages.found(compact.edition, number))
    return HttpResponsePermanentRedirect(address("promise", compact, promise=name))


@with_compact
def topics(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Every topic."""
    return answer(request, compact, "topics", lists.topics_page(compact), form)


@with_compact
def topic(request: HttpRequest, compact: Published, topic: str, form: str = "") -> HttpResponse:
    """The promises of a topic."""
    return answer(request, compact, "topic", lists.topic_page(compact, topic), form)


@with_compact
def sections(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Every section of the text."""
    return answer(request, compact, "sections", lists.sections_page(compact), form)


@with_compact
def section(request: HttpRequest, compact: Published, section: str, form: str = "") -> HttpResponse:
    """One section of the text."""
    return answer(request, compact, "section", lists.section_page(compact, section), form)


@with_compact
def editions(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Every edition."""
    return answer(request, compact, "editions", edition_pages.editions_page(compact), form)


@with_compact
def edition(request: HttpRequest, compact: Published, edition: str, form: str = "") -> HttpResponse:
    """One edition."""
    return answer(request, compact, "edition", edition_pages.edition_page(compact, edition), form)


@with_compact
def edition_promise(
    request: HttpRequest, compact: Published, edition: str, promise: str, form: str = ""
) -> HttpResponse:
    """One promise as an edition has it."""
    within = edition_pages.edition_named(compact, edition)
    return answer(request, compact, "promise", promise_pages.promise_page(compact, promise, within), form)


@with_compact
def changes(request: HttpRequest, compact: Published, before: str, after: str, form: str = "") -> HttpResponse:
    """What changed from one edition to another."""
    return answer(request, compact, "changes", edition_pages.changes_page(compact, before, after), form)


@with_compact
def principles(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """What both sides believe."""
    return answer(request, compact, "principles", texts.principles_page(compact), form)


@with_compact
def stories(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """What went well."""
    return answer(request, compact, "stories", texts.stories_page(compact), form)


@with_compact
def glossary(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """What words mean."""
    return answer(request, compact, "glossary", words.glossary_page(compact), form)


@with_compact
def term(request: HttpRequest, compact: Published, term: str, form: str = "") -> HttpResponse:
    """What one word means."""
    return answer(request, compact, "term", words.term_page(compact, term), form)


@with_compact
def groups(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Who runs the Compact."""
    return answer(request, compact, "groups", texts.groups_page(compact), form)


@with_compact
def about(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """What the agreement is."""
    return answer(request, compact, "about", texts.about_page(compact), form)


@with_compact
def joining(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Who can sign."""
    return answer(request, compact, "joining", texts.joining_page(compact), form)


@with_compact
def concerns(request: HttpRequest, compact: Published) -> HttpResponseRedirect:  # noqa: ARG001
    """Where concerns will be listed; until then it leads to how one is raised."""
    return HttpResponseRedirect(address("concerns_how", compact))


@with_compact
def concerns_how(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """How a concern is raised."""
    return answer(request, compact, "concerns_how", texts.concerns_page(compact), form)


@with_compact
def codes(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Every code of practice."""
    return answer(request, compact, "codes", texts.codes_page(compact), form)


@with_compact
def code(request: HttpRequest, compact: Published, code: str, form: str = "") -> HttpResponse:
    """One code of practice."""
    return answer(request, compact, "code", texts.code_page(compact, code), form)


@with_compact
def coverage(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """How the text is kept in view."""
    return answer(request, compact, "coverage", coverage_pages.coverage_page(compact), form)


@with_compact
def counting(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """How days are counted."""
    page = texts.counting_page(compact, school_holidays(request.user, compact.id))
    return answer(request, compact, "counting", page, form)


@with_compact
def easy_read(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """Every Easy Read booklet."""
    return answer(request, compact, "easy_read", easy_read_pages.easy_read_page(compact), form)


@with_compact
def booklet(request: HttpRequest, compact: Published, booklet: str, form: str = "") -> HttpResponse:
    """One Easy Read booklet."""
    return answer(request, compact, "booklet", easy_read_pages.booklet_page(compact, booklet), form)


@with_compact
def search(request: HttpRequest, compact: Published, form: str = "") -> HttpResponse:
    """What the texts of a Compact say of some words."""
    asked = search_pages.question(request.GET)
    return answer(request, compact, "search", search_pages.search_page(compact, asked, localdate()), form)


@with_compact
def forms(request: HttpRequest, compact: Published) -> HttpResponse:
    """The forms in which the agreement can be taken away."""
    return answer(request, compact, "agreement", whole.forms_page(compact))


@with_compact
def agreement_pdf(request: HttpRequest, compact: Published, edition: str = "") -> HttpResponse:
    """An edition whole as PDF; the one in force where none is named."""
    within = edition_pages.edition_named(compact, edition or compact.edition.id)
    page = whole.whole_text(compact, within)
    return answer_as_pdf(request, compact, "agreement", page, whole.called(compact, within.id))


@with_compact
def booklet_pdf(request: HttpRequest, compact: Published, booklet: str) -> HttpResponse:
    """One Easy Read booklet as PDF."""
    page = easy_read_pages.booklet_page(compact, booklet)
    return answer_as_pdf(
        request, compact, "booklet", page, whole.called(compact, "easy-read", booklet), pictures=page.pictures
    )


@with_compact
def agreement(request: HttpRequest, compact: Published) -> HttpResponse:
    """The whole agreement, every edition, as the one text that was published (JSON)."""
    text = queries.folder(request.user, compact)
    return HttpResponse(text, content_type="application/json", headers={"ETag": f'"{compact.sha256}"'})


@with_compact
def brand(request: HttpRequest, compact: Published) -> HttpResponse:  # noqa: ARG001
    """The colour of a Compact as a stylesheet of one rule: styles inside a page are forbidden."""
    rule = f":root{{--govuk-brand-colour:{compact.brand_colour}}}" if compact.brand_colour else ""
    return HttpResponse(rule, content_type="text/css", headers={"Cache-Control": "public, max-age=3600"})
