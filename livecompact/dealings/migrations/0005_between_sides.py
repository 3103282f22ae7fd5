"""What only the two sides see, and the groups that show their record to everyone."""

import django.db.models.deletion
from django.db import migrations, models

STATES = [
    ("draft", "Draft"),
    ("told", "Told to those named"),
    ("public", "Public"),
    ("withdrawn", "Withdrawn"),
    ("shared", "Seen by both sides"),
    ("taken-back", "Withdrawn between the sides"),
]
SEEN_OR_GONE = ["public", "shared", "withdrawn", "taken-back"]
GONE = ("withdrawn", "taken-back")
NOT_YET = models.Q(state__in=["draft", "told"], published_at=None, published_by="", slug="")
OUT = models.Q(state__in=SEEN_OR_GONE, published_at__isnull=False) & ~models.Q(published_by="") & ~models.Q(slug="")
TAKEN_DOWN = models.Q(state__in=GONE, withdrawn_at__isnull=False) & ~models.Q(reason="") & ~models.Q(withdrawn_by="")
THERE = ~models.Q(state__in=GONE) & models.Q(withdrawn_at=None, withdrawn_by="", reason="")


class Migration(migrations.Migration):
    """Two states of a dealing more, and a table of open records."""

    dependencies = [
        ("dealings", "0004_uploads"),
        ("register", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="OpenRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=100)),
                ("until", models.DateField(blank=True, null=True)),
                ("ended_by", models.CharField(blank=True, max_length=100)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="open_records",
                        to="register.organisation",
                    ),
                ),
            ],
            options={"ordering": ("at", "pk")},
        ),
        migrations.AddConstraint(
            model_name="openrecord",
            constraint=models.UniqueConstraint(
                condition=models.Q(until=None),
                fields=("organisation",),
                name="open_record_one_at_a_time",
                violation_error_message="Your record is open already.",
            ),
        ),
        migrations.AddConstraint(
            model_name="openrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(until=None, ended_by="") | (models.Q(until__isnull=False) & ~models.Q(ended_by="")),
                name="open_record_ended_when_and_by_whom",
            ),
        ),
        migrations.RemoveConstraint(model_name="dealing", name="dealing_state_is_known"),
        migrations.RemoveConstraint(model_name="dealing", name="dealing_public_when_and_by_whom"),
        migrations.RemoveConstraint(model_name="dealing", name="dealing_withdrawn_why_when_and_by_whom"),
        migrations.AlterField(
            model_name="dealing",
            name="state",
            field=models.CharField(choices=STATES, default="draft", max_length=20),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=models.Q(state__in=[name for name, _called in STATES]),
                name="dealing_state_is_known",
                violation_error_message="Select one of the states of a record.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=NOT_YET | OUT,
                name="dealing_public_when_and_by_whom",
                violation_error_message="What is public says since when and by whom; a draft says neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="dealing",
            constraint=models.CheckConstraint(
                condition=TAKEN_DOWN | THERE,
                name="dealing_withdrawn_why_when_and_by_whom",
                violation_error_message="What is withdrawn says why, when and by whom.",
            ),
        ),
    ]
