"""Erasing the words of an entry: two clicks, a reason that stays, and a chain that is whole."""

import pytest

from livecompact.compacts import actions as compacts
from livecompact.people.roles import Role
from livecompact.record import actions, verifying
from livecompact.record.models import Entry, EntryText
from livecompact.record.what import What
from tests.harness.html import read_page
from tests.harness.people import enter, holder
from tests.record.conftest import NOW

__all__ = ["enter", "holder"]

RECORD = "/hertfordshire/record"


@pytest.fixture
def entry(db, write):
    """A line that names somebody."""
    compacts.add_compact(source="hertfordshire", by="test", at=NOW)
    return write(title="Jo Ray’s allotment", texts={"reason": "Jo Ray asked for it."}, at=NOW)


def is_whole():
    return not verifying.verify("hertfordshire", [], lambda _done, _of: None).problems


def test_the_words_go_for_good_the_reason_stays_and_the_chain_is_whole(client, enter, entry):
    office = enter(client, Role.OFFICER)
    page = f"{RECORD}/{entry.number}"
    links = [address for address, _words in read_page(office.get(page).text).links]

    assert f"{page}/erase" in links
    assert "cannot be undone" in office.get(f"{page}/erase").text
    office.post(f"{page}/erase", {"reason": "It named a person."})

    assert not EntryText.objects.filter(text__contains="Jo Ray")
    assert "Jo Ray" not in office.get(RECORD).text + office.get(page).text + office.get(f"{RECORD}.atom").text
    told = Entry.objects.get(what=What.TEXT_ERASED)
    assert (told.subject, told.role, told.address) == (f"entry/{entry.number}", "Compact officer", page)
    assert "It named a person." in client.get(f"{RECORD}/{told.number}").text
    assert is_whole()


def test_without_a_reason_nothing_goes(client, enter, entry):
    answer = enter(client, Role.OFFICER).post(f"{RECORD}/{entry.number}/erase", {"reason": ""})

    assert read_page(answer.text).summary == [("reason", "Enter why they are erased")]
    assert EntryText.objects.filter(text__contains="Jo Ray").count() == 2


def test_erased_twice_it_is_told_once(entry):
    for _time in range(2):
        actions.erase_words(entry=entry, reason="It named a person.", by="Compact officer", at=NOW)

    assert Entry.objects.filter(what=What.TEXT_ERASED).count() == 1


@pytest.mark.parametrize("role", [None, Role.PERSON, Role.CO_CHAIR, Role.REPRESENTATIVE, Role.HANDLER])
def test_nobody_else_erases(client, enter, entry, role):
    visitor = enter(client, role)

    for answer in (visitor.get(f"{RECORD}/{entry.number}/erase"), visitor.post(f"{RECORD}/{entry.number}/erase", {})):
        assert answer.status_code in (302, 403)
    assert EntryText.objects.filter(text__contains="Jo Ray").count() == 2


def test_an_officer_of_another_compact_erases_nothing_here(client, holder, entry):
    client.force_login(holder(Role.OFFICER, compact="dacorum"))

    assert client.post(f"{RECORD}/{entry.number}/erase", {"reason": "x"}).status_code == 403
