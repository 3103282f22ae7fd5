"""Adding an organisation, once; telling more of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Unpack

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from livecompact.agreements.bodies import folded_name
from livecompact.record.what import What
from livecompact.register.actions.telling import tell_everywhere
from livecompact.register.identifiers import NoIdentifier, OrgId, read_identifier
from livecompact.register.models import Identifier, Organisation, OtherName
from livecompact.register.postcodes import district_of, tidy_postcode
from livecompact.register.told import About

LONGEST_SLUG = 80
TRIES = 20  # so many that sign up at once under one name may each find an address
TAKEN = frozenset({"new", "add", "waiting"})
"""Words of our own in the addresses of organisations."""


@dataclass
class AlreadyHere(Exception):
    """The organisation is here already."""

    organisation: Organisation

    def __str__(self) -> str:
        return f"{self.organisation.name} is here already"


@transaction.atomic
def add_organisation(
    *,
    name: str,
    sector: str,
    kind: str,
    by: str,
    at: datetime,
    compact: str,
    identifiers: Iterable[str | OrgId] = (),
    other_names: Iterable[str] = (),
    **about: Unpack[About],
) -> Organisation:
    """Add an organisation, first met in a Compact; `by` is a role, such as "Compact officer".

    AlreadyHere where one has one of its identifiers or, lacking any, its name in its postcode district in that
    Compact; ValidationError where what is told of it cannot be.
    """
    org_ids = [_read(each) for each in identifiers]
    organisation = Organisation(
        name=" ".join(name.split()), sector=sector, kind=kind, home=compact, added_at=at, added_by=by, **about
    )
    _derive(organisation, identified=bool(org_ids))
    if found := _same(organisation, org_ids):
        raise AlreadyHere(found)
    _save_with_a_slug(organisation, org_ids)
    for other in other_names:
        add_other_name(organisation=organisation, name=other)
    return organisation


def found_or_added(**told: Any) -> Organisation:
    """The organisation told of, as `add_organisation` takes it: the one that is here, or else a new one.

    Any number of threads and processes may do so at once: one adds it, the others find it.
    """
    try:
        return add_organisation(**told)
    except AlreadyHere as here:
        return here.organisation


@transaction.atomic
def change_organisation(
    *, organisation: Organisation, name: str, by: str, at: datetime, **about: Unpack[About]
) -> Organisation:
    """Correct what is known of an organisation. Its address stays; a name that it had is kept as another name.

    ValidationError where another has that name in that place, or where what is told cannot be.
    """
    former = organisation.name
    organisation.name = " ".join(name.split())
    for told, value in about.items():
        setattr(organisation, told, value)
    _derive(organisation, identified=organisation.identified)
    organisation.full_clean()
    organisation.save()
    add_other_name(organisation=organisation, name=former)
    tell_everywhere(organisation, What.ORGANISATION_CORRECTED, by=by, at=at)
    return organisation


@transaction.atomic
def add_identifier(*, organisation: Organisation, identifier: str | OrgId, by: str, at: datetime) -> Identifier:
    """Tell a further number of an organisation; ValidationError where another has it."""
    org_id = _read(identifier)
    row = Identifier(organisation=organisation, scheme=org_id.scheme, value=org_id.value)
    row.full_clean()
    row.save()
    if not organisation.identified:
        organisation.identified = True
        organisation.save(update_fields=["identified"])
    tell_everywhere(organisation, What.ORGANISATION_CORRECTED, by=by, at=at)
    return row


@transaction.atomic
def add_other_name(*, organisation: Organisation, name: str) -> None:
    """Tell another name of an organisation; nothing happens where it is told already."""
    folded = folded_name(name)
    if folded and folded != organisation.folded_name:
        OtherName.objects.get_or_create(
            organisation=organisation, folded_name=folded, defaults={"name": " ".join(name.split())}
        )


def _read(identifier: str | OrgId) -> OrgId:
    try:
        return identifier if isinstance(identifier, OrgId) else read_identifier(identifier)
    except NoIdentifier as wrong:
        raise ValidationError({"identifiers": str(wrong)}) from wrong


def _derive(organisation: Organisation, *, identified: bool) -> None:
    """Fill what follows from the rest."""
    organisation.folded_name = folded_name(organisation.name)
    if organisation.postcode:
        written = organisation.postcode
        organisation.postcode = tidy_postcode(written)
        if not organisation.postcode:
            raise ValidationError({"postcode": _("Enter a full postcode, like SG6 2JF.")})
    organisation.district = district_of(organisation.postcode)
    organisation.identified = identified


def _same(organisation: Organisation, org_ids: list[OrgId]) -> Organisation | None:
    """The organisation that is here as the same one."""
    for org_id in org_ids:
        found = Organisation.objects.filter(identifiers__scheme=org_id.scheme, identifiers__value=org_id.value).first()
        if found:
            return found
    if org_ids:
        return None
    return Organisation.objects.filter(
        identified=False,
        folded_name=organisation.folded_name,
        district=organisation.district,
        home=organisation.home,
    ).first()


def _save_with_a_slug(organisation: Organisation, org_ids: list[OrgId]) -> None:
    """Save it under the first address that is free; two that save at once are told apart by the database."""
    organisation.slug = _stem(organisation)
    organisation.full_clean(validate_unique=False, validate_constraints=False)
    for _try in range(TRIES):
        organisation.slug = _free_slug(organisation)
        try:
            with transaction.atomic():
                organisation.pk = None
                organisation.validate_constraints()
                organisation.save(force_insert=True)
                for org_id in org_ids:
                    Identifier.objects.create(organisation=organisation, scheme=org_id.scheme, value=org_id.value)
                return
        except (IntegrityError, ValidationError) as refused:
            if found := _same(organisation, org_ids):
                raise AlreadyHere(found) from refused
            if isinstance(refused, ValidationError):
                raise
    raise IntegrityError(f"No free address for {organisation.name}")


def _stem(organisation: Organisation) -> str:
    return slugify(organisation.name)[:LONGEST_SLUG].strip("-") or "organisation"


def _free_slug(organisation: Organisation) -> str:
    """Its name; where that is taken, with its postcode district or a number after it."""
    stem = _stem(organisation)
    placed = f"{stem}-{organisation.district.lower()}" if organisation.district else f"{stem}-2"
    taken = TAKEN | set(Organisation.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, placed, *numbered) if slug not in taken)
