"""Somebody who can sign in."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower


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
    sign_ins = models.PositiveIntegerField(default=0)  # at the second one a passkey is offered

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
