"""The pages about what stands around the text: contacts, the look, the logo."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from livecompact.compacts.colours import contrast
from livecompact.compacts.pictures import NoPicture, Picture, read_png
from livecompact.compacts.workshop import actions, editing
from livecompact.compacts.workshop.answers import kept, on_bench, person_of, shown
from livecompact.compacts.workshop.forms import around as forms
from livecompact.compacts.workshop.forms.base import Confirm
from livecompact.compacts.workshop.problems import address
from livecompact.compacts.workshop.queries import AtWork, role_at


@on_bench
def contacts(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """Whom to ask, by role."""
    there = bench.folder()[editing.HEAD].get("contact", [])
    form = forms.Contacts(request.POST or None, based_on=bench.sha256, contacts=there)
    if form.is_valid() and kept(request, bench, form, partial(editing.set_contacts, contacts=form.values)):
        return redirect(address(bench, ""))
    return shown(request, bench, "contacts", form=form)


@on_bench
def look(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """The colour of the header and the word for a promise."""
    now = {"brand_colour": bench.compact.brand_colour, "promise_word": bench.compact.promise_word}
    form = forms.Look(request.POST or None, initial=now)
    if form.is_valid():
        at, slug = timezone.now(), bench.compact.id
        actions.set_look(compact=slug, role=role_at(request.user, slug, at), at=at, **form.cleaned_data)
        return redirect(address(bench, ""))
    colour = bench.compact.brand_colour
    return shown(request, bench, "look", form=form, contrast=contrast(colour, "#ffffff") if colour else None)


@on_bench
def logo(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """The picture at the head of the pages."""
    there = bench.compact.logo
    says = {"says": there.says if there else ""}
    form = forms.LogoForm(request.POST or None, files=request.FILES or None, initial=says, has_one=there is not None)
    if form.is_valid() and _logo_kept(request, bench, form):
        return redirect(address(bench, "look"))
    return shown(request, bench, "logo", form=form)


@on_bench
def logo_out(request: HttpRequest, bench: AtWork) -> HttpResponse:
    """Take the logo away."""
    form = Confirm(request.POST or None, based_on=bench.sha256)
    if request.method == "POST":
        at, slug = timezone.now(), bench.compact.id
        actions.remove_logo(compact=slug, role=role_at(request.user, slug, at), at=at)
        return redirect(address(bench, "look"))
    return shown(request, bench, "logo_out", form=form)


def _logo_kept(request: HttpRequest, bench: AtWork, form: forms.LogoForm) -> bool:
    """Whether the logo and its words are there now; where they are not, the form tells why."""
    at, slug, given = timezone.now(), bench.compact.id, form.cleaned_data["picture"]
    if not given:
        actions.describe_logo(compact=slug, says=form.cleaned_data["says"], by=person_of(request), at=at)
        return True
    picture = _picture(form, given.read())
    if picture is None:
        return False
    role, says = role_at(request.user, slug, at), form.cleaned_data["says"]
    actions.set_logo(compact=slug, picture=picture, says=says, by=person_of(request), role=role, at=at)
    return True


def _picture(form: forms.LogoForm, raw: bytes) -> Picture | None:
    try:
        return read_png(raw)
    except NoPicture as error:
        form.add_error("picture", str(error))
        return None
