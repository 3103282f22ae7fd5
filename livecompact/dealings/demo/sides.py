"""What the other side says in the demonstration, and what a body did with what it heard."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.demo.kinds import Act
from livecompact.dealings.models import Dealing, SaidMissing
from livecompact.dealings.responding.taking_out import Out
from livecompact.kinds import kind
from livecompact.register.models import Organisation
from livecompact.standards.facts import Facts

OWN = "For the organisation"
LATER = timedelta(days=9)
THEMES = (
    actions.Heard(
        theme="Swings for all",
        heard="Children in wheelchairs cannot use most of what is there.",
        outcome="changed",
        why="Three of the five areas get a swing for wheelchairs.",
    ),
    actions.Heard(
        theme="Shade", heard="It is too hot in July.", outcome="partly", why="Trees are planted in two areas."
    ),
    actions.Heard(
        theme="A café", heard="Somewhere to sit with a drink.", outcome="not-changed", why="Nobody could run it."
    ),
)

BARRIERS = "Two parents could not come in the evening."

NUMBERS = {
    "answers_online": Decimal(214),
    "answers_on_paper": Decimal(31),
    "answers_at_meetings": Decimal(46),
    "answers_in_easy_read": Decimal(9),
}
ANSWERS: tuple[tuple[str, str, str, tuple[str, ...] | None], ...] = (
    (
        "paper",
        "A grandparent",
        "There is no shade in July. Ask Ada Sample at the kiosk: she sees it daily.",
        ("Ada Sample",),
    ),
    ("easy-read", "A young person", "I cannot get on the swings with my wheelchair.", ()),
    ("meeting", "A resident", "Somebody should run a café.", None),
)
"""How each came, what its author is called, what they said, and what is taken out; None where they do not agree."""


def done(what: str, dealing: Dealing, group: Organisation, at: datetime) -> None:
    """A group disagrees with the day on which it was told, or a body tells what changed, theme by theme."""
    if what == "disputed":
        announced = kind(dealing.kind).read(dealing.facts).day("announced")
        value = (announced or localdate(at)) + LATER
        said = "Our newsletter of that week has the first word of it."
        actions.dispute(dealing=dealing, fact="announced", value=value, organisation=group, text=said, by=OWN, at=at)
    elif what == "themes":
        answered(dealing, at)
        actions.say_what_changed(dealing=dealing, themes=THEMES, barriers=BARRIERS, by=OWN, at=at)


def answered(dealing: Dealing, at: datetime) -> None:
    """How many people answered, in each way; and three answers, of which two are public and one has no consent."""
    dealing.refresh_from_db()
    facts = Facts({**kind(dealing.kind).read(dealing.facts), **NUMBERS})
    actions.change_facts(dealing=dealing, facts=facts, by=OWN, at=at, why="We have counted the answers.")
    today = localdate(at)
    for way, called, text, out in ANSWERS:
        told = actions.Answered(way=way, came_on=today, called=called, text=text)
        if out is not None:
            told = replace(told, agreed_on=today, agreed_how=way)
        made = actions.add_answer(dealing=dealing, told=told, by=OWN, at=at)
        if out is not None:
            actions.look_over(response=made, out=[Out(words, "names") for words in out], by=OWN, at=at)
    actions.publish_answers(dealing=dealing, by=OWN, at=at)


def missing(body: Organisation, group: Organisation, at: datetime) -> list[Act]:
    """Two things that a group says are missing: one of which the body says why, and one that nobody answered."""
    said, stands = at - timedelta(days=70), at - timedelta(days=30)
    why_not = said + timedelta(days=5)
    left: list[SaidMissing] = []

    def say() -> None:
        walk, survey = (
            _missing(body, group, title, said) for title in ("Walk round the market", "Survey on the day centre")
        )
        left.append(survey)
        why = "It was a walk with four traders, and nothing was asked of groups."
        actions.say_why_not(missing=walk, why=why, by=OWN, at=why_not)

    return [(why_not, say), (stands, lambda: actions.let_it_stand(missing=left[0], at=stands))]


def _missing(body: Organisation, group: Organisation, title: str, since: datetime) -> SaidMissing:
    """Something that is said to be missing, of which the body was told the day after."""
    told = since + timedelta(days=1)
    made = actions.say_missing(
        home=Compact.objects.get(slug="hertfordshire"),
        kind="consultation",
        body=body,
        said_by=group,
        title=title,
        happened_on=localdate(since) - timedelta(days=20),
        about="Members were asked at the door.",
        url="https://example.org/newsletter",
        by=OWN,
        at=since,
    )
    actions.note_told(missing=made, on=localdate(told), by="Compact officer", at=told)
    return made
