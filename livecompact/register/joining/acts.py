"""What an answer does: it is kept, a code is sent or proved, or the sign-up goes in; and where it leads."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.people.codes import CodeOver, WrongCode
from livecompact.people.later import later
from livecompact.register.actions import AlreadySigned
from livecompact.register.actions.signing import open_signature
from livecompact.register.joining import actions, cookie
from livecompact.register.joining.answers import NO, Answers
from livecompact.register.joining.forms import JoinForm
from livecompact.register.joining.letters import code_mail
from livecompact.register.joining.matches import organisation
from livecompact.register.joining.pages import Page, next_page
from livecompact.register.models import Joining


def under_way(request: HttpRequest, compact: Published) -> Joining:
    """The sign-up of this browser; one that is not kept yet where it has none, or has sent its last."""
    found = cookie.of(request, compact.id)
    if found is None or found.reference:
        return Joining(compact_id=compact.id, answers={})
    return found


def answered(compact: Published, page: Page, joining: Joining, form: JoinForm) -> HttpResponse | None:
    """Where a page leads once it is answered; None where the form now says what is wrong."""
    match page.id:
        case "code":
            return _proved(compact, joining, form)
        case "check":
            return _joined(compact, joining)
    return _kept(compact, page, joining, form)


def send_code(compact: Published, joining: Joining, at: datetime) -> None:
    """Send a code to the address that was given, if it is not too soon for one."""
    if not joining.pk or not Answers(joining.answers).get("email"):
        return
    try:
        code = actions.new_code(joining=joining, at=at)
    except actions.TooSoon:
        return
    later(code_mail(joining.code_for, code, compact).send)


def _kept(compact: Published, page: Page, joining: Joining, form: JoinForm) -> HttpResponse:
    at, secret = timezone.now(), ""
    if not joining.pk:
        joining, secret = actions.begin(compact=compact.id, at=at)
    actions.keep(joining=joining, answered=form.cleaned_data, at=at)
    response = _onward(compact, page, joining)
    if page.id == "email":
        send_code(compact, joining, at)
    if secret:
        cookie.put(response, compact.id, secret)
    return response


def _onward(compact: Published, page: Page, joining: Joining) -> HttpResponse:
    """The next page; out of the way where there is nothing more to ask."""
    answers = Answers(joining.answers)
    if page.id == "agreed" and answers.get("agreed") == NO:
        return redirect("join_not_yet", compact=compact.id)
    if page.id == "match" and (known := organisation(answers)) and open_signature(compact.id, known):
        return redirect("organisation", compact=compact.id, organisation=known.slug)
    return redirect("join_page", compact=compact.id, page=next_page(joining).id)


def _proved(compact: Published, joining: Joining, form: JoinForm) -> HttpResponse | None:
    at = timezone.now()
    try:
        actions.confirm(joining=joining, code=form.cleaned_data["code"], at=at)
    except WrongCode:
        form.add_error("code", _("The code is not right. Check it and try again"))
    except CodeOver:
        send_code(compact, joining, at)
        form.add_error("code", _("The code has run out. We have sent a new one"))
    else:
        return redirect("join_page", compact=compact.id, page=next_page(joining).id)
    return None


def _joined(compact: Published, joining: Joining) -> HttpResponse:
    try:
        signature = actions.join(joining=joining, compact=compact, at=timezone.now())
    except AlreadySigned as already:
        return redirect("organisation", compact=compact.id, organisation=already.signature.organisation.slug)
    return redirect("join_done", compact=compact.id, reference=signature.reference)
