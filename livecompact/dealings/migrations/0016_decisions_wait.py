"""A decision of a dispute that waits for a second person."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dealings", "0014_lists_at_any_size"),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("as_they_say", models.BooleanField()),
                ("reason", models.TextField(max_length=2000)),
                ("by", models.CharField(max_length=100)),
                (
                    "dispute",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proposed", to="dealings.dispute"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="proposed_has_a_reason",
                        violation_error_message="Enter why you decide so",
                    )
                ],
            },
        ),
    ]
