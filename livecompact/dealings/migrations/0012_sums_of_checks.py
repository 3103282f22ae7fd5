"""Sums of the checks of each sort, in each standing what decides its sort, and where the newest records stand."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

VERDICTS = [(each, each) for each in ("kept", "explained", "not kept", "not yet due", "no evidence")]
SPANS = [(each, each) for each in ("day", "month", "year")]


class Migration(migrations.Migration):
    dependencies = [
        ("compacts", "0001_initial"),
        ("dealings", "0011_opened_each_year"),
    ]

    operations = [
        migrations.AddField("standing", "kind", models.CharField(max_length=30, default=""), preserve_default=False),
        migrations.AddField("standing", "sector", models.CharField(max_length=20, default=""), preserve_default=False),
        migrations.AddField("standing", "happens_on", models.DateField(null=True)),
        migrations.AddField("standing", "is_public", models.BooleanField(default=False), preserve_default=False),
        migrations.AddField("standing", "is_reasoned", models.BooleanField(default=False), preserve_default=False),
        migrations.RemoveIndex("standing", "standing_counted"),
        migrations.AddIndex(
            "dealing",
            models.Index(fields=["state", "-happens_on", "-id", "home", "kind", "year"], name="dealing_newest"),
        ),
        migrations.AddIndex(
            "dealing",
            models.Index(fields=["state", "kind", "-updated_at", "-id", "home"], name="dealing_last_changed"),
        ),
        migrations.AddIndex(
            "dealing",
            models.Index(
                fields=["state", "kind", "-year", "measured", "organisation", "home"], name="dealing_measured"
            ),
        ),
        migrations.CreateModel(
            name="Tally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("span", models.CharField(choices=SPANS, max_length=5)),
                ("starts_on", models.DateField()),
                ("undertaking", models.CharField(max_length=50)),
                ("kind", models.CharField(max_length=30)),
                ("sector", models.CharField(max_length=20)),
                ("is_public", models.BooleanField()),
                ("settles_on", models.DateField(null=True)),
                ("verdict", models.CharField(choices=VERDICTS, max_length=20)),
                ("answer_by", models.DateField(null=True)),
                ("disputed_on", models.DateField(null=True)),
                ("is_reasoned", models.BooleanField()),
                ("number", models.IntegerField()),
                (
                    "compact",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tallies",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
            ],
            options={
                "ordering": ("compact", "span", "starts_on"),
                "indexes": [
                    models.Index(
                        fields=[
                            *("compact", "span", "starts_on", "undertaking", "kind", "sector", "is_public"),
                            *("settles_on", "verdict", "answer_by", "disputed_on", "is_reasoned", "number"),
                        ],
                        name="tally_whole",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        name="tally_span_is_known", condition=Q(span__in=[each for each, _called in SPANS])
                    ),
                    models.CheckConstraint(name="tally_counts_something", condition=~Q(number=0)),
                    models.CheckConstraint(
                        name="tally_settles_where_it_starts",
                        condition=Q(settles_on=None) | Q(settles_on=F("starts_on")),
                    ),
                    models.CheckConstraint(
                        name="tally_time_to_answer_of_what_is_not_kept",
                        condition=Q(verdict="not kept") | Q(answer_by=None, is_reasoned=False),
                    ),
                ],
            },
        ),
    ]
