"""The working of a finding, and its verdict in a sentence."""

from livecompact.standards.judging import Answer, Finding, Reason
from livecompact.standards.language import Dated, DoesNotHold, Holds, OpenFor, Stated, Test
from livecompact.standards.periods import Unit
from livecompact.standards.standard import Verdict
from livecompact.standards.words.asked_for import asked, missed_by, on_what_ground
from livecompact.standards.words.clauses import asked_about, fact_of, so
from livecompact.standards.words.deciding import Case, case_of, missing, presumed
from livecompact.standards.words.measuring import is_cut_short
from livecompact.standards.words.saying import long_date, said_once, sentence, short_date, spread
from livecompact.standards.words.telling import told

NATIONS = {
    "england-and-wales": "England and Wales",
    "scotland": "Scotland",
    "northern-ireland": "Northern Ireland",
}
VERDICTS = {
    Verdict.KEPT: "Kept.",
    Verdict.EXPLAINED: "Explained.",
    Verdict.NOT_KEPT: "Not kept.",
    Verdict.NO_EVIDENCE: "No evidence.",
}


def working(finding: Finding) -> str:
    """How a finding was worked out: what the facts were, what was asked, what is missing, how days were counted.

    "It was open for 56 days, from 3 March to 27 April 2025, both days counted. The Compact asks for 84."
    """
    case = case_of(finding)
    if finding.contradiction:
        return said_once([finding.contradiction, *_dates_at_odds(case)])
    counted = [_how_counted(test, case) for test in case.decided_by()]
    ground = [_people(case), on_what_ground(finding.standard)]
    return said_once([comparison(finding), _reason(case), _missing(case), *_presumed(case), *counted, *ground])


def comparison(finding: Finding) -> str:
    """Only what was done beside what was asked; empty where a fact is missing for it."""
    case = case_of(finding)
    if finding.contradiction:
        return ""
    return said_once([part for test in case.decided_by() for part in _compared(test, case)] + _silence(case))


def verdict_sentence(finding: Finding) -> str:
    """The verdict and the one thing that it rests on: "Explained. It was open for 56 days, not 84. …"."""
    case, verdict = case_of(finding), finding.verdict
    if verdict is None:
        return on_what_ground(finding.standard)
    if verdict is Verdict.NOT_YET_DUE and finding.settles_on:
        return f"Not due yet. We will check on {long_date(finding.settles_on)}."
    said = "There." if verdict is Verdict.KEPT and finding.standard.judged_by_people else VERDICTS[verdict]
    if finding.contradiction:
        return said_once([said, finding.contradiction])
    tests = case.decided_by()
    rests_on = [part for test in tests for part in _in_short(test, case, alone=len(tests) == 1)]
    return said_once([said, *rests_on, *_silence(case), _reason(case), _missing(case), _people(case)])


def _compared(test: Test, case: Case) -> list[str]:
    facts = told(test, case)
    if not facts or not case.standard.gives_verdicts:
        return [facts]
    goes_without_saying = isinstance(test, Stated | Holds | DoesNotHold) and len(case.decided_by()) > 1
    return [facts, "" if goes_without_saying else asked(test, case), missed_by(test, case)]


def _in_short(test: Test, case: Case, *, alone: bool) -> list[str]:
    """A test in a breath; where something was not open long enough, both numbers in one sentence."""
    facts, met = told(test, case, briefly=True), case.answer(test) is Answer.YES
    if not facts or isinstance(test, Stated | Holds | DoesNotHold) or (met and not alone):
        return [facts]
    if isinstance(test, OpenFor) and not met:
        return [f"{facts.removesuffix('.')}, not {_length(test)}."]
    return [facts, sentence(asked(test, case).partition(":")[0].removesuffix("."))]


def _length(test: OpenFor) -> str:
    """The length asked for, as it stands beside a number of days."""
    length = test.at_least
    return str(length.in_days or (length.count if length.unit is Unit.WORKING_DAYS else length))


def _silence(case: Case) -> list[str]:
    """What is not recorded, where that counts as not done, and until when it could have been."""
    names = dict.fromkeys(name for test in case.decided_by() for name in case.silent_on(test))
    if not names:
        return []
    asked_for = [asked_about(case.fact(name), past=True) for name in names]
    due = case.finding.due
    nothing = spread("nothing is recorded here of", asked_for, "or", "nor is anything of")
    return [nothing, f"The last day for it was {short_date(due)}." if due else ""]


def _people(case: Case) -> str:
    """That no rule judges what stands in a record, where it is not as it should be."""
    no = case.standard.judged_by_people and case.finding.met is Answer.NO
    return "People judge this, not a rule." if no else ""


def _reason(case: Case) -> str:
    """Whether there is a reason for less, and whether it excuses."""
    finding, standard = case.finding, case.standard
    if finding.met is not Answer.NO or finding.contradiction:
        return ""
    if finding.reason is Reason.GIVEN:
        if not standard.has_way_out:
            return "A reason was given, but the words of this promise allow for none."
        return "The reason is public." if _is_public(case) else "A reason was given."
    return "No reason was given." if finding.reason is Reason.NONE and standard.unless else ""


def _is_public(case: Case) -> bool:
    return all(fact_of(case.setting.facts, name).public for name in case.standard.reasons)


def _missing(case: Case) -> str:
    names = missing(case)
    if names:
        asked_for = [asked_about(case.fact(name), past=case.past) for name in names]
        return spread("nobody has told us", asked_for, "or", "nor do we know")
    if case.finding.met is Answer.NOT_KNOWN and not case.finding.contradiction:
        calendar = case.calendar
        return (
            f"We know bank holidays only from {calendar.first.year} to {calendar.last.year}, so we cannot count this."
        )
    return ""


def _presumed(case: Case) -> list[str]:
    flags = presumed(case)
    return [
        sentence(f"nobody said {_whether(case, name)}; it is taken that {so(case.fact(name), flag)}")
        for name, flag in flags.items()
    ]


def _whether(case: Case, name: str) -> str:
    return asked_about(case.fact(name), past=False)


def _dates_at_odds(case: Case) -> list[str]:
    """The two dates of the first rule of the kind that is broken."""
    for rule in case.setting.never:
        if rule.say == case.finding.contradiction and rule.broken_by(case.facts):
            names = (rule.cannot_precede, rule.fact)
            days = [(case.fact(name).label, case.day(name)) for name in names]
            return [sentence(f"{label} is {short_date(day)}") for label, day in days if day]
    return []


def _how_counted(test: Test, case: Case) -> str:
    """What a reader should know of the counting: a month cut short, days off, the same day."""
    if not isinstance(test, Dated) or case.answer(test) is Answer.NOT_KNOWN:
        return _working_days(case) if isinstance(test, OpenFor) and test.at_least.unit is Unit.WORKING_DAYS else ""
    day, than, period = case.day(test.fact), case.day(test.than.fact), test.than.period
    if day is None or than is None:
        return ""
    if period is None:
        return "The same day counts as in time." if day == than and case.answer(test) is Answer.YES else ""
    if period.unit is Unit.WORKING_DAYS:
        return _working_days(case)
    if test.than.side == "after" and is_cut_short(than, period, case.calendar):
        return f"Where a month has no day {than.day}, its last day counts."
    return ""


def _working_days(case: Case) -> str:
    return f"Weekends and bank holidays in {NATIONS[case.calendar.nation]} do not count."
