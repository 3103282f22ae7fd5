"""Sign-ups under way: what was answered so far is kept."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("compacts", "0002_workshop"),
        ("register", "0003_words_of_charities"),
    ]

    operations = [
        migrations.CreateModel(
            name="Joining",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(editable=False, max_length=64, unique=True)),
                ("answers", models.JSONField(default=dict)),
                ("email", models.EmailField(blank=True, max_length=320)),
                ("code", models.CharField(blank=True, max_length=64)),
                ("code_for", models.EmailField(blank=True, max_length=320)),
                ("code_sent_at", models.DateTimeField(blank=True, null=True)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("reference", models.CharField(blank=True, max_length=20)),
                ("begun_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField(db_index=True)),
                (
                    "compact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", ""), ("code_for", ""), ("code_sent_at", None)),
                            models.Q(
                                models.Q(("code", ""), _negated=True),
                                models.Q(("code_for", ""), _negated=True),
                                ("code_sent_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="joining_code_is_for_an_address",
                    )
                ],
            },
        ),
    ]
