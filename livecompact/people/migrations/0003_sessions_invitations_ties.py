"""Sessions of our own, each with whose it is; invitations; links to organisations. The old table of sessions goes."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0002_seats"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="sign_ins",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "session_key",
                    models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name="session key"),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("began_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-seen_at",),
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("administrator", "administrator"),
                            ("champion", "champion"),
                            ("co-chair", "co-chair"),
                            ("group-member", "group-member"),
                            ("handler", "handler"),
                            ("officer", "officer"),
                            ("organiser", "organiser"),
                            ("representative", "representative"),
                        ],
                        max_length=20,
                    ),
                ),
                ("compact", models.SlugField(blank=True, max_length=60)),
                ("organisation", models.SlugField(blank=True, max_length=120)),
                (
                    "side",
                    models.CharField(
                        blank=True,
                        choices=[("statutory", "Public bodies"), ("voluntary", "Voluntary and community groups")],
                        max_length=20,
                    ),
                ),
                ("secret", models.CharField(max_length=64, unique=True)),
                ("sent_at", models.DateTimeField()),
                ("dies_at", models.DateTimeField()),
                ("over_at", models.DateTimeField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "accepted"),
                            ("declined", "declined"),
                            ("revoked", "revoked"),
                            ("replaced", "replaced"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        null=True,
                        blank=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invited",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("sent_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("over_at", None)),
                        fields=("person", "role", "compact", "organisation"),
                        name="invitation_one_open",
                        violation_error_message="This person is invited to this role already",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("over_at", None)),
                            models.Q(("over_at__isnull", False), models.Q(("outcome", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="invitation_over_when_and_how",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("organisation", models.SlugField(blank=True, max_length=120)),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("employed", "I work for it"),
                            ("board", "I am on its board or a trustee of it"),
                            ("funded", "It pays for most of my work"),
                        ],
                        max_length=20,
                    ),
                ),
                ("told_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ties", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("name", "kind"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "name", "kind"),
                        name="tie_told_once",
                        violation_error_message="You told us this already",
                    )
                ],
            },
        ),
        migrations.RunSQL("DROP TABLE IF EXISTS django_session", migrations.RunSQL.noop),
    ]
