"""The working of a finding, and its verdict in a sentence."""

from livecompact.standards.judging import Answer, Finding, Reason
from livecompact.standards.language import Dated, OpenFor, Test
from livecompact.standards.periods import Unit
from livecompact.standards.standard import Verdict
from livecompact.standards.words.asked_for import asked, missed_by, on_what_ground
from livecompact.standards.words.clauses import asked_about, fact_of, so
from livecompact.standards.words.deciding import Case, case_of, missing, presumed
from livecompact.standards.words.measuring import is_cut_short
from livecompact.standards.words.saying import listed, long_date, sentence, short_date
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
        return _joined([finding.contradiction, *_dates_at_odds(case)])
    tests = case.decided_by()
    return _joined(
        [
            *(part for test in tests for part in _worked(test, case)),
            _reason(case),
            _missing(case),
            *_presumed(case),
            *(_how_counted(test, case) for test in tests),
            on_what_ground(finding.standard),
        ]
    )


def verdict_sentence(finding: Finding) -> str:
    """The verdict and the one thing that it rests on: "Explained. It was open for 56 days, not 84. …"."""
    case, verdict = case_of(finding), finding.verdict
    if verdict is None:
        return on_what_ground(finding.standard)
    if verdict is Verdict.NOT_YET_DUE and finding.settles_on:
        return f"Not due yet. We will check on {long_date(finding.settles_on)}."
    if finding.contradiction:
        return _joined([VERDICTS[verdict], finding.contradiction])
    rests_on = [_in_short(test, case) for test in case.decided_by()]
    return _joined([VERDICTS[verdict], *rests_on, _reason(case), _missing(case)])


def _worked(test: Test, case: Case) -> list[str]:
    facts = told(test, case)
    if not facts or not case.standard.gives_verdicts:
        return [facts]
    return [facts, asked(test, case), missed_by(test, case)]


def _in_short(test: Test, case: Case) -> str:
    """A test in a breath; where something was not open long enough, both numbers in one sentence."""
    facts = told(test, case, briefly=True)
    if isinstance(test, OpenFor) and facts and case.answer(test) is Answer.NO:
        length = test.at_least
        return (
            facts.removesuffix(".")
            + f", not {length.in_days or (length.count if length.unit is Unit.WORKING_DAYS else length)}."
        )
    if not facts:
        return ""
    return _joined([facts, asked(test, case).partition(":")[0].removesuffix(".") + "."]) if asked(test, case) else facts


def _reason(case: Case) -> str:
    """Whether there is a reason for less, and whether it excuses."""
    finding, standard = case.finding, case.standard
    if finding.met is not Answer.NO or finding.contradiction:
        return ""
    if finding.reason is Reason.GIVEN:
        if not standard.has_way_out:
            return "A reason was given, but the words of this promise allow for none."
        return "The reason is public." if _is_public(case) else "A reason was given."
    return "No reason was given." if finding.reason is Reason.NONE and standard.has_way_out else ""


def _is_public(case: Case) -> bool:
    return all(fact_of(case.setting.facts, name).public for name in case.standard.reasons)


def _missing(case: Case) -> str:
    names = missing(case)
    if names:
        return sentence(
            f"nobody has told us {listed([asked_about(case.fact(n), past=case.past) for n in names], 'or')}"
        )
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


def _joined(parts: list[str]) -> str:
    """Sentences, each said once."""
    return " ".join(dict.fromkeys(part for part in parts if part))
