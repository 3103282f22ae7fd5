"""What the pages of following need: what somebody wants to follow, and how their answers become acts."""

from dataclasses import dataclass
from datetime import date, datetime
from email.utils import formataddr
from typing import cast

from django import forms
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import Http404, HttpRequest
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.people.codes import CodeOver, WrongCode
from livecompact.people.later import later
from livecompact.people.models import Person
from livecompact.record import actions, joining, mail, news, queries
from livecompact.record.joining import Compact
from livecompact.record.models import Often


@dataclass(frozen=True)
class Wanted:
    """A thing that can be followed: which Compact's, what it is called, and its page."""

    compact: str
    thing: str
    name: str
    address: str


@dataclass(frozen=True)
class Followed:
    """A thing that somebody follows, and how often they are told of it."""

    pk: int
    name: str
    often: str


@dataclass(frozen=True)
class Subscription:
    """The mails that a token can stop: whose, and of which Compact."""

    person: Person
    compact: str
    name: str


def wanted(compact: Compact, thing: str, today: date) -> Wanted:
    """What an address asks to follow, all of the Compact where it names nothing; Http404 where it is not there."""
    if thing in ("", news.EVERYTHING):
        return Wanted(compact.id, news.EVERYTHING, compact.name, f"/{compact.id}/record")
    named = joining.named(compact.id, thing, today)
    if named is None:
        raise Http404(thing)
    return Wanted(compact.id, thing, named.name, named.address)


def known(request: HttpRequest) -> Person | None:
    """Who is signed in, if anybody is."""
    return request.user if isinstance(request.user, Person) else None


def person(request: HttpRequest) -> Person:
    """Who is signed in, on a page that only somebody who is may see."""
    return cast(Person, request.user)


def begin(person: Person, wanted: Wanted, form: forms.Form, at: datetime) -> None:
    """Follow it, for somebody who is signed in."""
    often = Often(form.cleaned_data["often"])
    actions.follow(person=person, compact=wanted.compact, thing=wanted.thing, often=often, at=at)


def ask(wanted: Wanted, form: forms.Form, at: datetime) -> str:
    """Send a stranger a code; the key of the page to enter it on, or nothing where too many were sent.

    Nothing tells whether the address is known here.
    """
    email = form.cleaned_data["email"]
    often = Often(form.cleaned_data["often"])
    try:
        asked, code = actions.ask_to_follow(email=email, compact=wanted.compact, thing=wanted.thing, often=often, at=at)
    except actions.TooMany:
        form.add_error("email", _("We have sent codes to this address already. Wait an hour, then try again"))
        return ""
    later(_code_mail(asked.email, code, mail.compact_name(wanted.compact, at), wanted.name).send)
    return asked.key


def asked_here(compact: Compact, key: str) -> None:
    """Http404 where a key is of what was asked for at another Compact."""
    if queries.asked_elsewhere(compact.id, key):
        raise Http404(key)


def confirmed(key: str, form: forms.Form, at: datetime) -> Wanted | None:
    """What is followed now that the code was right; None, with the reason beside the field, where it was not."""
    try:
        done = actions.confirm(key=key, code=form.cleaned_data["code"], at=at)
    except WrongCode:
        form.add_error("code", _("The code is not the one in the newest email. Check it and enter it again"))
    except CodeOver:
        form.add_error("code", _("The code is too old, or was wrong too often. Go back and ask for a new one"))
    else:
        return wanted(joining.compact(done.person, done.compact, localdate(at)), done.thing, localdate(at))
    return None


def followed(person: Person, today: date) -> list[Followed]:
    """What somebody follows, at every Compact."""
    return [Followed(each.pk, _name(each.compact, each.thing, today), each.often) for each in queries.follows(person)]


def subscription(token: str, at: datetime) -> Subscription | None:
    """The mails that a token can stop; None where it is not one of ours, or the person is gone."""
    read = news.read_token(token)
    person = queries.follower(*read) if read else None
    return Subscription(person, read[1], mail.compact_name(read[1], at)) if read and person else None


def stopped(subscription: Subscription, *, again: bool, at: datetime) -> str:
    """Stop the mails, or send them again; how it is now: "stopped" or "again"."""
    if again:
        actions.resume(person=subscription.person, compact=subscription.compact, at=at)
        return "again"
    actions.stop(person=subscription.person, compact=subscription.compact)
    return "stopped"


def _name(compact: str, thing: str, today: date) -> str:
    whole = joining.compact(None, compact, today).name
    if thing == news.EVERYTHING:
        return _("%(compact)s: all that happens") % {"compact": whole}
    named = joining.named(compact, thing, today)
    name = named.name if named else thing.partition(":")[2]
    return _("%(compact)s: %(name)s") % {"compact": whole, "name": name}


def _code_mail(email: str, code: str, compact: str, name: str) -> EmailMessage:
    says = [
        _("%(code)s is your code. Enter it on the page that you have open.") % {"code": f"{code[:3]} {code[3:]}"},
        _("It works for 15 minutes. Then we send you news of: %(name)s.") % {"name": mail.shortened(name)},
        _("If you did not ask for it, you can ignore this. We send nothing more."),
    ]
    return EmailMessage(
        subject=mail.shortened(_("%(code)s is your code for the %(name)s") % {"code": code, "name": compact}),
        body="\n\n".join(says) + "\n",
        from_email=formataddr((name, settings.DEFAULT_FROM_EMAIL)),
        to=[email],
        headers={"Auto-Submitted": "auto-generated"},
    )
