"""What the form of a complaint makes."""

from datetime import datetime

from livecompact.complaints import actions
from livecompact.complaints.forms import Complain
from livecompact.complaints.models import Complaint
from livecompact.frame.errors import Unavailable


def made(form: Complain, at: datetime) -> Complaint:
    """The complaint that the answers make; Unavailable where more come than people could write."""
    told = dict(form.cleaned_data)
    try:
        says = told.pop("says")
        return actions.complain(says=says, complainer=actions.Complainer(**told), by="anybody", at=at)
    except actions.TooMany as problem:
        raise Unavailable from problem
