"""Decisions: what a public body decides that touches groups, and whether everyone can read it."""

from livecompact.kinds.kind import Kind, Topic
from livecompact.standards.facts import Fact, FactType
from livecompact.standards.standard import Before

DECISION = Kind(
    name="decision",
    called="decision",
    plural="decisions",
    says="A public body decides something that touches groups or the people they help.",
    happens_on="decided",
    part="decisions",
    topic=Topic.ASKING,
    by="Who decides",
    done_on="made_public",
    title=("title", "decision", "subject"),
    organisation=("organisation", "council", "decision maker", "decided by"),
    facts=(
        Fact(
            name="decided",
            type=FactType.DATE,
            label="the day of the decision",
            happens="it is decided",
            happened="it was decided",
            do="Decide",
            ask="When was it decided?",
            why="The text that is in force on that day counts",
            known_as=("decision date", "date of decision"),
        ),
        Fact(
            name="made_public",
            type=FactType.DATE,
            label="the day it was made public",
            happens="it is made public",
            happened="it was made public",
            do="Make it public",
            ask="When was it made public?",
            why="The promise is that decisions are made public",
            known_as=("date made public",),
        ),
        Fact(
            name="where",
            type=FactType.TEXT,
            label="where it can be read",
            do="Say where it can be read",
            ask="Where can it be read?",
            why="People can only use what they can find",
            known_as=("web address", "link"),
        ),
        Fact(
            name="reason_for_keeping_private",
            type=FactType.TEXT,
            label="the reason why it is not public",
            do="say why it is not public",
            ask="Why is it not public?",
            hint="Everyone will be able to read this",
            why="The promise holds whenever possible",
            is_reason=True,
            known_as=("exempt because", "reason for exemption"),
        ),
    ),
    never=(Before("made_public", "decided", say="It was public before it was decided, so one of the dates is wrong."),),
)
