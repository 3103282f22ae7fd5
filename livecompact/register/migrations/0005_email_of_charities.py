"""The email address of a charity; added as a column that may be NULL, so that SQLite keeps the triggers of 0003."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0004_joining")]

    operations = [
        migrations.AddField("charity", "email", models.EmailField(blank=True, max_length=320, null=True)),
    ]
