"""How a line of a result came about, in the words of a plan: what was done, what was asked, what was answered."""

from django.utils.translation import gettext as _

from livecompact.checks.journeys.journey import Voice
from livecompact.checks.journeys.questions import NOT_YET, Question, Tick, When
from livecompact.checks.states import State
from livecompact.checks.walking import Walk
from livecompact.standards.judging import Answer, Finding, Reason
from livecompact.standards.words import working
from livecompact.standards.words.asked_for import asked, missed_by
from livecompact.standards.words.deciding import answered_none, case_of
from livecompact.standards.words.saying import said_once
from livecompact.standards.words.telling import told


def how(walk: Walk, finding: Finding, state: State, *, to_others: bool = False) -> str:
    """The working of a finding; what was answered with "not yet" or not ticked is said in the answer's own words.

    `to_others` is for those who did not answer themselves.
    """
    if state in (State.LOCAL, State.TIP):
        return said_once([facts_only(finding), _suggested(finding, state)])
    plan = walk.journey.voice is Voice.PLAN
    if plan and finding.met is Answer.NO and (said := _answered_none(walk, finding, to_others)):
        return said
    if walk.journey.voice is Voice.AS_IF and finding.met is Answer.NO and finding.reason is Reason.GIVEN:
        return said_once([measured(finding), _("A reason was given.")])  # to the group, perhaps not to all
    return working(finding)


def measured(finding: Finding) -> str:
    """What was done beside what is asked, and nothing of reasons."""
    case = case_of(finding)
    return said_once(
        [part for test in case.decided_by() for part in (told(test, case), asked(test, case), missed_by(test, case))]
    )


def facts_only(finding: Finding) -> str:
    """What was done, as far as anything was."""
    case = case_of(finding)
    return said_once([told(test, case) for test in case.decided_by() if not answered_none(test, case)])


def _answered_none(walk: Walk, finding: Finding, to_others: bool) -> str:
    """What was answered where the answer is that it was not done."""
    case = case_of(finding)
    names = {name for test in case.decided_by() for name in answered_none(test, case)}
    asked_of = [question for question in walk.journey.questions if names & set(question.facts)]
    return said_once([_said(walk, question, to_others) for question in asked_of])


def _said(walk: Walk, question: Question, to_others: bool) -> str:
    if isinstance(question, When) and walk.answers[question.name] == NOT_YET:
        said = _("The answer was: %(answer)s.") if to_others else _("You said: %(answer)s.")
        return said % {"answer": question.not_yet}
    if isinstance(question, Tick) and walk.answers[question.name]:
        own = _("You did not say that you did this, or will do it.")
        return _("The answers do not say that it was done, or will be.") if to_others else own
    return ""


def _suggested(finding: Finding, state: State) -> str:
    suggested = finding.standard.suggested if state is State.LOCAL else ""
    return _("We suggest %(period)s.") % {"period": suggested} if suggested else ""
