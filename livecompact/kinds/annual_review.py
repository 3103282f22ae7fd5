"""Annual reviews: looking back together, once a year, at how the agreement was kept."""

from livecompact.kinds.kind import Kind, Topic
from livecompact.standards.facts import Fact, FactType
from livecompact.standards.standard import Before

ANNUAL_REVIEW = Kind(
    name="annual-review",
    called="annual review",
    plural="annual reviews",
    says="Both sides look back at a year of the agreement.",
    # The day that is known before anything was done: the site opens an empty review for each year.
    happens_on="year_ends",
    part="reviews",
    topic=Topic.TELLING,
    by="Who reviews",
    title=("title", "review"),
    organisation=("organisation", "held by", "council"),
    facts=(
        Fact(
            name="year_ends",
            type=FactType.DATE,
            label="the last day of the year",
            happens="the year ends",
            happened="the year ended",
            ask="Which is the last day of the year it is for?",
            why="There is one review for each year",
            known_as=("year end", "year ending"),
        ),
        Fact(
            name="held",
            type=FactType.DATE,
            label="the day of the review",
            happens="the review is held",
            happened="the review was held",
            do="Hold the review",
            ask="When was the review held?",
            why="One review a year is promised",
            known_as=("review date", "date held", "date of review", "meeting date"),
        ),
        Fact(
            name="with_groups",
            type=FactType.FLAG,
            label="whether it was held together with groups",
            happens="it is held together with groups",
            happened="it was held together with groups",
            denied="it is held without groups",
            do="Hold it together with groups",
            ask="Was it held together with charities and community groups?",
            why="The review is promised to be a joint one",
            known_as=("held with groups", "joint review"),
        ),
        Fact(
            name="published",
            type=FactType.DATE,
            label="the day the results were published",
            happens="the results are published",
            happened="the results were published",
            do="Publish the results",
            ask="When were the results published?",
            why="Everyone should be able to see how the year went",
            known_as=("results published", "date published", "publication date"),
        ),
        Fact(
            name="what_next",
            type=FactType.TEXT,
            label="what both sides will do next",
            do="Say what both sides will do next",
            ask="What will both sides do next?",
            why="A review leads to a plan",
            known_as=("actions agreed", "next steps"),
        ),
    ),
    never=(Before("published", "held", say="Results are published before the review was held, so a date is wrong."),),
)
