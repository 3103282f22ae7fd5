"""We asked, you said, we did: theme by theme, on the page, in the data and in what the checks see."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from livecompact.compacts import queries as compacts_known
from livecompact.dealings import actions
from livecompact.dealings.models import Theme
from livecompact.dealings.reminding.waits import waits
from livecompact.people.roles import Role
from livecompact.record.models import Entry
from tests.dealings.making import BY, consultation, council, moment
from tests.dealings.reading import follow, words
from tests.dealings.records import HERE
from tests.harness.clock import TODAY
from tests.harness.people import enter, holder

__all__ = ["enter", "holder"]

LIBRARY = f"{HERE}/2026/library-hours"
HOURS = actions.Heard(theme="Opening hours", heard="Open on Sundays.", outcome="changed", why="It opens on Sundays.")
COST = actions.Heard(theme="Cost", heard="Make it free.", outcome="not-changed", why="There is no money for it.")
UNSAID = actions.Heard(theme="Parking", heard="There is too little.", outcome="not-changed")
AFTER = moment(date(2026, 8, 1))


@pytest.fixture
def made(compacts):
    return consultation(council())


def say(made, *themes, at=AFTER, barriers=""):
    return actions.say_what_changed(dealing=made, themes=themes, barriers=barriers, by=BY, at=at)


def test_the_facts_sum_up_the_themes_and_a_theme_without_its_why_has_no_answer(made):
    say(made, HOURS, COST, UNSAID, barriers="Nobody told us of any.")

    made.refresh_from_db()
    assert {name: made.facts[name] for name in ("themes", "themes_without_answer", "feedback_published")} == {
        "themes": "3",
        "themes_without_answer": "1",
        "feedback_published": "2026-08-01",
    }
    assert made.facts["barriers_heard"] == "Nobody told us of any."
    assert made.done_on == date(2026, 8, 1)


def test_what_is_added_later_keeps_what_was_said_before_and_the_day_on_which_it_was(made):
    say(made, HOURS, UNSAID)
    parking = actions.Heard(theme="Parking", heard="There is too little.", outcome="partly", why="Ten places more.")

    say(made, HOURS, parking, at=moment(date(2026, 9, 1)))

    made.refresh_from_db()
    assert made.facts["feedback_published"] == "2026-08-01"
    assert made.facts["themes_without_answer"] == "0"
    assert Theme.objects.filter(dealing=made).count() == 4
    assert actions.themes_of(made) == (HOURS, parking)
    with pytest.raises(actions.NothingChanged):
        say(made, HOURS, parking)


def test_other_words_alone_are_told_on_the_record_too(made):
    say(made, HOURS)
    before = Entry.objects.count()

    say(made, actions.Heard(**vars(HOURS) | {"heard": "Open on Sundays and on Mondays."}))

    assert Entry.objects.count() == before + 1


def test_while_it_is_open_and_without_a_theme_nothing_is_said(made):
    with pytest.raises(ValidationError, match="still open"):
        say(made, HOURS, at=moment(date(2026, 5, 24)))
    with pytest.raises(ValidationError, match="Enter the theme"):
        say(made)


def test_the_page_and_the_data_show_each_theme_with_its_outcome(made, client):
    say(made, HOURS, COST)

    said = words(client.get(LIBRARY))

    assert "Opening hours Open on Sundays. Something changed It opens on Sundays." in said
    assert "Cost Make it free. Nothing changed There is no money for it." in said
    assert [each["outcome"] for each in client.get(f"{LIBRARY}.json").json()["themes"]] == ["changed", "not-changed"]


def test_a_form_asks_for_as_many_themes_as_there_are_and_loses_nothing_on_the_way(made, client, enter):
    enter(client, Role.OFFICER)
    here = follow(client.get(LIBRARY), "Say what changed")
    assert "Enter the theme" in words(client.post(here, {"count": "3", "heard_2": "Too dear."}))

    more = client.post(here, {"count": "3", "theme_1": "Hours", "outcome_1": "changed", "more": "1"})
    assert "Theme 6" in words(more)
    assert 'value="Hours"' in more.text

    client.post(here, {"count": "6", "theme_1": "Hours", "outcome_1": "changed", "theme_6": "Cost", "barriers": ""})
    assert [each.theme for each in actions.themes_of(made)] == ["Hours", "Cost"]


def test_what_was_not_told_by_its_own_day_waits_for_who_runs_the_compact(made, holder):
    compact, officer = compacts_known.compact(None, "hertfordshire", TODAY), holder(Role.OFFICER)

    def waiting(on):
        return [each.says for each in waits(officer, compact, moment(on))]

    assert waiting(date(2026, 8, 16)) == []
    assert waiting(date(2026, 8, 17)) == ["Ask Hartsmere County Council what changed after “Library hours”"]
    assert list(waits(holder(Role.REPRESENTATIVE), compact, moment(date(2026, 8, 17)))) == []
    say(made, HOURS, at=moment(date(2026, 8, 18)))
    assert waiting(date(2026, 8, 19)) == []
