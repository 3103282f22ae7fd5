"""The lists of a kind in a form: a set of boxes for each row, one more or one less by a button, nothing typed lost."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext, gettext_lazy

from livecompact.dealings.publishing.fact_fields import field_of, shown_in, value_of, wrong
from livecompact.dealings.publishing.folds import is_answered, stands_open
from livecompact.frame.dates import long_date
from livecompact.frame.fields import Text
from livecompact.frame.forms import Form
from livecompact.frame.numbers import whole_number
from livecompact.kinds.kind import Kind, Lists, Rows, read_value, write_value
from livecompact.standards.facts import NOT_KNOWN, Fact, Facts, FactType

MOST = 30
"""Rows of one list that a form takes."""
LONGEST_LINE = 150
OWN_PAGE = frozenset({"theme_list"})
"""Lists that are told on a page of their own: what became of each theme of a consultation."""


@dataclass(frozen=True)
class Boxes:
    """The boxes of one row, for the template."""

    number: int
    fields: tuple[BoundField, ...]


@dataclass(frozen=True)
class Shown:
    """One list of a form, for the template: its rows, how many, and the questions that its rows answer too.

    Where it `is_full`, it takes no more rows. In a form with folds it `is_folded`, and `is_open` once it is wanted;
    `held` is how many of its rows hold something.
    """

    name: str
    label: str
    row: str
    count: int
    rows: tuple[Boxes, ...]
    sums: tuple[BoundField, ...]
    is_full: bool
    is_folded: bool
    is_open: bool
    held: int


def lists_of(kind: Kind, facts: tuple[Fact, ...]) -> tuple[Rows, ...]:
    """The lists of a kind that a form asks for which asks for these facts: those that sum up to no other."""
    asked = {fact.name for fact in facts}
    return tuple(
        rows for rows in kind.rows if rows.name not in OWN_PAGE and {each.fact for each in rows.gives} <= asked
    )


def plain(lists: tuple[Rows, ...], facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts that no list comes to: a form asks for them first."""
    summed = {each.fact for rows in lists for each in rows.gives}
    return tuple(fact for fact in facts if fact.name not in summed)


def opened[F: Form](make: Callable[[Any], F], lists: tuple[Rows, ...], sent: QueryDict) -> tuple[F, bool]:
    """The form that `make` makes of what was sent, and whether it was sent to be kept.

    Where a button only asked for a row more or less, it holds all that was typed, and no error.
    """
    typed = pressed(lists, sent)
    form = make(typed or sent or None)
    if typed is not None:
        form.leave_unjudged()
    return form, bool(sent) and typed is None


def pressed(lists: tuple[Rows, ...], sent: QueryDict) -> QueryDict | None:
    """What was typed, with the row more or less that a button asked for; None where the form itself was sent."""
    for rows in lists:
        if f"{rows.name}_more" in sent:
            return _with_one_more(rows, sent)
        if less := sent.get(f"{rows.name}_less", ""):
            return _with_one_less(rows, sent, _number(less))
    return None


class ListFields:
    """The fields of the lists of one form, and what was answered in them."""

    def __init__(self, form: Form, kind: Kind, lists: tuple[Rows, ...], held: Lists) -> None:
        """Add them to the form; `held` is what the lists say before anything is typed."""
        self.form, self.kind, self.lists, self.before = form, kind, lists, held
        sent = form.data if form.is_bound else None
        self.counts = {rows.name: _count(rows, held, sent) for rows in lists}
        for rows in lists:
            for number in self._numbers(rows):
                form.fields |= {_box(rows, number, each.name): _field(rows, each, number) for each in rows.facts}
            form.fields |= {each.fact: field_of(kind.by_name[each.fact], wanted=False) for each in rows.gives}
            form.initial.update(_initial(rows, held.get(rows.name, ())))
            if rows.name in held:
                form.initial.update({each.fact: None for each in rows.gives})

    def look_at(self) -> None:
        """Add an error for each row without its first fact, each number that is none, and each sum that is not so."""
        for rows in self.lists:
            for number, said in self._written(rows):
                self._look_at_row(rows, number, said)
        if not self.form.errors:
            self._look_at_sums()

    @property
    def said(self) -> dict[str, list[dict[str, str | bool]]]:
        """The rows that were written, list by list; no list without a row."""
        found = {rows.name: [said for _number, said in self._written(rows)] for rows in self.lists}
        return {name: rows for name, rows in found.items() if rows}

    @property
    def after(self) -> Lists:
        """Every list of the record: those asked for as they were written, and others as they were."""
        asked = {rows.name for rows in self.lists}
        return {**{name: rows for name, rows in self.before.items() if name not in asked}, **self.said}

    @property
    def sums(self) -> Facts:
        """What the rows come to."""
        return self.kind.sums(self.said)

    @property
    def names(self) -> frozenset[str]:
        """The names of its fields."""
        own = {_box(rows, n, each.name) for rows in self.lists for n in self._numbers(rows) for each in rows.facts}
        return frozenset(own | {each.fact for rows in self.lists for each in rows.gives})

    @property
    def shown(self) -> tuple[Shown, ...]:
        """Each list, for the template."""
        return tuple(map(self._shown, self.lists))

    def _numbers(self, rows: Rows) -> range:
        return range(1, self.counts[rows.name] + 1)

    def _shown(self, rows: Rows) -> Shown:
        boxes = tuple(
            Boxes(n, tuple(self.form[_box(rows, n, each.name)] for each in rows.facts)) for n in self._numbers(rows)
        )
        sums = tuple(self.form[each.fact] for each in rows.gives)
        count = self.counts[rows.name]
        return Shown(
            rows.name,
            gettext(rows.label),
            gettext(rows.row),
            count,
            boxes,
            sums,
            is_full=count >= MOST,
            is_folded=bool(self.kind.folds),
            is_open=self._is_pressed(rows) or stands_open(self.form, _all_of(boxes) + sums),
            held=sum(any(map(is_answered, row.fields)) for row in boxes),
        )

    def _is_pressed(self, rows: Rows) -> bool:
        """Whether a button asked for a row more or less of it."""
        return any(f"{rows.name}_{which}" in self.form.data for which in ("more", "less"))

    def _written(self, rows: Rows) -> Iterator[tuple[int, dict[str, str | bool]]]:
        """Each row in which something is written, in the encoding, with the number of its boxes."""
        for number in self._numbers(rows):
            typed = {each: self.form.cleaned_data.get(_box(rows, number, each.name)) for each in rows.facts}
            if any(typed.values()):
                values = {fact.name: value_of(fact, said) for fact, said in typed.items()}
                yield number, {name: write_value(value) for name, value in values.items() if value is not NOT_KNOWN}

    def _look_at_row(self, rows: Rows, number: int, said: Mapping[str, object]) -> None:
        for fact in rows.facts:
            name = _box(rows, number, fact.name)
            if mend := wrong(_in_row(fact, number), self.form.cleaned_data.get(name)):
                self.form.add_error(name, mend)
        first = rows.facts[0]
        if first.name not in said and not self.form.has_error(_box(rows, number, first.name)):
            wanted = gettext("Enter %(label)s") % {"label": _in_row(first, number).label}
            self.form.add_error(_box(rows, number, first.name), wanted)

    def _look_at_sums(self) -> None:
        """What was typed beside a list is what the list comes to, or is left empty."""
        for name, value in self.sums.items():
            typed = value_of(self.kind.by_name[name], self.form.cleaned_data.get(name))
            if typed not in (NOT_KNOWN, value):
                same = gettext("The list gives %(value)s. Enter the same, or leave this empty")
                told = long_date(value) if isinstance(value, date) else write_value(value)
                self.form.add_error(name, same % {"value": told})


def _all_of(boxes: tuple[Boxes, ...]) -> tuple[BoundField, ...]:
    return tuple(bound for row in boxes for bound in row.fields)


def _field(rows: Rows, fact: Fact, number: int) -> Any:
    """The field of one fact in one row; what a row is about is one line."""
    called = _in_row(fact, number)
    if fact.type is FactType.TEXT and fact is rows.facts[0]:
        asks, why = gettext_lazy(fact.ask), gettext_lazy(fact.why)
        return Text(asks=asks, called=called.label, why=why, optional=True, at_most=LONGEST_LINE)
    return field_of(called, wanted=False)


def _in_row(fact: Fact, number: int) -> Fact:
    """The fact with a label that says in which row it is, since every row asks the same."""
    label = gettext("%(label)s in row %(number)s") % {"label": gettext(fact.label), "number": number}
    return replace(fact, label=label)


def _initial(rows: Rows, held: Sequence[Mapping[str, object]]) -> dict[str, Any]:
    by_name = {fact.name: fact for fact in rows.facts}
    return {
        _box(rows, number, name): said
        for number, row in enumerate(held, 1)
        for name, said in shown_in(
            rows.facts, Facts({n: read_value(by_name[n], said) for n, said in row.items()})
        ).items()
    }


def _with_one_more(rows: Rows, sent: QueryDict) -> QueryDict:
    data = sent.copy()
    data[_counts(rows)] = str(min(_count(rows, {}, sent) + 1, MOST))
    return data


def _with_one_less(rows: Rows, sent: QueryDict, gone: int) -> QueryDict:
    """The same without the boxes of one row; those after it move up by one."""
    data = QueryDict(mutable=True)
    for key, values in sent.lists():
        found = re.fullmatch(rf"{rows.name}_(\d+)_(.+)", key)
        number = _number(found[1]) if found else 0
        if found and number == gone:
            continue
        name = f"{rows.name}_{number - 1}_{found[2]}" if found and number > gone else key
        data.setlist(name, values)
    data[_counts(rows)] = str(max(_count(rows, {}, sent) - 1, 0))
    return data


def _count(rows: Rows, held: Lists, sent: Mapping[str, Any] | None) -> int:
    """How many rows have boxes: as many as the form says, or as there are and one more."""
    said = "" if sent is None else str(sent.get(_counts(rows), ""))
    return min(_number(said), MOST) if said else min(len(held.get(rows.name, ())) + 1, MOST)


def _number(said: str) -> int:
    return whole_number(said, 2) or 0


def _counts(rows: Rows) -> str:
    return f"{rows.name}_count"


def _box(rows: Rows, number: int, fact: str) -> str:
    return f"{rows.name}_{number}_{fact}"
