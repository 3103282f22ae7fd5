"""A named group hears of its cut before anybody else, and no word of it is anywhere before its day."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from livecompact.dealings import actions
from livecompact.dealings.actions.telling_first import RECORDED, WILL_CHANGE
from livecompact.dealings.models import Dealing, Reply, Standing, State
from livecompact.dealings.naming import address_of
from livecompact.dealings.reminding import sweep
from livecompact.people import actions as people
from livecompact.people.roles import Role
from livecompact.record import letters
from livecompact.record.models import Entry, Notice
from tests.dealings.changes import NOTICE, cut, told
from tests.dealings.making import BY, charity, council, moment
from tests.dealings.reading import day, words
from tests.harness.people import enter, holder, seat

__all__ = ["enter", "holder"]

BODY, GROUP = "hartsmere-county-council", "hartsmere-food-bank"
LAST = date(2026, 12, 21)
"""20 working days after the notice of Monday 23 November 2026."""
NAME = "Hartsmere Food Bank"


@pytest.fixture
def both(compacts):
    return council(), charity()


def by(client, holder, organisation):
    client.force_login(holder(Role.REPRESENTATIVE, organisation=organisation))
    return client


def page_of(dealing):
    return f"/hertfordshire/changes/told/{dealing.key}"


@pytest.mark.parametrize("on", [NOTICE, NOTICE - timedelta(days=3), LAST + timedelta(days=1)])
def test_a_day_before_the_group_is_told_or_too_late_is_refused(both, on):
    with pytest.raises(ValidationError, match="Enter a day from Tuesday 24 November 2026 to Monday 21 December 2026"):
        told(*both, public_on=on)

    assert Dealing.objects.get().state == State.DRAFT


def test_what_is_due_leads_a_group_to_what_it_was_told_and_nobody_else_reads(both, client, holder):
    told(*both, title="Told tomorrow")
    made = told(*both, notice_sent="2026-11-20")

    page = by(client, holder, GROUP).get(f"/hertfordshire/organisations/{GROUP}/due")

    assert f'href="{page_of(made)}"' in page.text
    assert "Told tomorrow" not in page.text
    assert client.get(page_of(made)).status_code == 200


def test_a_body_is_told_to_send_its_letter_where_nobody_would_get_an_email(both, client, holder):
    made = told(*both, notice_sent="2026-11-20")
    by(client, holder, BODY)
    nobody = f"Nobody acts for {NAME} here, so it gets no email. Send it the letter today."
    assert nobody in words(client.get(page_of(made)))
    sweep.look(at=moment(NOTICE))
    [copy] = Notice.objects.filter(reason=RECORDED)
    says = letters.letter_for(copy, moment(NOTICE))
    assert says
    assert says.lines[0] == nobody

    one = people.add_person(email="second@example.org", at=moment(NOTICE))
    seat(one, Role.REPRESENTATIVE, organisation=GROUP)

    assert f"{NAME} gets an email on" in words(client.get(page_of(made)))
    says = letters.letter_for(copy, moment(NOTICE))
    assert says
    assert says.lines[0] == f"{NAME} is told by email."


def test_what_is_kept_private_or_told_is_found_again_by_the_body_alone(both, client, holder):
    kept, made = cut(*both), told(*both, notice_sent="2026-11-20")
    links = (f"/hertfordshire/changes/draft/{kept.key}", page_of(made))
    record = "/hertfordshire/organisations/{}/record".format

    own = by(client, holder, BODY).get(record(BODY)).text

    assert [link in own for link in links] == [True, True]
    assert "It is kept until" in own
    assert "It becomes public on" in own
    one = holder(Role.PERSON)
    seat(one, Role.REPRESENTATIVE, organisation=GROUP)
    client.force_login(one)
    theirs = client.get(record(GROUP))
    assert theirs.status_code == 200
    assert [link in theirs.text for link in links] == [False, False]
    assert client.get(record(BODY)).status_code in (403, 404)


def test_the_page_refuses_an_earlier_day_and_says_why(both, client, holder):
    draft = cut(*both)
    address = f"/hertfordshire/changes/draft/{draft.key}"

    refused = by(client, holder, BODY).post(address, {"sees": "tell"} | day("public_on", "2026-11-23"))
    nothing = client.post(address, {})

    assert "The group is told first. Enter a day from Tuesday 24 November 2026" in words(refused)
    assert "Select who can see this" in words(nothing)
    assert Dealing.objects.get().state == State.DRAFT


def test_what_takes_effect_sooner_is_public_on_that_day_at_the_latest(both):
    assert told(*both, takes_effect="2026-12-01").public_on == date(2026, 12, 1)


def test_told_it_goes_public_once_on_its_day_however_late_the_sweep_is(both):
    made = told(*both)

    assert actions.publish_due(at=moment(LAST - timedelta(days=1))) == 0
    assert actions.publish_due(at=moment(LAST + timedelta(days=40))) == 1
    assert actions.publish_due(at=moment(LAST + timedelta(days=41))) == 0

    made.refresh_from_db()
    assert (made.state, made.reached_on) == (State.PUBLIC, LAST + timedelta(days=40))
    assert Entry.objects.filter(what="dealing-published").count() == 1
    assert Standing.objects.filter(dealing=made).exists()


def test_the_group_hears_on_the_day_of_the_notice_and_the_body_gets_a_copy(both, holder):
    group, body = holder(Role.REPRESENTATIVE, organisation=GROUP), holder(Role.OFFICER)
    made = told(*both)
    assert not Notice.objects.exists(), "the letter has not gone"

    actions.tell_and_publish_due(at=moment(NOTICE))
    actions.tell_and_publish_due(at=moment(NOTICE + timedelta(days=1)))

    [notice] = Notice.objects.filter(person=group)
    letter = letters.letter_for(notice, moment(NOTICE))
    assert letter
    assert letter.subject == "Your funding will change: Hartsmere County Council"
    assert letter.address == page_of(made)
    assert not Notice.objects.filter(person=body).exists(), "the notice is long enough"


def test_the_worker_tells_the_group_on_its_day_and_who_comes_to_act_for_it_later(both, holder):
    told(*both)
    first = holder(Role.REPRESENTATIVE, organisation=GROUP)
    sweep.look(at=moment(NOTICE - timedelta(days=1)))
    assert not Notice.objects.exists(), "the letter has not gone"

    sweep.look(at=moment(NOTICE))
    second = people.add_person(email="second@example.org", at=moment(NOTICE))
    seat(second, Role.REPRESENTATIVE, organisation=GROUP)
    for days in (2, 3):
        sweep.look(at=moment(NOTICE + timedelta(days=days)))

    assert [each.person for each in Notice.objects.filter(reason=WILL_CHANGE).order_by("pk")] == [first, second]


def test_short_notice_is_told_to_the_officer(both, holder):
    officer = holder(Role.OFFICER)
    told(both[0], both[1], on=NOTICE, takes_effect="2027-01-10", exceptional_reason="The roof fell in.")

    letter = letters.letter_for(Notice.objects.get(person=officer), moment(NOTICE))

    assert letter
    assert letter.lines[0].startswith("A body changes the funding of a group with 48 days’ notice. That is less than")
    assert "exceptional" in letter.lines[1]


def test_no_mail_goes_once_it_is_taken_back(both, holder):
    holder(Role.REPRESENTATIVE, organisation=GROUP)
    made = told(both[0], both[1], on=NOTICE)

    actions.hold_back(dealing=made, by=BY, at=moment(NOTICE))

    assert letters.letter_for(Notice.objects.get(), moment(NOTICE)) is None
    assert actions.publish_due(at=moment(LAST + timedelta(days=9))) == 0


WHO = {
    "the body": (BODY, 200),
    "the group": (GROUP, 200),
    "another group": ("hartsmere-carers", 404),
}


@pytest.mark.parametrize("who", WHO)
def test_the_two_sides_read_it_and_nobody_else(both, client, holder, who):
    charity("Hartsmere Carers")
    made = told(both[0], both[1], on=date(2026, 11, 2), notice_sent="2026-11-02")
    organisation, status = WHO[who]

    assert by(client, holder, organisation).get(page_of(made)).status_code == status


def test_a_visitor_is_asked_to_sign_in_as_for_any_address(both, client):
    made = told(*both)

    here, nothing = client.get(page_of(made)), client.get("/hertfordshire/changes/told/nothere234")

    assert here.status_code == nothing.status_code == 302


def test_the_group_reads_nothing_before_the_letter_has_gone(both, client, holder):
    made = told(*both, notice_sent="2027-01-04")

    assert by(client, holder, GROUP).get(page_of(made)).status_code == 404


def test_the_group_shows_it_and_its_name_and_the_body_cannot(both, client, holder):
    made = told(both[0], both[1], on=date(2026, 11, 2), notice_sent="2026-11-02")
    one = holder(Role.PERSON)
    seat(one, Role.REPRESENTATIVE, organisation=BODY)
    client.force_login(one)
    assert client.post(page_of(made), {"act": "show"}).status_code == 403

    by(client, holder, GROUP).post(page_of(made), {"act": "show"})
    made.refresh_from_db()
    masked = client.get(address_of(made))
    client.post(page_of(made), {"act": "name"})

    assert made.state == State.PUBLIC
    client.logout()
    assert NAME in words(client.get(address_of(made)))
    assert NAME not in words(masked).replace("Your", "")
    assert "a food bank" in words(masked)


SAYS = "Forty families lose their lunch."


def test_what_the_group_answers_before_stands_beside_the_change_from_the_first_day(both, client, holder):
    made = told(both[0], both[1], on=date(2026, 11, 2), notice_sent="2026-11-02")
    one = holder(Role.PERSON)
    seat(one, Role.REPRESENTATIVE, organisation=BODY)
    here = f"{page_of(made)}/reply"
    client.force_login(one)
    assert client.post(here, {"text": "Ours."}).status_code == 403
    by(client, holder, GROUP)
    assert "Enter what you want to say" in words(client.post(here, {"text": "."}))
    assert "Take your group’s name out" in words(client.post(here, {"text": f"We at {NAME.lower()} object."}))
    client.post(here, {"text": "First words."})

    client.post(here, {"text": SAYS})

    assert SAYS in words(client.get(page_of(made)))
    [notice] = Notice.objects.filter(person=one, reason="funding-change-answered")
    letter = letters.letter_for(notice, moment(NOTICE))
    assert letter
    assert (letter.subject, letter.address) == (f"An answer to your funding change: {NAME}", page_of(made))
    client.force_login(one)
    assert SAYS in words(client.get(page_of(made))), "the body reads it too"
    assert not Entry.objects.filter(what="reply-given").exists()
    actions.show_now(dealing=made, at=moment(NOTICE))
    made.refresh_from_db()
    client.logout()
    public = client.get(address_of(made))
    assert SAYS in words(public)
    assert "First words." not in words(public)
    assert NAME not in public.text
    entry = Entry.objects.get(what="reply-given")
    assert entry.organisation == ""
    assert SAYS in [each.text for each in entry.texts.all()]


def test_the_group_takes_its_answer_back_while_nobody_else_has_read_it(both, client, holder):
    made = told(both[0], both[1], on=date(2026, 11, 2), notice_sent="2026-11-02")
    by(client, holder, GROUP).post(f"{page_of(made)}/reply", {"text": SAYS})

    client.post(f"{page_of(made)}/reply", {"act": "take-back"})

    assert not Reply.objects.exists()
    client.post(f"{page_of(made)}/reply", {"text": SAYS})
    actions.show_now(dealing=made, at=moment(NOTICE))
    assert actions.take_reply_back(dealing=made, by=BY, at=moment(NOTICE)) == 0
    assert client.get(f"{page_of(made)}/reply").status_code == 403, "from now on it replies as everybody does"


def test_an_answer_to_what_was_taken_back_is_kept_for_the_group_and_goes_with_the_draft(both):
    made = told(both[0], both[1], on=date(2026, 11, 2), notice_sent="2026-11-02")
    actions.reply_early(dealing=made, text=SAYS, by=BY, at=moment(date(2026, 11, 3)))

    actions.hold_back(dealing=made, by=BY, at=moment(date(2026, 11, 4)))

    with pytest.raises(actions.NotTold):
        actions.reply_early(dealing=made, text=SAYS, by=BY, at=moment(date(2026, 11, 5)))
    assert Reply.objects.get().text == SAYS
    actions.forget_drafts(at=moment(date(2026, 12, 20)))
    assert not Dealing.objects.exists()


PUBLIC = (
    *("", "/changes", "/changes.json", "/changes.csv", "/changes.atom", "/changes.ics", "/changes/2026"),
    *("/changes/2026.json", "/promises/4.4", "/organisations", f"/organisations/{GROUP}", f"/organisations/{BODY}"),
    *("/search?q=food+bank", "/search.json?q=support", "/record", "/record.atom", "/record/head.json", "/sitemap.xml"),
)
COUNTED = re.compile(r"<p[^>]*data-not-public>[^<]*</p>\s*")


def seen(client):
    """Every public answer, but for the one number that is told on purpose, the tokens, and what is of this minute."""
    found = {}
    for each in PUBLIC:
        address = each if each == "/sitemap.xml" else f"/hertfordshire{each}"
        answer = client.get(address)
        counts = each in ("/changes", "/changes/2026")
        found[address] = (
            answer.status_code,
            COUNTED.sub("", answer.text),
            "" if counts else answer.headers.get("ETag"),
        )
    return found


def test_with_and_without_a_secret_change_every_public_answer_is_the_same(both, client):
    before = seen(client)

    draft = cut(both[0], both[1], title="Zyxwvut", rationale="Zyxwvut")
    drafted = seen(client)
    actions.tell_first(dealing=draft, by=BY, at=moment(date(2026, 11, 20)))
    actions.reply_early(dealing=draft, text="Zyxwvut, we say.", by=BY, at=moment(date(2026, 11, 21)))
    secret = seen(client)

    assert {at for at in before if before[at] != drafted[at]} == set()
    assert {at for at in before if before[at] != secret[at]} == set()
    assert "1 change of funding or other support is not public yet." in words(client.get("/hertfordshire/changes"))


def test_a_name_that_is_not_agreed_is_in_no_form_of_what_is_public(both, client):
    made = told(both[0], both[1], on=date(2026, 9, 1), notice_sent="2026-09-01")
    actions.publish_due(at=moment(date(2026, 11, 1)))
    made.refresh_from_db()

    forms = [address_of(made), address_of(made, "json"), address_of(made, "ics")]
    forms += [
        f"/hertfordshire/{each}" for each in ("changes", "changes.json", "changes.csv", "changes.atom", "changes.ics")
    ]
    forms += [f"/hertfordshire/organisations/{BODY}", "/hertfordshire/record.atom", "/hertfordshire/promises/4.4"]

    said = {each: client.get(each) for each in forms}
    assert {each: answer.status_code for each, answer in said.items() if answer.status_code != 200} == {}
    assert [each for each, answer in said.items() if NAME in answer.text or GROUP in answer.text] == []
    found = client.get("/hertfordshire/search?q=food+bank").text
    assert address_of(made) not in found
