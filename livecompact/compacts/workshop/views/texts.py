"""The pages about the text: editions, promises, official words, files."""

import tomllib
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from livecompact.agreements import Mistaken, official_words
from livecompact.agreements.dated import with_dates
from livecompact.agreements.not_toml import in_plain_words
from livecompact.agreements.writing import written_documents
from livecompact.compacts.workshop import editing
from livecompact.compacts.workshop.answers import kept, on_bench, shown
from livecompact.compacts.workshop.forms import texts as forms
from livecompact.compacts.workshop.forms.base import Confirm, unbroken
from livecompact.compacts.workshop.pages import texts as pages
from livecompact.compacts.workshop.problems import address
from livecompact.compacts.workshop.queries import AtWork

NOT_KNOWN = "not known"
FIRST_FEW = 5  # mistakes of a file that are told at once


@on_bench
def editions(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """Every edition, the published ones and the drafted."""
    return shown(request, bench, "editions", editions=pages.edition_rows(bench))


@on_bench
def edition_new(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """Draft a new edition from the newest."""
    source = bench.agreement.newest
    taken = [each.id for each in bench.agreement.editions]
    form = forms.NewEdition(request.POST or None, based_on=bench.sha256, taken=taken)
    if form.is_valid():
        names = {name: form.cleaned_data[name] for name in ("edition", "name", "starts", "note")}
        if kept(request, bench, form, partial(editing.new_edition, source=source.id, **names)):
            return redirect(address(bench, "promises", edition=names["edition"]))
    return shown(request, bench, "edition_new", form=form, source=source)


@on_bench
def edition(request: HttpRequest, bench: AtWork, edition: str) -> HttpResponse:
    """The days of an edition."""
    found = pages.edition_named(bench, edition)
    days = {"starts": found.starts, "until": found.ends, "review_by": found.review_by, "note": found.note}
    form = forms.Days(request.POST or None, based_on=bench.sha256, initial=days)
    if form.is_valid() and kept(
        request, bench, form, partial(editing.set_edition, edition=edition, values=_days(form))
    ):
        return redirect(address(bench, "editions"))
    return shown(request, bench, "edition", form=form, edition=found)


@on_bench
def edition_out(request: HttpRequest, bench: AtWork, edition: str) -> HttpResponse:
    """Take a drafted edition out again."""
    found = pages.edition_named(bench, edition)
    if edition in bench.published_editions:
        raise editing.NotInDraft(edition)
    form = Confirm(request.POST or None, based_on=bench.sha256)
    if (
        request.method == "POST"
        and form.is_valid()
        and kept(request, bench, form, partial(editing.drop_edition, edition=edition))
    ):
        return redirect(address(bench, "editions"))
    return shown(request, bench, "edition_out", form=form, edition=found)


@on_bench
def promises(request: HttpRequest, bench: AtWork, edition: str) -> HttpResponse:
    """The promises of an edition."""
    found = pages.edition_named(bench, edition)
    rows = pages.section_rows(bench, found)
    return shown(request, bench, "promises", edition=found, sections=rows, stands=edition in bench.published_editions)


@on_bench
def promise(request: HttpRequest, bench: AtWork, edition: str, promise: str) -> HttpResponse:
    """Change a promise; one that is published is shown, and stands."""
    within = pages.edition_named(bench, edition)
    former = pages.promise_named(within, promise)
    if edition in bench.published_editions:
        return shown(request, bench, "promise_stands", edition=within, promise=former)
    initial = {name: getattr(former, name) for name in PLAIN} | {"way_out": "\n".join(former.way_out)}
    form = forms.Promise(request.POST or None, based_on=bench.sha256, initial=initial, edition=within, former=former)
    if form.is_valid():
        change = partial(editing.put_promise, edition=edition, former=former.id, values=form.values)
        if kept(request, bench, form, change):
            return redirect(address(bench, "promises", edition=edition))
    return shown(request, bench, "promise", form=form, edition=within, promise=former)


@on_bench
def promise_new(request: HttpRequest, bench: AtWork, edition: str) -> HttpResponse:
    """Add a promise to an edition that is not published."""
    within = _open(bench, edition)
    form = forms.Promise(request.POST or None, based_on=bench.sha256, edition=within)
    if form.is_valid():
        change = partial(editing.put_promise, edition=edition, former="", values=form.values)
        if kept(request, bench, form, change):
            return redirect(address(bench, "promises", edition=edition))
    return shown(request, bench, "promise", form=form, edition=within, promise=None)


@on_bench
def promise_out(request: HttpRequest, bench: AtWork, edition: str, promise: str) -> HttpResponse:
    """Take a promise out of an edition that is not published."""
    within = _open(bench, edition)
    found = pages.promise_named(within, promise)
    form = Confirm(request.POST or None, based_on=bench.sha256)
    change = partial(editing.take_promise_out, edition=edition, name=found.id)
    if request.method == "POST" and form.is_valid() and kept(request, bench, form, change):
        return redirect(address(bench, "promises", edition=edition))
    return shown(request, bench, "promise_out", form=form, edition=within, promise=found)


@on_bench
def wording(request: HttpRequest, bench: AtWork, edition: str) -> HttpResponse:
    """The official words: a file of them, or promise by promise."""
    within = pages.edition_named(bench, edition)
    form = forms.WordingFile(request.POST or None, files=request.FILES or None, based_on=bench.sha256)
    words = _words(form, [each.number for each in within.undertakings]) if form.is_valid() else {}
    if words and kept(request, bench, form, partial(editing.set_official, edition=edition, words=words)):
        return redirect(address(bench, "wording", edition=edition))
    rows = pages.section_rows(bench, within, "official")
    return shown(request, bench, "wording", form=form, edition=within, sections=rows)


@on_bench
def wording_template(request: HttpRequest, bench: AtWork, edition: str) -> HttpResponse:  # noqa: ARG001 (the decorator's)
    """The file for the official words, with those that are there already."""
    within = pages.edition_named(bench, edition)
    words = {each.number: each.official for each in within.undertakings}
    text = official_words.template(bench.compact.name, within, words)
    headers = {"Content-Disposition": f'attachment; filename="{bench.compact.id}-{edition}-wording.toml"'}
    return HttpResponse(text, content_type="application/toml", headers=headers)


@on_bench
def official(request: HttpRequest, bench: AtWork, edition: str, number: str) -> HttpResponse:
    """The official words of one promise, beside ours."""
    within = pages.edition_named(bench, edition)
    found = pages.promise_named(within, number)
    form = forms.Official(request.POST or None, based_on=bench.sha256, initial={"words": found.official})
    if form.is_valid():
        words = {found.number: unbroken(form.cleaned_data["words"])}
        if kept(request, bench, form, partial(editing.set_official, edition=edition, words=words)):
            return redirect(address(bench, "wording", edition=edition))
    return shown(request, bench, "official", form=form, edition=within, promise=found)


@on_bench
def files(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """Every file of the agreement."""
    return shown(request, bench, "files", files=pages.file_rows(bench))


@on_bench
def file(request: HttpRequest, bench: AtWork, path: str) -> HttpResponse:
    """A whole file, written by hand."""
    document = written_documents(bench.text).get(path)
    if document is None:
        raise editing.NotInDraft(path)
    form = forms.WholeFile(request.POST or None, based_on=bench.sha256, initial={"text": document.text})
    data = _data(form, path) if form.is_valid() else None
    if data is not None and kept(request, bench, form, partial(editing.put_file, path=path, data=data)):
        return redirect(address(bench, "files"))
    return shown(request, bench, "file", form=form, path=path)


PLAIN = ("number", "name", "id", "section", "binds", "wording", "plain", "shown_by", "note")
"""The fields of a promise that are asked as they are kept."""


def _open(bench: AtWork, edition: str) -> Any:
    """An edition whose promises may still change."""
    if edition in bench.published_editions:
        raise editing.NotInDraft(edition)
    return pages.edition_named(bench, edition)


def _days(form: forms.Days) -> dict[str, Any]:
    data = form.cleaned_data
    days = {"from": data["starts"], "until": data["until"], "review_by": data["review_by"]}
    return {name: day or NOT_KNOWN for name, day in days.items()} | {"note": unbroken(data["note"])}


def _words(form: forms.WordingFile, numbers: list[str]) -> dict[str, str]:
    """The words in the file; none where something is wrong in it, which the form tells."""
    file = form.cleaned_data["file"]
    try:
        words = dict(official_words.read_words(file.read(), file.name, numbers))
    except Mistaken as error:
        form.add_error("file", " ".join(str(each) for each in error.mistakes[:FIRST_FEW]).rstrip("."))
        return {}
    if not words:
        form.add_error("file", forms.NO_WORDS)
    return words


def _data(form: forms.WholeFile, path: str) -> dict[str, Any] | None:
    """What the typed text says; None where it is not TOML, which the form tells with its line."""
    text = unbroken(form.cleaned_data["text"]) + "\n"
    try:
        return with_dates(tomllib.loads(text))  # type: ignore[no-any-return]  # a table, since TOML is one
    except tomllib.TOMLDecodeError as error:
        form.add_error("text", str(in_plain_words(path, text, error)).rstrip("."))
    except RecursionError:
        form.add_error("text", forms.TOO_DEEP)
    return None
