"""The words and the table of a check for a committee report, or the letter, as a file for a word processor."""

from collections.abc import Iterator
from datetime import date

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from livecompact.checks.pages import ResultPage
from livecompact.compacts.queries import Published
from livecompact.frame.dates import long_date
from livecompact.frame.word import TYPE, Heading, Part, Table, word_file


def word_answer(compact: Published, page: ResultPage, called: str, on: date) -> HttpResponse:
    """The file, under the name `called`.docx; nobody keeps a copy of it here."""
    made = word_file(page.title, get_language() or "en", _parts(compact, page, on))
    response = HttpResponse(made, content_type=TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{called}.docx"'
    response.headers["Cache-Control"] = "no-store, private"
    return response


def _parts(compact: Published, page: ResultPage, on: date) -> Iterator[Part]:
    yield Heading(page.title)
    yield _("%(name)s. Checked on %(day)s.") % {"name": compact.name, "day": long_date(on)}
    yield _("This is advice, not a verdict.")
    yield from page.notes
    if page.letter:
        yield Heading(_("A letter to copy"), 2)
        yield from page.letter
    if page.paragraph:
        yield Heading(_("Words for your committee report"), 2)
        yield from page.paragraph
    if page.table:
        yield _table(compact, page)
    yield Heading(_("Your answers"), 2)
    yield Table(_("What was asked, and what you said"), (_("Question"), _("Answer")), _answers(page))


def _table(compact: Published, page: ResultPage) -> Table:
    words = compact.words
    caption = _("This plan and the %(promises)s") % {"promises": words.many}
    heads = (str(words.One), _("What it asks"), _("What the plan does"))
    return Table(caption, heads, [(row.promise, row.asks, row.does) for row in page.table])


def _answers(page: ResultPage) -> list[tuple[str, str]]:
    return [(row.key, row.value) for row in page.answers]
