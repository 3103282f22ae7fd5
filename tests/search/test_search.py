"""What is found by which words, on the database that the tests run on."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from livecompact.search import actions, matching_sqlite, queries
from livecompact.search.documents import Document, Kind
from livecompact.search.excerpts import LONGEST
from livecompact.search.models import Findable
from livecompact.search.words import folded

TODAY = date(2026, 11, 22)
TITLES = {
    "2.4": Document(
        kind=Kind.PROMISE,
        address="/kent/promises/2.4",
        number="2.4",
        title="Time to answer",
        says="Public bodies give 12 weeks for a formal consultation.",
        rest="They tell volunteers of the council's plan in Dŵr, which cost £12,000.",
    ),
    "2.14": Document(
        kind=Kind.PROMISE, address="/kent/promises/2.14", number="2.14", title="Feedback", says="Say what was heard."
    ),
    "story": Document(
        kind=Kind.STORY, address="/kent/stories#bus", title="The bus that stayed", says="After 2.4 weeks"
    ),
    "term": Document(
        kind=Kind.TERM, address="/kent/glossary/vcs", title="Voluntary sector", also="VCS", says="Groups."
    ),
}


def put(*documents, compact="kent", room="compacts"):
    return actions.put(compact=compact, room=room, documents=documents)


def titles(asked, compact="kent", today=TODAY, **options):
    return [hit.title for hit in queries.search(compact, asked, today, **options).hits]


@pytest.fixture
def kent(db):
    put(*TITLES.values())


@pytest.mark.parametrize(
    "asked",
    [
        "consultation", "CONSULTING", "consult", "consultatio", "weeks formal", "12", "dwr", "Dŵr", "council’s",
        "councils", "12,000", "volunteering", "time to ans", "“formal”", "what is a consultation?", "12-weeks",
    ],
)  # fmt: skip
def test_a_document_is_found_by_its_words_in_any_form(kent, asked):
    assert titles(asked) == ["Time to answer"]


@pytest.mark.parametrize("asked", ["consultation feedback", "insult", "sultation", "bus fares", "2", "4", "12.4"])
def test_what_has_not_every_word_is_not_found(kent, asked):
    assert "Time to answer" not in titles(asked)


def test_a_number_is_found_as_such_and_what_bears_it_comes_first(kent):
    assert titles("2.4") == ["Time to answer", "The bus that stayed"]
    assert titles("promise 2.14") == []
    assert titles("2.14") == ["Feedback"]


@pytest.mark.parametrize("asked", ["\0", "\0formal", "2.4\0", "\x1b[0m formal", "\ufffe formal"])
def test_signs_that_no_database_keeps_do_no_harm(kent, asked):
    assert titles(asked)[:1] in ([], ["Time to answer"])


def test_other_names_lead_to_a_document(kent):
    assert titles("VCS") == ["Voluntary sector"]


def test_what_has_the_word_in_its_title_comes_before_what_has_it_often(db):
    put(
        Document(kind=Kind.STORY, address="/b", title="Other", says="notice notice notice notice"),
        Document(kind=Kind.STORY, address="/a", title="Notice of cuts"),
    )

    assert titles("notice") == ["Notice of cuts", "Other"]


def test_a_whole_word_comes_before_the_beginning_of_one(db):
    put(
        Document(kind=Kind.STORY, address="/b", title="Funder, funder", says="funders"),
        Document(kind=Kind.STORY, address="/a", title="Other", says="the fund"),
    )

    assert titles("fund") == ["Other", "Funder, funder"]


def test_what_fits_equally_well_keeps_the_order_of_the_text(db):
    put(*(Document(kind=Kind.STORY, address=f"/{n}", title=f"Notice {n}") for n in "cab"))

    assert titles("notice") == ["Notice c", "Notice a", "Notice b"]


def test_results_are_counted_by_kind_and_can_be_of_one(kent):
    put(Document(kind=Kind.STORY, address="/kent/stories#tea", title="Time for tea"))

    found = queries.search("kent", "time", TODAY)
    assert (found.total, found.counts) == (2, {Kind.PROMISE: 1, Kind.STORY: 1})
    assert titles("time", kind=Kind.STORY) == ["Time for tea"]


def test_results_come_in_parts(db):
    put(*(Document(kind=Kind.STORY, address=f"/{n}", title=f"Notice {n:02}") for n in range(7)))

    parts = [queries.search("kent", "notice", TODAY, limit=3, offset=at) for at in (0, 3, 6)]
    assert [len(part.hits) for part in parts] == [3, 3, 1]
    assert {part.total for part in parts} == {7}
    assert len({hit.title for part in parts for hit in part.hits}) == 7


def test_only_the_compact_that_was_asked_is_looked_through(kent):
    assert titles("consultation", compact="surrey") == []


def test_what_holds_later_is_found_from_that_day(db):
    said = Document(kind=Kind.PROMISE, address="/kent/promises/1", title="Notice as it was")
    later = replace(said, title="Notice as it will be", starts=date(2027, 1, 1))
    put(replace(said, ends=date(2026, 12, 31)), later)

    assert titles("notice", today=date(2026, 12, 31)) == ["Notice as it was"]
    assert titles("notice", today=date(2027, 1, 1)) == ["Notice as it will be"]


def test_what_is_put_again_is_found_by_its_new_words_only(kent):
    put(Document(kind=Kind.STORY, address="/kent/stories#bus", title="The tram that came"))

    assert (titles("bus"), titles("tram")) == ([], ["The tram that came"])


def test_what_is_forgotten_is_found_no_more(kent):
    actions.forget(compact="kent", addresses=["/kent/promises/2.4"])

    assert titles("consultation") == []
    assert titles("consul") == []
    assert titles("feedback") == ["Feedback"]


def test_a_room_replaces_what_is_its_own_only(kent):
    put(Document(kind=Kind.ORGANISATION, address="/kent/organisations/x", title="Time Bank"), room="register")

    actions.index(compact="kent", room="compacts", documents=[])

    assert titles("time") == ["Time Bank"]


def test_what_is_taken_back_was_never_found(kent):
    with transaction.atomic():
        put(Document(kind=Kind.STORY, address="/kent/stories#tea", title="Time for tea"))
        transaction.set_rollback(True)

    assert titles("tea") == []


def test_a_change_of_a_row_by_another_way_is_found_too(kent):
    Findable.objects.filter(title="Feedback").update(heading="afterword")

    assert (titles("feedback"), titles("afterword")) == ([], ["Feedback"])


def test_the_part_that_has_the_words_is_shown_with_them_marked(kent):
    def pieces(asked):
        return [(piece.words, piece.found) for piece in queries.search("kent", asked, TODAY).hits[0].says]

    assert pieces("formal")[1:2] == [("formal", True)]
    assert ("volunteers", True) in pieces("volunteer")
    assert ("council's", True) in pieces("councils")
    assert ("consultation", True) in pieces("consultatio")


def test_a_document_is_once_at_an_address_on_a_day(kent):
    with pytest.raises(IntegrityError), transaction.atomic():
        Findable.objects.create(compact="kent", room="x", kind=Kind.STORY, address="/kent/promises/2.4", title="x")


def test_the_index_holds_no_word_that_no_row_has(kent):
    """SQLite can be asked whether its index and the rows agree; PostgreSQL computes the one from the other."""
    actions.empty()

    assert queries.size() == 0
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for table in ("search_stems", "search_letters"):
                cursor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize(("limit", "asked"), [(20, 1), (1, 2)])
def test_what_is_found_is_counted_apart_only_where_it_is_more_than_a_page(
    kent, django_assert_num_queries, limit, asked
):
    put(Document(kind=Kind.STORY, address="/kent/stories#tea", title="Time for tea"))
    every = queries.search("kent", "time", TODAY)
    with django_assert_num_queries(asked):
        found = queries.search("kent", "time", TODAY, limit=limit)

    assert (found.counts, found.hits) == (every.counts, every.hits[:limit])
    assert every.total == len(every.hits) > 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL chooses its way anew for each question")
def test_a_search_reads_no_more_rows_than_it_finds(kent):
    """A search for a word in four of 100,000 documents read all of them."""
    query, given = matching_sqlite.matching(("time",), ranked=True)
    values: dict[str, Any] = {
        **given,
        "compact": "kent",
        "today": TODAY,
        "kind": "",
        "number": "",
        "limit": 20,
        "offset": 0,
    }
    with connection.cursor() as cursor:
        for asked in (queries.PAGE, queries.COUNTS):
            cursor.execute(f"EXPLAIN QUERY PLAN {asked.format(matching=query)}", values)
            steps = [row[3] for row in cursor.fetchall() if "findable" in row[3]]
            assert steps
            assert all("PRIMARY KEY (rowid=?)" in step for step in steps)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL asks its index once by itself")
def test_each_index_is_asked_once_however_many_documents_fit(kent):
    """Asked again for each row, two common words among 20,000 documents took minutes."""
    query, given = matching_sqlite.matching(("time", "consultat"), ranked=True)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {query}", given)
        plan = [row[3] for row in cursor.fetchall()]

    assert [f"MATERIALIZE {name}" in plan for name in ("exactly", "begun", "others")] == [True] * 3
    assert sum("VIRTUAL TABLE" in step for step in plan) == 3
    assert not [step for step in plan if "CORRELATED" in step]


class AnyText(TestCase):
    """Whatever is written or asked, nothing breaks, and what was written is found."""

    SIGNS = ('"', "*", "^", "+", "-", "(", "{", "NEAR", "AND", "OR", "NOT", "heading:", "!", "&", "|", "<->", "'", "\\")
    SQL = ("%", "%(s)s", "--", ";", ":*", "2.4", "consultation")
    SAID = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(SIGNS + SQL)).map(" ".join))

    @given(asked=SAID)
    def test_any_question_is_answered(self, asked):
        put(TITLES["2.4"])

        found = queries.search("kent", asked, TODAY)

        assert found.total == len(found.hits) <= 1

    @given(title=SAID, says=SAID, asked=SAID)
    def test_any_document_can_be_put_found_and_forgotten(self, title, says, asked):
        put(Document(kind=Kind.STORY, address="/any", title=f"{title} anchorword", says=says))

        hits = queries.search("kent", "anchorword", TODAY).hits
        queries.search("kent", asked, TODAY)
        actions.forget(compact="kent", addresses=["/any"])

        assert [hit.address for hit in hits] == ["/any"]
        assert sum(len(piece.words) for piece in hits[0].says) <= LONGEST + 2
        assert queries.search("kent", "anchorword", TODAY).total == 0

    @given(word=st.from_regex(r"[a-zà-žA-Z]{3,12}", fullmatch=True), cut=st.integers(min_value=3, max_value=12))
    def test_a_word_is_found_by_itself_and_by_its_beginning(self, word, cut):
        assume(len(folded(word[:cut]).split()) == 1)  # ŀ stands for l and a point, which ends a word
        put(Document(kind=Kind.STORY, address="/any", title="Other", says=f"Here is {word}."))

        assert titles(word) == ["Other"]
        assert titles(word[:cut]) == ["Other"]
