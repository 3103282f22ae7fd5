"""Addresses from which mail came back, so that nothing more goes there."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL), ("record", "0002_looked_at")]

    operations = [
        migrations.CreateModel(
            "Unreachable",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("email", models.EmailField(max_length=320)),
                ("status", models.CharField(max_length=12)),
                ("since", models.DateTimeField()),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="unreachable",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
