"""The first tables of the room: organisations, their numbers and names, and what they signed."""

import django.db.models.deletion
from django.db import migrations, models

import livecompact.register.models.organisation


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("compacts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Signer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=20, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("role", models.CharField(max_length=200)),
                ("email", models.EmailField(blank=True, max_length=320)),
            ],
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(editable=False, max_length=100, unique=True)),
                ("name", models.CharField(max_length=200)),
                ("folded_name", models.CharField(db_index=True, editable=False, max_length=200)),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("statutory", "Public body"),
                            ("voluntary", "Charity or community group"),
                            ("business", "Business"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("county", "County council"),
                            ("district", "District or borough council"),
                            ("parish", "Parish or town council"),
                            ("nhs", "NHS body"),
                            ("police", "Police"),
                            ("fire", "Fire and rescue"),
                            ("probation", "Probation"),
                            ("other-public", "Other public body"),
                            ("charity", "Charity"),
                            ("cio", "Charitable incorporated organisation"),
                            ("cic", "Community interest company"),
                            ("group", "Community group"),
                            ("infrastructure", "Body that supports other groups"),
                            ("other-voluntary", "Other voluntary organisation"),
                            ("business", "Business"),
                        ],
                        max_length=20,
                    ),
                ),
                ("postcode", models.CharField(blank=True, max_length=8)),
                ("district", models.CharField(blank=True, editable=False, max_length=4)),
                (
                    "area",
                    models.JSONField(
                        blank=True, default=list, validators=[livecompact.register.models.organisation.gss_codes]
                    ),
                ),
                ("website", models.URLField(blank=True, max_length=300)),
                (
                    "size",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not known"),
                            ("micro", "Under £10,000 a year"),
                            ("small", "£10,000 to £100,000 a year"),
                            ("medium", "£100,000 to £1 million a year"),
                            ("large", "£1 million to £10 million a year"),
                            ("major", "Over £10 million a year"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "Active"),
                            ("merged", "Became part of another"),
                            ("dissolved", "Closed"),
                            ("removed", "Removed from its register"),
                        ],
                        default="active",
                        max_length=20,
                    ),
                ),
                ("status_on", models.DateField(blank=True, null=True)),
                ("identified", models.BooleanField(default=False, editable=False)),
                ("home", models.SlugField(blank=True, editable=False, max_length=60)),
                ("invented", models.BooleanField(default=False, editable=False)),
                ("added_at", models.DateTimeField()),
                ("added_by", models.CharField(max_length=100)),
            ],
            options={
                "ordering": ("folded_name", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "kind__in",
                                    (
                                        "county",
                                        "district",
                                        "parish",
                                        "nhs",
                                        "police",
                                        "fire",
                                        "probation",
                                        "other-public",
                                    ),
                                ),
                                ("sector", "statutory"),
                            ),
                            models.Q(
                                ("kind__in", ("charity", "cio", "cic", "group", "infrastructure", "other-voluntary")),
                                ("sector", "voluntary"),
                            ),
                            models.Q(("kind__in", ("business",)), ("sector", "business")),
                            _connector="OR",
                        ),
                        name="organisation_kind_of_its_sector",
                        violation_error_message="This kind of organisation is of another sector. Select both again.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "active"), ("status_on", None)),
                            models.Q(("status__in", ["merged", "dissolved", "removed"]), ("status_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="organisation_ended_on_a_day",
                        violation_error_message="Enter the day on which the organisation ended.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("folded_name", ""), _negated=True),
                            models.Q(("slug", ""), _negated=True),
                        ),
                        name="organisation_has_a_name",
                        violation_error_message="Enter the organisation's name in letters or numbers.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("identified", False)),
                        fields=("folded_name", "district", "home"),
                        name="organisation_once_by_name_and_place",
                        violation_error_message="This organisation is here already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Identifier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "scheme",
                    models.CharField(
                        choices=[
                            ("GB-CHC", "Charity in England or Wales"),
                            ("GB-SC", "Charity in Scotland"),
                            ("GB-NIC", "Charity in Northern Ireland"),
                            ("GB-COH", "Company, or community interest company"),
                            ("GB-LAE", "Local authority in England"),
                            ("GB-PLA", "Local authority in Wales"),
                            ("GB-LAS", "Local authority in Scotland"),
                            ("GB-LANI", "Local authority in Northern Ireland"),
                            ("GB-NHS", "NHS body"),
                            ("GB-EDU", "School or college in England"),
                            ("GB-UKPRN", "Training provider"),
                            ("GB-GOR", "Government body"),
                            ("GB-MPR", "Society on the Mutuals Public Register"),
                            ("GB-SHPE", "Social housing provider in England"),
                        ],
                        max_length=12,
                    ),
                ),
                ("value", models.CharField(max_length=20)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identifiers",
                        to="register.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("scheme", "value"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "value"),
                        name="identifier_of_one_organisation",
                        violation_error_message="Another organisation has this number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "scheme__in",
                                (
                                    "GB-CHC",
                                    "GB-SC",
                                    "GB-NIC",
                                    "GB-COH",
                                    "GB-LAE",
                                    "GB-PLA",
                                    "GB-LAS",
                                    "GB-LANI",
                                    "GB-NHS",
                                    "GB-EDU",
                                    "GB-UKPRN",
                                    "GB-GOR",
                                    "GB-MPR",
                                    "GB-SHPE",
                                ),
                            )
                        ),
                        name="identifier_of_a_known_list",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OtherName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("folded_name", models.CharField(db_index=True, editable=False, max_length=200)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="other_names",
                        to="register.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("folded_name",),
                "constraints": [
                    models.UniqueConstraint(fields=("organisation", "folded_name"), name="other_name_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(db_index=True, max_length=20)),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("latest", models.BooleanField(default=True)),
                (
                    "signs_as",
                    models.CharField(
                        choices=[("signatory", "Signatory"), ("friend", "Friend")], default="signatory", max_length=20
                    ),
                ),
                ("edition", models.CharField(max_length=100)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("applied", "Waiting for a check"),
                            ("asked", "Waiting for an answer"),
                            ("active", "Active"),
                            ("lapsed", "Lapsed"),
                            ("withdrawn", "Left"),
                            ("superseded", "Followed by another"),
                            ("declined", "Declined"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=1000)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("online", "Online"),
                            ("paper", "On paper"),
                            ("phone", "By phone"),
                            ("list", "From a list"),
                            ("followed", "From an organisation before it"),
                        ],
                        max_length=20,
                    ),
                ),
                ("applied_at", models.DateTimeField()),
                ("answer_by", models.DateField(blank=True, null=True)),
                ("signed_on", models.DateField()),
                ("renewed_on", models.DateField(blank=True, null=True)),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("authority", models.CharField(blank=True, max_length=300)),
                ("authority_on", models.DateField(blank=True, null=True)),
                ("commitment", models.CharField(blank=True, max_length=1000)),
                ("backing", models.JSONField(blank=True, default=list)),
                ("champion", models.CharField(blank=True, max_length=200)),
                ("contact_role", models.CharField(blank=True, max_length=200)),
                ("contact_email", models.EmailField(blank=True, max_length=320)),
                ("contact_shown", models.BooleanField(default=False)),
                ("logo_allowed", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                (
                    "compact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
                (
                    "follows",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="register.signature",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures",
                        to="register.organisation",
                    ),
                ),
                (
                    "represented_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="signatures_for_others",
                        to="register.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ("reference", "version"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("latest", True), ("state__in", ("applied", "asked", "active"))),
                        fields=("organisation", "compact"),
                        name="signature_one_open",
                        violation_error_message="This organisation has signed already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("latest", True)), fields=("reference",), name="signature_one_latest"
                    ),
                    models.UniqueConstraint(fields=("reference", "version"), name="signature_states_in_order"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["applied", "asked", "active", "lapsed", "withdrawn", "superseded", "declined"],
                            )
                        ),
                        name="signature_state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("signs_as__in", ["signatory", "friend"])), name="signature_as_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("ended_on__gte", models.F("signed_on")),
                                ("ended_on__isnull", False),
                                ("state__in", ("lapsed", "withdrawn", "superseded")),
                            ),
                            models.Q(("ended_on", None), ("state__in", ["applied", "asked", "active", "declined"])),
                            _connector="OR",
                        ),
                        name="signature_ended_on_a_day",
                        violation_error_message="Enter the last day. It must not be before the day it signed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["asked", "declined", "lapsed"]), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="signature_says_why",
                        violation_error_message="Enter the reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("renewed_on", None), ("renewed_on__gte", models.F("signed_on")), _connector="OR"
                        ),
                        name="signature_renewed_after_signing",
                        violation_error_message="The day of renewal must not be before the day it signed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("represented_by", None),
                            models.Q(("represented_by", models.F("organisation")), _negated=True),
                            _connector="OR",
                        ),
                        name="signature_not_by_itself",
                        violation_error_message="An organisation cannot sign for itself as a member.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("note", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                (
                    "after",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="came_from",
                        to="register.organisation",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="became", to="register.organisation"
                    ),
                ),
            ],
            options={
                "ordering": ("on", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("before", "after"),
                        name="succession_told_once",
                        violation_error_message="This is recorded already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("before", models.F("after")), _negated=True),
                        name="succession_of_two",
                        violation_error_message="An organisation cannot follow itself. Select another.",
                    ),
                ],
            },
        ),
    ]
