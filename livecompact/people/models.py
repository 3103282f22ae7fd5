"""A person, and the offices that they hold."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from livecompact.people.roles import Role


class PersonManager(BaseUserManager["Person"]):
    """What Django needs to find a person; writing one is `actions.add_person`."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The person with that email address, however it is written."""
        return self.get(email=(username or "").lower())


class Person(AbstractBaseUser):
    """Somebody who can sign in. The email address is the only login; there is no password to lose."""

    email = models.EmailField(max_length=320, unique=True)  # always in lower case: see below
    name = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                condition=Q(email=Lower("email")),
                name="person_email_lower_case",
                violation_error_message="Write the email address in lower case",
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email


class Office(models.Model):
    """A role that a person holds: officer of one Compact, or administrator of the whole site.

    A Compact is known by the name in its address; this room stands below the one that keeps Compacts.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="offices")
    role = models.CharField(
        max_length=20, choices=[(role.value, role.value) for role in Role if role is not Role.VISITOR]
    )
    compact = models.SlugField(max_length=60, blank=True)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=320)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["person", "role", "compact"], name="office_held_once"),
            models.CheckConstraint(
                condition=Q(role=Role.ADMINISTRATOR.value, compact="") | (Q(role=Role.OFFICER.value) & ~Q(compact="")),
                name="office_of_one_compact",
                violation_error_message="An officer is officer of one Compact, an administrator of none",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.compact}".strip()
