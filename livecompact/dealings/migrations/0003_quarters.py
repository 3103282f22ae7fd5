"""The counts of quarters that are over, and one measure of each record, filled for those that are there."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from livecompact.dealings.measures import MEASURES, measured
from livecompact.kinds import kind


def fill(apps: Any, _schema: object) -> None:
    """Measure what is on record already."""
    dealing = apps.get_model("dealings", "Dealing")
    for row in dealing.objects.filter(kind__in=list(MEASURES)).iterator():
        row.measured = measured(row.kind, kind(row.kind).read(row.facts))
        row.save(update_fields=["measured"])


class Migration(migrations.Migration):
    dependencies = [
        ("compacts", "0002_workshop"),
        ("dealings", "0002_both_sides"),
    ]

    operations = [
        migrations.AddField(
            model_name="dealing",
            name="measured",
            field=models.IntegerField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="Quarter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ends_on", models.DateField()),
                ("counts", models.JSONField(default=dict)),
                ("counted_at", models.DateTimeField()),
                (
                    "compact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quarters",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
            ],
            options={
                "ordering": ("compact", "ends_on"),
                "constraints": [
                    models.UniqueConstraint(fields=("compact", "ends_on"), name="quarter_counted_once"),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
