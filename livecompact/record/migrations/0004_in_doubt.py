"""How often a mail was handed over and no answer came: at most twice, so that nobody has more than two copies."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0003_unreachable")]

    operations = [
        migrations.AddField("notice", "in_doubt", models.PositiveSmallIntegerField(default=0)),
    ]
