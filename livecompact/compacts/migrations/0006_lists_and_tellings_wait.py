"""A list, and a change that its group is told of first, are named by the act, and no more by how a subject begins."""

from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

BEGAN = {"list": "upload/", "telling": "tell/"}


def name_the_act(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 (Django passes it)
    """What the subject of a request began with is its act."""
    looks = apps.get_model("compacts", "SecondLook").objects
    for act, began in BEGAN.items():
        rows = looks.filter(act="dealing", subject__startswith=began)
        rows.update(act=act, subject=Substr("subject", len(began) + 1))


def name_the_subject(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 (Django passes it)
    """Back again."""
    looks = apps.get_model("compacts", "SecondLook").objects
    for act, began in BEGAN.items():
        looks.filter(act=act).update(act="dealing", subject=Concat(Value(began), F("subject")))


class Migration(migrations.Migration):
    dependencies = [
        ("compacts", "0005_decisions_wait"),
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
                    ("telling", "A change that its group is told of first"),
                    ("list", "A list that an officer sent"),
                    ("decision", "Who is right where two sides disagree"),
                    ("choice", "That no second person is asked any more"),
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(name_the_act, name_the_subject),
    ]
