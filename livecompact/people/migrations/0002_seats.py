"""An office becomes a seat: a role of a Compact, an organisation or the site, that ends without being deleted."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

SIDES = [("statutory", "Public bodies"), ("voluntary", "Voluntary and community groups")]
OF_THE_SITE = ["administrator"]
OF_A_COMPACT = ["co-chair", "group-member", "handler", "officer", "organiser"]
OF_AN_ORGANISATION = ["champion", "representative"]
ROLES = sorted(OF_THE_SITE + OF_A_COMPACT + OF_AN_ORGANISATION)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("office", "office_held_once"),
        migrations.RemoveConstraint("office", "office_of_one_compact"),
        migrations.RenameModel("Office", "Seat"),
        migrations.AlterField(
            "seat",
            "person",
            models.ForeignKey(settings.AUTH_USER_MODEL, django.db.models.deletion.CASCADE, related_name="seats"),
        ),
        migrations.AlterField("seat", "role", models.CharField(choices=[(r, r) for r in ROLES], max_length=20)),
        migrations.AddField(
            "seat", "organisation", models.SlugField(blank=True, default="", max_length=120), preserve_default=False
        ),
        migrations.AddField(
            "seat",
            "side",
            models.CharField(blank=True, choices=SIDES, default="", max_length=20),
            preserve_default=False,
        ),
        migrations.AddField("seat", "until", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "seat", "ended_by", models.CharField(blank=True, default="", max_length=320), preserve_default=False
        ),
        migrations.AddConstraint(
            "seat",
            models.UniqueConstraint(
                fields=("person", "role", "compact", "organisation"),
                condition=Q(until=None),
                name="seat_held_once",
                violation_error_message="This person has this role already",
            ),
        ),
        migrations.AddConstraint(
            "seat",
            models.UniqueConstraint(
                fields=("compact", "side"),
                condition=Q(role="co-chair", until=None),
                name="seat_one_co_chair_a_side",
                violation_error_message="This side has a co-chair already. End that role first",
            ),
        ),
        migrations.AddConstraint(
            "seat",
            models.CheckConstraint(
                condition=(Q(role__in=OF_THE_SITE) & Q(compact="") & Q(organisation=""))
                | (Q(role__in=OF_A_COMPACT) & ~Q(compact="") & Q(organisation=""))
                | (Q(role__in=OF_AN_ORGANISATION) & Q(compact="") & ~Q(organisation="")),
                name="seat_of_what_its_role_reaches",
                violation_error_message="Say which Compact or organisation this role is for, and only that",
            ),
        ),
        migrations.AddConstraint(
            "seat",
            models.CheckConstraint(
                condition=Q(role="co-chair", side__in=["statutory", "voluntary"]) | (~Q(role="co-chair") & Q(side="")),
                name="seat_side_is_a_co_chairs",
                violation_error_message="Say which side a co-chair is from; no other role has a side",
            ),
        ),
        migrations.AddConstraint(
            "seat",
            models.CheckConstraint(
                condition=Q(until=None, ended_by="") | (Q(until__isnull=False) & ~Q(ended_by="")),
                name="seat_ended_when_and_by_whom",
                violation_error_message="Say both until when it is held and who ends it",
            ),
        ),
    ]
