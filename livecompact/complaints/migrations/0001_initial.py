"""Complaints about data."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Complaint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reference", models.CharField(max_length=20, unique=True)),
                ("key", models.CharField(max_length=64, unique=True)),
                ("name", models.CharField(blank=True, max_length=200)),
                ("email", models.EmailField(blank=True, max_length=320)),
                ("address", models.TextField(blank=True, max_length=500)),
                ("says", models.TextField(blank=True, max_length=4000)),
                ("received_at", models.DateTimeField()),
                ("acknowledge_by", models.DateField()),
                ("answer_by", models.DateField()),
                ("acknowledged_at", models.DateTimeField(blank=True, null=True)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("answered_by", models.CharField(blank=True, help_text="The role, never a person", max_length=100)),
                ("outcome", models.TextField(blank=True, max_length=4000)),
                ("cleared_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ("answer_by", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cleared_at__isnull", False),
                            models.Q(
                                models.Q(
                                    models.Q(("email", ""), _negated=True),
                                    models.Q(("address", ""), _negated=True),
                                    _connector="OR",
                                ),
                                models.Q(("says", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="complaint_reaches_somebody",
                        violation_error_message="Say what is wrong, and how to reach who complains",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("answered_by", ""), ("cleared_at", None), ("outcome", "")),
                            models.Q(("answered_at__isnull", False), models.Q(("answered_by", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="complaint_answered_when_and_by_whom",
                        violation_error_message="What is answered says when and by whom; what is open says neither",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_at", None),
                            models.Q(("outcome", ""), _negated=True),
                            ("cleared_at__isnull", False),
                            _connector="OR",
                        ),
                        name="complaint_answered_with_words",
                        violation_error_message="Enter your answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cleared_at", None),
                            models.Q(("address", ""), ("email", ""), ("name", ""), ("outcome", ""), ("says", "")),
                            _connector="OR",
                        ),
                        name="complaint_cleared_whole",
                        violation_error_message="What is cleared says nothing of a person",
                    ),
                ],
            },
        ),
    ]
