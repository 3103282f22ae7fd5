"""Checks in the workshop: built out of answers, written by hand, agreed and dropped, moved and taken out."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.timezone import localdate

from livecompact import kinds
from livecompact.agreements.writing import written_standard
from livecompact.compacts.folders import agreement_of
from livecompact.compacts.workshop import editing
from livecompact.compacts.workshop.checking import setting_for, try_out
from livecompact.compacts.workshop.queries import at_work
from livecompact.compacts.workshop.shapes import Asked, Shape, facts_for, flags_of, reasons_of, standard_of
from livecompact.people.roles import Role
from livecompact.record.models import Entry
from livecompact.standards.standard import Basis
from tests.compacts.workshop import Officer, boxes, typed_in
from tests.compacts.workshop_states import drafted
from tests.harness.clock import stop_the_clock
from tests.harness.people import enter, holder

__all__ = ["enter", "holder"]

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
NEW = "/editions/2027"


@pytest.fixture
def officer(client, db, enter, monkeypatch):
    stop_the_clock(monkeypatch)  # the draft's new edition begins with 2027, and what is in force hangs on the day
    drafted(monkeypatch)
    return Officer(enter(client, Role.OFFICER))


@pytest.fixture
def bench(officer, holder):
    return at_work(holder(Role.ADMINISTRATOR), "hertfordshire", NOW)


@pytest.fixture
def setting(bench):
    """What surrounds a check of promise 2.4 on consultations."""
    found = setting_for(bench, "2027", "2.4", "consultation")
    assert found is not None
    return found


def check(officer, code, edition="2027"):
    return editing.standard(editing.folder_of(officer.bench().folder), edition, code)


ASKED = Asked(
    shape=Shape.OPEN,
    kind=kinds.kind("consultation"),
    code="made-here",
    promise="2.4",
    asks="It is open for {suggested}.",
    basis=Basis.LOCAL,
    fact="opens",
    other="closes",
    length="10 weeks",
)
MADE = [
    ASKED,
    replace(ASKED, basis=Basis.TEXT, asks="It is open for 10 weeks.", reason="reason_for_shorter_time"),
    replace(ASKED, when="formal", length="3 months"),
    replace(ASKED, length="20 working days"),
    replace(ASKED, shape=Shape.AHEAD, fact="opens", other="announced"),
    replace(ASKED, shape=Shape.BY, fact="feedback_published", other="closes", length="1 year"),
    replace(ASKED, shape=Shape.STATED, fact="feedback_published", length="", asks="It is published."),
    replace(ASKED, shape=Shape.HOLDS, fact="over_holidays", length="", asks="It is so.", basis=Basis.PROMPT),
]


@pytest.mark.parametrize("asked", MADE, ids=lambda asked: f"{asked.shape} {asked.length} {asked.basis}")
def test_a_check_made_of_answers_is_right_and_tells_kept_from_not_kept(bench, setting, asked):
    table = standard_of(asked, setting)

    tried = try_out(bench, "2027", written_standard(table))

    assert [mistake.says for mistake in tried.mistakes] == []
    assert all(example.holds for example in tried.examples)
    assert [example.found for example in tried.examples][:2] == ["kept", "not kept"]
    assert ("explained" in [example.found for example in tried.examples]) is bool(asked.reason)


def test_every_kind_has_something_that_each_form_can_ask_of():
    for kind in map(kinds.kind, kinds.KINDS):
        assert facts_for(kind, Shape.STATED)
        assert {name for name, _ in facts_for(kind, Shape.HOLDS)} == {name for name, _ in flags_of(kind)}
        assert not {name for name, _ in reasons_of(kind)} & {name for name, _ in facts_for(kind, Shape.STATED)}


def test_a_number_of_the_areas_own_stays_open_until_it_is_agreed(setting):
    table = standard_of(ASKED, setting)

    assert (table["suggested"], table["kept"]["for_at_least"]) == ("10 weeks", "{suggested}")
    assert "number" not in table


def test_what_is_tried_out_is_shown_in_words_and_not_kept(officer):
    before = officer.bench().sha256
    typed = typed_in(officer.get(f"{NEW}/checks/consultation-length")).replace("12 weeks", "9 weeks")

    page = officer.send(f"{NEW}/checks/consultation-length", text=typed)

    assert "It is kept where it is open for at least 9 weeks" in page.text
    assert "The example says “not kept”, so one of the two is wrong." in page.text
    assert re.search(r"Line 1\d: “consultation-length”: the example “A day short", page.text)
    assert "9 weeks" in typed_in(page)
    assert officer.bench().sha256 == before


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("[[standard]]", "[standard]", 1, "This is not one check."),
        ('code = "consultation-length"', 'code = "told-beforehand"', 2, "Another check is called “told-beforehand”."),
        ('undertaking = "2.4"', 'undertaking = "9.9"', 3, "There is no promise 9.9 in this edition."),
        ('of = "consultation"', 'of = "consultations"', 4, "`of` of standard 1 is “consultations”."),
        ('"opens", to', '"open", to', 7, "speaks of “open”"),
        ("for_at_least", "for_at_most", 7, "for_at_most"),
        ('due = "closes"', 'due = "closes', 10, "A text does not end"),
        ('basis = "text"', "", 1, "Standard 1 has no `basis`."),
        ('verdict = "explained"', 'verdict = "kept"', 15, "says kept, but it is explained"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_nothing_is_kept(officer, old, new, line, says):
    before = officer.bench().sha256
    typed = typed_in(officer.get(f"{NEW}/checks/consultation-length"))
    assert old in typed

    page = officer.send(f"{NEW}/checks/consultation-length", text=typed.replace(old, new, 1), keep="yes")

    shown = page.text.split("What to mend")[1].split("</ul>")[0]
    assert says in shown
    assert f"Line {line}:" in shown
    assert officer.bench().sha256 == before


def test_a_check_kept_under_another_name_takes_the_place_of_the_first(officer):
    typed = typed_in(officer.get(f"{NEW}/checks/consultation-length"))
    typed = typed.replace('code = "consultation-length"', 'code = "long-enough"')
    codes = [each["code"] for each in editing.standards(editing.folder_of(officer.bench().folder), "2027")]

    assert officer.send(f"{NEW}/checks/consultation-length", text=typed, keep="yes").status_code == 302

    now = [each["code"] for each in editing.standards(editing.folder_of(officer.bench().folder), "2027")]
    assert now == ["long-enough" if code == "consultation-length" else code for code in codes]


def test_the_ways_of_a_promise_follow_its_checks(officer):
    officer.send(f"{NEW}/checks/consultation-length/end")
    folder = editing.folder_of(officer.bench().folder)
    left = {each["basis"] for each in editing.standards(folder, "2027") if each["undertaking"] == "2.4"}

    assert ("text" in editing.promise(folder, "2027", "time-to-answer")["checks"]) is ("text" in left)
    assert officer.get("/publish").text.count("things to mend") == 0


def test_a_check_moves_up_among_those_of_its_promise(officer):
    def codes():
        there = editing.standards(editing.folder_of(officer.bench().folder), "2027")
        return [each["code"] for each in there if each["undertaking"] == "2.4"]

    before = codes()
    officer.send(f"{NEW}/checks/{before[1]}/up")

    assert codes() == [before[1], before[0], *before[2:]]


def test_an_old_page_moves_nothing(officer):
    old = officer.bench().sha256
    officer.send("/contacts", **{"role-0": "Clerk"})
    before = officer.bench().sha256

    page = officer.send(f"{NEW}/checks/consultation-length/up", based_on=old)

    assert "Somebody changed the draft" in page.text
    assert officer.bench().sha256 == before


def agree(officer, code="told-beforehand", edition="2016", **more):
    answers = {"number": "3 working days", "by": "Steering group", "minute": "Minute 4"}
    return officer.send(f"/editions/{edition}/checks/{code}/agree", **{**answers, **boxes("on", localdate()), **more})


def test_an_agreed_number_counts_from_the_day_it_was_agreed_and_is_told_in_public(officer):
    assert agree(officer)["Location"] == "/hertfordshire/workshop/publish"
    officer.send("/publish")

    edition = agreement_of(officer.bench().sha256).edition("2016")
    standard = next(each for each in edition.standards if each.code == "told-beforehand")
    assert (standard.gives_verdicts, standard.since) == (True, localdate())
    assert not standard.speaks_on(localdate() - timedelta(days=1))
    assert "by Steering group (Minute 4)" in officer.client.get("/hertfordshire/promises/1.12").text
    entries = Entry.objects.filter(what="measure-adopted").values_list("subject", flat=True)
    assert "check/2016/told-beforehand" in entries


def test_the_examples_of_an_agreed_number_hold_with_that_number(officer):
    before = check(officer, "told-beforehand", "2016")["example"]
    agree(officer, number="30 working days")

    after = check(officer, "told-beforehand", "2016")["example"]

    assert len(after) >= 2
    assert after != before
    assert "Mend the example" not in officer.get("/publish").text


def test_a_dropped_number_ends_and_advises_again_under_the_next_code(officer):
    agree(officer)
    officer.send("/publish")
    last_day = localdate() + timedelta(days=7)

    officer.send("/editions/2016/checks/told-beforehand/no-longer-agreed", **boxes("last_day", last_day))

    ended, again = check(officer, "told-beforehand", "2016"), check(officer, "told-beforehand-2", "2016")
    assert (ended["until"], ended["number"]) == (last_day.isoformat(), "3 working days") or ended["until"] == last_day
    assert again["since"] == last_day + timedelta(days=1)
    assert "adopted" not in again
    assert again["suggested"] == ended["suggested"]
    assert officer.send("/publish").status_code == 302
    assert Entry.objects.filter(what="measure-dropped", subject="check/2016/told-beforehand").count() == 1
    assert (
        agree(officer, "told-beforehand-2", number="4 working days", **boxes("since", again["since"])).status_code
        == 302
    )


def test_a_published_check_is_shown_and_cannot_be_written_over(officer):
    before = officer.bench().sha256
    typed = typed_in(officer.get(f"{NEW}/checks/consultation-length"))

    page = officer.send(
        "/editions/2016/checks/consultation-length", text=typed.replace("12 weeks", "2 weeks"), keep="yes"
    )

    assert "This check is published, so it stands." in page.text
    assert officer.bench().sha256 == before


def test_a_check_written_into_a_published_edition_must_count_from_a_day_to_come(officer):
    typed = typed_in(officer.get(f"{NEW}/checks/consultation-length")).replace("consultation-length", "length-again")
    officer.send("/editions/2016/new-check/by-hand", text=typed, keep="yes")
    assert "would count for what was done before" in officer.get("/publish").text

    since = f'since = {localdate() + timedelta(days=1)}\nbasis = "text"'
    typed = typed.replace('basis = "text"', since)
    assert officer.send("/editions/2016/checks/length-again", text=typed, keep="yes").status_code == 302
    assert officer.send("/publish").status_code == 302


def test_a_new_edition_starts_without_what_has_ended(officer):
    folder = editing.folder_of(officer.bench().folder)
    editing.end_standard(folder, "2027", "consultation-length", date(2028, 1, 1))
    editing.new_edition(folder, source="2027", edition="2029", name="The 2029 edition", starts=date(2029, 1, 1))

    codes = [each["code"] for each in editing.standards(folder, "2029")]
    assert "consultation-length" not in codes
    assert folder["2027/edition.toml"]["until"] == date(2028, 12, 31)
    assert "2029/wording.toml" not in folder
