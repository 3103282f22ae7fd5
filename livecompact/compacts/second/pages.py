"""What the forms of this part do, and what they say where it cannot be done."""

from datetime import datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.compacts.second import actions
from livecompact.compacts.second.acts import NotNow, NotYours
from livecompact.compacts.second.forms import Choose, SayYes
from livecompact.compacts.second.queries import Look
from livecompact.compacts.workshop.queries import role_at
from livecompact.people.mine import person


def chosen(request: HttpRequest, compact: Published, form: Choose, at: datetime) -> bool:
    """Whether the choice was taken, or waits for a second person; where it was not, the form says why."""
    on, who = form.cleaned_data["second"] == "yes", person(request)
    try:
        actions.choose(compact=compact.id, on=on, by=who, role=role_at(who, compact.id, at), at=at)
    except actions.NobodyElse:
        form.add_error("second", _("Invite another officer or a co-chair first"))
    return form.is_valid()


def answered(request: HttpRequest, look: Look, form: SayYes, at: datetime) -> bool:
    """Whether the answer counts; where it does not, the form says why."""
    told = form.cleaned_data
    yes, version, reason = told["answer"] == "yes", told["version"], told["reason"]
    try:
        actions.answer(look=look.row, yes=yes, version=version, reason=reason, by=person(request), at=at)
    except actions.OwnAct:
        form.add_error("answer", _("You asked for this. Somebody else must say yes"))
    except NotYours:
        form.add_error("answer", _("You belong to one of the two sides. Somebody else must answer"))
    except actions.Stale:
        form.add_error("answer", _("This has changed since, or is answered. It must be asked again"))
    except NotNow:
        form.add_error("answer", _("It cannot be made public as it is now. Look at it first"))
    return form.is_valid()
