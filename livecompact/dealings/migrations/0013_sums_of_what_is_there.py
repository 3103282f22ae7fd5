"""What stands already is summed: each standing learns its sort, and each sort how many there are of it."""

from typing import Any

from django.db import migrations
from django.db.models import Count, Exists, OuterRef, Subquery

SORT = ("compact_id", "undertaking", "kind", "sector", "is_public", "verdict", "disputed_on")
"""What of a standing decides its sort, besides its days and what is told of what is not kept only."""


def sum_up(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 (called so)
    """Fill the new columns from the dealings, then add up the standings by day, month and year."""
    standing, tally, dealing, explanation = (
        apps.get_model("dealings", name) for name in ("Standing", "Tally", "Dealing", "Explanation")
    )
    its = dealing.objects.filter(pk=OuterRef("dealing"))
    same = {name: OuterRef(name) for name in ("dealing", "compact", "standard")}
    standing.objects.update(
        kind=Subquery(its.values("kind")),
        sector=Subquery(its.values("organisation__sector")),
        happens_on=Subquery(its.values("happens_on")),
        is_public=Exists(its.filter(state="public")),
        is_reasoned=Exists(explanation.objects.filter(**same)),
    )
    found: dict[Any, int] = {}
    days = ("counts_on", "settles_on", "answer_by", "is_reasoned")
    rows = standing.objects.order_by().values(*SORT, *days).annotate(many=Count("pk"))
    for row in rows.iterator():
        many, counts_on, settles = row.pop("many"), row.pop("counts_on"), row.pop("settles_on") is not None
        if row["verdict"] != "not kept":
            row |= {"answer_by": None, "is_reasoned": False}
        starts = {"day": counts_on, "month": counts_on.replace(day=1), "year": counts_on.replace(month=1, day=1)}
        for span, start in starts.items():
            sort = {**row, "span": span, "starts_on": start, "settles_on": start if settles else None}
            key = tuple(sort.items())
            found[key] = found.get(key, 0) + many
    tally.objects.bulk_create((tally(**dict(key), number=many) for key, many in found.items()), batch_size=500)


def forget(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 (as above)
    """Leave the table empty: it goes with the migration before."""
    apps.get_model("dealings", "Tally").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("dealings", "0012_sums_of_checks")]

    operations = [migrations.RunPython(sum_up, forget)]
