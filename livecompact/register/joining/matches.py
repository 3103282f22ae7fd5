"""The organisations that somebody may mean by a name or a number: those of the site, then those of the register."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from livecompact.register import queries
from livecompact.register.identifiers import CHARITY
from livecompact.register.joining.answers import Answers
from livecompact.register.models import Charity, Identifier, Organisation, Sector

MOST = 5


@dataclass(frozen=True)
class Match:
    """One that may be meant: the value of its radio, and what tells it from the others."""

    value: str
    name: str
    says: str


def matches(answers: Answers) -> tuple[Match, ...]:
    """At most five that a name or a number may mean; none for a business, which no list of ours holds."""
    if answers.is_friend or not answers.get("name"):
        return ()
    return tuple(_found(answers))[:MOST]


def organisation(answers: Answers) -> Organisation | None:
    """The organisation of the site that was chosen, or that has the number of the charity that was."""
    what, _colon, which = answers.chosen.partition(":")
    if what == "organisation":
        return Organisation.objects.filter(slug=which).first()
    return _with_number(which) if what == "charity" else None


def charity(answers: Answers) -> Charity | None:
    """The charity of the register that was chosen."""
    what, _colon, which = answers.chosen.partition(":")
    return queries.charity(which) if what == "charity" else None


def _found(answers: Answers) -> Iterator[Match]:
    here = [each for each in queries.find(answers.get("name"), MOST) if each.sector == answers.sector]
    rows = Identifier.objects.filter(organisation__in=here, scheme=CHARITY).values_list("organisation", "value")
    numbers = dict(rows)
    for each in here:
        yield Match(f"organisation:{each.slug}", each.name, _says(numbers.get(each.pk, ""), each.postcode))
    if answers.sector is not Sector.VOLUNTARY:
        return
    for charity in queries.find_charities(answers.get("name"), MOST):
        if charity.number not in numbers.values():
            yield Match(f"charity:{charity.number}", charity.name, _says(charity.number, charity.postcode))


def _with_number(number: str) -> Organisation | None:
    return Organisation.objects.filter(identifiers__scheme=CHARITY, identifiers__value=number).first()


def _says(number: str, postcode: str) -> str:
    said = [_("Charity %(number)s") % {"number": number}] if number else []
    return ", ".join([*said, *([postcode] if postcode else [])])
