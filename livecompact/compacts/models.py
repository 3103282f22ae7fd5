"""A Compact on this site, and its editions: each the whole folder of the agreement as one text, with its hash."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from livecompact.compacts.colours import readable_with_white


class PromiseWord(models.TextChoices):
    """What an undertaking is called on the pages of a Compact."""

    PROMISE = "promise", _("Promise")
    COMMITMENT = "commitment", _("Commitment")
    UNDERTAKING = "undertaking", _("Undertaking")


class Compact(models.Model):
    """One agreement that this site publishes; what it says stands in its editions."""

    slug = models.SlugField(unique=True, help_text=_("Its part of the address, such as hertfordshire"))
    position = models.PositiveSmallIntegerField(default=0, help_text=_("Its place in the list of Compacts"))
    brand_colour = models.CharField(
        max_length=7, blank=True, validators=[readable_with_white], help_text=_("Empty: the colour of the site")
    )
    promise_word = models.CharField(max_length=20, choices=PromiseWord, default=PromiseWord.PROMISE)

    class Meta:
        ordering = ("position", "slug")
        constraints = (
            models.CheckConstraint(
                name="compact_promise_word_is_known", condition=Q(promise_word__in=list(PromiseWord))
            ),
        )

    def __str__(self) -> str:
        return self.slug


class State(models.TextChoices):
    """Whether everyone can read it, or only those who work on it."""

    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")


class Edition(models.Model):
    """The whole folder of an agreement, every edition in it, as it was when one of them was published or drafted.

    `folder` is its canonical JSON and `sha256` the hash of that: nothing that was published is ever altered. The
    newest published row is what the site shows. `published_by` names a role ("Compact officer"), never a person.
    """

    compact = models.ForeignKey(Compact, models.PROTECT, related_name="editions")
    edition = models.CharField(max_length=100, help_text=_("The newest edition in it, such as 2016"))
    folder = models.TextField()
    sha256 = models.CharField(max_length=64, db_index=True)
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ("compact", "published_at", "pk")
        constraints = (
            models.CheckConstraint(
                name="edition_published_when_and_by_whom",
                condition=Q(state=State.DRAFT, published_at=None, published_by="")
                | (Q(state=State.PUBLISHED, published_at__isnull=False) & ~Q(published_by="")),
                violation_error_message=_("What is published says when and by whom; a draft says neither."),
            ),
            models.UniqueConstraint(
                name="edition_one_draft_a_compact",
                fields=["compact"],
                condition=Q(state=State.DRAFT),
                violation_error_message=_("There is a draft of this Compact already."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.compact_id}: {self.edition} ({self.state})"
