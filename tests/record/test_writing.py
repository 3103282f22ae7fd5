"""Writing the two ledgers: a line of the record, and a notice."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from livecompact.record import actions
from livecompact.record.chain import hash_of
from livecompact.record.models import FIRST, Chain, Entry, EntryText, Notice
from livecompact.record.what import What
from tests.record.conftest import NOW


def test_an_entry_follows_the_one_before_it(write):
    first, second = write(), write(what=What.DEALING_CHANGED, touches=["topic:having-a-say", "promise:time-to-answer"])

    assert (first.number, first.previous) == (1, FIRST)
    assert (second.number, second.previous) == (2, first.hash)
    assert second.touches == " promise:time-to-answer topic:having-a-say "
    chain = Chain.objects.get()
    assert (chain.compact, chain.number, chain.head) == ("hertfordshire", 2, second.hash)


def test_each_compact_has_a_chain_of_its_own(write):
    write()
    other = write(compact="dacorum")

    assert (other.number, other.previous) == (1, FIRST)


def test_a_text_stands_beside_the_chain_and_never_in_it(write):
    entry = write(title="Hours of Ann’s library", texts={"reason": "The roof is being mended."})

    in_chain = " ".join(str(value) for value in Entry.objects.values_list().get())
    assert "Ann" not in in_chain
    assert "roof" not in in_chain
    assert dict(EntryText.objects.filter(entry=entry).values_list("name", "text")) == {
        "title": "Hours of Ann’s library",
        "reason": "The roof is being mended.",
    }


def test_the_same_text_twice_leaves_two_marks(write):
    assert write().commitments != write().commitments


def test_a_line_goes_with_the_act_that_it_tells_of(write):
    entry = write()
    with transaction.atomic():
        write()
        transaction.set_rollback(True)  # as an act does that fails after its line was written

    assert list(Entry.objects.all()) == [entry]
    assert Chain.objects.get().number == 1


@pytest.mark.django_db(transaction=True)
def test_a_line_without_a_transaction_is_refused(ann):
    with pytest.raises(actions.OutsideTransaction, match="inside the transaction"):
        actions.write(
            compact="hertfordshire",
            what=What.LOOK_CHANGED,
            subject="look",
            title="Look",
            address="/hertfordshire",
            role="Compact officer",
            at=NOW,
        )

    assert not Entry.objects.exists()


def test_what_happened_comes_from_a_closed_list(write):
    with pytest.raises(ValueError, match="party-held"):
        write(what="party-held")


@pytest.mark.parametrize("missing", ["subject", "role", "address"])
def test_an_entry_says_of_what_where_and_in_which_role(write, missing):
    with pytest.raises(ValidationError) as refused:
        write(**{missing: ""})

    assert list(refused.value.message_dict) == [missing]


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_an_entry_leads_nowhere_else(write, address):
    with pytest.raises(IntegrityError):
        write(address=address)


def test_the_database_refuses_two_entries_of_one_number(write):
    write()
    twin = Entry.objects.get()
    twin.pk, twin.previous = None, "1" * 64
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)


@pytest.mark.django_db(transaction=True)
def test_many_who_write_at_once_make_one_chain():
    together = Barrier(6)

    def five(name):
        together.wait()
        try:
            for number in range(5):
                with transaction.atomic():
                    actions.write(
                        compact="hertfordshire",
                        what=What.ORGANISATION_SIGNED,
                        subject=f"organisation/{name}-{number}",
                        title="A club",
                        address="/hertfordshire",
                        role="representative",
                        at=NOW,
                    )
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as threads:
        list(threads.map(five, range(6)))

    entries = list(Entry.objects.order_by("number"))
    assert [entry.number for entry in entries] == list(range(1, 31))
    assert [entry.previous for entry in entries] == [FIRST, *(entry.hash for entry in entries[:-1])]


def test_erasing_takes_the_text_and_its_salt_and_leaves_the_entry(write):
    entry = write(texts={"reason": "Ann is ill."})

    assert actions.erase_text(entry=entry, by="administrator", name="reason") == 1

    entry.refresh_from_db()
    assert hash_of(actions.link_of(entry)) == entry.hash
    assert list(EntryText.objects.values_list("name", flat=True)) == ["title"]
    assert actions.erase_text(entry=entry, by="administrator") == 1
    assert not EntryText.objects.exists()


def test_somebody_is_told_of_a_thing_once(ann):
    told = {"to": ann, "reason": "signed", "subject": "signature/1", "occurrence": "1", "compact": "hertfordshire"}
    first = actions.notify(**told, at=NOW)
    again = actions.notify(**told, at=NOW + timedelta(days=1))
    other = actions.notify(**told | {"occurrence": "2"}, at=NOW)

    assert first == again != other
    assert Notice.objects.count() == 2
    assert (first.state, first.due_at, first.urgent) == ("waiting", NOW, False)
