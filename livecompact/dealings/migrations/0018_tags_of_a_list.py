"""Each public record has its tags with their days, made of the standings that are there."""

from itertools import batched, chain, groupby
from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

from livecompact.dealings.rows import settled_of
from livecompact.dealings.standings import spells

SHOWN = ("not kept", "waiting", "disagree", "no evidence", "not yet due", "explained", "kept")
AT_ONCE = 2000


def make(apps: Any, schema_editor: Any) -> None:  # noqa: ARG001 (called so)
    """Write the tags of each public record in each Compact."""
    standing, tag = apps.get_model("dealings", "Standing"), apps.get_model("dealings", "Tag")
    rows = standing.objects.filter(is_public=True).order_by("dealing_id", "compact_id").iterator()
    of_each = groupby(rows, lambda row: (row.dealing_id, row.compact_id))
    for some in batched((_tags(tag, list(its)) for _of, its in of_each), AT_ONCE, strict=False):
        tag.objects.bulk_create(chain.from_iterable(some))


def _tags(tag: Any, its: list[Any]) -> list[Any]:
    of = {name: getattr(its[0], name) for name in ("dealing_id", "compact_id", "kind", "happens_on")}
    found = spells([settled_of(row) for row in its])
    return [tag(**of, shown=each.shown.value, since=each.since, until=each.until) for each in found]


class Migration(migrations.Migration):
    dependencies = [
        ("compacts", "0001_initial"),
        ("dealings", "0017_uploads_have_a_room"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tag",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=30)),
                ("happens_on", models.DateField()),
                ("shown", models.CharField(choices=[(each, each) for each in SHOWN], max_length=20)),
                ("since", models.DateField()),
                ("until", models.DateField()),
                (
                    "compact",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tags",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
                (
                    "dealing",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tags",
                        to="dealings.dealing",
                    ),
                ),
            ],
            options={
                "ordering": ("dealing", "compact", "since"),
                "indexes": [
                    models.Index(
                        fields=["compact", "shown", "kind", "-happens_on", "-dealing", "since", "until"],
                        name="tag_of_a_kind",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("dealing", "compact", "since"), name="tag_once"),
                    models.CheckConstraint(condition=Q(shown__in=SHOWN), name="tag_shown_is_known"),
                    models.CheckConstraint(condition=Q(since__lte=F("until")), name="tag_since_before_until"),
                ],
            },
        ),
        migrations.RunPython(make, migrations.RunPython.noop),
        migrations.RemoveIndex("standing", "standing_newest"),
        migrations.AddIndex(
            "standing",
            models.Index(
                fields=[
                    *("compact", "is_public", "undertaking", "-happens_on", "-dealing"),
                    *("verdict", "settles_on", "answer_by", "disputed_on"),
                ],
                name="standing_newest",
            ),
        ),
    ]
