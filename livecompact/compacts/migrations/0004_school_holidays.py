"""The school holidays of a Compact's area."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("compacts", "0003_second_person"),
    ]

    operations = [
        migrations.CreateModel(
            name="SchoolHoliday",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                (
                    "compact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="compacts.compact",
                        to_field="slug",
                    ),
                ),
            ],
            options={
                "ordering": ("first", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="school_holiday_has_a_name",
                        violation_error_message="Enter its name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("first"))),
                        name="school_holiday_ends_after_it_begins",
                        violation_error_message="The last day must be the first day or later",
                    ),
                    models.UniqueConstraint(
                        fields=("compact", "first"),
                        name="school_holiday_one_from_a_day",
                        violation_error_message="A school holiday begins on that day already.",
                    ),
                ],
            },
        ),
    ]
