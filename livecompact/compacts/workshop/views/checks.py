"""The pages about checks: choosing, building, writing, ending, adopting, dropping."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from livecompact import kinds
from livecompact.agreements.writing import written_standard
from livecompact.compacts.workshop import editing
from livecompact.compacts.workshop.answers import kept, on_bench, shown
from livecompact.compacts.workshop.checking import Tried, examples_with, setting_for, try_out
from livecompact.compacts.workshop.editing import Change
from livecompact.compacts.workshop.forms import checks as forms
from livecompact.compacts.workshop.forms.base import Confirm, OnDraft, unbroken
from livecompact.compacts.workshop.pages import checks as pages
from livecompact.compacts.workshop.pages.texts import edition_named, promise_named
from livecompact.compacts.workshop.problems import address
from livecompact.compacts.workshop.queries import AtWork
from livecompact.compacts.workshop.shapes import Asked, Shape, standard_of
from livecompact.standards.standard import Basis


@on_bench
def checks(request: HttpRequest, bench: AtWork, edition: str) -> HttpResponse:
    """Every promise with its checks."""
    within = edition_named(bench, edition)
    rows = pages.promise_checks(bench, within)
    return shown(request, bench, "checks", edition=within, promises=rows, form=Confirm(based_on=bench.sha256))


@on_bench
def check_new(request: HttpRequest, bench: AtWork, edition: str) -> HttpResponse:
    """Which promise a new check is of, and what it asks in its simplest form."""
    within = edition_named(bench, edition)
    form = forms.ChooseCheck(request.GET if "shape" in request.GET or "kind" in request.GET else None, edition=within)
    if form.is_valid():
        chosen = {name: form.cleaned_data[name] for name in ("promise", "kind", "shape")}
        return redirect(address(bench, "check_build", edition=edition, **chosen))
    return shown(request, bench, "check_new", form=form, edition=within)


@on_bench
def check_build(
    request: HttpRequest, bench: AtWork, edition: str, *, promise: str, kind: str, shape: str
) -> HttpResponse:
    """The rest of a new check; what comes of it is looked at before it is kept."""
    within = edition_named(bench, edition)
    found = promise_named(within, promise)
    if kind not in kinds.KINDS or shape not in list(Shape):
        raise Http404(kind)
    codes = [each["code"] for each in editing.standards(bench.folder(), edition)]
    of, what, way_out = kinds.kind(kind), Shape(shape), bool(found.way_out)
    form = forms.BuildCheck(request.POST or None, kind=of, shape=what, codes=codes, way_out=way_out)
    if form.is_valid():
        typed = _built(bench, edition, Asked(shape=what, kind=of, promise=found.number, **form.cleaned_data))
        writing = forms.WriteCheck(initial={"text": typed}, based_on=bench.sha256)
        return _written(request, bench, edition, "", form=writing, typed=typed)
    return shown(request, bench, "check_build", form=form, edition=within, promise=found, kind=of)


@on_bench
def check_write(request: HttpRequest, bench: AtWork, edition: str) -> HttpResponse:
    """A new check in the language of standards."""
    edition_named(bench, edition)
    form = forms.WriteCheck(request.POST or None, based_on=bench.sha256)
    return _tried(request, bench, edition, "", form)


@on_bench
def check(request: HttpRequest, bench: AtWork, edition: str, code: str) -> HttpResponse:
    """A check in the language of standards; one that is published is shown, and stands."""
    edition_named(bench, edition)
    typed = written_standard(editing.standard(bench.folder(), edition, code))
    if code in pages.published_codes(bench, edition):
        return _stands(request, bench, edition, code, typed)
    form = forms.WriteCheck(request.POST or None, based_on=bench.sha256, initial={"text": typed})
    return _tried(request, bench, edition, code, form)


@on_bench
def check_end(request: HttpRequest, bench: AtWork, edition: str, code: str) -> HttpResponse:
    """Let a published check end on a day; take one out that is not published."""
    table = editing.standard(bench.folder(), edition, code)
    stands = code in pages.published_codes(bench, edition)
    form = (forms.EndCheck if stands else Confirm)(request.POST or None, based_on=bench.sha256)
    answered = request.method == "POST" and form.is_valid()
    if answered and kept(request, bench, form, _end(form, edition, code)):
        return redirect(address(bench, "checks", edition=edition))
    return shown(
        request, bench, "check_end", form=form, edition=edition_named(bench, edition), check=table, stands=stands
    )


@on_bench
def check_up(request: HttpRequest, bench: AtWork, edition: str, code: str) -> HttpResponse:
    """Move a check before the one that it follows, and go back to the list."""
    form = Confirm(request.POST, based_on=bench.sha256)
    if form.is_valid() and kept(request, bench, form, partial(editing.move_up, edition=edition, code=code)):
        return redirect(address(bench, "checks", edition=edition))
    within = edition_named(bench, edition)
    return shown(request, bench, "checks", edition=within, promises=pages.promise_checks(bench, within), form=form)


@on_bench
def adopt(request: HttpRequest, bench: AtWork, edition: str, code: str) -> HttpResponse:
    """Write down that the area agreed a number."""
    table = editing.standard(bench.folder(), edition, code)
    if table["basis"] != Basis.LOCAL or "adopted" in table:
        raise editing.NotInDraft(code)
    form = forms.Adopt(
        request.POST or None,
        based_on=bench.sha256,
        initial={"number": table.get("suggested", "")},
        with_number=editing.leaves_number_open(table),
    )
    if form.is_valid():
        examples = examples_with(bench, edition, table, form.values["number"])
        change = partial(editing.adopt, edition=edition, code=code, examples=examples, **form.values)
        if kept(request, bench, form, change):
            return redirect(address(bench, "publish"))
    return shown(request, bench, "adopt", form=form, edition=edition_named(bench, edition), check=table)


@on_bench
def drop(request: HttpRequest, bench: AtWork, edition: str, code: str) -> HttpResponse:
    """Let an agreed number end; from then on it advises again."""
    table = editing.standard(bench.folder(), edition, code)
    if "adopted" not in table or "until" in table:
        raise editing.NotInDraft(code)
    form = forms.EndCheck(request.POST or None, based_on=bench.sha256)
    if form.is_valid():
        examples = examples_with(bench, edition, table, table.get("suggested", ""))
        last, first = form.days
        change = partial(editing.drop, edition=edition, code=code, last_day=last, first_day=first, examples=examples)
        if kept(request, bench, form, change):
            return redirect(address(bench, "publish"))
    return shown(request, bench, "drop", form=form, edition=edition_named(bench, edition), check=table)


def _end(form: OnDraft, edition: str, code: str) -> Change:
    """A check that is published ends on a day; another goes."""
    if isinstance(form, forms.EndCheck):
        last_day = form.cleaned_data["last_day"]
        return partial(editing.end_standard, edition=edition, code=code, last_day=last_day)
    return partial(editing.take_standard_out, edition=edition, code=code)


def _built(bench: AtWork, edition: str, asked: Asked) -> str:
    """The check that the answers make, as it would be typed."""
    setting = setting_for(bench, edition, asked.promise, asked.kind.name)
    if setting is None:
        raise editing.NotInDraft(asked.promise)
    return written_standard(standard_of(asked, setting))


def _tried(request: HttpRequest, bench: AtWork, edition: str, former: str, form: forms.WriteCheck) -> HttpResponse:
    """What was typed, tried out; kept in the draft where it holds and that was asked."""
    typed = unbroken(form.data.get("text", form.initial.get("text", "")))
    if form.is_valid() and "keep" in request.POST:
        tried = try_out(bench, edition, typed, former)
        if tried.may_be_kept and tried.table is not None:
            change = partial(editing.put_standard, edition=edition, former=former, table=tried.table)
            if kept(request, bench, form, change):
                return redirect(address(bench, "checks", edition=edition))
    return _written(request, bench, edition, former, form=form, typed=typed)


def _written(
    request: HttpRequest, bench: AtWork, edition: str, former: str, *, form: forms.WriteCheck, typed: str
) -> HttpResponse:
    tried = try_out(bench, edition, typed, former) if typed else Tried(())
    if form.is_bound and typed:
        form.tell(tried.mistakes)
    to = {"edition": edition} | ({"code": former} if former else {})
    action = address(bench, "check" if former else "check_write", **to)
    within = edition_named(bench, edition)
    return shown(request, bench, "check", form=form, edition=within, tried=tried, action=action, code=former)


def _stands(request: HttpRequest, bench: AtWork, edition: str, code: str, typed: str) -> HttpResponse:
    tried = try_out(bench, edition, typed, code)
    within = edition_named(bench, edition)
    return shown(request, bench, "check_stands", edition=within, tried=tried, typed=typed, code=code)
