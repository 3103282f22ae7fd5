"""The sums say on any day what counting one by one says, whatever was done; where one differs, that is said."""

from collections import Counter
from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from livecompact import agreements
from livecompact.board.queries import figures
from livecompact.board.queries.figures import Period
from livecompact.compacts.models import Compact
from livecompact.compacts.queries import compact as published
from livecompact.dealings import actions, queries
from livecompact.dealings.actions.folding import fold_sums, mend_sums, sums_that_differ
from livecompact.dealings.models import Dealing, Explanation, Standing, State, Tag, Tally
from livecompact.dealings.queries.agreeing import differences, out_of_date, wrongly_tagged
from livecompact.dealings.rows import settled_of
from livecompact.dealings.spans import A_DAY, Span, stretches
from livecompact.dealings.standings import Shown
from livecompact.register.models import Sector
from livecompact.web import daily, doctor_findings, recounting
from tests.dealings.histories import LONGEST, START, facts, steps
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment
from tests.dealings.test_standings import done
from tests.harness.clock import NOW

CODES = [each.code for each in agreements.load("hertfordshire").newest.standards_for("consultation")]
NOT_MADE_SMALLER = (Phase.explicit, Phase.reuse, Phase.generate)
"""A life that fails is told as it is: each try takes long."""
days = st.integers(-60, LONGEST + 60).map(lambda n: START + timedelta(days=n))


@given(st.dates(), st.dates())
def test_every_day_between_two_is_in_one_stretch(since, until):
    found, day = [], since
    for each in stretches(since, until):
        assert each.first == each.span.start(each.first)
        assert each.last == each.span.start(each.last)
        found.append((each.first, last_day(each)))
    for first, last in found:
        assert first == day
        day = last + A_DAY if last < date.max else None
    assert (found[-1][1] == until) if since <= until else not found
    assert len(found) <= len({Span.DAY, Span.MONTH}) * 2 + 1


def last_day(stretch):
    """The last day of the last span of a stretch."""
    first = stretch.last
    if stretch.span is Span.DAY:
        return first
    months = 1 if stretch.span is Span.MONTH else 12
    following = first.year * 12 + first.month - 1 + months
    return date.max if following >= 120_000 else date(following // 12, following % 12 + 1, 1) - A_DAY


@settings(max_examples=15, phases=NOT_MADE_SMALLER, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts, steps(), st.tuples(st.booleans(), st.booleans()), st.tuples(days, days))
def test_on_any_day_the_sums_say_what_counting_one_by_one_says(parties, held, history, also, asked):
    """A record of a body and one of a group live through the same; the group shows its own in the middle of it."""
    body, group, home = parties
    (withdrawn, folds), (on, since) = also, asked
    with transaction.atomic():
        made = consultation(body, on=START, **held)
        own = consultation(group, "A group's own", on=START, own=False, **held)
        for number, step in enumerate(history):
            done(made, home, group, step, CODES)
            done(own, home, body, step, CODES)
            if number == 1:
                actions.open_record(organisation=group, by=BY, at=moment(step.day))
                fold_sums(at=NOW) if folds else None
        if withdrawn:
            actions.withdraw(dealing=made, reason="A mistake.", by=BY, at=moment(START + timedelta(days=LONGEST)))

        assert (differences(), out_of_date()) == (Counter(), [])
        fold_sums(at=NOW)
        assert (differences(), out_of_date()) == (Counter(), [])
        agrees(home, on, since)
        assert (wrongly_tagged(on), wrongly_tagged(since)) == ([], [])
        transaction.set_rollback(True)


def agrees(home, on, since):
    """The board's and the promise's figures are those of every row judged on that day by itself."""
    compact = published(None, home.slug, on)
    rows = [row for row in Standing.objects.select_related("dealing__organisation") if row.compact_id == home.slug]
    public = [row for row in rows if row.dealing.state == State.PUBLIC]
    statutory = [row for row in public if row.dealing.organisation.sector == Sector.STATUTORY]

    for until in (None, on, since + timedelta(days=90)):
        inside = [row for row in statutory if row.counts_on >= since and (until is None or row.counts_on <= until)]
        found = figures.by_promise(None, compact, on, Period(since, until))
        assert {(number, shown): n for number, each in found.items() for shown, n in each.shown.items()} == Counter(
            (row.undertaking, settled_of(row).on(on)) for row in inside
        )
        assert figures.total(found).reasoned == len([row for row in inside if explained_in_vain(row, on)])
    settled = Counter(settled_of(row).on(on) for row in public if since <= row.counts_on <= on)
    del settled[Shown.NOT_YET_DUE]
    assert queries.counts(None, compact, on, since) == queries.Counts.of(settled)
    told = queries.tallies(None, compact, on, since)
    assert told.last_year == queries.Counts.of(settled)
    assert {year: each.settled for year, each in told.years} == Counter(
        row.counts_on.year for row in public if row.counts_on <= on
    )


def explained_in_vain(row, on):
    """Whether a check is not kept though a reason was given."""
    given = Explanation.objects.filter(dealing=row.dealing, compact=row.compact_id, standard=row.standard)
    return settled_of(row).on(on) is Shown.NOT_KEPT and given.exists()


@pytest.fixture
def parties(compacts):
    return council(), charity(), Compact.objects.get(slug="hertfordshire")


def test_the_first_page_and_the_board_tell_the_same_numbers(site):
    body = council()
    consultation(body)
    consultation(body, "Short", **SHORT)
    consultation(charity(), "A group's own", own=False)

    total = site.get("/hertfordshire/board.json").json()["public_bodies"]["total"]
    well = total["kept"] + total["explained"]

    judged = well + total["reasoned"] + total["without"]
    assert f"In the last year {well} of {judged} checks were kept" in site.get("/hertfordshire").text


@pytest.mark.django_db
def test_what_runs_daily_says_that_a_sum_is_wrong_and_only_recounting_mends_it(compacts, monkeypatch, capsys):
    monkeypatch.setattr(daily, "open_site", lambda: None)
    consultation(council(), **SHORT)
    assert daily.daily(at=NOW) == 0
    Tally.objects.filter(span=Span.YEAR).earliest("pk").delete()

    assert [daily.daily(at=NOW), daily.daily(at=NOW)] == [1, 1]

    assert "1 sums do not agree with the records. Run: livecompact recount" in capsys.readouterr().err
    [found] = doctor_findings.sums(django_settings.SITE, NOW)
    assert (found.fine, found.mend) == (False, "livecompact recount")
    assert recounting.recount(at=NOW) == 0
    assert daily.daily(at=NOW) == 0
    assert capsys.readouterr().out.startswith("1 sums were wrong, and are right now.")


@pytest.mark.django_db
def test_a_sum_that_differs_is_told_and_mended_only_when_asked(compacts):
    made = consultation(council(), **SHORT)
    there = Standing.objects.count()
    Standing.objects.filter(dealing=made).earliest("pk").delete()
    Tally.objects.filter(span=Span.YEAR).earliest("pk").delete()
    Dealing.objects.filter(pk=made.pk).update(happens_on=date(2026, 3, 3))
    Tag.objects.update(shown=Shown.DISAGREE)

    told = sums_that_differ(at=NOW)

    assert told > 0
    fold_sums(at=NOW)
    assert sums_that_differ(at=NOW) == told
    mend_sums(today=NOW.date())
    assert sums_that_differ(at=NOW) == 0
    assert Standing.objects.count() == there
    assert wrongly_tagged(NOW.date()) == []


@pytest.mark.django_db
def test_a_site_that_is_brought_up_to_date_gets_the_sums_that_it_would_have(compacts):
    consultation(council(), **SHORT)
    consultation(charity(), "A group's own", own=False)
    fold_sums(at=NOW)
    before = set(Tally.objects.values_list("span", "starts_on", "undertaking", "sector", "is_public", "number"))
    assert before
    Tally.objects.all().delete()
    Standing.objects.update(kind="", sector="", is_public=False)

    import_module("livecompact.dealings.migrations.0013_sums_of_what_is_there").sum_up(apps, None)

    assert set(Tally.objects.values_list("span", "starts_on", "undertaking", "sector", "is_public", "number")) == before
    assert (differences(), out_of_date()) == (Counter(), [])


@pytest.mark.django_db
def test_a_site_that_is_brought_up_to_date_gets_the_tags_that_it_would_have(compacts):
    consultation(council(), **SHORT)
    consultation(charity(), "A group's own", own=False)
    columns = ("dealing", "compact", "kind", "happens_on", "shown", "since", "until")
    before = set(Tag.objects.values_list(*columns))
    assert before
    Tag.objects.all().delete()

    import_module("livecompact.dealings.migrations.0018_tags_of_a_list").make(apps, None)

    assert set(Tag.objects.values_list(*columns)) == before


@pytest.mark.django_db
def test_folding_leaves_one_row_of_each_sort(compacts):
    body = council()
    for number in range(3):
        consultation(body, f"Plan {number}")
    rows = Tally.objects.count()

    assert fold_sums(at=NOW) == rows - Tally.objects.count() > 0
    assert fold_sums(at=NOW) == 0
