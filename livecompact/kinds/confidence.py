"""Information in confidence: what a group tells a public body and asks it to keep to itself.

Only that it was given, and what became of it; never what it says.
"""

from livecompact.kinds.kind import Kind, Topic
from livecompact.standards.facts import Fact, FactType

CONFIDENCE = Kind(
    name="confidence",
    called="piece of information in confidence",
    plural="pieces of information in confidence",
    says="A group tells a public body something that is to stay private.",
    happens_on="given",
    part="confidence",
    topic=Topic.TOGETHER,
    by="Who holds it",
    towards="Who gave it",
    title=("title", "subject", "reference"),
    organisation=("organisation", "given to", "public body"),
    partner=("group", "given by"),
    facts=(
        Fact(
            name="given",
            type=FactType.DATE,
            label="the day it was given",
            happens="it is given",
            happened="it was given",
            ask="When was it given?",
            why="The text that is in force on that day counts",
            public=False,
            known_as=("date given", "date received"),
        ),
        Fact(
            name="confidence_asked",
            type=FactType.FLAG,
            label="whether confidence was asked for",
            happens="confidence is asked for",
            happened="confidence was asked for",
            denied="confidence was not asked for",
            ask="Was confidence asked for?",
            why="The promise holds where it is asked for",
            public=False,
            known_as=("confidential requested",),
        ),
        Fact(
            name="stayed_private",
            type=FactType.FLAG,
            label="whether it stayed in confidence",
            happens="it stays in confidence",
            happened="it stayed in confidence",
            denied="it did not stay in confidence",
            do="Leave it in confidence",
            ask="Has it stayed in confidence?",
            why="This is what the promise asks",
            public=False,
            known_as=("stayed in confidence",),
        ),
        Fact(
            name="shared_because",
            type=FactType.TEXT,
            label="the law or the consent by which it was shared",
            do="Say by which law or consent it was shared",
            ask="If it was shared: by which law, or whose consent?",
            hint="For example, a request under the Freedom of Information Act",
            why="Some sharing is the law",
            public=False,
            known_as=("reason for sharing",),
        ),
    ),
)
