"""What is not public never leaks: no word of it comes out anywhere, and no page is another for its being there.

Two worlds are made of one seed, with and without all that is not public. Whom none of it concerns goes to every
address of both. What comes back is the same byte for byte, and holds no word that was planted; nor does a log, a mail,
a session, the cache, or what the search looks in.
"""

import logging
import re
from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.test import Client

from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.web.logs import Json
from tests.harness.clock import stop_the_clock
from tests.harness.compacts import both_compacts
from tests.web.leaks import places
from tests.web.leaks.addresses import of_every_route, open_to
from tests.web.leaks.crawling import Crawl, Seen
from tests.web.leaks.planting import Chance, Planted, holding, place, places_without_a_word, tables, words_of
from tests.web.leaks.world import build

ONE = frozenset({Role.PERSON})
WHO: dict[str, tuple[str, frozenset[Role]]] = {
    "a visitor": ("", frozenset({Role.VISITOR})),
    "another signatory": ("singers", ONE | {Role.REPRESENTATIVE}),
    "another public body": ("other-body", ONE | {Role.REPRESENTATIVE}),
    "an officer of another Compact": ("officer-dacorum", ONE | {Role.OFFICER}),
}
"""Whom nothing that is secret here concerns: the first part of their email address, and what they are."""
LATER = frozenset({"another public body", "an officer of another Compact"})
"""Whose crawl is for the long form: what they are let into, the other two are shown or refused as well."""
AT_LEAST = dict.fromkeys(WHO, 10) | {"a visitor": 400}
"""So many pages open to each, so that nobody is refused everywhere and finds nothing for that reason."""
AS_SOMEBODY = {"/hertfordshire", "/hertfordshire/organisations/hartsmere-food-bank"}
"""The pages of everybody on which somebody who is signed in might find more."""
NEVER = ("cache", "search_", "record_entry", "record_chain", "dealings_tag", "dealings_tally", "dealings_quarter")
"""The tables, or the beginnings of their names, in which nothing stands but what is public."""

OK = 200
NUMBERED = re.compile(r"/(disagree|disputes|second-person)/\d+$|^/people/")
RUNS = re.compile(r'(?:^|,|\n)"?[=@]SUM')
"""The beginning of a title of a public record, as it would stand in a cell that runs."""


def world(patch: pytest.MonkeyPatch, *, with_secrets: bool) -> Planted:
    """Build a site; the words that stand in it."""
    planted = Planted(Chance(), with_secrets)
    planted.chance.rule(patch)
    build(planted)
    return planted


@pytest.fixture
def still(db: None, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Both Compacts on the site, on a day that does not move."""
    stop_the_clock(monkeypatch)
    both_compacts(monkeypatch)
    return monkeypatch


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """The lines that the site writes meanwhile, as it writes them."""
    lines: list[str] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(Json().format(record))

    handler, loggers = Keeping(), [logging.getLogger(name) for name in ("django", "livecompact")]
    for each in loggers:
        each.addHandler(handler)
    yield lines
    for each in loggers:
        each.removeHandler(handler)


def entered(planted: Planted, name: str) -> Client:
    """The browser of one of `WHO`."""
    client = Client(raise_request_exception=False)
    with planted.chance.of(name):
        if email := WHO[name][0]:
            client.force_login(Person.objects.get(email=f"{email}@example.org"))
    return client


def words_in(text: str, address: str, planted: Planted) -> list[str]:
    """What was planted and stands there, if it was not in the address itself."""
    known = planted.words | planted.keys
    return [of for word, of in known.items() if word in text and word not in address.lower()]


def leaks(planted: Planted, seen: dict[str, Seen]) -> dict[str, list[str]]:
    """By address, what came out there that is not public."""
    found = {address: words_in(got.text, address, planted) for address, got in seen.items()}
    return {address: words for address, words in found.items() if words}


def differing(these: dict[str, Seen], those: dict[str, Seen]) -> dict[str, str]:
    """The addresses that are not the same in two worlds, and where they first differ.

    Where an address holds the number of a row, it names another row in each, and the buttons of one's own people hold
    numbers that PostgreSQL never gives twice: those are only searched for words.
    """
    same = [address for address in these if not NUMBERED.search(address)]
    return {address: these[address].unlike(those[address]) for address in same if these[address] != those[address]}


def stored(planted: Planted) -> dict[str, set[str]]:
    """By table of the database, the words in it."""
    found = {table: holding(table, set(planted.words)) for table in connection.introspection.table_names()}
    return {table: words for table, words in found.items() if words}


def found_by(planted: Planted, who: str) -> dict[str, Seen]:
    """What one of them finds: a visitor everywhere, the others at the addresses that are closed to a visitor."""
    seeds = open_to(WHO[who][1])
    if who == "a visitor":
        return Crawl(entered(planted, who), planted.chance, most=1).go([*of_every_route(), *seeds])
    known = set(open_to(WHO["a visitor"][1])) - AS_SOMEBODY
    return Crawl(entered(planted, who), planted.chance).visit(each for each in seeds if each not in known)


def formulas(seen: dict[str, Seen]) -> list[str]:
    """The lists for a spreadsheet in which a cell would run as a formula."""
    lists = {address: got.body.decode() for address, got in seen.items() if "text/csv" in dict(got.headers).values()}
    return [address for address, text in lists.items() if RUNS.search(text)]


def test_every_field_that_holds_words_is_looked_for_or_public(still):
    assert places_without_a_word(set(world(still, with_secrets=True).words)) == []


def test_what_the_lists_of_fields_name_is_there_and_is_named_once():
    known = {place(each) for model in tables() for each in words_of(model)}
    named = [*places.CODES, *places.PUBLIC]
    assert [each for each in (*named, *places.HIDDEN) if each not in known] == []
    assert len(named) == len(set(named))


EACH = [pytest.param(who, id=who, marks=[pytest.mark.long] if who in LATER else []) for who in WHO]


@pytest.mark.parametrize("who", EACH)
def test_whom_it_does_not_concern_finds_nothing_of_what_is_not_public(still, logged, who):
    with transaction.atomic():
        planted = world(still, with_secrets=True)
        before = stored(planted)
        seen = found_by(planted, who)
        after = stored(planted)
        transaction.set_rollback(True)
    with transaction.atomic():
        plain = world(still, with_secrets=False)
        again = Crawl(entered(plain, who), plain.chance).visit(seen)
        transaction.set_rollback(True)

    assert leaks(planted, seen) == {}
    assert differing(seen, again) == {}
    assert [line for line in logged if any(word in line.lower() for word in planted.words)] == []
    assert after == before, "whoever looks leaves nothing of it in a session or the cache"
    assert [table for table in after if table.startswith(NEVER)] == []
    assert formulas(seen) == []
    assert sum(got.status == OK for got in seen.values()) >= AT_LEAST[who]
