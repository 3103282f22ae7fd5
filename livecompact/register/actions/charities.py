"""Loading the register of charities: beside the copy that is in use, which it replaces in one moment at the end."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import batched

from django.db import transaction

from livecompact.agreements.bodies import folded_name
from livecompact.register.extract import Row
from livecompact.register.models import Charity, CharityLoad

AT_ONCE = 2_000
"""Rows in one transaction: others write in between, and memory stays small."""


class NothingToLoad(ValueError):
    """There is no charity in the file, or none in the area; what was there before stays."""


def load_charities(*, rows: Iterable[Row], districts: frozenset[str], at: datetime) -> CharityLoad:
    """Load the register, whole or only some postcode districts; the copy in use is seen until all of it is there.

    An earlier load that broke off is taken away. NothingToLoad where nothing was found.
    """
    _take_away(current=False)
    load = CharityLoad.objects.create(begun_at=at, area=" ".join(sorted(districts)))
    wanted = (row for row in rows if not districts or row.district in districts)
    for some in batched(wanted, AT_ONCE):
        with transaction.atomic():
            Charity.objects.bulk_create(_made(some, load), ignore_conflicts=True)
            load.extracted_on = some[-1].extracted_on
    load.charities = Charity.objects.filter(load=load).count()
    if not load.charities:
        _take_away(current=False)
        raise NothingToLoad
    _put_in_use(load, at)
    _take_away(current=False)
    return load


@transaction.atomic
def _put_in_use(load: CharityLoad, at: datetime) -> None:
    CharityLoad.objects.filter(current=True).update(current=False)
    load.current, load.finished_at = True, at
    load.save()


def _made(rows: Iterable[Row], load: CharityLoad) -> Iterator[Charity]:
    for row in rows:
        yield Charity(
            load=load,
            number=row.number,
            name=row.name,
            folded_name=folded_name(row.name),
            postcode=row.postcode,
            district=row.district,
            website=row.website,
            email=row.email or None,
            income=row.income,
            is_cio=row.is_cio,
            removed_on=row.removed_on,
        )


def _take_away(*, current: bool) -> None:
    """Take loads away, some rows at a time, so that nobody waits long for the database."""
    for load in CharityLoad.objects.filter(current=current):
        while some := list(Charity.objects.filter(load=load).values_list("pk", flat=True)[:AT_ONCE]):
            with transaction.atomic():
                Charity.objects.filter(pk__in=some).delete()
        load.delete()
