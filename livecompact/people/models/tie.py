"""What a person is to an organisation, apart from any role here: rights depend on it where two sides disagree."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from livecompact.people.models.person import Person


class Tie(models.Model):
    """A link of a person to an organisation, told by the person. It takes rights away and never gives one."""

    class Kind(models.TextChoices):
        """What the person is to it."""

        EMPLOYED = "employed", _("I work for it")
        BOARD = "board", _("I am on its board or a trustee of it")
        FUNDED = "funded", _("It pays for most of my work")

    person = models.ForeignKey(Person, models.CASCADE, related_name="ties")
    organisation = models.SlugField(max_length=120, blank=True)  # its name in addresses, where this site has it
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind)
    told_at = models.DateTimeField()

    class Meta:
        ordering = ("name", "kind")
        constraints = (
            models.UniqueConstraint(
                fields=("person", "name", "kind"),
                name="tie_told_once",
                violation_error_message=_("You told us this already"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}: {self.name}"
