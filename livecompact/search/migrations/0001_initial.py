"""What can be found: one row for each public thing."""

import datetime as dt

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Findable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "compact",
                    models.SlugField(help_text="The Compact in whose search it is found, by its part of the address"),
                ),
                (
                    "room",
                    models.CharField(help_text="The part of the site that put it here, and keeps it up", max_length=40),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("promise", "Promises"),
                            ("section", "Sections"),
                            ("principle", "What both sides believe"),
                            ("term", "What words mean"),
                            ("code", "Codes of practice"),
                            ("story", "Stories"),
                            ("about", "About the agreement"),
                            ("group", "Who runs it"),
                            ("easy-read", "Easy Read"),
                            ("organisation", "Organisations"),
                            ("dealing", "Records"),
                        ],
                        max_length=20,
                    ),
                ),
                ("address", models.CharField(max_length=500)),
                ("number", models.CharField(blank=True, max_length=40)),
                ("title", models.TextField()),
                ("says", models.TextField(blank=True)),
                ("rest", models.TextField(blank=True)),
                ("heading", models.TextField()),
                ("body", models.TextField(blank=True)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="Its place among those that fit equally well"),
                ),
                ("starts", models.DateField(default=dt.date(1, 1, 1))),
                ("ends", models.DateField(default=dt.date(9999, 12, 31))),
            ],
            options={
                "ordering": ("compact", "room", "position", "pk"),
                "indexes": [models.Index(fields=["compact", "room"], name="findable_of_a_room")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("compact", "address", "starts"), name="findable_once_at_an_address"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "promise",
                                    "section",
                                    "principle",
                                    "term",
                                    "code",
                                    "story",
                                    "about",
                                    "group",
                                    "easy-read",
                                    "organisation",
                                    "dealing",
                                ],
                            )
                        ),
                        name="findable_kind_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("starts__lte", models.F("ends"))), name="findable_starts_before_it_ends"
                    ),
                ],
            },
        ),
    ]
