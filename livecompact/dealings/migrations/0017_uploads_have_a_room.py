"""The tables of what was uploaded go to the room of uploads, with every row."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("dealings", "0016_decisions_wait")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AlterModelTable("upload", "uploads_upload"),
                migrations.AlterModelTable("uploadpart", "uploads_uploadpart"),
            ],
            state_operations=[migrations.DeleteModel("UploadPart"), migrations.DeleteModel("Upload")],
        ),
    ]
