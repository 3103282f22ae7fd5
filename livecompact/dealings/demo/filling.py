"""A year of invented consultations by invented bodies, for `livecompact demo`: every verdict is among them.

Days are counted from today, so that the demonstration never grows old: -30 is a month ago, 14 in two weeks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from operator import itemgetter
from typing import Any

from django.utils.timezone import localdate

from livecompact.checks.deriving import derived
from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.demo import changes, sides, story
from livecompact.dealings.demo.kinds import BANK, CARERS, Act, Did, possible, record
from livecompact.dealings.models import Dealing, Explanation, Says, Source
from livecompact.kinds import kind
from livecompact.register.models import Organisation
from livecompact.standards.facts import Facts, FactValue

OWN, OFFICER = "For the organisation", "Compact officer"
LONG, SHORT = 84, 56
"""Days of a consultation that is long enough for Hertfordshire, and of one that is not."""
WAYS = {"online": True, "on_paper": True, "in_easy_read": True}
WHOLE = {"themes": "4", "themes_without_answer": "0", "barriers_heard": "Two people could not come in the evening."}
SHORTER = "reason_for_shorter_time"
TIME = "consultation-length"


@dataclass(frozen=True)
class Made:
    """A consultation of the demonstration. `then` is what was said or done to it after, and on which day."""

    body: str
    title: str
    about: str
    opens: int
    lasts: int
    told: int = -21
    answered: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    own: bool = True
    home: str = "hertfordshire"
    follows: str = ""
    then: tuple[tuple[int, str], ...] = ()


COUNTY, QUILLMOOR, TAMSLEY = "hartsmere-county-council", "quillmoor-borough-council", "tamsley-district-council"
TRUST, POLICE, FIRE = "hartsmere-community-nhs-trust", "hartsmere-constabulary", "hartsmere-fire-and-rescue"
PARKS, GROUP = "hartsmere-parks-authority", "hartsmere-voluntary-action"

YEAR = (
    Made(COUNTY, "Adult learning plan", "What should adults be able to learn?", -420, LONG, answered=60, facts=WHOLE),
    Made(FIRE, "Safety visits at home", "Who needs a visit most?", -380, LONG, answered=70, facts=WHOLE),
    Made(TAMSLEY, "Leisure centre prices", "What can people pay?", -360, 42, facts={SHORTER: "none"}),
    Made(
        QUILLMOOR,
        "High street parking",
        "Where should people park?",
        -330,
        SHORT,
        answered=50,
        facts=WHOLE | {SHORTER: "The work was to start before the summer fair."},
    ),
    Made(TRUST, "Walk-in clinic hours", "When would you come?", -300, LONG + 6, answered=84, facts=WHOLE),
    Made(
        COUNTY,
        "Youth clubs",
        "What should clubs offer, and where?",
        -280,
        SHORT,
        answered=80,
        facts=WHOLE | {SHORTER: "none"},
        follows="Youth services, looked at before deciding",
        then=((-218, "explained"), (-216, "no reason"), (-216, "reply")),
    ),
    Made(POLICE, "Neighbourhood teams", "What worries you where you live?", -260, LONG, told=3),
    Made(
        PARKS,
        "Paths along the river",
        "Which paths need work?",
        -240,
        30,
        facts={"formal": False, "reason_for_informal": "We wanted first thoughts before a plan was drawn."},
        answered=40,
    ),
    Made(QUILLMOOR, "Allotment rules", "Which rules get in your way?", -200, 60, home="dacorum", answered=30),
    Made(QUILLMOOR, "Market days", "Which days suit you?", -160, 49, home="dacorum"),
    Made(COUNTY, "Library hours", "When should libraries be open?", -150, LONG, facts=WHOLE, then=((-120, "moved"),)),
    Made(TRUST, "Carers’ breaks", "What would help you most?", -140, LONG),
    Made(FIRE, "A new station", "Where should it stand?", -120, 70, own=False, facts={SHORTER: "none"}),
    Made(TAMSLEY, "Play areas", "What do children want?", -100, LONG, answered=10, facts=WHOLE, then=((-5, "themes"),)),
    Made(
        COUNTY,
        "Bus timetable",
        "Which buses do you need?",
        -60,
        SHORT,
        facts={SHORTER: "none"},
        then=((-20, "disputed"),),
    ),
    Made(COUNTY, "Warm spaces", "Where could they be this winter?", -40, LONG),
    Made(POLICE, "Lost property", "It was put up by mistake.", -35, LONG, then=((-30, "withdrawn"),)),
    Made(TAMSLEY, "Recycling at home", "What would make it easier?", -10, LONG),
    Made(COUNTY, "Grants for small groups", "How should they be shared out?", 14, LONG, told=-20),
    Made(QUILLMOOR, "Town centre plan", "What should the centre be for?", 30, LONG, told=-35),
)

EXPLAINED = Parts(
    context="The fund that pays for the clubs told us of its date in March.",
    reason="It had to be spent by June, so that eight weeks were all there was.",
    instead="We met every club twice and wrote down what was said.",
)


def fill(*, at: datetime, others: Iterable[Act] = ()) -> None:
    """Write a year of dealings onto the record, each act on its own day, the earliest first.

    `others` are what other rooms let happen in between. Those of a Compact or a body not on the site are left out.
    """
    known: dict[str, Dealing] = {}
    here = {each.slug: each for each in Organisation.objects.filter(slug__in=[COUNTY, GROUP, CARERS, BANK])}
    both = {COUNTY, GROUP} <= set(here) and Compact.objects.filter(slug="hertfordshire").exists()
    acts = [*others, *_recorded(known, at), *_asked(known, at), *story.end(known, at)]
    acts += sides.missing(here[COUNTY], here[GROUP], at) if both else ()
    for _moment, act in sorted(acts, key=itemgetter(0)):
        act()
    if both and CARERS in here:
        changes.cuts(here[COUNTY], here[CARERS], at)
    if both and BANK in here:
        changes.not_public_yet(here[COUNTY], here[BANK], at)
    story.note_funding(at)
    actions.open_yearly(at=at)
    actions.count_quarters(at=at)


def _recorded(known: dict[str, Dealing], at: datetime) -> Iterator[Act]:
    """What was recorded of other kinds; `known` is, by title, all that is recorded by then."""

    def put(did: Did, moment: datetime) -> None:
        known[did.title] = record(did, known, localdate(at), moment)

    for did in possible():
        moment = at + timedelta(days=did.on)
        yield moment, partial(put, did, moment)


def _asked(known: dict[str, Dealing], at: datetime) -> Iterator[Act]:
    """The consultations, and what was done to each up to now."""
    today = localdate(at)

    def publish(made: Made, moment: datetime) -> None:
        known[made.title] = _published(made, known.get(made.follows), today, moment)

    def follow(made: Made, what: str, moment: datetime) -> None:
        _done(what, known[made.title], made, today, moment)

    for made in _possible():
        moment = at + timedelta(days=min(made.opens + made.told, -1))
        yield moment, partial(publish, made, moment)
        answered = [] if made.answered is None else [(made.opens + made.lasts + made.answered, "answered")]
        for moment, what in ((at + timedelta(days=day), what) for day, what in (*answered, *made.then) if day <= 0):
            yield moment, partial(follow, made, what, moment)


def _possible() -> list[Made]:
    """Those whose Compact and whose body are on this site."""
    homes = set(Compact.objects.values_list("slug", flat=True))
    bodies = set(Organisation.objects.values_list("slug", flat=True))
    return [made for made in YEAR if made.home in homes and made.body in bodies]


def _published(made: Made, follows: Dealing | None, today: date, at: datetime) -> Dealing:
    return actions.publish_dealing(
        home=Compact.objects.get(slug=made.home),
        organisation=Organisation.objects.get(slug=made.body),
        told=actions.Told(
            kind="consultation",
            title=made.title,
            facts=_facts(made, today),
            about=made.about,
            url="https://example.org/have-your-say",
            follows=follows,
        ),
        source=Source.ORGANISATION if made.own else Source.PUBLISHED,
        own=made.own,
        by=OWN if made.own else OFFICER,
        at=at,
    )


def _facts(made: Made, today: date, **more: FactValue) -> Facts:
    closes = made.opens + made.lasts - 1
    days = {"announced": made.opens + made.told, "opens": made.opens, "closes": closes, "feedback_due": closes + 84}
    told = {name: (today + timedelta(days=n)).isoformat() for name, n in days.items()}
    first = {"affects_groups": True, "formal": True, "feedback_day_named": True, **WAYS}
    asked = {name: value for name, value in made.facts.items() if name not in WHOLE}
    return derived(Facts({**kind("consultation").read({**first, **told, **asked}), **more}))


def _done(what: str, dealing: Dealing, made: Made, today: date, at: datetime) -> None:
    group = Organisation.objects.get(slug=GROUP)
    match what:
        case "answered":
            whole = kind("consultation").read({name: made.facts[name] for name in WHOLE if name in made.facts})
            facts = _facts(made, today, feedback_published=localdate(at), **whole)
            why = "We have said what changed."
            actions.change_facts(dealing=dealing, facts=facts, by=OWN, at=at, why=why)
        case "moved":
            facts = _facts(made, today, closes=today + timedelta(days=made.opens + made.lasts + 6))
            actions.change_facts(dealing=dealing, facts=facts, by=OWN, at=at, why="Groups asked for a week more.")
        case "explained":
            home = dealing.home
            actions.explain(dealing=dealing, compact=home, standard=TIME, parts=EXPLAINED, by=OWN, at=at)
        case "no reason":
            reason = Explanation.objects.get(dealing=dealing)
            actions.reply(dealing=dealing, organisation=group, says=Says.NO_REASON, explanation=reason, by=OWN, at=at)
        case "reply":
            said = "The date was known in January. We would have come in four weeks earlier."
            actions.reply(dealing=dealing, organisation=group, says=Says.REPLY, text=said, by=OWN, at=at)
        case "withdrawn":
            actions.withdraw(dealing=dealing, reason="It was put up by mistake: nobody is asked.", by=OWN, at=at)
        case _:
            sides.done(what, dealing, group, at)
