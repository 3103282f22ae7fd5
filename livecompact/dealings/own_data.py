"""What this room tells somebody of themselves."""

from livecompact.dealings.models import CalendarKey, Original, Response, TakenOut
from livecompact.people.personal import Told, Whom, rows_of


def told(whom: Whom) -> Told:
    """Their private calendars, never the key; what they answered."""
    if whom.person is None:
        return of_answers(whom)
    calendars = CalendarKey.objects.filter(person=whom.person)
    return {
        **of_answers(whom),
        "dealings.CalendarKey": rows_of(calendars, "organisation__slug", "compact__slug", "made_at"),
    }


def of_answers(whom: Whom) -> Told:
    """What somebody answered in consultations, while the address is kept that they left with it."""
    mine = {"email__iexact": whom.email}
    answers = Response.objects.filter(original__email__iexact=whom.email)
    said = ("way", "came_on", "called", "state", "shown", "agreed_on", "agreed_how", "no_longer_on")
    out = TakenOut.objects.filter(original__email__iexact=whom.email)
    return {
        "dealings.Response": rows_of(answers, "dealing__title", *said),
        "dealings.Original": rows_of(Original.objects.filter(**mine), "text", "email"),
        "dealings.TakenOut": rows_of(out, "words", "why"),
    }
