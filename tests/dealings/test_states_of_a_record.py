"""Who may do what to a record in each of its states: every act, in every state, by everybody, against one table.

What is sent is taken back after each try. An act counts as done where a row changed, and as refused where none did.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model
from django.http import HttpResponse
from django.test import Client

from livecompact.compacts.models import Compact, SecondLook
from livecompact.record.models import Entry
from tests.dealings.record_acts import ACTS, OFFICERS, POSTED, Act, acts_on, day
from tests.dealings.record_states import HERE, OTHER_BODY, STATES, TWO_LOOK, WHO, parts, person, world
from tests.dealings.record_table import LET_IN, MAY
from tests.harness.worlds import lay_out
from tests.web.leaks.planting import Chance

TABLES: tuple[type[Model], ...] = (*apps.get_app_config("dealings").get_models(), Entry, SecondLook)
WRITTEN = tuple(
    f'{verb} "{table._meta.db_table}"'  # noqa: SLF001 (Django's own way)
    for verb in ("INSERT INTO", "UPDATE", "DELETE FROM")
    for table in TABLES
)
REFUSED = (403, 404, 410)
SAID_TOO = {
    **dict.fromkeys(("pk", "id", "is_public", "days", "number", "dealing_id", "organisation_id", "sequence"), "1"),
    **dict.fromkeys(("organisation", "owner", "towards", "body", "said_by"), OTHER_BODY),
    **dict.fromkeys(("by", "published_by", "made_by", "told_by", "settled_by", "source_id"), "Somebody"),
    **dict.fromkeys(("published_at", "at", "settled_on", "year"), "2020-01-01"),
    **day("reached_on", "2020-01-01"),
    **day("published_at", "2020-01-01"),
    **day("answer_by", "2030-01-01"),
    "compact": "dacorum",
    "home": "dacorum",
    "role": "administrator",
    "source": "organisation",
    "slug": "mine",
    "key": "mine234567",
    "token": "mine",
    "kind": "payment",
    "settled": "decided",
    "verdict": "kept",
}
"""What no form asks for, and somebody sends all the same; `state` is sent too, as another than it is."""

type Rows = Mapping[str, Mapping[Any, object]]


class Writing:
    """Notes whether anything was written of what is watched."""

    def __init__(self) -> None:
        self.wrote = False

    def __call__(self, execute: Callable[..., Any], sql: str, given: Any, many: bool, around: Any) -> Any:
        """Look at a statement, and let it through."""
        self.wrote |= sql.startswith(WRITTEN)
        return execute(sql, given, many, around)


def rows() -> Rows:
    """Every row of a dealing and of all that is said of it, of the public record, and of what waits."""
    return {
        table.__name__: {row[0]: row for row in table._default_manager.values_list("pk", *names(table))}  # noqa: SLF001
        for table in TABLES
    }


MOTIVES = ("visitor", "other-body", "charity", "other-charity", "officer")
"""Who gains most by what is not theirs to do; the others are asked in the long form, and where two people look."""


def names(table: Any) -> list[str]:
    return [field.attname for field in table._meta.concrete_fields]  # noqa: SLF001


def next_numbers() -> str:
    """What makes PostgreSQL count on from here again; SQLite takes back by itself the numbers of rows that are gone."""
    if connection.vendor != "postgresql":
        return "SELECT 1"
    keys = [(f'"{table._meta.db_table}"', table._meta.pk.column) for table in TABLES]  # noqa: SLF001
    with connection.cursor() as cursor:
        asks = ", ".join(["pg_get_serial_sequence(%s, %s)"] * len(keys))
        cursor.execute(f"SELECT {asks}", [part for key in keys for part in key])
        counting = [name for name in cursor.fetchone() if name]
        cursor.execute("SELECT " + ", ".join(["nextval(%s)"] * len(counting)), counting)
        found = zip(counting, cursor.fetchone(), strict=True)
    return "SELECT " + ", ".join(f"setval('{name}', {at})" for name, at in found)


@contextmanager
def taken_back(chance: Chance, numbers: str) -> Iterator[None]:
    """What is done meanwhile is gone after it; its keys and the numbers of its rows are the same each time."""
    with connection.cursor() as cursor:
        cursor.execute(numbers)
    with transaction.atomic(), chance.of("a try"):
        yield
        transaction.set_rollback(True)


class Site:
    """The world with a record in one state, and a browser for everybody who might act on it."""

    def __init__(self, patch: pytest.MonkeyPatch, state: str) -> None:
        lay_out(world, patch)
        patch.setattr("livecompact.web.errors.render", lambda *_, status, **__: HttpResponse(status=status))
        self.chance, self.state = Chance(), state
        self.chance.rule(patch)
        Compact.objects.filter(slug=HERE).update(second_person=state in TWO_LOOK)
        self.of, self.before, self.numbers = parts(state), rows(), next_numbers()
        self.clients = {who: Client() for who in WHO}
        for who in WHO[1:]:
            self.clients[who].force_login(person(who))

    def sent(self, act: Act, who: str, more: Mapping[str, str]) -> tuple[Any, Rows]:
        """What came back from an act, and the rows after it."""
        writing = Writing()
        with taken_back(self.chance, self.numbers):
            with connection.execute_wrapper(writing):
                got = self.clients[who].post(act.address(self.of), {**more, **act.fields(who, self.of)})
            after = rows() if writing.wrote else self.before
        if act.itself:
            after = {**self.before, "Dealing": {pk: after["Dealing"].get(pk) for pk in self.before["Dealing"]}}
        return got, after

    def did(self, act: Act, who: str) -> str:
        """What became of an act: done, refused, or let in with nothing to do."""
        got, after = self.sent(act, who, {})
        if after != self.before:
            return "done"
        signs_in = got.status_code == 302 and got["Location"].startswith("/sign-in")
        return "refused" if got.status_code in REFUSED or signs_in else "let in"


@pytest.fixture
def site(db: None, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Site]:
    return lambda state: Site(monkeypatch, state)


def expected(state: str, act: str, who: str) -> str:
    if who in MAY[state].get(act, ()):
        return "done"
    return "let in" if who in LET_IN.get(state, {}).get(act, ()) else "refused"


def differences(site: Site, everybody: Iterable[str]) -> dict[tuple[str, str], tuple[str, str]]:
    """By act and person, what the site did and what the table says, where the two are not the same."""
    found = {}
    for name, act in acts_on(site.state).items():
        for who in everybody:
            did, should = site.did(act, who), expected(site.state, name, who)
            if did != should and not (act.itself and (did, should) == ("let in", "refused")):
                found[name, who] = (did, should)
    return found


def test_every_route_that_takes_something_is_an_act_of_the_table():
    assert {act.route for act in ACTS.values()} == POSTED | {"second_look"}
    assert set(STATES) == set(MAY)
    acts = {name for table in (MAY, LET_IN) for row in table.values() for name in row}
    assert acts <= set(ACTS)
    assert set(ACTS) == {name for row in MAY.values() for name in row}, "an act that nobody may is no act"


@pytest.mark.parametrize("state", STATES)
def test_whoever_has_a_reason_to_do_what_the_table_does_not_let_them_is_refused(site, state):
    assert differences(site(state), WHO if state in TWO_LOOK else MOTIVES) == {}


@pytest.mark.long
@pytest.mark.parametrize("state", STATES)
def test_everybody_does_in_every_state_what_the_table_says_and_nothing_else(site, state):
    assert differences(site(state), WHO) == {}


@pytest.mark.parametrize("state", [state for state in STATES if MAY[state]])
def test_what_no_form_asks_for_changes_nothing(site, state):
    here, differing = site(state), {}
    for name, may in MAY[state].items():
        act, who = ACTS[name], min(may)
        asked = act.asks | act.sends.keys() | ({"organisation"} if act.whose and who in OFFICERS else set())
        more = {name: value for name, value in SAID_TOO.items() if name not in asked}
        (_, plain), (_, after) = here.sent(act, who, {}), here.sent(act, who, more | {"state": another(state)})
        assert plain != here.before, f"{name} is done"
        if after != plain:
            differing[name] = [table for table in plain if plain[table] != after[table]]
    assert differing == {}


def another(state: str) -> str:
    return "public" if state in ("kept", "told", "between the sides") else "draft"
