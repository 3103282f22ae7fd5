"""The end of a check: what the standards say of the answers, promise by promise, with what would make them kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext as _

from livecompact.agreements import Agreement, Undertaking
from livecompact.checks.addresses import next_address, question_address
from livecompact.checks.answers import Answers
from livecompact.checks.journeys.journey import Asked, Journey, Voice
from livecompact.checks.journeys.questions import Tick, When
from livecompact.checks.states import COUNTED, State, reported, said, state_of
from livecompact.checks.told import how
from livecompact.checks.walking import Walk
from livecompact.compacts.pages.shared import Link, printed, promise_address
from livecompact.compacts.queries import Published
from livecompact.standards.facts import NONE, NOT_KNOWN, Facts
from livecompact.standards.judging import Answer, Finding, Reason, judge
from livecompact.standards.standard import Verdict
from livecompact.standards.words import Advice, advise, long_date


@dataclass(frozen=True)
class Line:
    """One check of a promise: what it asks, what the plan does with it, how that came about, and what would help.

    `change` makes the advice's change with one click; `say_why` leads to where a reason can be given; `reason` are the
    words that were given for doing less. `due` is the last day for what comes later. `falls_short` is whether less was
    done than is asked, reason or none. `reported` and `reported_how` are `says` and `working` for those whose plan it
    is not.
    """

    code: str
    asks: str
    state: State
    says: str
    working: str
    advice: str
    change: Link | None
    say_why: Link | None
    reason: str
    due: date | None
    falls_short: bool
    reported: str
    reported_how: str


@dataclass(frozen=True)
class Block:
    """One promise with its checks; `state` is that of the check which wants most, None where none is counted."""

    number: str
    name: str
    address: str
    state: State | None
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Tally:
    """How many promises are spoken of, and what becomes of them."""

    of: int
    kept: int
    explained: int


def findings(walk: Walk) -> list[Finding]:
    """What each standard that speaks says of the answers.

    In a plan a reason that is not there was not given; what others did not tell us is not known.
    """
    facts = facts_judged(walk)
    here = walk.journey.voice is Voice.PLAN
    found = (judge(standard, facts, walk.today, here=here) for standard in walk.standards)
    return [each for each in found if each and _told(each, walk.journey)]


def facts_judged(walk: Walk) -> Facts:
    """The facts as the standards get them."""
    facts = walk.answers.facts()
    if walk.journey.voice is Voice.AS_IF:
        return facts
    reasons = [fact.name for fact in walk.journey.kind.facts if fact.is_reason and facts[fact.name] is NOT_KNOWN]
    return Facts({**facts, **dict.fromkeys(reasons, NONE)})


def blocks(compact: Published, walk: Walk, found: Iterable[Finding]) -> tuple[Block, ...]:
    """The findings by promise, in the order of the text."""
    by_promise: dict[str, list[Finding]] = {}
    for each in found:
        by_promise.setdefault(each.standard.undertaking, []).append(each)
    edition = compact.agreement.edition_in_force(_day(walk)) or compact.agreement.newest
    known = [each for each in edition.undertakings if each.number in by_promise]
    return tuple(_block(compact, walk, each, by_promise[each.number]) for each in known)


def tally(of: Iterable[Block]) -> Tally:
    """The count of promises that any check could tell something of."""
    states = [block.state for block in of if block.state is not None]
    return Tally(len(states), states.count(State.KEPT), states.count(State.EXPLAINED))


def title(journey: Journey, agreement: Agreement, counts: Tally, promise: str, promises: str) -> str:
    """The answer first: "Your plan keeps 3 of 4 promises"."""
    of = {"kept": counts.kept, "of": counts.of, "promises": promise if counts.of == 1 else promises}
    if not counts.of:
        return _("The %(name)s has no check for this") % {"name": agreement.name}
    if journey.voice is Voice.AS_IF:
        return _("This meets %(kept)s of %(of)s %(promises)s") % of
    if not counts.explained:
        return _("Your plan keeps %(kept)s of %(of)s %(promises)s") % of
    more = {**of, "explained": counts.explained}
    return _("Your plan keeps %(kept)s of %(of)s %(promises)s and explains %(explained)s") % more


def change_link(walk: Walk, compact: Published, given: Advice | None, *, again: bool = False) -> Link | None:
    """The same result with the change that advice asks for made; None where the author has to do it.

    `again` leads to the next page that wants an answer instead of the result.
    """
    if given is None or not given.changes or given.to_say:
        return None
    answers, texts = _answers_with(walk, given)
    if answers is None:
        return None
    onward = Walk(walk.journey, walk.agreement, answers, walk.today).open_page() if again else None
    return Link(_("Change %(what)s") % {"what": _(" and ").join(texts)}, next_address(compact, answers, onward))


def _told(finding: Finding, journey: Journey) -> bool:
    """Whether a check can tell of a finding: of what others did, only what was asked about."""
    if journey.voice is Voice.PLAN:
        return finding.standard.basis != "prompt" or finding.met is Answer.NO
    return set(finding.standard.kept.facts()) <= journey.facts and finding.standard.basis != "prompt"


def _block(compact: Published, walk: Walk, undertaking: Undertaking, found: list[Finding]) -> Block:
    lines = tuple(
        sorted((_line(compact, walk, each) for each in found), key=lambda line: list(State).index(line.state))
    )
    states = [line.state for line in lines]
    worst = next((state for state in COUNTED if state in states), None)
    return Block(printed(undertaking), undertaking.name, promise_address(compact, undertaking), worst, lines)


def _line(compact: Published, walk: Walk, finding: Finding) -> Line:
    state = state_of(finding, walk.journey.facts)
    silent = state in (State.LATER, State.NOT_SAID) or walk.journey.voice is Voice.AS_IF
    given = None if silent else advise(finding)
    later, still, voice = state is State.LATER, _can_still(finding, given), walk.journey.voice
    return Line(
        code=finding.standard.code,
        asks=finding.standard.asks,
        state=state,
        says=said(state, finding, voice, still=still),
        working="" if later else how(walk, finding, state),
        advice=given.sentence if given else "",
        change=change_link(walk, compact, given),
        say_why=_to_say(compact, walk, finding) if state is State.NOT_SAID else _say_why(compact, walk, finding),
        reason=_reason(walk, finding),
        due=finding.due if later else None,
        falls_short=finding.met is Answer.NO and state in COUNTED,
        reported=reported(state, finding, voice, still=still),
        reported_how="" if later else how(walk, finding, state, to_others=True),
    )


def _can_still(finding: Finding, given: Advice | None) -> bool:
    return given is not None or finding.due is None or finding.due >= finding.today


def _say_why(compact: Published, walk: Walk, finding: Finding) -> Link | None:
    """Where a reason can be given that this plan has not given."""
    if walk.journey.voice is Voice.AS_IF or finding.met is not Answer.NO or finding.reason is Reason.GIVEN:
        return None
    for page in walk.journey.pages:
        names = {name for question in page.questions for name in question.facts}
        wanted = names & set(finding.standard.reasons)
        if wanted and finding.standard.has_way_out and (page.asked is Asked.ON_REQUEST or walk.is_asked(page)):
            return Link(_said_as_order(walk, next(iter(wanted))), question_address(compact, walk.answers, page))
    return None


def _to_say(compact: Published, walk: Walk, finding: Finding) -> Link | None:
    """The question whose answer is wanting."""
    for page in walk.pages():
        for question in walk.questions(page):
            if set(question.facts) & set(finding.missing) and walk.journey.voice is Voice.PLAN:
                words = {"question": question.asked(walk.journey.kind)}
                return Link(_("Answer: %(question)s") % words, question_address(compact, walk.answers, page))
    return None


def _said_as_order(walk: Walk, reason: str) -> str:
    order = gettext(walk.journey.kind.by_name[reason].do)
    return order[:1].upper() + order[1:]


def _reason(walk: Walk, finding: Finding) -> str:
    """The words that were given for less; what a group says of others' words is not repeated."""
    if walk.journey.voice is Voice.AS_IF or finding.forecast is not Verdict.EXPLAINED:
        return ""
    return next((walk.answers[name] for name in finding.standard.reasons if walk.answers[name]), "")


def _answers_with(walk: Walk, given: Advice) -> tuple[Answers | None, list[str]]:
    """The answers with the changes in them, each told; None where a change is of no day that was asked for."""
    changes: dict[str, str] = {}
    texts = []
    for question in walk.journey.questions:
        value = given.changes.get(question.name)
        if isinstance(question, When) and isinstance(value, date):
            changes[question.name] = value.isoformat()
            texts.append(_("the %(called)s to %(day)s") % {"called": question.called, "day": long_date(value)})
    made = {name for question in walk.journey.questions if question.name in changes for name in question.facts}
    if not set(given.changes) <= made:
        return None, []
    ticks = [question for question in walk.journey.questions if isinstance(question, Tick)]
    ticked = {tick.name: tick.ticked_too(walk.answers[tick.name], made) for tick in ticks}
    return walk.answers.changed({**changes, **ticked}), texts


def _day(walk: Walk) -> date:
    return walk.answers.facts().day(walk.journey.kind.happens_on) or walk.today
