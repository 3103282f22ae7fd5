"""Answers to a consultation, what was taken out of them, and the reason of those who decide what sides dispute."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dealings", "0008_lists_of_a_dealing"),
        ("register", "0005_email_of_charities"),
    ]

    operations = [
        migrations.CreateModel(
            name="Original",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(blank=True, max_length=20000)),
                ("email", models.EmailField(blank=True, max_length=320)),
            ],
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("online", "Online"),
                            ("email", "By email"),
                            ("paper", "On paper"),
                            ("phone", "By phone"),
                            ("meeting", "At a meeting"),
                            ("easy-read", "In Easy Read"),
                            ("other", "In another way"),
                        ],
                        max_length=20,
                    ),
                ),
                ("came_on", models.DateField()),
                ("called", models.CharField(max_length=100)),
                (
                    "state",
                    models.CharField(
                        choices=[("kept", "Not public"), ("public", "Public"), ("down", "Taken down")],
                        default="kept",
                        max_length=20,
                    ),
                ),
                ("shown", models.TextField(blank=True)),
                ("agreed_on", models.DateField(blank=True, null=True)),
                (
                    "agreed_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("online", "Online"),
                            ("email", "By email"),
                            ("paper", "On paper"),
                            ("phone", "By phone"),
                            ("meeting", "At a meeting"),
                            ("easy-read", "In Easy Read"),
                            ("other", "In another way"),
                        ],
                        max_length=20,
                    ),
                ),
                ("no_longer_on", models.DateField(blank=True, null=True)),
                ("looked_over_at", models.DateTimeField(blank=True, null=True)),
                ("public_on", models.DateField(blank=True, null=True)),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
            ],
            options={
                "ordering": ("dealing", "number"),
            },
        ),
        migrations.CreateModel(
            name="TakenOut",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("words", models.CharField(max_length=500)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("names", "names a person"),
                            ("reaches", "says how to reach a person"),
                            ("private", "tells of a person’s health or family"),
                            ("claims", "says of a person what may be untrue"),
                            ("abuse", "is abuse"),
                            ("secret", "was told in confidence"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "ordering": ("pk",),
            },
        ),
        migrations.AlterField(
            model_name="dispute",
            name="settled",
            field=models.CharField(
                blank=True,
                choices=[
                    ("accepted", "The record was changed to what the other side says"),
                    ("taken-back", "The other side takes it back"),
                    ("decided", "The Compact’s group or officer decided"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="dispute",
            name="reason",
            field=models.TextField(blank=True, max_length=2000),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), ("settled", "decided"), _connector="OR"),
                name="dispute_reason_of_those_who_decide",
            ),
        ),
        migrations.AddField(
            model_name="response",
            name="dealing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="responses", to="dealings.dealing"
            ),
        ),
        migrations.AddField(
            model_name="original",
            name="response",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="original", to="dealings.response"
            ),
        ),
        migrations.AddField(
            model_name="takenout",
            name="original",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="taken_out", to="dealings.original"
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.UniqueConstraint(fields=("dealing", "number"), name="response_in_order"),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["kept", "public", "down"]),
                    ("way__in", ["online", "email", "paper", "phone", "meeting", "easy-read", "other"]),
                ),
                name="response_state_is_known",
                violation_error_message="Select how it came",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreed_how", ""), ("agreed_on", None)),
                    models.Q(
                        ("agreed_how__in", ["online", "email", "paper", "phone", "meeting", "easy-read", "other"]),
                        ("agreed_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="response_agreed_when_and_how",
                violation_error_message="Say on which day they agreed, and how",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "public"), _negated=True),
                    models.Q(
                        ("agreed_on__isnull", False),
                        ("looked_over_at__isnull", False),
                        ("no_longer_on", None),
                        ("public_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="response_public_by_consent_alone",
                violation_error_message="It is public only if its author agrees, and once it is looked over",
            ),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "public"), models.Q(("shown", ""), _negated=True)),
                    models.Q(models.Q(("state", "public"), _negated=True), ("shown", "")),
                    _connector="OR",
                ),
                name="response_shows_only_while_public",
            ),
        ),
        migrations.AddIndex(
            model_name="original",
            index=models.Index(fields=["email"], name="original_of_address"),
        ),
        migrations.AddConstraint(
            model_name="takenout",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("words", ""), _negated=True),
                    ("why__in", ["names", "reaches", "private", "claims", "abuse", "secret"]),
                ),
                name="taken_out_words_and_why",
                violation_error_message="Enter the words, and select why",
            ),
        ),
    ]
