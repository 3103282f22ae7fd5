"""The list of a kind is read in its order from one index, which also tells the phase of each record."""

from django.db import migrations, models

KIND = ["kind", "state", "-happens_on", "-id", "home", "year", "ends_on", "done_on"]


class Migration(migrations.Migration):
    dependencies = [("dealings", "0015_newest_of_a_promise")]

    operations = [
        migrations.RemoveIndex(model_name="dealing", name="dealing_list"),
        migrations.AddIndex(
            model_name="dealing",
            index=models.Index(fields=KIND, name="dealing_of_a_kind"),
        ),
        migrations.RemoveIndex(model_name="dealing", name="dealing_of_organisation"),
        migrations.AddIndex(
            model_name="dealing",
            index=models.Index(
                fields=["organisation", "state", "-happens_on", "-id", "kind", "home"], name="dealing_of_organisation"
            ),
        ),
    ]
