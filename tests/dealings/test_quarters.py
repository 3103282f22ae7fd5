"""A quarter that is over stays as it was said then, whatever is changed, explained or withdrawn after it."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from livecompact import agreements
from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.actions.counting import count_quarters, lives
from livecompact.dealings.models import Quarter, Standing
from livecompact.dealings.quarters import end_of, ends_before, start_of
from livecompact.dealings.replaying import stood
from livecompact.dealings.rows import settled_of
from tests.dealings.histories import LONGEST, START, facts, steps
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment, told
from tests.dealings.records import recorded
from tests.dealings.test_standings import done

HERTFORDSHIRE = agreements.load("hertfordshire")
JULY = moment(date(2026, 7, 1))


def second_quarter():
    """What was said at the end of June 2026."""
    return Quarter.objects.get(compact__slug="hertfordshire", ends_on=date(2026, 6, 30)).counts


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
        (date(2028, 2, 29), date(2028, 1, 1), date(2028, 3, 31)),
    ],
)
def test_a_quarter_has_three_months(day, start, end):
    assert (start_of(day), end_of(day)) == (start, end)


def test_quarters_that_are_over_end_before_today():
    assert ends_before(date(2026, 7, 1), 3) == (date(2026, 6, 30), date(2026, 3, 31), date(2025, 12, 31))


@pytest.mark.django_db
def test_what_is_changed_after_a_quarter_leaves_its_numbers_as_they_were(compacts):
    made = consultation(council(), **SHORT)
    count_quarters(at=JULY)
    before = second_quarter()
    assert before["2.4"] == {"not kept": 1}

    home = Compact.objects.get(slug="hertfordshire")
    reason = Parts(context="It was late.", reason="The grant ends.", instead="Two meetings.")
    actions.explain(
        dealing=made, compact=home, standard="consultation-length", parts=reason, by=BY, at=moment(date(2026, 7, 20))
    )
    actions.change_facts(dealing=made, facts=told().facts, by=BY, at=moment(date(2026, 8, 1)), why="A wrong day.")
    actions.withdraw(dealing=made, reason="A mistake.", by=BY, at=moment(date(2026, 8, 2)))
    assert not Standing.objects.exists()

    assert count_quarters(at=moment(date(2026, 8, 3))) == 0
    assert second_quarter() == before
    Quarter.objects.all().delete()
    count_quarters(at=moment(date(2026, 8, 3)))
    assert second_quarter() == before, "counted late, out of versions, it comes to the same"


@pytest.mark.django_db
def test_what_two_sides_keep_between_them_is_in_no_quarter(compacts):
    body = council(compacts=("hertfordshire", "dacorum"))
    recorded(body, "confidence", "A plan for next year", towards=charity(), given="2026-05-02")
    count_quarters(at=JULY)
    assert not Quarter.objects.exists(), "nothing is public yet, so no quarter has begun"

    consultation(body, home="dacorum")
    count_quarters(at=JULY)

    kept_between = set(Standing.objects.filter(is_public=False).values_list("undertaking", flat=True))
    assert kept_between
    assert not kept_between & set(Quarter.objects.get(compact__slug="dacorum", ends_on=date(2026, 6, 30)).counts)


@pytest.mark.django_db
def test_a_quarter_is_counted_once_it_is_over_and_once_only(compacts):
    consultation(council())

    assert count_quarters(at=moment(date(2026, 3, 31))) == 0
    assert count_quarters(at=moment(date(2026, 4, 1))) == 1
    assert count_quarters(at=moment(date(2026, 4, 1))) == 0
    assert count_quarters(at=JULY) == 1


@pytest.fixture
def body_and_home(compacts):
    return council(), Compact.objects.get(slug="hertfordshire"), charity()


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts, steps())
def test_a_life_lived_again_comes_to_what_stands(body_and_home, held, history):
    body, home, group = body_and_home
    with transaction.atomic():
        made = consultation(body, on=START, **held)
        codes = [standard.code for standard in HERTFORDSHIRE.newest.standards_for("consultation")]
        for step in history:
            done(made, home, group, step, codes)
        made.refresh_from_db()
        [(_dealing, life)] = lives("hertfordshire", [made])
        today = START + timedelta(days=LONGEST + 60)

        again = {each.standard: each for each in stood(life, HERTFORDSHIRE, today)}

        assert again == {row.standard: settled_of(row) for row in Standing.objects.filter(dealing=made)}
        transaction.set_rollback(True)
