"""What every room keeps of people: the privacy page is made of it, and a test asks for a rule for each field."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from itertools import chain
from typing import Any

from django.apps import apps
from django.db.models import (
    BinaryField,
    CharField,
    EmailField,
    Field,
    ForeignKey,
    JSONField,
    SlugField,
    TextField,
)

from livecompact.compacts import retention as compacts
from livecompact.complaints import retention as complaints
from livecompact.dealings import retention as dealings
from livecompact.formats import retention as formats
from livecompact.people import retention as people
from livecompact.people.models import Person
from livecompact.people.retention import Rule
from livecompact.record import retention as record
from livecompact.register import retention as register
from livecompact.search import retention as search
from livecompact.uploads import retention as uploads

ROOMS = (people, record, search, compacts, complaints, formats, register, dealings, uploads)

RULES: tuple[Rule, ...] = tuple(chain.from_iterable(room.RETENTION for room in ROOMS))

PURGES: Mapping[str, Callable[..., int]] = {
    rule.by: getattr(import_module(rule.by.rpartition(".")[0]), rule.by.rpartition(".")[2]) for rule in RULES if rule.by
}
"""The actions that erase what has reached the end of its time, by their whole names; `livecompact daily` runs them."""

NOT_PERSONAL: Mapping[str, str] = {
    name: why for room in ROOMS for name, why in getattr(room, "NOT_PERSONAL", {}).items()
}
"""Fields, and whole tables, that hold text and nothing of a person, each with the reason."""

RULED = frozenset(f"{rule.model}.{field}" for rule in RULES for field in rule.fields)
"""Every field that a rule speaks of."""

TEXTS = (CharField, TextField, JSONField, BinaryField)
"""The types of fields in which anything may stand; names in addresses and closed lists of choices are none of them."""


def personal_fields() -> Iterator[str]:
    """Every field of ours that says who somebody is by its type: "people.Person.email", "people.Seat.person"."""
    return (name for name, field in _fields() if _names_a_person(field))


def undecided() -> list[str]:
    """The fields that may hold something of a person, and have neither a rule nor a reason why they hold nothing.

    A field that names a person has no other way out than a rule.
    """
    return sorted(name for name, field in _fields() if name not in RULED and _needs_a_word(name, field))


def _needs_a_word(name: str, field: "Field[Any, Any]") -> bool:
    excused = name in NOT_PERSONAL or name.rpartition(".")[0] in NOT_PERSONAL
    return _names_a_person(field) or (_holds_text(field) and not excused)


def _names_a_person(field: "Field[Any, Any]") -> bool:
    return isinstance(field, EmailField) or (isinstance(field, ForeignKey) and field.related_model is Person)


def _holds_text(field: "Field[Any, Any]") -> bool:
    return isinstance(field, TEXTS) and not isinstance(field, SlugField) and not field.choices


def _fields() -> "Iterator[tuple[str, Field[Any, Any]]]":
    """Every field of our own tables with its whole name."""
    for model in apps.get_models():
        if model.__module__.startswith("livecompact."):
            room = model.__module__.split(".")[1]
            for field in model._meta.concrete_fields:  # noqa: SLF001 (Django's own way to ask)
                yield f"{room}.{model.__name__}.{field.name}", field
