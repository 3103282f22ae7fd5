"""What every room keeps of people: the privacy page is made of it, and a test asks for a rule for each field."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from itertools import chain
from typing import Any

from django.apps import apps
from django.db.models import EmailField, Field, ForeignKey

from livecompact.compacts import retention as compacts
from livecompact.dealings import retention as dealings
from livecompact.formats import retention as formats
from livecompact.people import retention as people
from livecompact.people.models import Person
from livecompact.people.retention import Rule
from livecompact.record import retention as record
from livecompact.register import retention as register

ROOMS = (people, record, compacts, formats, register, dealings)

RULES: tuple[Rule, ...] = tuple(chain.from_iterable(room.RETENTION for room in ROOMS))

PURGES: Mapping[str, Callable[..., int]] = {
    rule.by: getattr(import_module(rule.by.rpartition(".")[0]), rule.by.rpartition(".")[2]) for rule in RULES if rule.by
}
"""The actions that erase what has reached the end of its time, by their whole names; `livecompact daily` runs them."""

NOT_PERSONAL: Mapping[str, str] = {
    name: why for room in ROOMS for name, why in getattr(room, "NOT_PERSONAL", {}).items()
}
"""Fields that only look personal, each with the reason why they are not."""

BESIDE = ("name", "phone", "address", "postcode")
"""Fields that are personal where they stand beside an email address."""


def personal_fields() -> Iterator[str]:
    """Every field of ours that says something of a person, by its type or its name: "people.Person.email"."""
    for model in apps.get_models():
        if not model.__module__.startswith("livecompact."):
            continue
        fields: list[Field[Any, Any]] = list(model._meta.concrete_fields)  # noqa: SLF001 (Django's own way to ask)
        sure = [field for field in fields if _is_of_a_person(field)]
        beside = [field for field in fields if sure and field.name in BESIDE]
        room = model.__module__.split(".")[1]
        yield from (f"{room}.{model.__name__}.{field.name}" for field in dict.fromkeys([*sure, *beside]))


def _is_of_a_person(field: "Field[Any, Any]") -> bool:
    to_person = isinstance(field, ForeignKey) and field.related_model is Person
    return to_person or isinstance(field, EmailField) or "email" in field.name
