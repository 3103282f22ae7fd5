"""The words of lists and pages: what a phase, a state and a count are called."""

from datetime import date

from django.utils.translation import ngettext

from livecompact.compacts.queries import Words
from livecompact.dealings.models import Dealing
from livecompact.dealings.queries.counts import Counts
from livecompact.dealings.queries.listing import Phase, phase_of
from livecompact.dealings.standings import Shown
from livecompact.frame.saying import gettext as _
from livecompact.kinds.kind import Kind
from livecompact.standards.marking import N_

TAGS = {
    Shown.NOT_KEPT: N_("Not kept"),
    Shown.WAITING: N_("Waiting for a reply"),
    Shown.DISAGREE: N_("The two sides disagree"),
    Shown.NO_EVIDENCE: N_("No evidence"),
    Shown.NOT_YET_DUE: N_("Not due yet"),
    Shown.EXPLAINED: N_("Explained"),
    Shown.KEPT: N_("Kept"),
}


def phases(kind: Kind) -> dict[str, str]:
    """Each phase of a kind by its name in an address; none where its dealings have no time of their own."""
    return {str(phase): _(said) for phase, said in _said_of(kind).items() if said}


def phase_named(kind: Kind, dealing: Dealing, today: date) -> str:
    """What the time of a dealing is called on a day; empty where that cannot be told."""
    phase = phase_of(dealing, today)
    if kind.phases and phase is Phase.OPEN and dealing.ends_on is None:
        return _(kind.phases.endless) if kind.phases.endless else ""
    said = _said_of(kind).get(phase)
    return _(said) if said else ""


def _said_of(kind: Kind) -> dict[Phase, str]:
    """What each phase of a kind is called, not yet in the language of the page: a line of a list says one of them."""
    if kind.phases is None:
        return {}
    return {
        Phase.NOT_OPEN_YET: kind.phases.coming,
        Phase.OPEN: kind.phases.running,
        Phase.CLOSED: kind.phases.over,
        Phase.CONCLUDED: kind.phases.done,
    }


def states() -> dict[str, str]:
    """Each state by its name in an address."""
    return {each.value.replace(" ", "-"): tag(each) for each in Shown}


def state_named(name: str) -> str:
    """The state of that name in an address; empty where there is none."""
    return next((each.value for each in Shown if each.value.replace(" ", "-") == name), "")


def tag(shown: Shown) -> str:
    """The text of a tag."""
    return _(TAGS[shown])


def how_many(kind: Kind, count: int, *, is_more: bool = False) -> str:
    """So many dealings of a kind: "42 consultations", or "More than 1,000 consultations"."""
    said = f"{count:,} {_(kind.called) if count == 1 else _(kind.plural)}"
    return _("More than %(many)s") % {"many": said} if is_more else said


def state_sentence(counts: Counts, words: Words, *, of_one: bool) -> str:
    """How checks stood in the last year, with what nobody told us in the same breath; of one promise, or of all."""
    untold = ngettext("%(n)s check has no evidence.", "%(n)s checks have no evidence.", counts.no_evidence)
    waits = ngettext("%(n)s waits for a reply.", "%(n)s wait for a reply.", counts.waiting)
    disagree = ngettext("On %(n)s the two sides disagree.", "On %(n)s the two sides disagree.", counts.disagree)
    rest = [untold % {"n": counts.no_evidence}]
    rest += [disagree % {"n": counts.disagree}] if counts.disagree else []
    rest += [waits % {"n": counts.waiting}] if counts.waiting else []
    of = {"well": counts.well, "of": counts.judged, "promise": words.one}
    if not counts.judged:
        first = _("In the last year no check could be judged.")
    elif of_one:
        first = _("Kept, or explained as the %(promise)s allows, %(well)s times out of %(of)s in the last year.") % of
    else:
        first = _("In the last year %(well)s of %(of)s checks were kept, or explained as the %(promise)s allows.") % of
    return " ".join([first, *rest])
