"""Rows written by one statement are the rows that Django would have written."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from livecompact.dealings.models import Dealing, Version
from livecompact.frame.many_rows import insert, update
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
