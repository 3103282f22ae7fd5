"""The board counts what is public by promise, tells of groups only in totals, and asks the database a few times."""

import csv
from datetime import date
from io import StringIO

import pytest
from django.test.utils import CaptureQueriesContext

from livecompact.board import chart
from livecompact.board.chart import TopicBar
from livecompact.board.queries.figures import FEWEST, Measured, Stands
from livecompact.board.rows import Line, TopicLines
from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.actions.counting import count_quarters
from livecompact.dealings.actions.folding import mend_sums
from livecompact.dealings.models import Dealing, Standing, State
from livecompact.dealings.standings import Shown
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment
from tests.harness.clock import NOW

BOARD = "/hertfordshire/board"
NOT_PUBLIC = {"state": State.SHARED}
"""A group's own act, which nobody but the two sides sees."""


def summed_again():
    """What a test wrote past the actions gets into the sums."""
    for row in Standing.objects.select_related("dealing__organisation"):
        row.sector, row.is_public = row.dealing.organisation.sector, row.dealing.state == State.PUBLIC
        row.save()
    mend_sums(today=NOW.date())


def figures(site, query=""):
    """The figures of the board by the number of the promise."""
    told = site.get(f"{BOARD}.json{query}").json()
    return {each["promise"]: each for each in told["public_bodies"]["promises"]}, told


def test_a_promise_is_counted_in_every_way_in_which_it_can_stand(site):
    body = council()
    consultation(body, "Long enough")
    consultation(body, "Too short", **SHORT)
    explained = consultation(body, "Short for a reason", **SHORT | {"reason_for_shorter_time": "The grant ends."})
    consultation(body, "Nobody knows", closes=None)
    consultation(body, "Not reached", own=False, **SHORT)
    consultation(body, "Coming", opens="2026-11-01", closes="2027-02-01", announced="2026-10-01")

    of = figures(site)[0]["2.4"]

    assert explained.title == "Short for a reason"
    ways = ("kept", "explained", "without", "waiting", "no_evidence", "not_yet_due", "disagree", "reasoned")
    assert {way: of[way] for way in ways} == {way: of[way] for way in ways} | {
        "explained": 1,
        "without": 1,
        "waiting": 1,
        "no_evidence": 1,
        "not_yet_due": 1,
        "disagree": 0,
        "reasoned": 0,
    }
    assert of["kept"] >= 1


def test_a_reason_that_does_not_excuse_is_counted_by_itself(site):
    made = consultation(council(), **SHORT)
    parts = Parts(context="It was late.", reason="The grant ends.", instead="Two meetings.")
    home = Compact.objects.get(slug="hertfordshire")
    actions.explain(
        dealing=made, compact=home, standard="consultation-length", parts=parts, by=BY, at=moment(date(2026, 6, 20))
    )
    Standing.objects.filter(dealing=made, standard="consultation-length").update(verdict="not kept")
    summed_again()

    of = figures(site)[0]["2.4"]

    assert (of["reasoned"], of["without"]) == (1, 0)


@pytest.mark.parametrize(("groups", "told"), [(FEWEST - 1, False), (FEWEST, True)])
def test_groups_are_told_of_in_totals_and_only_from_five_up(site, groups, told):
    for number in range(groups):
        made = consultation(council(f"Body {number}"), f"Plan {number}")
        Dealing.objects.filter(pk=made.pk).update(organisation=charity(f"Group {number}"), **NOT_PUBLIC)
    summed_again()

    answer = site.get(f"{BOARD}.json").json()

    assert (answer["groups"] is not None) is told
    assert answer["public_bodies"]["promises"] == []
    assert "Group 1" not in site.get(BOARD).text


def test_taking_the_public_groups_away_leaves_nobody_alone(site):
    for number in range(FEWEST + 1):
        made = consultation(council(f"Body {number}"), f"Plan {number}")
        kept_back = NOT_PUBLIC if number == 0 else {}
        Dealing.objects.filter(pk=made.pk).update(organisation=charity(f"Group {number}"), **kept_back)
    summed_again()

    assert site.get(f"{BOARD}.json").json()["groups"] is None


def test_an_old_quarter_stays_as_it_was_said_after_an_edit(site):
    made = consultation(council(), **SHORT)
    count_quarters(at=moment(date(2026, 7, 1)))
    before = [each for each in figures(site)[1]["quarters"] if each["is_over"]]

    actions.withdraw(dealing=made, reason="A mistake.", by=BY, at=NOW)

    assert [each for each in figures(site)[1]["quarters"] if each["is_over"]] == before
    assert before[0]["ends_on"] == "2026-06-30"
    assert before[0]["without"] == 1


def test_a_calendar_year_counts_only_what_settled_in_it(site):
    consultation(council(), **SHORT)

    assert figures(site, "?year=2026")[0]["2.4"]["without"] == 1
    assert figures(site, "?year=2025")[0] == {}
    assert site.get(f"{BOARD}?year=0000").status_code == 400


def test_the_middle_and_the_spread_are_those_of_the_values():
    of = Measured("consultation", 2026, ((7, 1), (56, 2), (84, 4), (90, 1)))

    assert (of.count, of.at(0.25), of.at(0.5), of.at(0.75)) == (8, 56, 84, 84)


def test_how_long_consultations_were_is_told_by_year(site):
    body = council()
    consultation(body, "Twelve weeks")
    consultation(body, "Eight weeks", **SHORT)
    consultation(body, "No end known", closes=None)

    [measure] = figures(site)[1]["measures"]

    assert measure["measure"] == "days-open"
    assert measure["years"] == [
        {"year": 2026, "count": 2, "middle": 56, "low": 56, "high": 84, "least": 56, "most": 84}
    ]


def test_the_table_can_be_taken_along(site):
    consultation(council(), **SHORT)

    rows = list(csv.reader(StringIO(site.get(f"{BOARD}.csv").text.removeprefix("\ufeff"))))

    assert rows[0][:4] == ["Side", "Topic", "Number", "Name"]
    assert [row[2] for row in rows[1:-1]] == sorted({row[2] for row in rows[1:-1]})
    assert rows[-1][1] == "All topics"


def test_however_much_there_is_the_board_asks_at_most_fifteen_times(site, connection_queries):
    body = council()
    asked = []
    for count in (1, 3):
        for number in range(count):
            consultation(body, f"Plan {count} {number}", **SHORT)
        with connection_queries() as queries:
            site.get(BOARD)
        asked.append(len(queries))

    assert asked[0] == asked[1] <= 15


@pytest.fixture
def connection_queries(compacts):
    from django.db import connection  # noqa: PLC0415 (only once there is one)

    return lambda: CaptureQueriesContext(connection)


def test_the_chart_has_a_row_for_each_topic_with_its_share_and_what_nobody_told():
    topics = (
        TopicLines("Having a say", (line(kept=3, without=1), line(untold=2))),
        TopicLines("Fairness", (line(untold=1),)),
    )

    rows = chart.bars(topics)

    assert rows == (TopicBar("Having a say", 3, 4, 2, 75), TopicBar("Fairness", 0, 0, 1, 0))
    assert chart.message(rows) == "Kept or explained, by topic: 3 of 4 checks"


def line(*, kept=0, without=0, untold=0):
    stands = Stands({Shown.KEPT: kept, Shown.NOT_KEPT: without, Shown.NO_EVIDENCE: untold})
    return Line("2.4", "Time to answer consultations", "", stands)


def test_the_first_page_says_of_each_compact_whether_it_is_kept(site):
    consultation(council(), "Long enough")

    page = site.get("/").text

    assert "checks were kept, or explained as the promise allows" in page
