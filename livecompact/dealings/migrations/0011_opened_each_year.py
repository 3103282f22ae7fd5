"""What is due each year is opened by the site, which is then who says so."""

from django.db import migrations, models

SOURCES = [
    ("organisation", "The organisation itself"),
    ("published", "What the organisation has published"),
    ("yearly", "This site, since it is due each year"),
]


class Migration(migrations.Migration):
    dependencies = [("dealings", "0010_answers")]

    operations = [
        migrations.AlterField("dealing", "source", models.CharField(choices=SOURCES, max_length=20)),
        migrations.AlterField("upload", "source", models.CharField(choices=SOURCES, max_length=20)),
    ]
