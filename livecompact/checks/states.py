"""How a check speaks of a finding: a plan is advice, and what others did is told as if they had signed."""

from enum import StrEnum

from django.utils.translation import gettext as _

from livecompact.checks.journeys.journey import Voice
from livecompact.standards.judging import Answer, Finding, Reason
from livecompact.standards.standard import Basis, Verdict


class State(StrEnum):
    """What a plan does with one check, the one that wants most first; the last three are never counted."""

    NOT_KEPT = "does not keep"
    NOT_SAID = "does not say"
    NOT_SHOWN = "does not show"
    EXPLAINED = "explains"
    KEPT = "keeps"
    LATER = "comes later"
    LOCAL = "no number agreed"
    TIP = "tip"


COUNTED = (State.NOT_KEPT, State.NOT_SAID, State.NOT_SHOWN, State.EXPLAINED, State.KEPT)


def state_of(finding: Finding, asked: frozenset[str]) -> State:
    """What a finding says of a plan; `asked` are the facts that the check asks for: others come later."""
    if finding.standard.basis is Basis.PROMPT:
        return State.TIP
    if not finding.standard.gives_verdicts:
        return State.LOCAL
    match finding.forecast:
        case Verdict.KEPT:
            return State.KEPT
        case Verdict.EXPLAINED:
            return State.EXPLAINED
        case Verdict.NOT_KEPT:
            return State.NOT_KEPT
    if finding.standard.judged_by_people and finding.met is Answer.NO:
        return State.NOT_SHOWN  # people judge what is there, and nothing is
    return State.NOT_SAID if asked & set(finding.missing) else State.LATER


def said(state: State, finding: Finding, voice: Voice, *, still: bool) -> str:
    """The state in a few words; `still` is whether something can still be done."""
    return _as_if(state, finding) if voice is Voice.AS_IF else _of_a_plan(state, still=still)


def _of_a_plan(state: State, *, still: bool) -> str:
    return {
        State.KEPT: _("Your plan keeps this"),
        State.EXPLAINED: _("Your plan explains this"),
        State.NOT_KEPT: _("Your plan does not keep this yet") if still else _("Your plan does not keep this"),
        State.NOT_SAID: _("Your plan does not say this yet"),
        State.NOT_SHOWN: _("Your plan does not show this yet") if still else _("Your plan does not show this"),
        State.LATER: _("This comes later"),
        State.LOCAL: _("No number agreed here"),
        State.TIP: _("A tip"),
    }[state]


def reported(state: State, finding: Finding, voice: Voice, *, still: bool) -> str:
    """The same as one who reports on a plan says it, to whom it is not theirs."""
    return _as_if(state, finding) if voice is Voice.AS_IF else _of_their_plan(state, still=still)


def _of_their_plan(state: State, *, still: bool) -> str:
    return {
        State.KEPT: _("The plan keeps this"),
        State.EXPLAINED: _("The plan explains this"),
        State.NOT_KEPT: _("The plan does not keep this yet") if still else _("The plan does not keep this"),
        State.NOT_SAID: _("The plan does not say this yet"),
        State.NOT_SHOWN: _("The plan does not show this yet") if still else _("The plan does not show this"),
    }.get(state, "")


def _as_if(state: State, finding: Finding) -> str:
    match state:
        case State.KEPT:
            return _("This meets it")
        case State.LOCAL:
            return _("No number agreed here")
        case State.TIP:
            return _("A tip")
    if finding.met is not Answer.NO:
        return _("We cannot tell")
    if finding.standard.unless is None:
        return _("This falls short")
    if finding.reason is Reason.GIVEN:
        return _("This falls short, and a reason was given")
    if finding.reason is Reason.NONE:
        return _("This falls short, and no reason was given")
    return _("This falls short. You are not sure if a reason was given")
