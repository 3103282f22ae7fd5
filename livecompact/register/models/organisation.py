"""An organisation, known to every Compact of the site, with its identifiers, other names and successors."""

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from livecompact.register.identifiers import BY_CODE, CODES

GSS = re.compile(r"[EWSNK][0-9]{8}")


class Sector(models.TextChoices):
    """Which side of a Compact an organisation stands on. A business signs none: it may be a Friend."""

    STATUTORY = "statutory", _("Public body")
    VOLUNTARY = "voluntary", _("Charity or community group")
    BUSINESS = "business", _("Business")


class Kind(models.TextChoices):
    """What an organisation is, within its sector."""

    COUNTY = "county", _("County council")
    DISTRICT = "district", _("District or borough council")
    PARISH = "parish", _("Parish or town council")
    NHS = "nhs", _("NHS body")
    POLICE = "police", _("Police")
    FIRE = "fire", _("Fire and rescue")
    PROBATION = "probation", _("Probation")
    OTHER_PUBLIC = "other-public", _("Other public body")
    CHARITY = "charity", _("Charity")
    CIO = "cio", _("Charitable incorporated organisation")
    CIC = "cic", _("Community interest company")
    GROUP = "group", _("Community group")
    INFRASTRUCTURE = "infrastructure", _("Body that supports other groups")
    OTHER_VOLUNTARY = "other-voluntary", _("Other voluntary organisation")
    BUSINESS = "business", _("Business")


KINDS = {
    Sector.STATUTORY: (
        *(Kind.COUNTY, Kind.DISTRICT, Kind.PARISH, Kind.NHS),
        *(Kind.POLICE, Kind.FIRE, Kind.PROBATION, Kind.OTHER_PUBLIC),
    ),
    Sector.VOLUNTARY: (
        *(Kind.CHARITY, Kind.CIO, Kind.CIC, Kind.GROUP),
        *(Kind.INFRASTRUCTURE, Kind.OTHER_VOLUNTARY),
    ),
    Sector.BUSINESS: (Kind.BUSINESS,),
}
"""The kinds of each sector."""
SECTOR_OF = {kind: sector for sector, kinds in KINDS.items() for kind in kinds}


class Size(models.TextChoices):
    """How much money an organisation has in a year: the bands of NCVO's UK Civil Society Almanac."""

    UNKNOWN = "", _("Not known")
    MICRO = "micro", _("Under £10,000 a year")
    SMALL = "small", _("£10,000 to £100,000 a year")
    MEDIUM = "medium", _("£100,000 to £1 million a year")
    LARGE = "large", _("£1 million to £10 million a year")
    MAJOR = "major", _("Over £10 million a year")


class Status(models.TextChoices):
    """Whether an organisation is still there."""

    ACTIVE = "active", _("Active")
    MERGED = "merged", _("Became part of another")
    DISSOLVED = "dissolved", _("Closed")
    REMOVED = "removed", _("Removed from its register")


def gss_codes(value: object) -> None:
    """ValidationError where a list holds anything but codes of areas, such as E10000015."""
    codes = value if isinstance(value, list) else [value]
    for code in codes:
        if not (isinstance(code, str) and GSS.fullmatch(code)):
            raise ValidationError(_("“%(code)s” is no code of an area. Write it like E10000015.") % {"code": code})


class Organisation(models.Model):
    """An organisation. Its slug is in public addresses and in what others write of it: it never changes.

    `folded_name`, `district` and `identified` follow from what else is known; the actions fill them. `home` is the
    Compact where an organisation without an identifier was first met: within it, name and postcode district make one.
    """

    slug = models.SlugField(max_length=100, unique=True, editable=False)
    name = models.CharField(max_length=200)
    folded_name = models.CharField(max_length=200, db_index=True, editable=False)
    sector = models.CharField(max_length=20, choices=Sector)
    kind = models.CharField(max_length=20, choices=Kind)
    postcode = models.CharField(max_length=8, blank=True)
    district = models.CharField(max_length=4, blank=True, editable=False)
    area = models.JSONField(default=list, blank=True, validators=[gss_codes])
    website = models.URLField(max_length=300, blank=True)
    size = models.CharField(max_length=10, choices=Size, blank=True, default=Size.UNKNOWN)
    status = models.CharField(max_length=20, choices=Status, default=Status.ACTIVE)
    status_on = models.DateField(null=True, blank=True)
    identified = models.BooleanField(default=False, editable=False)
    home = models.SlugField(max_length=60, blank=True, editable=False)
    invented = models.BooleanField(default=False, editable=False)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=100)

    class Meta:
        ordering = ("folded_name", "pk")
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="organisation_kind_of_its_sector",
                condition=Q(sector=Sector.STATUTORY, kind__in=KINDS[Sector.STATUTORY])
                | Q(sector=Sector.VOLUNTARY, kind__in=KINDS[Sector.VOLUNTARY])
                | Q(sector=Sector.BUSINESS, kind__in=KINDS[Sector.BUSINESS]),
                violation_error_message=_("This kind of organisation is of another sector. Select both again."),
            ),
            models.CheckConstraint(
                name="organisation_ended_on_a_day",
                condition=Q(status=Status.ACTIVE, status_on=None)
                | (Q(status__in=[Status.MERGED, Status.DISSOLVED, Status.REMOVED], status_on__isnull=False)),
                violation_error_message=_("Enter the day on which the organisation ended."),
            ),
            models.CheckConstraint(
                name="organisation_has_a_name",
                condition=~Q(name="") & ~Q(folded_name="") & ~Q(slug=""),
                violation_error_message=_("Enter the organisation's name in letters or numbers."),
            ),
            models.UniqueConstraint(
                name="organisation_once_by_name_and_place",
                fields=["folded_name", "district", "home"],
                condition=Q(identified=False),
                violation_error_message=_("This organisation is here already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Identifier(models.Model):
    """The number of an organisation in one list; a number is of one organisation only."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=12, choices=[(code, BY_CODE[code].name) for code in CODES])
    value = models.CharField(max_length=20)

    class Meta:
        ordering = ("scheme", "value")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="identifier_of_one_organisation",
                fields=["scheme", "value"],
                violation_error_message=_("Another organisation has this number."),
            ),
            models.CheckConstraint(name="identifier_of_a_known_list", condition=Q(scheme__in=CODES)),
        ]

    def __str__(self) -> str:
        return f"{self.scheme}-{self.value}"


class OtherName(models.Model):
    """Another name by which an organisation is found: a former one, a short one, one in another language."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=200)
    folded_name = models.CharField(max_length=200, db_index=True, editable=False)

    class Meta:
        ordering = ("folded_name",)
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="other_name_once", fields=["organisation", "folded_name"]),
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """That one organisation became another, or a part of it, on a day: a merger, a new council, a new NHS body."""

    before = models.ForeignKey(Organisation, models.PROTECT, related_name="became")
    after = models.ForeignKey(Organisation, models.PROTECT, related_name="came_from")
    on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=100)

    class Meta:
        ordering = ("on", "pk")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="succession_told_once",
                fields=["before", "after"],
                violation_error_message=_("This is recorded already."),
            ),
            models.CheckConstraint(
                name="succession_of_two",
                condition=~Q(before=F("after")),
                violation_error_message=_("An organisation cannot follow itself. Select another."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before_id} became {self.after_id}"
