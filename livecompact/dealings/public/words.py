"""The words of lists and pages: what a phase, a state and a count are called."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.compacts.queries import Words
from livecompact.dealings.queries.counts import Counts
from livecompact.dealings.queries.listing import Phase
from livecompact.dealings.standings import Shown
from livecompact.kinds.kind import Kind


def phases() -> dict[str, str]:
    """Each phase by its name in an address."""
    return {
        Phase.NOT_OPEN_YET: _("Not open yet"),
        Phase.OPEN: _("Open"),
        Phase.CLOSED: _("Closed, and being read"),
        Phase.CONCLUDED: _("Concluded"),
    }


def states() -> dict[str, str]:
    """Each state by its name in an address."""
    return {each.value.replace(" ", "-"): tag(each) for each in Shown}


def state_named(name: str) -> str:
    """The state of that name in an address; empty where there is none."""
    return next((each.value for each in Shown if each.value.replace(" ", "-") == name), "")


def tag(shown: Shown) -> str:
    """The text of a tag."""
    return {
        Shown.NOT_KEPT: _("Not kept"),
        Shown.WAITING: _("Waiting for a reply"),
        Shown.NO_EVIDENCE: _("No evidence"),
        Shown.NOT_YET_DUE: _("Not due yet"),
        Shown.EXPLAINED: _("Explained"),
        Shown.KEPT: _("Kept"),
    }[shown]


def how_many(kind: Kind, count: int) -> str:
    """So many dealings of a kind: "42 consultations"."""
    return f"{count:,} {_(kind.called) if count == 1 else _(kind.plural)}"


def state_sentence(counts: Counts, words: Words, *, of_one: bool) -> str:
    """How checks stood in the last year, with what nobody told us in the same breath; of one promise, or of all."""
    untold = ngettext("%(n)s check has no evidence.", "%(n)s checks have no evidence.", counts.no_evidence)
    waits = ngettext("%(n)s waits for a reply.", "%(n)s wait for a reply.", counts.waiting)
    rest = [untold % {"n": counts.no_evidence}, *([waits % {"n": counts.waiting}] if counts.waiting else [])]
    of = {"well": counts.well, "of": counts.judged, "promise": words.one}
    if not counts.judged:
        first = _("In the last year no check could be judged.")
    elif of_one:
        first = _("Kept, or explained as the %(promise)s allows, %(well)s times out of %(of)s in the last year.") % of
    else:
        first = _("In the last year %(well)s of %(of)s checks were kept, or explained as the %(promise)s allows.") % of
    return " ".join([first, *rest])
