"""Many rows of one table written by one statement, many times over.

`bulk_create` of Django composes the statement anew for every few hundred rows, and asks each column for each value how
it is written. A list of a hundred thousand records is a million rows: so written they take a third of the time. Where
rows differ in little, no objects are made for them at all (`Into`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from django.db import connection
from django.db.models import DateTimeField, DecimalField, Field, JSONField, Model

AT_ONCE = 2_000
ADAPTED = (DateTimeField, DecimalField, JSONField)
"""The columns whose values a database takes in a form of its own; the others are written as they are."""

type Values = tuple[Any, ...]


class Into:
    """Some columns of a table, into which rows of values are written. Each value is in the form of the database.

    The other columns are left to the table: one that must hold something is to be among them.
    """

    def __init__(self, model: type[Model], names: Sequence[str]) -> None:
        held = {each.name: each for each in model._meta.concrete_fields}  # noqa: SLF001 (Django's documented way to a model's columns)
        columns = [held[name] for name in names]
        self._statement = _statement(model, columns)
        self._names = [each.attname for each in columns]
        self._writers = [_writer(each) for each in columns]
        self.form = dict(zip(names, self._writers, strict=True))
        """What gives a value of a column the form of the database."""

    def of(self, row: Model) -> Values:
        """The values that an object has for these columns, in the form of the database."""
        return tuple([write(getattr(row, name)) for write, name in zip(self._writers, self._names, strict=True)])

    def insert(self, rows: Iterable[Values]) -> int:
        """Write new rows; how many. What a table's constraints refuse is an IntegrityError, as with `insert`."""
        count = 0
        for some in batched(rows, AT_ONCE, strict=False):
            with connection.cursor() as cursor:
                cursor.executemany(self._statement, some)
            count += len(some)
        return count


def insert[Row: Model](rows: Iterable[Row]) -> int:
    """Write new rows of one model; how many. They get no key: whoever needs it asks for it.

    What a table's constraints refuse is an IntegrityError, and nothing is written where the caller's transaction ends.
    """
    count = 0
    for some in batched(rows, AT_ONCE, strict=False):
        columns = [each for each in type(some[0])._meta.concrete_fields if not each.primary_key]  # noqa: SLF001 (as above)
        with connection.cursor() as cursor:
            cursor.executemany(_statement(type(some[0]), columns), [*_values(some, columns)])
        count += len(some)
    return count


def update[Row: Model](rows: Iterable[Row], names: Iterable[str]) -> None:
    """Write these columns of rows that are there, each by its key."""
    wanted = tuple(names)
    for some in batched(rows, AT_ONCE, strict=False):
        model = type(some[0])
        by_name = {each.name: each for each in model._meta.concrete_fields}  # noqa: SLF001 (as above)
        key = next(each for each in by_name.values() if each.primary_key)
        columns = [by_name[name] for name in wanted]
        sets = ", ".join(f"{_quoted(each.column)} = %s" for each in columns)
        statement = f"UPDATE {_table(model)} SET {sets} WHERE {_quoted(key.column)} = %s"  # noqa: S608 (as below)
        with connection.cursor() as cursor:
            cursor.executemany(statement, [*_values(some, [*columns, key])])


def _statement(model: type[Model], columns: "Sequence[Field[Any, Any]]") -> str:
    names = ", ".join(_quoted(each.column) for each in columns)
    places = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {_table(model)} ({names}) VALUES ({places})"  # noqa: S608 (names of our own tables)


def _table(model: type[Model]) -> str:
    return _quoted(model._meta.db_table)  # noqa: SLF001 (as above)


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(str(name))


def _values(rows: Iterable[Model], columns: "Sequence[Field[Any, Any]]") -> Iterator[Values]:
    names = [each.attname for each in columns]
    adapted = [(place, _writer(each)) for place, each in enumerate(columns) if isinstance(each, ADAPTED)]
    for row in rows:
        values = list(map(vars(row).__getitem__, names))
        for place, write in adapted:
            values[place] = write(values[place])
        yield tuple(values)


def _writer(field: "Field[Any, Any]") -> Callable[[Any], Any]:
    """How a column writes a value; the same object again, as the moment of a list is in each of its rows, at once."""
    known: list[Any] = [None, field.get_db_prep_save(None, connection)]

    def write(value: Any) -> Any:
        if value is not known[0]:
            known[:] = value, field.get_db_prep_save(value, connection)
        return known[1]

    return write
