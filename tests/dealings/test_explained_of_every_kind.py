"""Whatever the kind: a dealing that falls short is explained in four parts, replied to, and both are shown.

Few kinds have a standard that a record alone shows as not kept: of most, people judge. An area may write its own for
any kind, so here the Compact has one for each.
"""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from livecompact import agreements
from livecompact.compacts import actions as compacts
from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Explanation, Reply, Source, Standing, State
from livecompact.dealings.naming import address_of
from livecompact.kinds import KINDS
from livecompact.kinds.kind import Kind
from livecompact.people import actions as people
from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.register.models import Organisation
from livecompact.standards.facts import Fact, FactType
from livecompact.standards.standard import Side
from tests.dealings.making import BY, charity, council, moment
from tests.dealings.reading import day, words
from tests.harness.clock import NOW, stop_the_clock
from tests.harness.people import holder, seat

__all__ = ["holder"]

SHIPPED = Path(agreements.__file__).parent / "data" / "hertfordshire"
HAPPENED = date(2026, 3, 2)
OURS = """
[[standard]]
code = "{code}"
undertaking = "{undertaking}"
basis = "text"
of = "{kind}"
asks = "It is said of each {kind}."
kept = {{ stated = "{fact}" }}
due = "{day}"
silence = "not kept"
source = "Made up for a test."
example = [
  {{ say = "It is said.", given = {{ {day} = 2026-03-02, {fact} = {value} }}, verdict = "kept" }},
  {{ say = "It is not said.", given = {{ {day} = 2026-03-02, {fact} = "none" }}, verdict = "not kept" }},
]
"""
VALUES = {FactType.DATE: "2026-03-02", FactType.NUMBER: "4", FactType.AMOUNT: "12", FactType.FLAG: "true"}


def stated(kind: Kind) -> Fact:
    """A fact of a kind that its record can lack."""
    texts = [fact for fact in kind.facts if fact.type is FactType.TEXT]
    return next(fact for fact in (*texts, *kind.facts) if fact.name != kind.happens_on)


def undertaking(kind: Kind) -> str:
    """A promise that binds who acts; one that lets a reason stand, where there is one."""
    every = agreements.load("hertfordshire").newest.undertakings
    binding = [each for each in every if each.binds is kind.acted_by]
    return min(binding, key=lambda each: not each.way_out).number


@pytest.fixture
def folder(tmp_path):
    """The Hertfordshire Compact with one more standard for every kind."""
    made = shutil.copytree(SHIPPED, tmp_path / "hertfordshire")
    chosen = {undertaking(kind) for kind in KINDS.values()}
    for promises in (made / "2016").glob("[1-9]-*.toml"):
        parts = promises.read_text(encoding="utf-8").split("[[undertaking]]")
        promises.write_text("[[undertaking]]".join(_by_text(part, chosen) for part in parts), encoding="utf-8")
    with (made / "2016" / "standards.toml").open("a", encoding="utf-8") as out:
        for kind in KINDS.values():
            fact = stated(kind)
            told = {"code": f"ours-{kind.name}", "kind": kind.name, "day": kind.happens_on, "fact": fact.name}
            out.write(OURS.format(undertaking=undertaking(kind), value=VALUES.get(fact.type, '"Words"'), **told))
    return made


def _by_text(part: str, chosen: set[str]) -> str:
    """A promise of a file; those that are chosen say that their text checks them."""
    mine = any(f'number = "{number}"' in part for number in chosen)
    checks = re.search(r"^checks = \[.*$", part, re.MULTILINE)
    if not mine or checks is None or '"text"' in checks[0]:
        return part
    return part.replace(checks[0], checks[0].replace("[", '["text", '))


def published(kind: Kind, acts: Organisation, other: Organisation) -> Dealing:
    """A dealing of a kind of which nothing is known but its day."""
    read = kind.read({kind.happens_on: HAPPENED.isoformat()})
    return actions.publish_dealing(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=acts,
        told=actions.Told(kind=kind.name, title="Hall for hire", facts=read, towards=other),
        source=Source.ORGANISATION,
        own=True,
        by=BY,
        at=moment(date(2026, 3, 25)),
    )


def is_explained_and_replied_to(client: Client, made: Dealing, acting: Person, other: Person) -> None:
    """By its form, in four parts; the other side replies by its own; all of it stands on its page and in its data."""
    here, code = address_of(made), f"ours-{made.kind}"
    assert Standing.objects.get(dealing=made, standard=code).verdict == "not kept"
    client.force_login(acting)
    parts = {"context": "The hall was shut.", "reason": "The roof leaked.", "instead": "We met next door."}

    sent = client.post(f"{here}/explain", {"check": code, **parts, **day("until", "2027-03-01")})

    assert sent.status_code == 302, words(sent)
    client.force_login(other)
    assert client.post(f"{here}/reply", {"says": "reply", "text": "We had asked in time."}).status_code == 302
    said = words(client.get(here))
    for each in (*parts.values(), "Monday 1 March 2027", "We had asked in time."):
        assert each in said, each
    checks = [check for block in client.get(f"{here}.json").json()["promises"] for check in block["checks"]]
    [mine] = [check for check in checks if check["standard"] == code]
    assert (mine["explanation"]["reason"], mine["verdict"] in ("explained", "not kept")) == (parts["reason"], True)
    client.logout()
    assert client.get(here).status_code == (200 if made.state == State.PUBLIC else 404)


def test_of_every_kind_what_falls_short_is_explained_replied_to_and_shown(db, client, folder, holder, monkeypatch):
    stop_the_clock(monkeypatch)
    compacts.add_compact(source=folder, by="test", at=NOW)
    body, group = council(), charity()
    of_body = holder(Role.REPRESENTATIVE, organisation=body.slug)
    of_group = people.add_person(email="group@example.org", at=NOW)
    seat(of_group, Role.REPRESENTATIVE, organisation=group.slug)
    sides = [(body, of_body), (group, of_group)]

    done = []
    for kind in KINDS.values():
        (acts, acting), (other, replying) = sides[::-1] if kind.acted_by is Side.VOLUNTARY else sides
        is_explained_and_replied_to(client, published(kind, acts, other), acting, replying)
        done.append(kind.name)

    assert len(done) == 21
    assert (Explanation.objects.count(), Reply.objects.count()) == (21, 21)
