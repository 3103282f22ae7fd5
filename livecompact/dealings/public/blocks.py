"""What a dealing's page says of each promise: the tag, the sentence, the working, and what one can do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from livecompact.agreements import Undertaking
from livecompact.compacts.pages.shared import printed, promise_address
from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dispute, Explanation
from livecompact.dealings.naming import named
from livecompact.dealings.queries.one import Whole
from livecompact.dealings.queries.reasons import plain
from livecompact.dealings.queries.whose import FOR_ITSELF
from livecompact.dealings.speaking.pages import disputed, over
from livecompact.dealings.standings import Act, Settled, Shown, findings, worst
from livecompact.frame.dates import long_date
from livecompact.standards.because import because
from livecompact.standards.judging import Finding
from livecompact.standards.standard import Basis, Verdict
from livecompact.standards.words import comparison, verdict_sentence, working


@dataclass(frozen=True)
class Check:
    """One check of a promise. `shown` is None where no number is agreed: it is measured, and not counted.

    `until` is the last day of the time to explain, where it runs; `was_not_kept_until` the day of an explanation that
    came after that time. `same_reason` is how often its organisation gave that reason in the same words; `explained_by`
    what that is called, and `entered_by` the role of somebody else who entered it.
    """

    code: str
    asks: str
    shown: Shown | None
    says: str
    working: str
    because: str
    counted: bool
    settles_on: date | None
    until: date | None
    explanation: Explanation | None
    was_not_kept_until: date | None
    may_explain: bool
    same_reason: int = 0
    explained_by: str = ""
    entered_by: str = ""


@dataclass(frozen=True)
class Block:
    """A promise with its checks; `shown` is the one tag of them all, None where none is counted."""

    number: str
    code: str
    name: str
    address: str
    text: str
    is_official: bool
    shown: Shown | None
    checks: tuple[Check, ...]


def blocks(compact: Published, whole: Whole, act: Act, today: date) -> tuple[Block, ...]:
    """The promises of a Compact that speak of a dealing, in the order of the text."""
    edition = compact.agreement.edition_in_force(act.day) if act.day else None
    standings = whole.standings.get(compact.id, {})
    if edition is None or not standings:
        return ()
    by_promise: dict[str, list[Check]] = {}
    for found in findings(act, compact.agreement, today, whole.explained(compact.id)):
        if found.standard.basis is not Basis.PROMPT:
            check = _check(found, standings.get(found.standard.code), whole, compact, today)
            by_promise.setdefault(found.standard.undertaking, []).append(check)
    known = [each for each in edition.undertakings if each.number in by_promise]
    return tuple(_block(compact, each, by_promise[each.number]) for each in known)


def tag_of(standings: Iterable[Settled], today: date) -> Shown | None:
    """The one tag of a dealing on a day."""
    return worst(each.on(today) for each in standings)


def _block(compact: Published, undertaking: Undertaking, checks: list[Check]) -> Block:
    return Block(
        printed(undertaking),
        undertaking.number,
        undertaking.name,
        promise_address(compact, undertaking),
        undertaking.official or undertaking.wording,
        bool(undertaking.official),
        worst(each.shown for each in checks if each.shown),
        tuple(checks),
    )


def _check(found: Finding, standing: Settled | None, whole: Whole, compact: Published, today: date) -> Check:
    shown = standing.on(today) if standing else None
    code = found.standard.code
    given = (each for each in whole.explanations if each.compact_id == compact.id and each.standard == code)
    explanation = next(given, None)
    waits = shown is Shown.WAITING
    rests_on = [each for each in whole.disputes if not each.settled and each.fact in found.standard.facts]
    return Check(
        code=code,
        asks=found.standard.asks,
        shown=shown,
        says=_waiting(found, standing, whole)
        if waits and standing
        else _disagree(whole, rests_on)
        if shown is Shown.DISAGREE
        else _said(found, shown),
        working=working(found) if shown and not waits and shown is not Shown.DISAGREE else "",
        because=because(found.standard, found.facts),
        counted=shown in (Shown.KEPT, Shown.EXPLAINED, Shown.NOT_KEPT),
        settles_on=found.settles_on if shown is Shown.NOT_YET_DUE else None,
        until=standing.answer_by if waits and standing else None,
        explanation=explanation,
        explained_by=named(whole.dealing.organisation) if explanation else "",
        entered_by=_entered_by(explanation) if explanation else "",
        was_not_kept_until=_late(explanation, standing),
        may_explain=explanation is None and _falls_short(standing, today),
        same_reason=whole.same_reasons.get(plain(explanation.reason), 0) if explanation else 0,
    )


def _said(found: Finding, shown: Shown | None) -> str:
    if shown is None:
        return _("No number is agreed here. This is measured, and not counted.")
    return verdict_sentence(found)


def _disagree(whole: Whole, over_these: Iterable[Dispute]) -> str:
    """What both sides say of the facts that it rests on, and that it does not count till they agree."""
    both = over(disputed(whole.dealing, over_these))
    return f"{both} " + _("This does not count until they agree.")


def _waiting(found: Finding, standing: Settled, whole: Whole) -> str:
    """The facts without a verdict, and until when the organisation may say why."""
    who = named(whole.dealing.organisation)
    if standing.answer_by is None:
        return f"{comparison(found)} " + _("We have not reached %(who)s yet. Then its time to say why begins.") % {
            "who": who
        }
    until = {"who": who, "day": long_date(standing.answer_by)}
    return f"{comparison(found)} " + _("%(who)s has until %(day)s to say why.") % until


def _falls_short(standing: Settled | None, today: date) -> bool:
    """Whether it is not kept by what the record says, also while it waits or the two sides disagree over that."""
    if standing is None or standing.verdict is not Verdict.NOT_KEPT:
        return False
    return standing.settles_on is None or standing.settles_on <= today


def _entered_by(explanation: Explanation) -> str:
    """In which role somebody entered it from what the organisation had published; empty where it gave it itself."""
    return "" if explanation.by == _(FOR_ITSELF) else explanation.by


def _late(explanation: Explanation | None, standing: Settled | None) -> date | None:
    """The day until which it stood as not kept, where the explanation came after the time for it."""
    if explanation is None or standing is None or standing.answer_by is None:
        return None
    return explanation.on if explanation.on > standing.answer_by else None
