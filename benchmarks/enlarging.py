"""A site of a made-up size: the examples of the demonstration, copied under other names, bodies and days."""

import secrets
from collections.abc import Iterator
from datetime import timedelta
from itertools import batched, cycle, islice
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from livecompact.dealings.actions.folding import fold_sums
from livecompact.dealings.actions.summing import put
from livecompact.dealings.models import Dealing, Judged, Standing, State, Version
from livecompact.register.models import Organisation, Signature

AT_A_TIME = 2000
DAYS = 2000  # over which the copies are spread, back from the day of the first
MOVED = ("happens_on", "ends_on", "done_on", "changed_on", "reached_on")
SETTLING = ("settles_on", "counts_on", "asked_on", "answer_by", "disputed_on", "happens_on")


@transaction.atomic
def enlarge(dealings: int, organisations: int) -> None:
    """Bring the open site to that many public dealings and organisations, by copies of those that it has."""
    bodies = list(Organisation.objects.filter(dealings__state=State.PUBLIC).distinct())
    grown = _organisations(bodies, organisations - Organisation.objects.count())
    there = list(Dealing.objects.filter(state=State.PUBLIC))
    wanted = dealings - len(there)
    for batch in batched(enumerate(islice(cycle(there), max(0, wanted))), AT_A_TIME):
        _dealings(batch, grown or bodies)
    fold_sums(at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _organisations(bodies: list[Organisation], count: int) -> list[Organisation]:
    """Copies of bodies that have signed, each with its signature."""
    made = []
    for number, body in enumerate(islice(cycle(bodies), max(0, count))):
        name = f"{body.name} {number}"
        fields = _fields(body) | {"name": name, "folded_name": name.lower(), "slug": f"{body.slug[:80]}-{number}"}
        made.append(Organisation(**fields | {"postcode": "", "district": f"Q{number % 90}", "identified": True}))
    made = Organisation.objects.bulk_create(made, batch_size=AT_A_TIME)
    signed = {row.organisation_id: row for row in Signature.objects.filter(organisation__in=bodies, latest=True)}
    of = [signed.get(body.pk) for body in islice(cycle(bodies), len(made))]
    pairs = zip(made, of, strict=True)
    rows = [Signature(**_of(row, organisation=to, reference=f"BM-{to.pk}", version=1)) for to, row in pairs if row]
    Signature.objects.bulk_create(rows, batch_size=AT_A_TIME)
    return made


def _dealings(batch: tuple[tuple[int, Dealing], ...], bodies: list[Organisation]) -> None:
    made = [Dealing(**_copied(number, each, bodies)) for number, each in batch]
    made = Dealing.objects.bulk_create(made)
    of = {each.pk for _number, each in batch}
    for model in (Version, Judged, Standing):
        rows: dict[int, list[Any]] = {}
        for row in model.objects.filter(dealing__in=of):
            rows.setdefault(row.dealing_id, []).append(row)
        new = _rows(model, batch, made, rows)
        put(rows=new) if model is Standing else model.objects.bulk_create(new, batch_size=AT_A_TIME)


def _rows(model: Any, batch: Any, made: list[Dealing], rows: dict[int, list[Any]]) -> Iterator[Any]:
    for (number, each), to in zip(batch, made, strict=True):
        for row in rows.get(each.pk, ()):
            fields = _of(row, dealing=to)
            if model is Standing:
                fields |= {"sector": to.organisation.sector, "is_reasoned": False} | _moved(fields, SETTLING, number)
            yield model(**fields)


def _copied(number: int, each: Dealing, bodies: list[Organisation]) -> dict[str, Any]:
    fields = _of(each, organisation=bodies[number % len(bodies)], towards=None, follows=None) | {"token": None}
    fields |= _moved(fields, MOVED, number)
    title = f"{each.title[:80]} {number}"
    day = fields["happens_on"]
    names = {"key": secrets.token_hex(6), "title": title, "slug": f"{each.slug[:60]}-{number}", "year": day.year}
    return fields | names | {"updated_at": timezone.now() - timedelta(minutes=number), "source_id": ""}


def _moved(fields: dict[str, Any], names: tuple[str, ...], number: int) -> dict[str, Any]:
    back = timedelta(days=number % DAYS)
    return {name: fields[name] - back for name in names if fields[name]}


def _of(row: Any, **others: Any) -> dict[str, Any]:
    """The columns of a row, with other rows in place of those that it refers to."""
    return {name: value for name, value in _fields(row).items() if name.removesuffix("_id") not in others} | others


def _fields(row: Any) -> dict[str, Any]:
    columns = row._meta.concrete_fields  # noqa: SLF001 (Django's documented way to a model's columns)
    return {field.attname: getattr(row, field.attname) for field in columns if not field.primary_key}
