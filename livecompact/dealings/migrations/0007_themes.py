"""What people said in a consultation, theme by theme, and what became of it."""

import django.db.models.deletion
from django.db import migrations, models

OUTCOMES = ["changed", "partly", "not-changed"]


class Migration(migrations.Migration):
    dependencies = [
        ("dealings", "0006_own_days"),
    ]

    operations = [
        migrations.CreateModel(
            name="Theme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.PositiveIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("theme", models.CharField(max_length=150)),
                ("heard", models.TextField(blank=True, max_length=2000)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("changed", "Something changed"),
                            ("partly", "Some of it changed"),
                            ("not-changed", "Nothing changed"),
                        ],
                        max_length=20,
                    ),
                ),
                ("why", models.TextField(blank=True, max_length=2000)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                (
                    "dealing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="themes", to="dealings.dealing"
                    ),
                ),
            ],
            options={
                "ordering": ("dealing", "edition", "number"),
                "constraints": [
                    models.UniqueConstraint(fields=("dealing", "edition", "number"), name="theme_in_order"),
                    models.CheckConstraint(
                        condition=models.Q(("theme", ""), _negated=True),
                        name="theme_has_a_name",
                        violation_error_message="Enter the theme",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome", ""), ("outcome__in", OUTCOMES), _connector="OR"),
                        name="theme_outcome_is_known",
                        violation_error_message="Select what became of the theme",
                    ),
                ],
            },
        ),
    ]
