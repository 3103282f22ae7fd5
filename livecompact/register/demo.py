"""Invented organisations of every kind and in every state, for `livecompact demo`. None of them is real.

Their postcodes begin with ZZ, which the post does not use, and their numbers lie beyond those that the registers give.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from livecompact.compacts.queries import Published, compacts
from livecompact.register import actions
from livecompact.register.clocks import answer_by
from livecompact.register.extract import Row
from livecompact.register.models import As, How, Organisation, Signature
from livecompact.register.queries import register_in_use

OFFICER = "Compact officer"
YEAR = 365

type Act = tuple[datetime, Callable[[], object]]


@dataclass(frozen=True)
class Made:
    """An organisation of the demonstration. `days` is how long ago it signed, `then` what became of its sign-up."""

    name: str
    kind: str
    org_id: str = ""
    size: str = ""
    days: int = 400
    renewed: int | None = 100
    then: str = ""
    champion: str = ""
    backing: tuple[str, ...] = ()
    by: str = ""
    where: tuple[str, ...] = ("hertfordshire",)


BOTH = ("hertfordshire", "dacorum")
DACORUM = ("dacorum",)

PUBLIC = (
    Made(
        "Hartsmere County Council",
        "county",
        "GB-LAE-ZZHC",
        "major",
        2900,
        200,
        champion="Head of Communities",
        where=BOTH,
    ),
    Made(
        "Quillmoor Borough Council",
        "district",
        "GB-LAE-ZZQM",
        "major",
        2400,
        90,
        champion="Community Manager",
        where=BOTH,
    ),
    Made("Tamsley District Council", "district", "GB-LAE-ZZTM", "major", 2300, 380, champion="Partnerships Lead"),
    Made("Brindlewick Parish Council", "parish", "", "small", 800, 30, champion="Clerk"),
    Made("Osterfold Town Council", "parish", "", "medium", 700, None, where=DACORUM),
    Made(
        "Hartsmere Clinical Group", "nhs", "GB-NHS-ZZH0", "major", 2600, 1700, "becomes Hartsmere Integrated Care Board"
    ),
    Made(
        "Hartsmere Integrated Care Board", "nhs", "GB-NHS-ZZH1", "major", 0, None, "follows", champion="Engagement Lead"
    ),
    Made("Hartsmere Community NHS Trust", "nhs", "GB-NHS-ZZH2", "major", 1500, 20, champion="Patient Voice Manager"),
    Made(
        "Hartsmere Constabulary", "police", "", "major", 1400, 60, champion="Chief Inspector, Partnerships", where=BOTH
    ),
    Made("Hartsmere Fire and Rescue", "fire", "", "major", 1300, 45),
    Made("Hartsmere Probation Unit", "probation", "", "large", 1200, None, "lapsed"),
    Made("Hartsmere Parks Authority", "other-public", "GB-GOR-ZZ12", "large", 900, 10),
    Made("Wendlebury Reach District Council", "district", "GB-LAE-ZZWR", "major", 3, None, "waits"),
)
GROUPS = (
    Made(
        "Hartsmere Voluntary Action",
        "infrastructure",
        "GB-CHC-9900101",
        "medium",
        2800,
        15,
        champion="Chief officer",
        where=BOTH,
    ),
    Made(
        "Quillmoor Volunteer Centre",
        "infrastructure",
        "GB-CHC-9900102",
        "small",
        2100,
        330,
        champion="Manager",
        where=DACORUM,
    ),
    Made("Hartsmere Food Bank", "charity", "GB-CHC-9900103", "medium", 1600, 75, champion="Trustee", where=BOTH),
    Made("Tamsley Carers Circle", "charity", "GB-CHC-9900104", "small", 1450, 60, champion="Chair"),
    Made("Brindlewick Youth Boat Club", "cio", "GB-CHC-9900105", "small", 1100, 210),
    Made("Osterfold Elders Lunch", "group", "", "micro", 950, 395, where=DACORUM),
    Made("Quillmoor Refugee Welcome", "cio", "GB-CHC-9900106", "small", 820, 40, where=BOTH),
    Made("Hartsmere Deaf Forum", "charity", "GB-CHC-9900107", "small", 770, 12, champion="Secretary"),
    Made("Tamsley Repair Shed CIC", "cic", "GB-COH-99000201", "small", 640, 5),
    Made("Netherfold Community Orchard", "group", "", "micro", 610, None, "left"),
    Made("Hartsmere Mental Health Friends", "charity", "GB-CHC-9900108", "medium", 580, 120),
    Made("Brindlewick Toy Library", "group", "", "micro", 560, 80, by="Hartsmere Voluntary Action"),
    Made("Brindlewick Walking Group", "group", "", "micro", 560, 80, by="Hartsmere Voluntary Action"),
    Made("Quillmoor Women’s Space", "charity", "GB-CHC-9900109", "medium", 520, 25, where=DACORUM),
    Made("Osterfold Somali Families", "group", "", "small", 480, 70, where=BOTH),
    Made("Hartsmere Heritage Boats", "other-voluntary", "GB-MPR-ZZ1234", "small", 450, None),
    Made("Tamsley Night Shelter", "charity", "GB-CHC-9900110", "medium", 1250, 900, "becomes Hartsmere Housing Help"),
    Made(
        "Hartsmere Housing Help", "charity", "GB-CHC-9900111", "large", 0, None, "follows", champion="Deputy director"
    ),
    Made("Osterfold Bereavement Line", "charity", "GB-CHC-9900112", "small", 1000, None, "lapsed", where=DACORUM),
    Made("Quillmoor Junior Band", "group", "", "micro", 2, None, "waits"),
    Made("Tamsley Blind Bowls Club", "group", "", "micro", 16, None, "waits"),
    Made("Hartsmere Swimmers", "other-voluntary", "", "small", 9, None, "asked"),
    Made("Brindlewick Bargains", "other-voluntary", "", "medium", 60, None, "declined"),
)
FRIENDS = (
    Made("Pellowby & Daughters Bakery", "business", "", "", 700, 30, backing=("events", "space")),
    Made("Quillmoor Print Works", "business", "GB-COH-99000301", "", 500, 20, backing=("news", "time"), where=BOTH),
    Made("Osterfold Coaches", "business", "GB-COH-99000302", "", 450, None, "left", backing=("money",)),
    Made("Tamsley Tea Rooms", "business", "", "", 1, None, "waits", backing=("space",)),
)
SECTORS = {"statutory": PUBLIC, "voluntary": GROUPS, "business": FRIENDS}
APPROVED: tuple[str, int, dict[str, str]] = ("approve", 1, {})
ANSWERED = {
    "asked": ("ask", 2, {"reason": "Are your trustees the same as those of Osterfold Swimmers?"}),
    "declined": ("decline", 3, {"reason": "It shares out its profit, so it can be a Friend instead."}),
}
ENDED = {
    "lapsed": ("lapse", 130, "We asked three times in a year and had no answer."),
    "left": ("withdraw", 150, "It has closed its office here."),
}
BECOMES = "becomes "
NOT_SIGNED = {"9900120": "Netherfold Carers (made up)", "9900121": "Tamsley Toddlers (made up)"}
"""Charities with which to try a sign-up: their own mail is made up too."""


@dataclass
class Filling:
    """The demonstration while it is made: the acts that are to come, in whatever order they are found."""

    at: datetime
    acts: list[Act] = field(default_factory=list)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    signatures: dict[tuple[str, str], Signature] = field(default_factory=dict)

    def plan(self, days_ago: float, act: Callable[[datetime], object]) -> None:
        """Let something happen so many days ago."""
        when = self.at - timedelta(days=days_ago)
        self.acts.append((when, lambda: act(when)))


def fill(*, at: datetime) -> None:
    """Add the invented organisations and all they did up to now, in the order of time.

    On a site without Hertfordshire or Dacorum they sign the first Compact that is there.
    """
    for _when, act in begin(at=at):
        act()


def begin(*, at: datetime) -> list[Act]:
    """Add the invented organisations; what they do after that, in the order of time, for rooms that act in between."""
    filling = Filling(at)
    here = {compact.id: compact for compact in compacts(None, localdate(at))}
    for number, (sector, made) in enumerate(
        (sector, _here(made, list(here))) for sector, all_made in SECTORS.items() for made in all_made
    ):
        _adding(filling, sector, made, number)(at - timedelta(days=3000 - number / 1000))
        for compact in made.where:
            if compact in here:
                _plan_signing(filling, made, here[compact])
    filling.plan(0, _load_register)
    return sorted(filling.acts, key=lambda each: each[0])


def _load_register(at: datetime) -> None:
    if register_in_use() is None:  # a copy of the real one stays
        actions.load_charities(rows=_registered(localdate(at)), districts=frozenset(), at=at)


def _registered(today: date) -> Iterator[Row]:
    """What a register of charities would say of those that were made up, and of some that have not signed."""
    signed = {made.org_id.rpartition("-")[2]: made.name for made in GROUPS if made.org_id.startswith("GB-CHC-")}
    for number, name in (signed | NOT_SIGNED).items():
        yield Row(
            number=number,
            name=name,
            postcode="ZZ1 1ZZ",
            district="ZZ1",
            website="",
            email=f"charity-{number}@example.org",
            income=48_000,
            is_cio=False,
            removed_on=None,
            extracted_on=today,
        )


def _here(made: Made, there: list[str]) -> Made:
    return replace(made, where=tuple(dict.fromkeys(name if name in there else there[0] for name in made.where)))


def _adding(filling: Filling, sector: str, made: Made, number: int) -> Callable[[datetime], None]:
    def add(at: datetime) -> None:
        filling.organisations[made.name] = actions.add_organisation(
            name=made.name,
            sector=sector,
            kind=made.kind,
            by=OFFICER,
            at=at,
            compact=made.where[0],
            identifiers=[made.org_id] if made.org_id else (),
            postcode=f"ZZ{number % 9 + 1} {number % 10}ZZ",
            website=f"https://organisation-{number}.example.org/" if sector != "business" else "",
            size=made.size,
            invented=True,
        )

    return add


def _plan_signing(filling: Filling, made: Made, compact: Published) -> None:
    """Everything that one organisation did in one Compact."""
    if made.then == "follows":
        return  # it has not signed itself
    key = (made.name, compact.id)
    filling.plan(made.days, lambda at: _sign(filling, made, compact, at))
    if made.then != "waits":
        name, days, told = ANSWERED.get(made.then, APPROVED)
        filling.plan(made.days - days, _doing(filling, key, name, told))
    if made.renewed is not None:
        filling.plan(made.renewed, _renewing(filling, key, compact.edition.id))
    if made.then in ENDED:
        name, days, reason = ENDED[made.then]
        filling.plan(days, _ending(filling, key, name, reason))
    if made.then.startswith(BECOMES):
        filling.plan(300, _becoming(filling, made.name, made.then.removeprefix(BECOMES)))


def _doing(filling: Filling, key: tuple[str, str], name: str, told: dict[str, str]) -> Callable[[datetime], None]:
    def do(at: datetime) -> None:
        act = getattr(actions, name)
        filling.signatures[key] = act(signature=filling.signatures[key], by=OFFICER, at=at, **told)

    return do


def _renewing(filling: Filling, key: tuple[str, str], edition: str) -> Callable[[datetime], None]:
    def renew(at: datetime) -> None:
        filling.signatures[key] = actions.renew(
            signature=filling.signatures[key], edition=edition, renewed_on=localdate(at), by=OFFICER, at=at
        )

    return renew


def _ending(filling: Filling, key: tuple[str, str], name: str, reason: str) -> Callable[[datetime], None]:
    def end(at: datetime) -> None:
        act = getattr(actions, name)
        filling.signatures[key] = act(
            signature=filling.signatures[key], last_day=localdate(at), reason=reason, by=OFFICER, at=at
        )

    return end


def _sign(filling: Filling, made: Made, compact: Published, at: datetime) -> None:
    day = localdate(at)
    parent = filling.organisations.get(made.by)
    filling.signatures[made.name, compact.id] = actions.sign(
        compact=compact.id,
        organisation=filling.organisations[made.name],
        edition=compact.edition.id,
        signed_on=day,
        by=OFFICER,
        at=at,
        answer_by=answer_by(compact.agreement.calendar, day),
        how=How.PAPER if made.kind == "parish" else How.ONLINE,
        signs_as=As.FRIEND if made.kind == "business" else As.SIGNATORY,
        says=_says(made, day, parent),
    )


def _says(made: Made, day: date, parent: Organisation | None) -> actions.Signing:
    public = made in PUBLIC
    return actions.Signing(
        name="Sam Example",
        role="Chief officer" if public else "Trustee",
        email=f"sam@{made.kind}.example.org",
        authority="Cabinet minute 12" if public else "Meeting of the trustees",
        authority_on=day - timedelta(days=14),
        commitment="We lend our van to other groups on Fridays." if made.backing else "",
        backing=made.backing,
        champion=made.champion,
        contact_role=made.champion,
        contact_email=f"compact@{made.kind}.example.org" if made.champion else "",
        contact_shown=bool(made.champion),
        represented_by=parent,
    )


def _becoming(filling: Filling, before: str, after: str) -> Callable[[datetime], object]:
    def become(at: datetime) -> None:
        actions.succeed(
            before=filling.organisations[before],
            after=filling.organisations[after],
            on=localdate(at),
            by=OFFICER,
            at=at,
            note="All its work goes on.",
        )

    return become
