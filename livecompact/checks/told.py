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


def how(walk: Walk, finding: Finding, state: State) -> str:
    """The working of a finding; what was answered with "not yet" or not ticked is said in the answer's own words."""
    if state in (State.LOCAL, State.TIP):
        return said_once([facts_only(finding), _suggested(finding, state)])
    if walk.journey.voice is Voice.PLAN and finding.met is Answer.NO and (said := _answered_none(walk, finding)):
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


def _answered_none(walk: Walk, finding: Finding) -> str:
    """What was answered where the answer is that it was not done."""
    case = case_of(finding)
    names = {name for test in case.decided_by() for name in answered_none(test, case)}
    return said_once([_said(walk, question) for question in walk.journey.questions if names & set(question.facts)])


def _said(walk: Walk, question: Question) -> str:
    if isinstance(question, When) and walk.answers[question.name] == NOT_YET:
        return _("You said: %(answer)s.") % {"answer": question.not_yet}
    if isinstance(question, Tick) and walk.answers[question.name]:
        return _("You did not say that you did this, or will do it.")
    return ""


def _suggested(finding: Finding, state: State) -> str:
    suggested = finding.standard.suggested if state is State.LOCAL else ""
    return _("We suggest %(period)s.") % {"period": suggested} if suggested else ""
