"""The site's own copy of the register of charities."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CharityLoad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("current", models.BooleanField(default=False)),
                ("begun_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(blank=True, null=True)),
                ("extracted_on", models.DateField(blank=True, null=True)),
                ("area", models.CharField(blank=True, max_length=1000)),
                ("charities", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("current", True)), fields=("current",), name="charity_load_one_current"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("current", False), ("finished_at__isnull", False), _connector="OR"),
                        name="charity_load_current_is_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Charity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=10)),
                ("name", models.CharField(max_length=300)),
                ("folded_name", models.CharField(max_length=300)),
                ("postcode", models.CharField(blank=True, max_length=8)),
                ("district", models.CharField(blank=True, max_length=4)),
                ("website", models.CharField(blank=True, max_length=300)),
                ("income", models.PositiveBigIntegerField(blank=True, null=True)),
                ("is_cio", models.BooleanField(default=False)),
                ("removed_on", models.DateField(blank=True, null=True)),
                (
                    "load",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="register.charityload",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("load", "number"), name="charity_once_a_load")],
                "indexes": [
                    models.Index(
                        condition=models.Q(("removed_on", None)),
                        fields=["load", "folded_name"],
                        name="charity_registered_by_name",
                        opclasses=["int8_ops", "varchar_pattern_ops"],
                    )
                ],
            },
        ),
    ]
