"""People, and the offices that they hold."""

import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("email", models.EmailField(max_length=320, unique=True)),
                ("name", models.CharField(blank=True, max_length=200)),
                ("is_active", models.BooleanField(default=True)),
                ("joined_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                        name="person_email_lower_case",
                        violation_error_message="Write the email address in lower case",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "role",
                    models.CharField(
                        choices=[("officer", "officer"), ("administrator", "administrator")], max_length=20
                    ),
                ),
                ("compact", models.SlugField(blank=True, max_length=60)),
                ("given_at", models.DateTimeField()),
                ("given_by", models.CharField(max_length=320)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="offices", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("person", "role", "compact"), name="office_held_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("compact", ""), ("role", "administrator")),
                            models.Q(("role", "officer"), models.Q(("compact", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="office_of_one_compact",
                        violation_error_message="An officer is officer of one Compact, an administrator of none",
                    ),
                ],
            },
        ),
    ]
