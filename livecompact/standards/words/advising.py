"""Advice: what would keep a promise while its day is ahead; each piece is tried on the judge before it is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from livecompact.standards.facts import Facts, FactValue, Unsaid
from livecompact.standards.judging import Answer, Finding, Reason, contradicted, value
from livecompact.standards.standard import Basis, Standard
from livecompact.standards.words.clauses import asked_about
from livecompact.standards.words.deciding import Case, case_of, missing
from livecompact.standards.words.planning import SOME_WORDS, Plan, plans
from livecompact.standards.words.saying import listed, sentence, spread


@dataclass(frozen=True)
class Advice:
    """What would make a promise kept, as a sentence and as facts.

    `changes` are the facts that a form can fill in with one click; `to_say` are those that need the author's own words.
    Both are empty where the sentence only asks for what is missing.
    """

    sentence: str
    changes: Mapping[str, FactValue] = field(default_factory=dict)
    to_say: tuple[str, ...] = ()


def advice(finding: Finding) -> str:
    """What would make it kept, naming a date that still lies ahead; empty where nothing can.

    "Close on 26 May 2025 or later, or say why it is shorter."
    """
    found = advise(finding)
    return found.sentence if found else ""


def advise(finding: Finding) -> Advice | None:
    """Advice with its changes, so that a form can make them; None where there is none to give."""
    case = case_of(finding)
    if finding.contradiction:
        return Advice(sentence(f"check {_labels_at_odds(case)}: one of them is wrong"))
    if finding.met is Answer.YES or _lacks_a_number(finding.standard):
        return None
    excuse = _excuse(case)
    if plan := next((each for each in plans(finding.standard.kept, case) if _keeps(each, case)), None):
        return Advice(_said(plan, excuse if plan.changes else ""), plan.changes, plan.to_say)
    if excuse and finding.met is Answer.NO and finding.standard.gives_verdicts:
        return Advice(sentence(f"you can still {excuse}"))
    asked = [asked_about(case.fact(name), past=case.past) for name in missing(case)]
    return Advice(spread("tell us", asked, "and", "tell us also")) if asked else None


def followed(finding: Finding, given: Advice) -> Facts:
    """The facts once advice is followed, with some words wherever only the author has them."""
    return _with(finding.facts, given.changes, given.to_say)


def _lacks_a_number(standard: Standard) -> bool:
    """Whether nobody agreed a number, and we suggest none: then there is nothing to advise by."""
    return standard.basis is Basis.LOCAL and not standard.gives_verdicts and not standard.suggested


def _keeps(plan: Plan, case: Case) -> bool:
    """Whether the judge, asked again, finds it met by dates that can all be."""
    facts = _with(case.finding.facts, plan.changes, plan.to_say)
    met = value(case.standard.kept, facts, case.calendar) is Answer.YES
    return bool(plan.orders) and met and not contradicted(case.standard, facts)


def _with(facts: Facts, changes: Mapping[str, FactValue], to_say: tuple[str, ...]) -> Facts:
    return Facts({**facts, **changes, **dict.fromkeys(to_say, SOME_WORDS)})


def _excuse(case: Case) -> str:
    """The order that would give a reason, where the undertaking has a way out and none was given yet."""
    standard = case.standard
    if not standard.has_way_out or standard.basis is Basis.PROMPT or case.finding.reason is Reason.GIVEN:
        return ""
    names = tuple(name for name in standard.reasons if isinstance(case.facts[name], Unsaid) and case.fact(name).do)
    given = _with(case.finding.facts, {}, names)
    if names and value(standard.unless or standard.kept, given, case.calendar) is Answer.YES:
        return listed([case.fact(name).do for name in names])
    return "" if standard.unless else "explain why" if case.past else "explain why not"


def _said(plan: Plan, excuse: str) -> str:
    *before, last = plan.orders
    if not excuse:
        return " ".join(map(sentence, plan.orders))
    if before:
        return " ".join(map(sentence, [*plan.orders, f"or {excuse}"]))
    return sentence(f"{last}, or {excuse}")


def _labels_at_odds(case: Case) -> str:
    """The two dates of the rule that is broken."""
    rules = [rule for rule in case.setting.never if rule.say == case.finding.contradiction]
    names = [name for rule in rules[:1] for name in (rule.cannot_precede, rule.fact)]
    return listed([case.fact(name).label for name in names])
