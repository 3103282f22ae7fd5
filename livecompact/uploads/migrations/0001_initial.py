"""The tables of what was uploaded: they were the room of dealings' own, which gives them as they are."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("compacts", "0006_lists_and_tellings_wait"),
        ("dealings", "0017_uploads_have_a_room"),
        ("register", "0005_email_of_charities"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="Upload",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("key", models.CharField(editable=False, max_length=24, unique=True)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("consultation", "consultation"),
                                    ("policy-appraisal", "policy appraisal"),
                                    ("funding-opportunity", "funding opportunity"),
                                    ("award", "award or refusal"),
                                    ("funding-agreement", "funding agreement"),
                                    ("payment", "payment"),
                                    ("monitoring-report", "monitoring report"),
                                    ("funding-change", "change of funding or other support"),
                                    ("announcement", "announcement"),
                                    ("funding-policy", "funding policy or arrangement"),
                                    ("publication", "publication"),
                                    ("yearly-figures", "set of yearly figures"),
                                    ("survey", "survey"),
                                    ("annual-review", "annual review"),
                                    ("response", "response"),
                                    ("offer", "offer of premises or help"),
                                    ("joint-project", "joint project"),
                                    ("exit-plan", "exit plan"),
                                    ("code-of-practice", "code of practice"),
                                    ("decision", "decision"),
                                    ("confidence", "piece of information in confidence"),
                                ],
                                max_length=30,
                            ),
                        ),
                        (
                            "source",
                            models.CharField(
                                choices=[
                                    ("organisation", "The organisation itself"),
                                    ("published", "What the organisation has published"),
                                    ("yearly", "This site, since it is due each year"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200)),
                        ("sent_at", models.DateTimeField()),
                        ("sent_by", models.CharField(max_length=100)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting to be checked"),
                                    ("refused", "Could not be read"),
                                    ("read", "Checked"),
                                    ("saving", "Being saved"),
                                    ("saved", "Saved"),
                                    ("undone", "Undone"),
                                ],
                                default="waiting",
                                max_length=20,
                            ),
                        ),
                        ("columns", models.JSONField(blank=True, default=dict)),
                        ("told", models.JSONField(blank=True, default=dict)),
                        ("reasons", models.JSONField(blank=True, default=dict)),
                        ("rows", models.PositiveIntegerField(default=0)),
                        ("ready", models.PositiveIntegerField(default=0)),
                        ("made", models.PositiveIntegerField(default=0)),
                        ("changed", models.PositiveIntegerField(default=0)),
                        ("same", models.PositiveIntegerField(default=0)),
                        ("saved_at", models.DateTimeField(blank=True, null=True)),
                        ("saved_by", models.CharField(blank=True, max_length=100)),
                        ("undo_by", models.DateField(blank=True, null=True)),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("undone_by", models.CharField(blank=True, max_length=100)),
                        (
                            "home",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uploads",
                                to="compacts.compact",
                                to_field="slug",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="uploads",
                                to="register.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="uploads",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "ordering": ("-sent_at", "-pk"),
                    },
                ),
                migrations.CreateModel(
                    name="UploadPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                choices=[
                                    ("file", "The file as it was sent"),
                                    ("rows", "The rows that were read"),
                                    ("problems", "What could not be read"),
                                    ("done", "What was made and changed, so that it can be undone"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("data", models.BinaryField()),
                        (
                            "upload",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="uploads.upload"
                            ),
                        ),
                    ],
                ),
                migrations.AddConstraint(
                    model_name="upload",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("saved_at", None), ("saved_by", ""), ("undo_by", None)),
                            models.Q(
                                ("saved_at__isnull", False),
                                ("undo_by__isnull", False),
                                models.Q(("saved_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="upload_saved_when_and_by_whom",
                        violation_error_message="What is saved says when and by whom, and until when it can be undone.",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="upload",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at", None), ("undone_by", "")),
                            models.Q(("undone_at__isnull", False), models.Q(("undone_by", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="upload_undone_when_and_by_whom",
                    ),
                ),
                migrations.AddConstraint(
                    model_name="upload",
                    constraint=models.CheckConstraint(
                        condition=models.Q(("ready__lte", models.F("rows"))), name="upload_ready_are_of_its_rows"
                    ),
                ),
                migrations.AddConstraint(
                    model_name="uploadpart",
                    constraint=models.UniqueConstraint(fields=("upload", "name"), name="upload_part_once"),
                ),
            ]
        )
    ]
