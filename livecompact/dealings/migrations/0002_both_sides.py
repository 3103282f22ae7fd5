"""What is told before it is public, references of a source, what the two sides disagree on, and what is missing."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("compacts", "0002_workshop"),
        ("dealings", "0001_initial"),
        ("register", "0004_joining"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dispute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fact", models.CharField(max_length=100)),
                ("value", models.CharField(max_length=500)),
                ("text", models.TextField(blank=True, max_length=2000)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                (
                    "settled",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "The record was changed to what the other side says"),
                            ("taken-back", "The other side takes it back"),
                            ("decided", "A panel decided"),
                        ],
                        max_length=20,
                    ),
                ),
                ("settled_on", models.DateField(blank=True, null=True)),
                ("settled_by", models.CharField(blank=True, max_length=100)),
            ],
            options={
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="SaidMissing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(editable=False, max_length=12, unique=True)),
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
                ("title", models.CharField(max_length=100)),
                ("about", models.CharField(blank=True, max_length=500)),
                ("happened_on", models.DateField()),
                (
                    "url",
                    models.CharField(
                        blank=True, max_length=200, validators=[django.core.validators.URLValidator(["https", "http"])]
                    ),
                ),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                ("reached_on", models.DateField(blank=True, null=True)),
                ("answer_by", models.DateField(blank=True, null=True)),
                ("why_not", models.TextField(blank=True, max_length=2000)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answered_by", models.CharField(blank=True, max_length=100)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                ("taken_back_by", models.CharField(blank=True, max_length=100)),
            ],
            options={
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.AddField(
            model_name="dealing",
            name="public_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="dealing",
            name="source_id",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="dealing",
            name="told_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="dealing",
            name="told_by",
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name="dealing",
            name="towards_called",
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.AddField(
            model_name="dealing",
            name="towards_named",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="standing",
            name="disputed_on",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="dealing",
            name="kind",
            field=models.CharField(
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
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_id", ""), _negated=True),
                fields=("organisation", "kind", "source_id"),
                name="dealing_one_of_its_source",
                violation_error_message="This organisation has a record with this reference already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("told_at", None), ("told_by", "")),
                    models.Q(("told_at__isnull", False), models.Q(("told_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="dealing_told_when_and_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "told"), _negated=True),
                    models.Q(("public_on__isnull", False), ("told_at__isnull", False)),
                    _connector="OR",
                ),
                name="dealing_told_has_its_day",
                violation_error_message="What is told says since when, and on which day it goes public.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("towards_named", True), models.Q(("towards_called", ""), _negated=True), _connector="OR"
                ),
                name="dealing_unnamed_is_called_something",
                violation_error_message="Say what the group is called while its name is not public.",
            ),
        ),
        migrations.AddField(
            model_name="dispute",
            name="dealing",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="disputes", to="dealings.dealing"
            ),
        ),
        migrations.AddField(
            model_name="dispute",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="disputes_of_facts",
                to="register.organisation",
            ),
        ),
        migrations.AddField(
            model_name="saidmissing",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="said_missing_of_it",
                to="register.organisation",
            ),
        ),
        migrations.AddField(
            model_name="saidmissing",
            name="dealing",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="said_missing",
                to="dealings.dealing",
            ),
        ),
        migrations.AddField(
            model_name="saidmissing",
            name="home",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="said_missing",
                to="compacts.compact",
                to_field="slug",
            ),
        ),
        migrations.AddField(
            model_name="saidmissing",
            name="said_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="said_missing_by_it",
                to="register.organisation",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=models.UniqueConstraint(
                condition=models.Q(("settled", "")),
                fields=("dealing", "fact", "organisation"),
                name="dispute_one_open_of_a_fact",
                violation_error_message="Your organisation disagrees with this already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dispute",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("settled", ""), ("settled_by", ""), ("settled_on", None)),
                    models.Q(
                        ("settled__in", ["accepted", "taken-back", "decided"]),
                        ("settled_on__isnull", False),
                        models.Q(("settled_by", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="dispute_settled_how_when_and_by_whom",
            ),
        ),
        migrations.AddIndex(
            model_name="saidmissing",
            index=models.Index(fields=["home", "body"], name="missing_of_body"),
        ),
        migrations.AddConstraint(
            model_name="saidmissing",
            constraint=models.CheckConstraint(
                condition=models.Q(("body", models.F("said_by")), _negated=True),
                name="missing_not_of_oneself",
                violation_error_message="Record it yourself: it is your own organisation’s.",
            ),
        ),
        migrations.AddConstraint(
            model_name="saidmissing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer_by", None), ("reached_on", None)),
                    ("answer_by__gte", models.F("reached_on")),
                    _connector="OR",
                ),
                name="missing_time_to_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="saidmissing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at", None), ("answered_by", ""), ("dealing", None), ("why_not", "")),
                    models.Q(
                        ("answered_at__isnull", False),
                        models.Q(("answered_by", ""), _negated=True),
                        models.Q(("dealing__isnull", False), models.Q(("why_not", ""), _negated=True), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="missing_answered_when_and_by_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="saidmissing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("taken_back_at", None), ("taken_back_by", "")),
                    models.Q(("taken_back_at__isnull", False), models.Q(("taken_back_by", ""), _negated=True)),
                    _connector="OR",
                ),
                name="missing_taken_back_when_and_by_whom",
            ),
        ),
    ]
