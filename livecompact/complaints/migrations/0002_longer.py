"""A complaint whose answer takes longer has a reason, which its reader sees and which is erased with the rest."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("complaints", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="complaint",
            name="complaint_cleared_whole",
        ),
        migrations.AddField(
            model_name="complaint",
            name="longer_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="complaint",
            name="longer_why",
            field=models.TextField(blank=True, max_length=500),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("longer_at", None), ("longer_why", "")),
                    models.Q(
                        ("longer_at__isnull", False),
                        models.Q(
                            models.Q(("longer_why", ""), _negated=True), ("cleared_at__isnull", False), _connector="OR"
                        ),
                    ),
                    _connector="OR",
                ),
                name="complaint_longer_says_why",
                violation_error_message="Say why it takes longer",
            ),
        ),
        migrations.AddConstraint(
            model_name="complaint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("cleared_at", None),
                    models.Q(
                        ("address", ""), ("email", ""), ("longer_why", ""), ("name", ""), ("outcome", ""), ("says", "")
                    ),
                    _connector="OR",
                ),
                name="complaint_cleared_whole",
                violation_error_message="What is cleared says nothing of a person",
            ),
        ),
    ]
