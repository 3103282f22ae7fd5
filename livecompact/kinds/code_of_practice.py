"""Codes of practice: the guidelines that say how a Compact works from day to day, and how far each has come."""

from livecompact.kinds.kind import Deadline, Kind, Topic
from livecompact.standards.facts import Fact, FactType
from livecompact.standards.standard import Before

CODE_OF_PRACTICE = Kind(
    name="code-of-practice",
    called="code of practice",
    plural="records of codes of practice",
    says="A public body writes a code of practice with groups.",
    happens_on="state_since",
    part="codes-of-practice",
    topic=Topic.TOGETHER,
    by="Who writes it",
    deadlines=(Deadline("review_due", "Review: {title}", "The code is to be looked at again. {who} writes it."),),
    title=("title", "code", "name"),
    organisation=("organisation", "council", "public body"),
    facts=(
        Fact(
            name="state",
            type=FactType.CHOICE,
            label="how far it has come",
            do="Say how far it has come",
            ask="How far has it come?",
            why="A code that is only planned helps nobody yet",
            choices=("planned", "in draft", "in force", "replaced", "withdrawn"),
            known_as=("status",),
        ),
        Fact(
            name="state_since",
            type=FactType.DATE,
            label="the day since which that is so",
            happens="that becomes so",
            happened="that became so",
            do="Say since when",
            ask="Since when?",
            why="A state without a day tells little",
            known_as=("status date", "in force from", "adopted on"),
        ),
        Fact(
            name="guidance",
            type=FactType.TEXT,
            label="the national guidance it follows",
            do="Name the national guidance it follows",
            ask="Which national guidance does it follow?",
            why="The promise speaks of national guidelines",
            known_as=("national guidelines",),
        ),
        Fact(
            name="drafted_with",
            type=FactType.TEXT,
            label="the groups that helped to write it",
            ask="Which groups helped to write it?",
            why="A code for both sides is written by both",
            known_as=("consulted with",),
        ),
        Fact(
            name="review_due",
            type=FactType.DATE,
            label="the day it is to be looked at again",
            happens="it is to be looked at again",
            happened="it was to be looked at again",
            ask="When will it be looked at again?",
            why="Codes age",
            known_as=("review date",),
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
    ),
    never=(Before("review_due", "state_since", say="It is due again before it came, so one of the dates is wrong."),),
)
