"""The answer to who asks for a PDF: the file, or why there is none just now."""

import logging
from collections.abc import Sequence
from pathlib import PurePosixPath

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response

from livecompact.frame import pdf
from livecompact.frame.errors import Unavailable

log = logging.getLogger(__name__)

FOLDER = "pdf"  # in the site's folder
STYLES = ("frame/pdf.css",)
PICTURES = "pictures.css"


def pdf_answer(
    request: HttpRequest,
    template: str,
    context: dict[str, object],
    called: str,
    pictures: Sequence[str] = (),
    *,
    keep: bool = True,
) -> HttpResponse:
    """A page as PDF, under the name `called`.pdf. `pictures` are the static files that it shows.

    Without `keep` no copy stays on the disk, as is right for somebody's answers.

    Http404 where the site has no PDFs; Unavailable while another is made, or where it cannot be made, which is logged.
    """
    if not pdf.is_installed():
        log.warning("A PDF was asked for, and this site makes none. %s", pdf.HOW_TO_MEND)
        raise Http404("This site makes no PDFs.")
    html = render_to_string(template, {**context, "site": settings.SITE.address})
    files = {name: _static(name) for name in (*STYLES, *pictures)} | {PICTURES: _picture_rules(pictures)}
    try:
        name, made = pdf.pdf_of(html, files, settings.SITE.folder / FOLDER, keep=keep)
    except pdf.AnotherIsMade:
        raise Unavailable from None
    except pdf.NotMade as problem:
        log.error("a PDF could not be made: %s", problem)  # noqa: TRY400 (where in our code says nothing more)
        raise Unavailable from problem
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{called}.pdf"'
    response["ETag"] = f'"{name}"'
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


def _picture_rules(pictures: Sequence[str]) -> bytes:
    """A class for each picture, by the name of its file: as a background it says nothing to who hears the PDF read."""
    rules = (f'.picture-{PurePosixPath(name).stem}{{background-image:url("{name}")}}' for name in pictures)
    return "".join(rules).encode()


def _static(name: str) -> bytes:
    """A file of ours as it lies in the sources; a name that is not there is a mistake of ours."""
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(name)
    with open(found, "rb") as file:  # noqa: PTH123 (Django gives a name)
        return file.read()
