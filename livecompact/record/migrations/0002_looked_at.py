"""When it was last seen to that a follower is told, so that a weekly mail goes once a week."""

from django.db import migrations, models
from django.db.models import F


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]

    operations = [
        migrations.AddField("follow", "looked_at", models.DateTimeField(null=True)),
        migrations.RunPython(
            lambda apps, _: apps.get_model("record", "Follow").objects.update(looked_at=F("began_at")),
            migrations.RunPython.noop,
        ),
        migrations.AlterField("follow", "looked_at", models.DateTimeField()),
    ]
