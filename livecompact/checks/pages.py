"""What each page of a check holds; templates say it, and compute nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _

from livecompact.checks import report, tips
from livecompact.checks.addresses import (
    next_address,
    pdf_address,
    publish_address,
    question_address,
    result_address,
    start_address,
    word_address,
)
from livecompact.checks.answers import Answers
from livecompact.checks.journeys import JOURNEYS, PUBLISHED
from livecompact.checks.journeys.journey import Journey, Page, Voice
from livecompact.checks.journeys.questions import NOT_YET, Amount, Choose, Question, Tick, When
from livecompact.checks.letters import Site, letter
from livecompact.checks.results import (
    Block,
    Line,
    Tally,
    blocks,
    change_link,
    facts_judged,
    findings,
    tally,
    title,
)
from livecompact.checks.states import State
from livecompact.checks.told import measured
from livecompact.checks.walking import Walk
from livecompact.compacts.holidays.queries import Break
from livecompact.compacts.pages.shared import Link
from livecompact.compacts.queries import Published
from livecompact.standards.judging import Finding
from livecompact.standards.words import advise, long_date, money


@dataclass(frozen=True)
class Offer:
    """One check in the list of checks."""

    title: str
    about: str
    address: str


@dataclass(frozen=True)
class ChecksPage:
    """The list of checks: for those who plan, and for those to whom it happened."""

    title: str
    plans: tuple[Offer, ...]
    happened: tuple[Offer, ...]


@dataclass(frozen=True)
class StartPage:
    """The first page of a check. `brought` is what a link brought along."""

    title: str
    lead: tuple[str, ...]
    start: str
    brought: tuple["Row", ...]
    back: str


@dataclass(frozen=True)
class Row:
    """A question and its answer; `change` is where it can be changed."""

    key: str
    value: str
    change: str
    about: str


@dataclass(frozen=True)
class Short:
    """What a page says that stops a plan which is too short."""

    working: tuple[str, ...]
    advice: tuple[str, ...]
    change: Link | None


@dataclass(frozen=True)
class QuestionPage:
    """One page that asks. `heads` is whether its only question is its heading."""

    title: str
    section: str
    heads: bool
    worked_out: tuple[str, ...]
    short: Short | None
    kept: tuple[tuple[str, str], ...]
    back: str


@dataclass(frozen=True)
class Around:
    """What the Compact of the county, or of a district, makes of the same answers."""

    name: str
    address: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class ResultPage:
    """The end of a check."""

    title: str
    section: str
    journey: str
    as_if: bool
    notes: tuple[str, ...]
    blocks: tuple[Block, ...]
    later: tuple[Block, ...]
    tips: tuple[str, ...]
    around: tuple[Around, ...]
    answers: tuple[Row, ...]
    paragraph: tuple[str, ...]
    table: tuple[report.Row, ...]
    letter: tuple[str, ...]
    link: str
    mail: str
    publish: str
    publish_says: str
    pdf: str
    word: str
    back: str


def checks_page(compact: Published) -> ChecksPage:
    """Every check."""
    offers = {journey.id: _offer(compact, journey) for journey in JOURNEYS.values()}
    plans = [offers[journey.id] for journey in JOURNEYS.values() if journey.voice is Voice.PLAN]
    happened = [offers[journey.id] for journey in JOURNEYS.values() if journey.voice is Voice.AS_IF]
    return ChecksPage(_("Check a plan, or what happened"), tuple(plans), tuple(happened))


def start_page(compact: Published, walk: Walk, back: str) -> StartPage:
    """The first page of one check."""
    lead = tuple(said(words, compact) for words in walk.journey.lead)
    start = next_address(compact, walk.answers, walk.open_page())
    return StartPage(str(walk.journey.title), lead, start, _brought(walk.answers), back)


def question_page(compact: Published, walk: Walk, page: Page) -> QuestionPage:
    """One page that asks."""
    before = walk.page_before(page)
    questions = walk.questions(page)
    heads = not page.title and len(questions) == 1
    heading = questions[0].asked(walk.journey.kind) if not page.title and questions else page.title
    own = {question.name for question in page.questions}
    brought = [("title", walk.answers.title), ("url", walk.answers.url), ("follows", walk.answers.follows)]
    kept = [*brought, *((question.name, answer) for question, answer in walk.answers.answered())]
    return QuestionPage(
        title=said(heading, compact),
        section=str(walk.journey.section),
        heads=heads,
        worked_out=() if page.interrupts else tuple(tips.worked_out(walk, page)),
        short=_short(compact, walk, page) if page.interrupts else None,
        kept=tuple((name, answer) for name, answer in kept if answer and name not in own),
        back=question_address(compact, walk.answers, before) if before else start_address(compact, walk.answers),
    )


def result_page(
    compact: Published, walk: Walk, around: tuple[Published, ...], breaks: tuple[Break, ...], site: Site
) -> ResultPage:
    """The end of a check; `around` are the Compacts of the county or the districts, `breaks` its school holidays."""
    found = blocks(compact, walk, findings(walk))
    counts = tally(found)
    journey, facts = walk.journey, facts_judged(walk)
    heading = title(journey, compact.agreement, counts, compact.words.one, compact.words.many)
    link = site.address + result_address(compact, walk.answers)
    pages = walk.pages()
    as_if = journey.voice is Voice.AS_IF
    others = tuple(filter(None, (_around(each, walk) for each in around)))
    measured_by = [(compact.name, found), *((each.name, each.blocks) for each in others)]
    return ResultPage(
        title=heading,
        section=str(journey.section),
        journey=journey.id,
        as_if=as_if,
        notes=tuple(_notes(walk, compact, counts)),
        blocks=_with_lines(found, lambda line: line.state is not State.LATER),
        later=_with_lines(found, lambda line: line.state is State.LATER),
        tips=(*tips.holidays(facts, compact.agreement.calendar, breaks), *tips.change_of_amount(facts)),
        around=others,
        answers=(*_brought(walk.answers), *_rows(compact, walk)),
        paragraph=() if as_if or not counts.of else report.paragraph(compact, measured_by, counts, site, link),
        table=tuple(report.rows(compact, measured_by)),
        letter=letter(compact, walk.answers, facts, found, site) if as_if else (),
        link=link,
        mail=urlencode({"subject": heading, "body": link}, quote_via=quote),
        publish="" if as_if or journey.kind.name not in PUBLISHED else publish_address(compact, walk.answers),
        publish_says=str(journey.publish),
        pdf=pdf_address(compact, walk.answers),
        word=word_address(compact, walk.answers),
        back=question_address(compact, walk.answers, pages[-1]) if pages else start_address(compact, walk.answers),
    )


def said(words: object, compact: Published) -> str:
    """Words of a journey, with what this Compact is called in them."""
    return str(words).replace("{called}", compact.agreement.called)


def _offer(compact: Published, journey: Journey) -> Offer:
    return Offer(str(journey.title), str(journey.about), start_address(compact, Answers(journey)))


def _brought(answers: Answers) -> tuple[Row, ...]:
    rows = [(answers.journey.subject or _("About"), answers.title), (_("Web address"), answers.url)]
    return tuple(Row(str(key), value, "", "") for key, value in rows if value)


def _rows(compact: Published, walk: Walk) -> list[Row]:
    """Every answer, each with the page where it is changed."""
    rows = []
    for page in walk.pages():
        for question in walk.questions(page):
            asked = str(question.asked(walk.journey.kind))
            address = question_address(compact, walk.answers, page)
            rows.append(
                Row(said(asked, compact), _shown(question, walk.answers[question.name]), address, said(asked, compact))
            )
    return rows


def _shown(question: Question, answer: str) -> str:
    match question:
        case Choose():
            return next((str(option.text) for option in question.options if option.value == answer), "")
        case When():
            if answer == NOT_YET:
                return str(question.not_yet)
            return long_date(date.fromisoformat(answer)) if answer else ""
        case Amount():
            return money(Decimal(answer)) if answer else ""
        case Tick():
            ticked = [str(option.text) for option in question.options if option.value in answer.split(".")]
            return ". ".join(ticked) or str(question.none)
    return answer


def _short(compact: Published, walk: Walk, page: Page) -> Short:
    found = walk.falls_short(page)
    given = [each for each in (advise(finding) for finding in found) if each]
    change = next((link for each in given if (link := change_link(walk, compact, each, again=True))), None)
    return Short(tuple(measured(finding) for finding in found), tuple(each.sentence for each in given), change)


def _with_lines(found: Iterable[Block], wanted: Callable[[Line], bool]) -> tuple[Block, ...]:
    """The promises, each with those of its checks that are wanted; none that has no such check."""
    cut = [replace(block, lines=tuple(filter(wanted, block.lines))) for block in found]
    return tuple(block for block in cut if block.lines)


def _notes(walk: Walk, compact: Published, counts: Tally) -> list[str]:
    """What was counted in a way that the answers do not show."""
    unsure = [q for q, answer in walk.answers.answered() if isinstance(q, Choose) and answer == "unsure"]
    counted = [q for q in unsure if next(o.gives for o in q.options if o.value == "unsure")]
    said_yes = _("You were not sure. We counted it as yes: %(question)s")
    nothing = _("No number or order of the %(name)s speaks of your answers. Its other %(promises)s still hold.")
    of = {"name": compact.name, "promises": compact.words.many}
    return [
        *(said_yes % {"question": q.asked(walk.journey.kind)} for q in counted),
        *([] if counts.of else [nothing % of]),
    ]


def _around(compact: Published, walk: Walk) -> Around | None:
    """What another Compact makes of it, as far as the answers tell."""
    there = Walk(walk.journey, compact.agreement, walk.answers, walk.today)
    told = [each for each in findings(there) if _is_told(each)]
    found = blocks(compact, there, told)
    is_county = walk.agreement.parent == compact.id
    return Around(compact.name, result_address(compact, walk.answers), found) if found or is_county else None


def _is_told(finding: Finding) -> bool:
    return finding.standard.gives_verdicts and finding.forecast != "no evidence"
