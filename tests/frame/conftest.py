"""A form with one question of every kind."""

import pytest
from django import forms

from livecompact.frame.day import Day
from livecompact.frame.fields import Email, File, LongText, OneOf, SomeOf, Text
from livecompact.frame.forms import Form

WHY = "A test asks it"
SIZES = [("small", "Small"), ("large", "Large")]


class EveryKind(Form):
    """One question of every kind."""

    name = Text(asks="What is it called?", called="the name", why=WHY, hint="As on the poster", at_most=10)
    reason = LongText(asks="Why?", called="the reason", why=WHY, at_most=20)
    email = Email(asks="Email address", called="your email address", why=WHY)
    formal = OneOf(asks="Is it formal?", called="whether it is formal", why=WHY, choices=[("yes", "Yes"), ("no", "No")])
    size = OneOf(asks="How large is it?", called="a size", why=WHY, choices=SIZES, listed=True)
    groups = SomeOf(asks="Whom does it touch?", called="whom it touches", why=WHY, choices=[("a", "A"), ("b", "B")])
    opens = Day(asks="When does it open?", called="the day it opens", why=WHY)
    file = File(asks="Your list", called="the list", why=WHY, endings=[".csv"])
    note = Text(asks="Note", called="the note", why=WHY, optional=True)


@pytest.fixture
def every_kind() -> type[forms.Form]:
    return EveryKind
