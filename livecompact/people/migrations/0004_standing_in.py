"""Who stands in holds a role from a later day on, until it ends by itself."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0003_sessions_invitations_ties"),
    ]

    operations = [
        migrations.AddField(
            model_name="seat",
            name="begins_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="seat",
            name="stands_in_for",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="stood_in_for",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("begins_at", None), ("stands_in_for", None)),
                    models.Q(
                        ("begins_at__isnull", False), ("until__gte", models.F("begins_at")), ("until__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="seat_standing_in_ends",
                violation_error_message="Say until when they stand in: the day it begins, or a later one",
            ),
        ),
    ]
