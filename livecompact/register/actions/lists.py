"""Taking in an area's list of who has signed: line by line, each whole or not at all, and never twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from livecompact.compacts.queries import Published
from livecompact.register.actions.deciding import approve, withdraw
from livecompact.register.actions.organisations import found_or_added
from livecompact.register.actions.signing import CannotSign, Signing, open_signature, sign
from livecompact.register.listed import Known, Line, WrongCell, known
from livecompact.register.models import As, How, Organisation, Sector, Signature, State
from livecompact.register.queries import charity, size_band


@dataclass
class Taken:
    """What became of the lines of a list: how many are new, brought up to date or there already; what was wrong."""

    new: int = 0
    changed: int = 0
    there: int = 0
    wrong: list[str] = field(default_factory=list)


def take_in(*, compact: Published, lines: Sequence[Line], by: str, at: datetime) -> Taken:
    """Put the organisations of a list on the register of a Compact, as signed on their days.

    A line that cannot be is told in a sentence, with its row and cell, and changes nothing.
    """
    taken = Taken()
    for line in lines:
        try:
            with transaction.atomic():
                _take(taken, compact, line, by, at)
        except (WrongCell, CannotSign) as wrong:
            taken.wrong.append(_sentence(line, str(wrong)))
        except ValidationError as wrong:
            taken.wrong.append(_sentence(line, " ".join(wrong.messages)))
    return taken


def _take(taken: Taken, compact: Published, line: Line, by: str, at: datetime) -> None:
    said = known(line)
    organisation = found_or_added(
        name=line.name,
        sector=said.sector,
        kind=said.kind,
        by=by,
        at=at,
        compact=compact.id,
        identifiers=[said.org_id] if said.org_id else (),
        **_about(line, said),
    )
    held = open_signature(compact.id, organisation)
    if held is None and not _told_before(compact, organisation, line):
        _sign(compact, organisation, line, by, at)
        taken.new += 1
    elif held is not None and held.state == State.ACTIVE and held.signed_on == line.signed_on and line.left_on:
        withdraw(signature=held, last_day=line.left_on, by=by, at=at)
        taken.changed += 1
    else:
        taken.there += 1


def _about(line: Line, said: Known) -> dict[str, str]:
    """What the list says of it and, where it is a charity that we have a copy of, what the register says."""
    found = charity(said.org_id.value) if said.org_id and said.org_id.scheme == "GB-CHC" else None
    told = {"postcode": line.postcode, "website": line.website}
    if found is None:
        return told
    own = {"postcode": found.postcode, "website": found.website}
    return {name: value or own[name] for name, value in told.items()} | {"size": size_band(found.income)}


def _told_before(compact: Published, organisation: Organisation, line: Line) -> bool:
    """Whether this very signature is on the register, perhaps as one that ended."""
    rows = Signature.objects.filter(compact__slug=compact.id, organisation=organisation, latest=True)
    return rows.filter(signed_on=line.signed_on).exists()


def _sign(compact: Published, organisation: Organisation, line: Line, by: str, at: datetime) -> None:
    signature = sign(
        compact=compact.id,
        organisation=organisation,
        edition=_edition(compact, line),
        signed_on=line.signed_on,
        by=by,
        at=at,
        how=How.LIST,
        signs_as=As.FRIEND if organisation.sector == Sector.BUSINESS else As.SIGNATORY,
        says=Signing(champion=line.champion),
    )
    signature = approve(signature=signature, by=by, at=at)
    if line.left_on:
        withdraw(signature=signature, last_day=line.left_on, by=by, at=at)


def _edition(compact: Published, line: Line) -> str:
    agreement = compact.agreement
    if line.edition:
        names = [each.id for each in agreement.editions]
        if line.edition not in names:
            says = f"There is no edition “{line.edition}”. The editions are {', '.join(names)}."
            raise WrongCell(line, "edition", says)
        return line.edition
    return (agreement.edition_in_force(line.signed_on) or agreement.editions[0]).id


def _sentence(line: Line, says: str) -> str:
    return says if says.startswith("Row ") else f"Row {line.number}: {says}"
