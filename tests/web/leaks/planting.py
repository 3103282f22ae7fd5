"""Marks every word of what is not public, so that each can be found again wherever it comes out.

What is written inside `secret` is not public: each of its new rows is found by its number, and every field of it that
holds words gets a word of its own, straight in the table. `hidden` does the same to what no row of a table ever shows.
"""

import gzip
import json
import random
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from livecompact.kinds import KINDS
from livecompact.standards.facts import FactType
from tests.web.leaks.places import CODES, HIDDEN, PUBLIC

TEXTS = (models.CharField, models.TextField)
BEGINS = "Zq"


def words_of(model: type[models.Model]) -> Iterator[Any]:
    """The fields of a table in which somebody's words may stand: one with choices holds none."""
    for each in model._meta.concrete_fields:  # noqa: SLF001 (Django's own way)
        if isinstance(each, (*TEXTS, models.JSONField, models.BinaryField)) and not each.choices:
            yield each


def place(each: Any) -> str:
    """A field as the tables of `places` name it."""
    return f"{each.model._meta.label}.{each.name}"  # noqa: SLF001 (as above)


@dataclass
class Chance:
    """Draws the keys, salts and codes of the site, for each module that asks from a heap of its own.

    What is secret has heaps apart. So what is public has the same keys in a world with secrets as in one without, where
    fewer mails are sent.
    """

    heaps: dict[tuple[str, str], random.Random] = field(default_factory=dict)
    heap: str = "public"

    @property
    def drawn(self) -> random.Random:
        """The heap in use, of the module that asks."""
        asks = sys._getframe(2).f_globals["__name__"]  # noqa: SLF001 (nothing else tells)
        return self.heaps.setdefault((self.heap, asks), random.Random(f"{self.heap} {asks}"))  # noqa: S311 (it is no secret)

    def rule(self, patch: pytest.MonkeyPatch) -> None:
        """Let everything in this process draw from here."""
        patch.setattr(secrets, "token_hex", lambda size=32: self.drawn.randbytes(size).hex())
        patch.setattr(secrets, "token_urlsafe", lambda size=32: self.drawn.randbytes(size).hex()[:43])
        patch.setattr(secrets, "randbelow", lambda most: self.drawn.randrange(most))  # noqa: PLW0108 (the heap changes)
        patch.setattr(secrets, "choice", lambda among: self.drawn.choice(among))  # noqa: PLW0108 (as above)

    @contextmanager
    def of(self, heap: str) -> Iterator[None]:
        """Draw from other heaps meanwhile, begun anew."""
        before, self.heap = self.heap, heap
        self.heaps = {key: drawn for key, drawn in self.heaps.items() if key[0] != heap}
        yield
        self.heap = before


@dataclass
class Planted:
    """The words that were planted, and of what each tells."""

    chance: Chance
    with_secrets: bool = True
    words: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def secret(self, of: str) -> Iterator[bool]:
        """What is written meanwhile is not public; in a world without secrets, ask and write nothing."""
        if not self.with_secrets:
            yield False
            return
        before = _last_numbers()
        with self.chance.of(of):
            yield True
        for model, last in before.items():
            for row in model._default_manager.filter(pk__gt=last):  # noqa: SLF001 (as above)
                self._plant(row, of)

    def hide(self) -> None:
        """Plant in each field that shows nothing of any row, public or not."""
        for model in tables():
            for each in words_of(model):
                if place(each) in HIDDEN:
                    for row in model._default_manager.exclude(**{each.name: ""}):  # noqa: SLF001 (as above)
                        self._write(row, each, "hidden")

    def word(self, of: str) -> str:
        """A new word, which stands nowhere else: of letters alone, so that every search finds it whole."""
        number, letters = len(self.words), ""
        for _place in range(4):
            number, digit = divmod(number, 26)
            letters = chr(97 + digit) + letters
        made = f"{BEGINS}{'' if self.with_secrets else 'z'}{letters}qz"
        self.words[made.lower()] = of
        return made

    def _plant(self, row: models.Model, of: str) -> None:
        for each in words_of(type(row)):
            if place(each) in CODES:
                if CODES[place(each)] == "key":
                    self.keys[str(getattr(row, each.name))] = f"{of}: {place(each)}"
            elif place(each) not in PUBLIC:
                self._write(row, each, of)

    def _write(self, row: models.Model, each: Any, of: str) -> None:
        """Each in a step of its own: what the database refuses stays as it is, and is then missed below."""
        before = len(self.words)
        value = self._value(row, each, f"{of}: {place(each)}")
        if value is None:
            return
        try:
            with transaction.atomic():
                type(row)._default_manager.filter(pk=row.pk).update(**{each.name: value})  # noqa: SLF001 (as above)
        except IntegrityError:
            for word in list(self.words)[before:]:
                self.words[word] = "refused"

    def _value(self, row: models.Model, each: Any, of: str) -> Any:
        if isinstance(each, models.BinaryField):
            return None  # planted in what was packed into it
        if isinstance(each, models.JSONField):
            return self._facts(row, of) if each.name == "facts" else None
        word = self.word(of)
        if isinstance(each, models.EmailField):
            return f"{word.lower()}@example.org"
        if each.name in ("url", "website"):
            return f"https://example.org/{word}"
        return word.lower() if isinstance(each, models.SlugField) or "folded" in each.name else word

    def _facts(self, row: Any, of: str) -> Any:
        kind = row.kind if hasattr(row, "kind") else row.dealing.kind
        texts = {each.name: self.word(of) for each in KINDS[kind].facts if each.type is FactType.TEXT}
        return row.facts | texts


def tables() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.managed]  # noqa: SLF001 (as above)


def _last_numbers() -> dict[type[models.Model], Any]:
    """Of each table whose rows are numbered, the last number given."""
    numbered = [each for each in tables() if isinstance(each._meta.pk, models.AutoField)]  # noqa: SLF001 (as above)
    return {
        each: each._default_manager.aggregate(most=models.Max("pk"))["most"] or 0  # noqa: SLF001 (as above)
        for each in numbered
    }


def places_without_a_word(words: set[str]) -> list[str]:
    """The fields in which words could stand, that are named nowhere, and in which none was planted."""
    found = []
    for model in tables():
        for each in words_of(model):
            if place(each) not in CODES and place(each) not in PUBLIC:
                rows = model._default_manager.values_list(each.name, flat=True)  # noqa: SLF001 (as above)
                text = " ".join(map(_unpacked, rows)).lower()
                if not any(word in text for word in words):
                    found.append(place(each))
    return found


def _unpacked(value: Any) -> str:
    return gzip.decompress(bytes(value)).decode() if isinstance(value, (bytes, memoryview)) else str(value)


def holding(table: str, words: set[str]) -> set[str]:
    """Which of the words stand in a table, as the database itself has its rows."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        text = json.dumps(cursor.fetchall(), default=str).lower()
    return {word for word in words if word in text}
