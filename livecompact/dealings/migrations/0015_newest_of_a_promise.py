"""Every standing has the day of its record, by which the newest of a promise are found."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dealings", "0013_sums_of_what_is_there")]

    operations = [
        migrations.AlterField("standing", "happens_on", models.DateField()),
        migrations.AddIndex(
            "standing",
            models.Index(
                fields=["compact", "is_public", "undertaking", "-happens_on", "-dealing"], name="standing_newest"
            ),
        ),
    ]
