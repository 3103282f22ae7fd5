"""Rows written by one statement are the rows that Django would have written."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from livecompact.dealings.models import Dealing, Version
from livecompact.frame.many_rows import Into, insert, update
from tests.dealings.making import consultation, council


@pytest.fixture
def one(compacts):
    return consultation(council())


def test_what_is_written_is_read_back_as_it_was(one):
    first = Version.objects.get(dealing=one)
    made = [Version(dealing=one, number=n, facts=first.facts, on=first.on, at=first.at, by="é") for n in (2, 3)]

    assert insert(made) == 2

    for row in Version.objects.exclude(pk=first.pk):
        assert (row.facts, row.lists, row.on, row.at, row.by) == (first.facts, {}, first.on, first.at, "é")


def test_what_the_table_refuses_is_refused(one):
    first = Version.objects.get(dealing=one)
    first.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        insert([first])


def test_only_the_columns_that_are_named_are_changed(one):
    changed = Dealing.objects.get(pk=one.pk)
    changed.facts, changed.amount, changed.title = {"online": True}, None, "Not written"
    changed.updated_at += timedelta(days=1)

    update([changed], ("facts", "amount", "updated_at"))

    found = Dealing.objects.get(pk=one.pk)
    assert (found.facts, found.updated_at, found.title) == ({"online": True}, changed.updated_at, one.title)


def test_rows_of_values_are_those_of_the_objects_with_the_same_values(one):
    first = Version.objects.get(dealing=one)
    columns = ("dealing", "number", "facts", "lists", "on", "at", "by", "why")
    into = Into(Version, columns)
    made = [Version(dealing=one, number=n, facts={"n": n}, on=first.on, at=first.at, by="é") for n in (2, 3)]

    assert into.insert(map(into.of, made)) == 2
    assert into.insert([(one.pk, 4, into.form["facts"]({"n": 4}), *into.of(made[0])[3:])]) == 1

    for n, row in enumerate(Version.objects.exclude(pk=first.pk).order_by("number"), 2):
        assert (row.number, row.facts, row.lists, row.on, row.at, row.by) == (n, {"n": n}, {}, first.on, first.at, "é")
