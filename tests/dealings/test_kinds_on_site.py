"""Every kind of dealing is on the site: its list, its page and their other forms are drawn from the kind's own data."""

import json
from datetime import date

from django.test import Client

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Source
from livecompact.dealings.naming import LISTED, address_of
from livecompact.kinds.kind import Kind
from livecompact.register.models import Organisation
from livecompact.standards.facts import Fact, FactType
from livecompact.standards.standard import Side
from tests.dealings.making import BY, charity, council, moment
from tests.dealings.reading import words

SAMPLES: dict[FactType, str | bool] = {
    FactType.DATE: "2026-03-02",
    FactType.NUMBER: "4",
    FactType.AMOUNT: "1250.50",
    FactType.FLAG: True,
}


def sample(fact: Fact) -> str | bool:
    """Something that a fact may be."""
    return fact.choices[0] if fact.choices else SAMPLES.get(fact.type, f"Words for {fact.label}")


def published(kind: Kind, body: Organisation) -> Dealing:
    """A dealing of a kind with every fact that it can have."""
    facts = kind.read({fact.name: sample(fact) for fact in kind.facts})
    told = actions.Told(kind=kind.name, title="Hall for hire", facts=facts, about="Of the old school.")
    return actions.publish_dealing(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=body,
        told=told,
        source=Source.ORGANISATION,
        own=True,
        by=BY,
        at=moment(date(2026, 4, 1)),
    )


def test_a_dealing_of_each_kind_is_read_in_every_form(site):
    body, group = council(), charity()
    actions.open_record(organisation=group, by=BY, at=moment(date(2026, 1, 1)))

    for kind in LISTED.values():
        is_read_in_every_form(site, kind, published(kind, group if kind.acted_by is Side.VOLUNTARY else body))


def is_read_in_every_form(site: Client, kind: Kind, made: Dealing) -> None:
    """Its page, its list and what programs read tell of it, and of no fact that is not public."""
    here = f"/hertfordshire/{kind.part}"
    facts = json.loads(site.get(address_of(made, "json")).content)["facts"]

    assert set(facts) == {fact.name for fact in kind.facts if fact.public and not fact.personal}
    assert kind.by in words(site.get(address_of(made)))
    for form in ("", ".csv", ".json", ".atom"):
        assert "Hall for hire" in site.get(f"{here}{form}").content.decode()
    assert (b"VEVENT" in site.get(address_of(made, "ics")).content) is bool(kind.deadlines)


def test_no_two_kinds_have_one_address():
    assert len(LISTED) == len({each.part for each in LISTED.values()}) == 20
