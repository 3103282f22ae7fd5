"""The record: its chains, entries and texts; the notices; and who follows what."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Chain",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("compact", models.SlugField(max_length=60, unique=True)),
                ("number", models.PositiveBigIntegerField(default=0)),
                (
                    "head",
                    models.CharField(
                        default="0000000000000000000000000000000000000000000000000000000000000000", max_length=64
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        help_text="The host and the year of its beginning: ids are made of it", max_length=260
                    ),
                ),
            ],
            options={
                "ordering": ("compact",),
            },
        ),
        migrations.CreateModel(
            name="FollowRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=32, unique=True)),
                ("email", models.EmailField(db_index=True, max_length=320)),
                ("compact", models.SlugField(max_length=60)),
                ("thing", models.CharField(max_length=200)),
                (
                    "often",
                    models.CharField(
                        choices=[("at-once", "At once"), ("weekly", "Once a week"), ("never", "Never")], max_length=10
                    ),
                ),
                ("code_hash", models.CharField(max_length=64)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("made_at", models.DateTimeField(db_index=True)),
            ],
            options={
                "ordering": ("made_at",),
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("compact", models.SlugField(max_length=60)),
                ("number", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                ("what", models.CharField(max_length=40)),
                ("subject", models.CharField(db_index=True, max_length=200)),
                ("address", models.CharField(max_length=500)),
                ("organisation", models.CharField(blank=True, db_index=True, max_length=200)),
                ("role", models.CharField(max_length=100)),
                ("touches", models.TextField(blank=True)),
                ("commitments", models.TextField()),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ("compact", "-number"),
                "indexes": [models.Index(fields=["compact", "what", "-number"], name="entry_by_what")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("compact", "number"),
                        name="entry_one_number",
                        violation_error_message="There is an entry of this number already.",
                    ),
                    models.UniqueConstraint(
                        fields=("compact", "previous"),
                        name="entry_one_next",
                        violation_error_message="Another entry follows that one already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("role", ""), _negated=True),
                        name="entry_says_in_which_role",
                        violation_error_message="Say in which role it was done.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("address__startswith", "/"), models.Q(("address__startswith", "//"), _negated=True)
                        ),
                        name="entry_leads_somewhere_here",
                        violation_error_message="Give an address on this site, such as /hertfordshire/promises/2.4.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EntryText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("salt", models.CharField(max_length=32)),
                ("text", models.TextField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="record.entry"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("entry", "name"), name="entrytext_one_of_a_name")],
            },
        ),
        migrations.CreateModel(
            name="Follow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("compact", models.SlugField(max_length=60)),
                ("thing", models.CharField(max_length=200)),
                (
                    "often",
                    models.CharField(
                        choices=[("at-once", "At once"), ("weekly", "Once a week"), ("never", "Never")],
                        default="weekly",
                        max_length=10,
                    ),
                ),
                ("after", models.PositiveBigIntegerField()),
                ("began_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="follows", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("compact", "thing"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "compact", "thing"),
                        name="follow_once",
                        violation_error_message="You follow this already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("often__in", ["at-once", "weekly", "never"])),
                        name="follow_how_often_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.SlugField(max_length=60)),
                ("subject", models.CharField(max_length=200)),
                ("occurrence", models.CharField(max_length=100)),
                ("compact", models.SlugField(blank=True, max_length=60)),
                ("urgent", models.BooleanField(default=False)),
                (
                    "details",
                    models.TextField(
                        blank=True, help_text="Ids that its letter needs; erased some days after it was sent"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to be sent"),
                            ("sent", "Sent"),
                            ("dropped", "Not sent, as it was no longer true or wanted"),
                            ("failed", "Could not be sent"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("tries", models.PositiveIntegerField(default=0)),
                ("leased_until", models.DateTimeField(blank=True, null=True)),
                ("leased_by", models.CharField(blank=True, max_length=40)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("key", models.CharField(max_length=32, unique=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("due_at", "pk"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "waiting")), fields=["due_at", "id"], name="notice_waiting"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "reason", "subject", "occurrence"),
                        name="notice_told_once",
                        violation_error_message="This person is told of it already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at", None), ("state", "waiting")),
                            models.Q(models.Q(("state", "waiting"), _negated=True), ("settled_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="notice_settled_when",
                        violation_error_message="What was sent, or could not be, says when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("leased_by", ""), ("leased_until", None)),
                            models.Q(models.Q(("leased_by", ""), _negated=True), ("leased_until__isnull", False)),
                            _connector="OR",
                        ),
                        name="notice_leased_by_whom_until_when",
                        violation_error_message="A worker that has a notice has it until a time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_at__gte", models.F("made_at"))), name="notice_due_after_it_was_made"
                    ),
                ],
            },
        ),
    ]
