"""What waits for a second person, where a Compact asks for one."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("compacts", "0002_workshop"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="compact",
            name="second_person",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="SecondLook",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("edition", "A new text"),
                            ("sign-up", "A sign-up on paper or by phone"),
                            ("dealing", "A record that an officer entered"),
                            ("choice", "That no second person is asked any more"),
                        ],
                        max_length=20,
                    ),
                ),
                ("subject", models.CharField(max_length=60)),
                ("version", models.CharField(max_length=64)),
                ("asked_at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        choices=[("open", "Waiting"), ("yes", "Yes"), ("no", "No"), ("changed", "Changed since")],
                        default="open",
                        max_length=20,
                    ),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="second_looks_answered",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="second_looks_asked",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                "ordering": ("asked_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answer", "open")),
                        fields=("compact", "act", "subject"),
                        name="second_look_one_open",
                        violation_error_message="This waits for somebody already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "open"), ("answered_at", None), ("answered_by", None)),
                            models.Q(("answer__in", ["yes", "no", "changed"]), ("answered_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="second_look_answered_when",
                        violation_error_message="What is answered says when; what waits does not.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "yes"), _negated=True),
                            ("asked_by", None),
                            ("answered_by", None),
                            models.Q(("asked_by", models.F("answered_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="second_look_by_another",
                        violation_error_message="Who asked cannot say yes.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "no"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="second_look_no_has_a_reason",
                        violation_error_message="Enter why not.",
                    ),
                ],
            },
        ),
    ]
