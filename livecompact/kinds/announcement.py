"""Announcements: telling the press, social media or the public something that touches partners."""

from livecompact.kinds.kind import Kind, Rows, Sum, SummedUp
from livecompact.standards.facts import Fact, FactType

ANNOUNCEMENT = Kind(
    name="announcement",
    called="announcement",
    plural="announcements",
    says="An organisation makes something public that names or touches others.",
    happens_on="published",
    title=("title", "headline", "subject"),
    organisation=("organisation", "announced by", "published by"),
    facts=(
        Fact(
            name="channel",
            type=FactType.CHOICE,
            label="where it was made public",
            ask="Where will it be made public?",
            why="The promise covers the press, social media and public statements",
            choices=("press", "social media", "public statement"),
            known_as=("announcement channel",),
        ),
        Fact(
            name="published",
            type=FactType.DATE,
            label="the day it became public",
            happens="it becomes public",
            happened="it became public",
            do="Make it public",
            ask="When will it be public?",
            why="Partners are told before this day",
            known_as=("date published", "publication date", "publish date", "announced on", "release date"),
        ),
        Fact(
            name="partners_named",
            type=FactType.NUMBER,
            label="the number of partners it names or touches",
            ask="How many partners does it name or touch?",
            why="No partner should learn it from the news",
            known_as=("number of partners named",),
        ),
        Fact(
            name="partners_not_told",
            type=FactType.NUMBER,
            label="the number of partners who were not told",
            do="Tell every partner that it names",
            ask="How many of them have not been told?",
            why="No partner should learn it from the news",
            known_as=("number of partners not told",),
        ),
        Fact(
            name="last_partner_told",
            type=FactType.DATE,
            label="the day the last partner was told",
            happens="the last partner is told",
            happened="the last partner was told",
            do="Tell the last partner",
            ask="When was the last of them told?",
            why="Reasonable notice counts for the last one too",
            known_as=("partners told by",),
        ),
        Fact(
            name="reason_for_short_notice",
            type=FactType.TEXT,
            label="the reason for telling partners late or not at all",
            do="say why partners were not told in time",
            ask="Why could partners not be told in time?",
            hint="Everyone will be able to read this",
            why="The promise is against surprises without need",
            is_reason=True,
            known_as=("reason for telling partners late",),
        ),
    ),
    rows=(
        Rows(
            name="partners_told",
            label="Partners it names or touches",
            facts=(
                Fact(
                    name="partner",
                    type=FactType.TEXT,
                    label="the partner",
                    ask="Which organisation does it name or touch?",
                    why="One line a partner",
                ),
                Fact(
                    name="told",
                    type=FactType.DATE,
                    label="the day it was told",
                    happens="it is told",
                    happened="it was told",
                    do="Tell it",
                    ask="When did you tell it?",
                    hint="“We have not told them” is an answer",
                    why="A partner is told before it is public",
                ),
            ),
            gives=(
                SummedUp("partners_named", Sum.COUNT, "partner"),
                SummedUp("partners_not_told", Sum.MISSING, "told"),
                SummedUp("last_partner_told", Sum.LAST, "told"),
            ),
        ),
    ),
    # Told after it was public is a surprise, not a mistake of the dates: it can be, so no rule forbids it.
)
