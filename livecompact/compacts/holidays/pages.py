"""What the page of the school holidays does, and what it says where a holiday cannot be entered."""

from datetime import datetime

from django.core.exceptions import ValidationError

from livecompact.compacts.holidays import actions
from livecompact.compacts.holidays.forms import SchoolHolidayForm
from livecompact.compacts.queries import Published


def entered(compact: Published, form: SchoolHolidayForm, by: str, at: datetime) -> bool:
    """Whether a holiday was entered; where not, the form says why."""
    try:
        actions.enter(compact=compact.id, by=by, at=at, **form.cleaned_data)
    except ValidationError as refused:
        form.add_error(None, refused)
    return form.is_valid()
