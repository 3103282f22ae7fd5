"""A Compact on this site, and its editions: each the whole folder of the agreement as one text, with its hash."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
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
    second_person = models.BooleanField(default=False)  # whether what an officer makes public waits for another's yes

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
    newest published row is what the site shows. `published_by` names a role ("Compact officer"), never a person: who
    it was is kept beside it and shown to nobody. `changed_at` and `changed_by` are of the last change to a draft.
    """

    compact = models.ForeignKey(Compact, models.PROTECT, related_name="editions")
    edition = models.CharField(max_length=100, help_text=_("The newest edition in it, such as 2016"))
    folder = models.TextField()
    sha256 = models.CharField(max_length=64, db_index=True)
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.CharField(max_length=100, blank=True)
    publisher = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="editions_published"
    )
    changed_at = models.DateTimeField(null=True, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="editions_changed"
    )

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


class Logo(models.Model):
    """The picture at the head of a Compact's pages: a PNG that was taken apart and put together again (`pictures`)."""

    compact = models.OneToOneField(Compact, models.CASCADE, related_name="logo")
    picture = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    says = models.CharField(max_length=200, help_text=_("What it shows, for who cannot see it"))
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="logos_changed"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="logo_says_what_it_shows",
                condition=~Q(says=""),
                violation_error_message=_("Enter what the logo shows"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.compact_id}: {self.says}"


class SchoolHoliday(models.Model):
    """Days on which the schools of a Compact's area are closed, as its officer entered them; both days are counted."""

    compact = models.ForeignKey(Compact, models.CASCADE, to_field="slug", related_name="+")
    name = models.CharField(max_length=60)
    first = models.DateField()
    last = models.DateField()

    class Meta:
        ordering = ("first", "pk")
        constraints = (
            models.CheckConstraint(
                name="school_holiday_has_a_name", condition=~Q(name=""), violation_error_message=_("Enter its name")
            ),
            models.CheckConstraint(
                name="school_holiday_ends_after_it_begins",
                condition=Q(last__gte=F("first")),
                violation_error_message=_("The last day must be the first day or later"),
            ),
            models.UniqueConstraint(
                name="school_holiday_one_from_a_day",
                fields=["compact", "first"],
                violation_error_message=_("A school holiday begins on that day already."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.compact_id}: {self.name} ({self.first})"


class Act(models.TextChoices):
    """What waits for a second person, where a Compact asks for one."""

    EDITION = "edition", _("A new text")
    SIGN_UP = "sign-up", _("A sign-up on paper or by phone")
    DEALING = "dealing", _("A record that an officer entered")
    TELLING = "telling", _("A change that its group is told of first")
    LIST = "list", _("A list that an officer sent")
    DECISION = "decision", _("Who is right where two sides disagree")
    CHOICE = "choice", _("That no second person is asked any more")


class Answer(models.TextChoices):
    """What came of it."""

    OPEN = "open", _("Waiting")
    YES = "yes", _("Yes")
    NO = "no", _("No")
    CHANGED = "changed", _("Changed since")


class SecondLook(models.Model):
    """Something that one person would make public, and that waits until another says yes.

    `subject` names the thing in its own room, `version` is what it was when it was asked: of another version a yes says
    nothing, so it is asked again.
    """

    compact = models.ForeignKey(Compact, models.PROTECT, to_field="slug", related_name="+")
    act = models.CharField(max_length=20, choices=Act)
    subject = models.CharField(max_length=60)
    version = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="second_looks_asked"
    )
    answer = models.CharField(max_length=20, choices=Answer, default=Answer.OPEN)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="second_looks_answered"
    )
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = (
            models.UniqueConstraint(
                name="second_look_one_open",
                fields=["compact", "act", "subject"],
                condition=Q(answer=Answer.OPEN),
                violation_error_message=_("This waits for somebody already."),
            ),
            models.CheckConstraint(
                name="second_look_answered_when",
                condition=Q(answer=Answer.OPEN, answered_at=None, answered_by=None)
                | Q(answer__in=[Answer.YES, Answer.NO, Answer.CHANGED], answered_at__isnull=False),
                violation_error_message=_("What is answered says when; what waits does not."),
            ),
            models.CheckConstraint(
                name="second_look_by_another",
                condition=~Q(answer=Answer.YES)
                | Q(asked_by=None)
                | Q(answered_by=None)
                | ~Q(asked_by=F("answered_by")),
                violation_error_message=_("Who asked cannot say yes."),
            ),
            models.CheckConstraint(
                name="second_look_no_has_a_reason",
                condition=~Q(answer=Answer.NO) | ~Q(reason=""),
                violation_error_message=_("Enter why not."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.compact_id}: {self.act} {self.subject} ({self.answer})"
