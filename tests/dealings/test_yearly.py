"""What a promise asks for every year is opened by the site, once, so that nothing done is seen as well."""

from datetime import date, timedelta

import pytest
from django.test import Client

from livecompact.compacts.models import Compact
from livecompact.compacts.queries import compact
from livecompact.dealings import actions
from livecompact.dealings.actions.judging import standings_by_compact
from livecompact.dealings.models import Dealing, Source, State
from livecompact.dealings.naming import address_of
from livecompact.dealings.queries.due import due
from livecompact.dealings.standings import Shown
from livecompact.kinds import kind
from livecompact.people.roles import Role
from tests.dealings.making import BY, charity, council, moment
from tests.dealings.reading import words
from tests.harness.clock import NOW, TODAY
from tests.harness.people import holder

__all__ = ["holder"]

pytestmark = pytest.mark.usefixtures("compacts")


def opened() -> list[tuple[str, str, date]]:
    """What is there: its title, whose it is, and its day."""
    rows = Dealing.objects.order_by("happens_on", "home__slug")
    return [(each.title, each.organisation.slug, each.happens_on) for each in rows]


def held(organisation, year_ends: str, **facts: str) -> Dealing:
    """A survey that was recorded by somebody."""
    told = actions.Told(kind="survey", title="Our survey", facts=kind("survey").read({"year_ends": year_ends, **facts}))
    home = Compact.objects.get(slug="hertfordshire")
    return actions.publish_dealing(
        home=home, organisation=organisation, told=told, source=Source.ORGANISATION, own=True, by=BY, at=NOW
    )


def test_a_survey_is_opened_for_the_body_that_signed_first_and_never_twice():
    council()
    charity()

    assert actions.open_yearly(at=NOW) == 1
    assert actions.open_yearly(at=NOW + timedelta(days=3)) == 0

    assert opened() == [("Survey for 2026", "hartsmere-county-council", date(2026, 12, 31))]
    page = words(Client().get(address_of(Dealing.objects.get())))
    assert "This site, since it is due each year" in page
    assert "Not due yet" in page or "Not yet due" in page


def test_every_year_that_passed_while_nothing_ran_is_opened():
    council()

    actions.open_yearly(at=moment(date(2028, 2, 1)))

    assert [day.year for _title, _who, day in opened()] == [2026, 2027, 2028]
    assert actions.open_yearly(at=moment(date(2028, 2, 2))) == 0


def test_it_is_due_from_its_body_and_its_year_is_not_kept_where_nothing_was_done(holder):
    body = council()
    person = holder(Role.REPRESENTATIVE, organisation=body.slug)
    actions.open_yearly(at=NOW)
    here = compact(person, "hertfordshire", TODAY)

    days = {each.day for each in due(person, here, body, NOW, TODAY) if each.says.startswith("Survey for 2026")}
    made = Dealing.objects.get()
    actions.record_reached(dealing=made, on=TODAY, by=BY, at=NOW)

    assert date(2026, 12, 31) in days
    stands = {each.standard: each for each in standings_by_compact(made)["hertfordshire"]}
    assert stands["survey-each-year"].on(date(2026, 12, 31)) is Shown.NOT_YET_DUE
    assert stands["survey-each-year"].on(date(2027, 3, 1)) is Shown.NOT_KEPT


def test_what_was_recorded_or_withdrawn_for_a_year_is_not_opened_again():
    body = council()
    made = held(body, "2026-12-31", opens="2026-10-05")
    assert actions.open_yearly(at=NOW) == 0

    actions.withdraw(dealing=made, reason="It was another body’s.", by=BY, at=NOW)
    assert actions.open_yearly(at=NOW) == 0


def test_who_held_it_last_holds_it_next():
    council("Aldmere Borough Council")
    second = council()
    held(second, "2026-12-31", opens="2026-10-05")

    actions.open_yearly(at=moment(date(2027, 1, 1)))

    assert opened()[-1] == ("Survey for 2027", "hartsmere-county-council", date(2027, 12, 31))


def test_a_promise_that_binds_one_body_opens_for_that_body_alone():
    council("Aldmere Borough Council", compacts=("dacorum",))
    council("Dacorum-like Council", compacts=("dacorum",), identifiers=["GB-LAE-DAC"])

    actions.open_yearly(at=NOW)

    assert opened() == [("Annual review for 2026", "dacorum-like-council", date(2026, 12, 31))]


def test_nobody_signed_so_nothing_is_opened():
    charity()

    assert actions.open_yearly(at=NOW) == 0
    assert not Dealing.objects.exclude(state=State.DRAFT).exists()
