"""The lists inside a dealing, such as the partners who were told, row by row, in it and in each of its versions."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dealings", "0007_themes")]

    operations = [
        migrations.AddField("dealing", "lists", models.JSONField(blank=True, default=dict)),
        migrations.AddField("version", "lists", models.JSONField(blank=True, default=dict)),
    ]
