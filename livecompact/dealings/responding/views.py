"""The pages of answers to a consultation: what everybody reads, and what the body that asked does with them."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.timezone import localdate

from livecompact.compacts.queries import Published
from livecompact.dealings import actions, queries
from livecompact.dealings.naming import address_of, in_compact, named
from livecompact.dealings.responding import forms, pages
from livecompact.dealings.responding.loading import deleted, looking_over, taken_down, to_answers
from livecompact.dealings.showing import show
from livecompact.frame.filters import refuse_unknown
from livecompact.frame.numbers import page_of
from livecompact.frame.sheets import csv_text
from livecompact.kinds import kind


@to_answers()
def listed(request: HttpRequest, compact: Published, found: Any, form: str = "") -> HttpResponse:
    """What everybody may read of the answers."""
    refuse_unknown(request.GET, {"page": None})
    if form:
        rows = [pages.data_of(each) for each in queries.every_public_answer(request.user, found)]
        return _json(compact, found, rows) if form == "json" else _csv(rows, found)
    answers = queries.public_answers(request.user, found, page_of(request.GET.get("page", "")))
    counted = pages.counted_now(found, answers.count)
    shown = {"answers": answers, "counted": counted, "who": named(found.organisation)}
    here, back = in_compact("dealing_answers", found), address_of(found)
    return show(request, compact, "answers/list", found=found, address=here, back=back, **shown)


@to_answers("dealing.answers")
def ours(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """Every answer that is kept; a button lets everybody read those that are ready."""
    now = timezone.now()
    if request.method == "POST":
        actions.publish_answers(dealing=found, by=queries.acts_as(request.user, found, now).by, at=now)
        return redirect(request.path)
    page = pages.ours(found, queries.answers_in_full(request.user, found, now))
    return show(request, compact, "answers/ours", page=page, found=found, back=address_of(found))


@to_answers("dealing.change")
def count(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """How many answers came in each way."""
    form = forms.HowMany(kind(found.kind).read(found.facts), request.POST or None)
    if form.is_valid():
        now = timezone.now()
        by = queries.acts_as(request.user, found, now).by
        try:
            actions.change_facts(dealing=found, facts=form.facts, by=by, at=now)
        except actions.NothingChanged:
            return redirect(address_of(found))
        return redirect(address_of(found))
    return show(request, compact, "answers/count", form=form, found=found, back=address_of(found))


@to_answers("dealing.answers")
def new(request: HttpRequest, compact: Published, found: Any) -> HttpResponse:
    """An answer that is kept."""
    form = forms.OneAnswer(localdate(), None, request.POST or None)
    if form.is_valid():
        now = timezone.now()
        by = queries.acts_as(request.user, found, now).by
        made = actions.add_answer(dealing=found, told=form.told, by=by, at=now)
        return redirect(pages.after_keeping(found, made))
    back = in_compact("dealing_answers_ours", found)
    return show(request, compact, "answers/answer", form=form, found=found, back=back)


@to_answers("dealing.answers")
def one(request: HttpRequest, compact: Published, found: Any, number: int) -> HttpResponse:
    """An answer in full: written anew, or taken down."""
    now = timezone.now()
    answer = queries.answer_in_full(request.user, found, number, now)
    back = in_compact("dealing_answers_ours", found)
    if request.method == "POST" and request.POST.get("act") == "take-down":
        return redirect(taken_down(request, found, answer))
    original = pages.original_of(answer)
    form = forms.OneAnswer(localdate(), answer, request.POST or None) if original and not answer.shown else None
    if form and form.is_valid():
        by = queries.acts_as(request.user, found, now).by
        actions.change_answer(response=answer, told=form.told, by=by, at=now)
        return redirect(back)
    shown = {"answer": answer, "original": original, "preview": pages.preview(original) if original else ""}
    return show(request, compact, "answers/answer", form=form, found=found, back=back, **shown)


@to_answers("dealing.answers")
def delete(request: HttpRequest, compact: Published, found: Any, number: int) -> HttpResponse:
    """Asks whether an answer is to be gone for good; one that everybody reads is taken down first."""
    answer = queries.answer_in_full(request.user, found, number, timezone.now())
    here = pages.answer_address(found, answer)
    if answer.shown:
        return redirect(here)
    if request.method == "POST":
        gone = deleted(request, found, answer)
        return redirect(in_compact("dealing_answers_ours", found) if gone else here)
    return show(request, compact, "answers/delete", found=found, back=here, answer=answer)


@to_answers("dealing.answers")
def look_over(request: HttpRequest, compact: Published, found: Any, number: int) -> HttpResponse:
    """What is taken out of an answer before everybody reads it."""
    now = timezone.now()
    answer = queries.answer_in_full(request.user, found, number, now)
    here, back = pages.answer_address(found, answer), in_compact("dealing_answers_ours", found)
    if pages.original_of(answer) is None or answer.shown:
        return redirect(here)
    form = looking_over(request, answer)
    if "more" not in request.POST and form.is_valid():
        actions.look_over(response=answer, out=form.out, by=queries.acts_as(request.user, found, now).by, at=now)
        return redirect(back)
    return show(request, compact, "answers/look_over", form=form, found=found, back=back, answer=answer)


def _json(compact: Published, found: Any, rows: list[dict[str, object]]) -> JsonResponse:
    held = {"compact": compact.id, "consultation": found.title, "address": address_of(found), "answers": rows}
    return JsonResponse(held, json_dumps_params={"ensure_ascii": False})


def _csv(rows: list[dict[str, object]], found: Any) -> HttpResponse:
    heads = ("number", "way", "by", "text", "public_on")
    cells = ([str(row[name]) for name in heads] for row in rows)
    response = HttpResponse(csv_text(heads, cells), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{found.slug}-answers.csv"'
    return response
