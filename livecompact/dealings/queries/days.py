"""What a standing says on a day, as the database asks it; `standings.Settled.on` says the same in Python."""

from datetime import date

from django.db.models import Case, CharField, Q, Value, When

from livecompact.dealings.standings import Shown
from livecompact.standards.standard import Verdict


def says(shown: Shown, day: date) -> Q:
    """The standings that are shown so on a day."""
    agreed = Q(disputed_on=None) | Q(disputed_on__gt=day)
    come = agreed & (Q(settles_on=None) | Q(settles_on__lte=day))
    match shown:
        case Shown.DISAGREE:
            return Q(disputed_on__lte=day)
        case Shown.NOT_YET_DUE:
            return agreed & Q(settles_on__gt=day)
        case Shown.WAITING:
            return come & Q(verdict=Verdict.NOT_KEPT) & (Q(answer_by=None) | Q(answer_by__gte=day))
        case Shown.NOT_KEPT:
            return come & Q(verdict=Verdict.NOT_KEPT, answer_by__lt=day)
    return come & Q(verdict=shown.value)


def shown_on(day: date) -> Case:
    """What each standing shows on a day, as a column."""
    return Case(*(When(says(each, day), then=Value(each.value)) for each in Shown), output_field=CharField())
