"""Decisions of disputes are among what waits for a second person."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("compacts", "0004_school_holidays"),
    ]

    operations = [
        migrations.AlterField(
            model_name="secondlook",
            name="act",
            field=models.CharField(
                choices=[
                    ("edition", "A new text"),
                    ("sign-up", "A sign-up on paper or by phone"),
                    ("dealing", "A record that an officer entered"),
                    ("decision", "Who is right where two sides disagree"),
                    ("choice", "That no second person is asked any more"),
                ],
                max_length=20,
            ),
        ),
    ]
