"""The table of requests for another form."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("compacts", "0002_workshop"),
    ]

    operations = [
        migrations.CreateModel(
            name="Request",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=20, unique=True)),
                (
                    "wanted",
                    models.CharField(
                        choices=[
                            ("paper", "On paper"),
                            ("large-print", "Large print"),
                            ("easy-read", "Easy Read"),
                            ("audio", "Audio"),
                            ("braille", "Braille"),
                            ("sign-language", "British Sign Language"),
                            ("language", "Another language"),
                            ("phone", "By phone"),
                        ],
                        max_length=20,
                    ),
                ),
                ("what", models.CharField(blank=True, max_length=500)),
                ("language", models.CharField(blank=True, max_length=100)),
                ("name", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=320)),
                ("phone", models.CharField(blank=True, max_length=50)),
                ("address", models.TextField(blank=True, max_length=500)),
                ("asked_at", models.DateTimeField()),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Waiting"), ("sent", "Sent"), ("refused", "Cannot be done")],
                        default="open",
                        max_length=20,
                    ),
                ),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("done_by", models.CharField(blank=True, help_text="The role, never a person", max_length=100)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("cleared_at", models.DateTimeField(blank=True, null=True)),
                (
                    "compact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cleared_at__isnull", False),
                            models.Q(
                                models.Q(
                                    models.Q(("email", ""), _negated=True),
                                    models.Q(("phone", ""), _negated=True),
                                    models.Q(("address", ""), _negated=True),
                                    _connector="OR",
                                ),
                                models.Q(("what", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="format_request_reaches_somebody",
                        violation_error_message="Say what is asked for, and how to reach who asks",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cleared_at", None),
                                ("done_at", None),
                                ("done_by", ""),
                                ("reason", ""),
                                ("state", "open"),
                            ),
                            models.Q(
                                ("done_at__isnull", False),
                                ("state__in", ["sent", "refused"]),
                                models.Q(("done_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="format_request_done_when_and_by_whom",
                        violation_error_message="What is done says when and by whom; what is open says neither",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            ("cleared_at__isnull", False),
                            _connector="OR",
                        ),
                        name="format_request_refused_with_a_reason",
                        violation_error_message="Say why it cannot be done",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cleared_at", None),
                            models.Q(
                                ("address", ""),
                                ("email", ""),
                                ("language", ""),
                                ("name", ""),
                                ("phone", ""),
                                ("reason", ""),
                                ("what", ""),
                            ),
                            _connector="OR",
                        ),
                        name="format_request_cleared_whole",
                        violation_error_message="What is cleared says nothing of a person",
                    ),
                ],
            },
        ),
    ]
