"""Funding policies and arrangements: the rules by which a public body funds groups."""

from livecompact.kinds.kind import Kind
from livecompact.standards.facts import Fact, FactType

FUNDING_POLICY = Kind(
    name="funding-policy",
    called="funding policy or arrangement",
    plural="funding policies and arrangements",
    says="A public body sets down the rules by which it funds groups.",
    happens_on="adopted",
    title=("title", "policy", "name", "policy title", "arrangement"),
    organisation=("organisation", "adopted by", "council"),
    identifier=("identifier", "id", "reference"),
    facts=(
        Fact(
            name="about",
            type=FactType.CHOICE,
            label="what it settles",
            ask="What does it settle?",
            why="Some arrangements are promised by name",
            choices=(
                "criteria",
                "objectives and targets",
                "prompt payment",
                "reviews of support",
                "changes to funding",
                "notice of reductions",
            ),
            known_as=("subject of policy",),
        ),
        Fact(
            name="consulted",
            type=FactType.DATE,
            label="the day groups were consulted on it",
            happens="groups are consulted on it",
            happened="groups were consulted on it",
            do="Consult groups on it",
            ask="When were groups consulted on it?",
            why="Funding rules are promised to be made with groups",
            known_as=("consultation date", "consulted on"),
        ),
        Fact(
            name="agreed_with",
            type=FactType.TEXT,
            label="the partners it was agreed with",
            do="Name the partners it was agreed with",
            ask="With whom was it agreed?",
            why="A common arrangement is agreed with those it is for",
            known_as=("agreed by",),
        ),
        Fact(
            name="adopted",
            type=FactType.DATE,
            label="the day it was adopted",
            happens="it is adopted",
            happened="it was adopted",
            do="Adopt it",
            ask="When was it adopted?",
            why="Groups are consulted before this day",
            known_as=("adoption date", "date adopted", "approved on", "in force from"),
        ),
        Fact(
            name="where",
            type=FactType.TEXT,
            label="where it can be read",
            do="Publish it",
            ask="Where can it be read?",
            why="An open arrangement can be read by everyone",
            known_as=("url", "link", "web address"),
        ),
        Fact(
            name="days_to_pay",
            type=FactType.NUMBER,
            label="the number of days to pay that it sets",
            ask="Within how many days does it promise to pay?",
            why="Payments are held against the arrangement's own number",
            known_as=("payment days",),
        ),
    ),
    # Adopted first and consulted on afterwards is the wrong order, not a wrong date: no rule forbids it.
)
