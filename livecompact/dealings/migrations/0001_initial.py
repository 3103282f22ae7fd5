"""The first tables of the room: dealings, their versions, what Compacts say of them, reasons and replies."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("compacts", "0001_initial"),
        ("register", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dealing",
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
                        ],
                        max_length=30,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("slug", models.SlugField(blank=True, editable=False, max_length=80)),
                ("title", models.CharField(max_length=100)),
                ("about", models.CharField(blank=True, max_length=500)),
                (
                    "url",
                    models.CharField(
                        blank=True, max_length=200, validators=[django.core.validators.URLValidator(["https", "http"])]
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("told", "Told to those named"),
                            ("public", "Public"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=20,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("organisation", "The organisation itself"),
                            ("published", "What the organisation has published"),
                        ],
                        max_length=20,
                    ),
                ),
                ("facts", models.JSONField(default=dict)),
                ("happens_on", models.DateField()),
                ("ends_on", models.DateField(blank=True, null=True)),
                ("done_on", models.DateField(blank=True, null=True)),
                ("amount", models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ("changed_on", models.DateField()),
                ("reached_on", models.DateField(blank=True, null=True)),
                ("sequence", models.PositiveIntegerField(default=0)),
                ("token", models.CharField(blank=True, editable=False, max_length=64, null=True, unique=True)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.CharField(max_length=100)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("published_by", models.CharField(blank=True, max_length=100)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_by", models.CharField(blank=True, max_length=100)),
                ("updated_at", models.DateTimeField()),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="dealings.dealing",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dealings",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dealings", to="register.organisation"
                    ),
                ),
                (
                    "towards",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dealings_towards_it",
                        to="register.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("-happens_on", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Explanation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("standard", models.CharField(max_length=100)),
                ("context", models.TextField(max_length=2000)),
                ("reason", models.TextField(max_length=2000)),
                ("instead", models.TextField(max_length=2000)),
                ("until", models.DateField(blank=True, null=True)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                (
                    "compact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="explanations",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
                (
                    "dealing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="explanations", to="dealings.dealing"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Judged",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "compact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judged",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
                (
                    "dealing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="judged", to="dealings.dealing"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "says",
                    models.CharField(choices=[("reply", "Reply"), ("no-reason", "Does not say why")], max_length=20),
                ),
                ("text", models.TextField(blank=True, max_length=2000)),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                (
                    "dealing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="replies", to="dealings.dealing"
                    ),
                ),
                (
                    "explanation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="dealings.explanation",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies_to_dealings",
                        to="register.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("standard", models.CharField(max_length=100)),
                ("undertaking", models.CharField(max_length=50)),
                ("settles_on", models.DateField(null=True)),
                ("counts_on", models.DateField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("kept", "kept"),
                            ("explained", "explained"),
                            ("not kept", "not kept"),
                            ("not yet due", "not yet due"),
                            ("no evidence", "no evidence"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "met",
                    models.CharField(choices=[("yes", "yes"), ("no", "no"), ("not known", "not known")], max_length=20),
                ),
                ("asked_on", models.DateField(null=True)),
                ("answer_by", models.DateField(null=True)),
                (
                    "compact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standings",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
                (
                    "dealing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="standings", to="dealings.dealing"
                    ),
                ),
            ],
            options={
                "ordering": ("dealing", "compact", "standard"),
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("facts", models.JSONField()),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                ("why", models.CharField(blank=True, max_length=500)),
                (
                    "dealing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="dealings.dealing"
                    ),
                ),
            ],
            options={
                "ordering": ("dealing", "number"),
            },
        ),
        migrations.AddIndex(
            model_name="dealing",
            index=models.Index(fields=["home", "kind", "state", "-happens_on", "-id"], name="dealing_list"),
        ),
        migrations.AddIndex(
            model_name="dealing",
            index=models.Index(fields=["organisation", "state", "-happens_on"], name="dealing_of_organisation"),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("slug", ""), _negated=True),
                fields=("home", "kind", "year", "slug"),
                name="dealing_one_address",
                violation_error_message="There is a record at this address already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["draft", "told", "public", "withdrawn"])),
                name="dealing_state_is_known",
                violation_error_message="Select one of the states of a record.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("published_at", None), ("published_by", ""), ("slug", ""), ("state__in", ["draft", "told"])
                    ),
                    models.Q(
                        ("published_at__isnull", False),
                        ("state__in", ["public", "withdrawn"]),
                        models.Q(("published_by", ""), _negated=True),
                        models.Q(("slug", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="dealing_public_when_and_by_whom",
                violation_error_message="What is public says since when and by whom; a draft says neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("state", "withdrawn"),
                        ("withdrawn_at__isnull", False),
                        models.Q(("reason", ""), _negated=True),
                        models.Q(("withdrawn_by", ""), _negated=True),
                    ),
                    models.Q(
                        models.Q(("state", "withdrawn"), _negated=True),
                        ("reason", ""),
                        ("withdrawn_at", None),
                        ("withdrawn_by", ""),
                    ),
                    _connector="OR",
                ),
                name="dealing_withdrawn_why_when_and_by_whom",
                violation_error_message="What is withdrawn says why, when and by whom.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("towards", None), models.Q(("towards", models.F("organisation")), _negated=True), _connector="OR"
                ),
                name="dealing_not_with_itself",
                violation_error_message="An organisation cannot act towards itself. Select another.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True),
                name="dealing_has_a_title",
                violation_error_message="Enter a title",
            ),
        ),
        migrations.AddConstraint(
            model_name="explanation",
            constraint=models.UniqueConstraint(
                fields=("dealing", "compact", "standard"),
                name="explanation_one_for_a_standard",
                violation_error_message="A reason was given already. It stands on the page.",
            ),
        ),
        migrations.AddConstraint(
            model_name="explanation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("context", ""), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    models.Q(("instead", ""), _negated=True),
                ),
                name="explanation_has_its_parts",
            ),
        ),
        migrations.AddConstraint(
            model_name="judged",
            constraint=models.UniqueConstraint(fields=("dealing", "compact"), name="judged_once"),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("explanation__isnull", False), ("says", "no-reason")),
                    models.Q(("says", "reply"), models.Q(("text", ""), _negated=True)),
                    _connector="OR",
                ),
                name="reply_says_something",
                violation_error_message="Enter your reply",
            ),
        ),
        migrations.AddConstraint(
            model_name="reply",
            constraint=models.UniqueConstraint(
                condition=models.Q(("says", "no-reason")),
                fields=("explanation", "organisation"),
                name="reply_no_reason_once",
                violation_error_message="Your organisation has said so already.",
            ),
        ),
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["compact", "undertaking", "counts_on"], name="standing_counted"),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=models.UniqueConstraint(fields=("dealing", "compact", "standard"), name="standing_once"),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=models.CheckConstraint(
                condition=models.Q(("verdict__in", ["kept", "explained", "not kept", "no evidence"])),
                name="standing_verdict_settles",
            ),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer_by", None), ("asked_on", None)),
                    models.Q(("answer_by", None), ("asked_on__isnull", False)),
                    ("answer_by__gte", models.F("asked_on")),
                    _connector="OR",
                ),
                name="standing_time_to_answer_runs_forward",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.UniqueConstraint(fields=("dealing", "number"), name="version_in_order"),
        ),
    ]
