"""Exit plans: what both sides agree to do before money or a contract ends, for the people who use the service."""

from livecompact.kinds.kind import Deadline, Kind, Topic
from livecompact.standards.facts import Fact, FactType
from livecompact.standards.standard import Side

EXIT_PLAN = Kind(
    name="exit-plan",
    called="exit plan",
    plural="exit plans",
    says="Both sides plan how the money comes to its end.",
    happens_on="funding_ends",
    part="exit-plans",
    topic=Topic.MONEY,
    by="Who plans",
    towards="With whom",
    done_on="agreed",
    acted_by=Side.JOINT,
    deadlines=(
        Deadline("funding_ends", "Funding ends: {title}", "The day on which it ends. It is planned with {who}."),
    ),
    title=("title", "agreement", "service", "project"),
    organisation=("organisation", "entered by", "funder"),
    partner=("partner", "group", "recipient", "provider"),
    facts=(
        Fact(
            name="funding_ends",
            type=FactType.DATE,
            label="the day the funding or contract ends",
            happens="the funding or contract ends",
            happened="the funding or contract ended",
            ask="When does the funding or contract end?",
            why="The plan is there before this day",
            known_as=("end date", "contract end date", "agreement end date"),
        ),
        Fact(
            name="invited",
            type=FactType.DATE,
            label="the day one side asked the other to plan",
            happens="one side asks the other to plan",
            happened="one side asked the other to plan",
            do="Ask the other side to plan",
            ask="When did one side ask the other to plan?",
            why="Either side may begin",
            known_as=("asked to plan on",),
        ),
        Fact(
            name="agreed",
            type=FactType.DATE,
            label="the day both sides agreed the plan",
            happens="both sides agree the plan",
            happened="both sides agreed the plan",
            do="Agree the plan",
            ask="When did both sides agree the plan?",
            why="The promise is to plan together",
            known_as=("plan agreed", "date agreed"),
        ),
        Fact(
            name="people_and_services",
            type=FactType.TEXT,
            label="what it says of the people who use the service",
            do="Say what happens to the people who use the service",
            ask="What happens to the people who use the service?",
            why="The plan is there to soften the end for them",
            known_as=("effect on beneficiaries",),
        ),
        Fact(
            name="reason_for_no_plan",
            type=FactType.TEXT,
            label="why there is no joint plan",
            do="say why there is no joint plan",
            ask="Why is there no joint plan?",
            hint="Everyone will be able to read this",
            why="“We asked, they did not come” is an answer too",
            is_reason=True,
            known_as=("reason for no exit plan",),
        ),
    ),
)
