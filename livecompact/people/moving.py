"""Changing one's own address: what is remembered between asking for it and the code, and what the code does.

Whether the new address has an account here is told to that address alone: the pages are the same.
"""

import secrets
from datetime import datetime
from typing import Any

from allauth.core.internal import ratelimit  # there is no public one
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from livecompact.people import actions, codes, queries
from livecompact.people.forms import NewAddress, NewAddressCode
from livecompact.people.mine import person, renewed
from livecompact.people.told import tell_address_in_use, tell_code_for_address

KEPT_AS = "new address"  # in the session
APP = "allauth.account"  # whose limits they are: ACCOUNT_RATE_LIMITS


def asked(request: HttpRequest, form: NewAddress, *, at: datetime) -> bool:
    """Whether a code is on its way to the new address; where not, the form says why."""
    email, who = str(form.cleaned_data["email"]).lower(), person(request)
    if email == who.email:
        form.add_error("email", _("You sign in with this address already. Enter the new one"))
        return False
    if not ratelimit.consume(request, app=APP, action="ask_for_address", key=str(who.pk)):
        form.add_error("email", _("You have asked for 5 codes today. Try again tomorrow"))
        return False
    key, code = secrets.token_urlsafe(16), codes.new_code()
    if queries.person(email) is None:
        tell_code_for_address(email, code)
    else:
        code = secrets.token_urlsafe(16)  # none that anybody could enter
        tell_address_in_use(email)
    request.session[KEPT_AS] = {"email": email, "key": key, "code": codes.hashed(key, code), "at": at.timestamp()}
    return True


def waiting(request: HttpRequest, *, at: datetime) -> dict[str, Any] | None:
    """The address that waits for its code, while the code holds."""
    kept: dict[str, Any] | None = request.session.get(KEPT_AS)
    holds = kept is not None and at.timestamp() - kept["at"] <= codes.HOLDS.total_seconds()
    return kept if holds else None


def changed(request: HttpRequest, form: NewAddressCode, kept: dict[str, Any], *, at: datetime) -> bool:
    """Whether the code was right and the address is another now; where not, the form says why.

    A try is counted before the code is looked at, so that tries at once do not outrun the count.
    """
    if not ratelimit.consume(request, app=APP, action="prove_address", key=kept["key"]):
        form.add_error("code", _("The code was wrong too often. Go back and ask for a new one"))
        return False
    if not codes.is_right(kept["code"], kept["key"], form.cleaned_data["code"]):
        form.add_error("code", _("The code is not the one in the newest email. Check it and enter it again"))
        return False
    try:
        actions.change_email(person=person(request), email=kept["email"], at=at, keep=renewed(request))
    except ValidationError:  # whoever can read its mail may know
        form.add_error("code", _("This address has an account of its own by now. Sign in with it"))
        return False
    del request.session[KEPT_AS]
    return True
