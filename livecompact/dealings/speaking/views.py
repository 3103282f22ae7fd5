"""What another side says of a record: each view loads, acts and shows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from livecompact.compacts.queries import Published
from livecompact.dealings.naming import address_of
from livecompact.dealings.showing import show
from livecompact.dealings.speaking import forms
from livecompact.dealings.speaking.loading import by_another_side, end, say_another, to_dispute
from livecompact.dealings.speaking.pages import disputed

SENT = "sent"
"""Says that the question was sent, and not only opened."""


@by_another_side
def disagree(request: HttpRequest, compact: Published, found: Any, whose: Any) -> HttpResponse:
    """A fact that another side says is another: first which, then what it is."""
    fact = forms.fact_named(found, request.GET.get("fact", ""))
    if fact is None:
        form = forms.WhichFact(found, request.GET if SENT in request.GET else None)
        return show(request, compact, "disagree_which", form=form, found=found, back=address_of(found))
    asked = forms.SayAnother(found, fact, whose, request.POST or None)
    if asked.is_valid():
        say_another(request, found, fact, asked)
        return redirect(address_of(found))
    page = {"form": asked, "found": found, "back": request.path, "asked": forms.as_it_stands(found, fact)}
    return show(request, compact, "disagree", **page)


@to_dispute
def settle(request: HttpRequest, compact: Published, found: Any, ways: tuple[str, ...]) -> HttpResponse:
    """How the two sides agree again: the record is changed, or it is taken back."""
    form = forms.Settle(ways, request.POST or None)
    dealing = found.dealing
    if form.is_valid():
        end(request, found, form.cleaned_data["act"])
        return redirect(address_of(dealing))
    [said] = disputed(dealing, [found])
    page = {"form": form, "found": dealing, "said": said, "ways": ways, "back": address_of(dealing)}
    return show(request, compact, "agree_again", **page)
