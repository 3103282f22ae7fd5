"""Following something by email: proved by a code, told at once or on Tuesdays, stopped with one click."""

import re
from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any

import pytest
from django.core import mail as sent_by_django
from django.test import Client

from livecompact.compacts import actions as compacts
from livecompact.people.codes import CodeOver
from livecompact.people.models import Person
from livecompact.record import actions, news, worker
from livecompact.record.letters import MOST_WORDS
from livecompact.record.models import Follow, FollowRequest, Notice, Often
from livecompact.record.what import What
from tests.harness.html import read_page
from tests.record.conftest import NOW

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
FOLLOW = "/hertfordshire/follow"
EMAIL = "ben@example.org"


@pytest.fixture
def hertfordshire(db):
    return compacts.add_compact(source="hertfordshire", by="Compact officer", at=NOW)


@pytest.fixture
def follows(ann, hertfordshire):
    """Lets Ann follow a thing from Sunday on."""

    def followed(thing=news.EVERYTHING, often=Often.WEEKLY, at=NOW, person=ann):
        return actions.follow(person=person, compact="hertfordshire", thing=thing, often=often, at=at)

    return followed


def work(at):
    """What a worker sends that looks at that moment."""
    before = len(sent_by_django.outbox)
    worker.run(now=lambda: at, stop=Event(), once=True)
    return sent_by_django.outbox[before:]


def ask(client, email=EMAIL, thing="", often="weekly"):
    response = client.post(f"{FOLLOW}?thing={thing}", {"often": often, "email": email})
    return response.headers.get("Location", ""), response


def code():
    return re.findall(r"\d{3} \d{3}", str(sent_by_django.outbox[-1].body))[0]


def wrong(right):
    return "000000" if right != "000 000" else "111111"


# Beginning.


def test_a_stranger_follows_a_promise_once_the_code_is_entered(client, hertfordshire):
    page, _ = ask(client, thing="topic:funding", often="at-once")
    assert not Person.objects.exists()
    done = client.post(page, {"code": code()})

    assert read_page(done.text).h1 == ["You will get news by email"]
    followed = Follow.objects.get()
    assert (followed.person.email, followed.thing, followed.often) == (EMAIL, "topic:funding", "at-once")
    assert not FollowRequest.objects.exists()


def test_the_mail_with_the_code_is_all_that_goes_before(client, hertfordshire, write):
    ask(client)
    write()

    assert work(TUESDAY + timedelta(days=7)) == []
    [only] = sent_by_django.outbox
    assert only.to == [EMAIL]
    assert len(only.subject) <= 60
    assert len(only.body.split()) <= MOST_WORDS


def test_somebody_known_is_asked_for_a_code_too_and_nothing_tells(client, ann, hertfordshire):
    there, known = ask(client, email=ann.email)
    elsewhere, unknown = ask(Client(), email="nobody@example.org")

    assert (known.status_code, known.text) == (unknown.status_code, unknown.text)
    assert len(there) == len(elsewhere)
    client.post(there, {"code": code()})  # the code of the other
    assert not Follow.objects.exists()


def test_a_wrong_code_is_told_and_the_fifth_is_the_last(client, hertfordshire):
    page, _ = ask(client)
    right = code()
    for _ in range(5):
        said = read_page(client.post(page, {"code": wrong(right)}).text)
        assert said.errors == ["The code is not the one in the newest email. Check it and enter it again"]

    said = read_page(client.post(page, {"code": right}).text)
    assert said.errors == ["The code is too old, or was wrong too often. Go back and ask for a new one"]
    assert not Follow.objects.exists()


def test_a_code_is_good_for_15_minutes_and_once(hertfordshire):
    asked, right = actions.ask_to_follow(
        email=EMAIL, compact="hertfordshire", thing=news.EVERYTHING, often=Often.WEEKLY, at=NOW
    )
    with pytest.raises(CodeOver):
        actions.confirm(key=asked.key, code=right, at=NOW + timedelta(minutes=15))
    actions.confirm(key=asked.key, code=right, at=NOW + timedelta(minutes=14))
    with pytest.raises(CodeOver):
        actions.confirm(key=asked.key, code=right, at=NOW + timedelta(minutes=14))


def test_nobodys_box_is_filled_with_codes(client, hertfordshire):
    for _ in range(3):
        assert ask(client)[0]
    _, refused = ask(client, email=EMAIL.upper())

    assert read_page(refused.text).errors == [
        "We have sent codes to this address already. Wait an hour, then try again"
    ]
    assert len(sent_by_django.outbox) == 3
    assert ask(client, email="other@example.org")[0]


def test_what_was_never_confirmed_is_forgotten_after_a_day(client, hertfordshire):
    ask(client)
    made = FollowRequest.objects.get().made_at

    assert actions.forget_requests(at=made + timedelta(hours=23)) == 0
    assert actions.forget_requests(at=made + timedelta(hours=25)) == 1


def test_who_is_signed_in_needs_no_code(client, ann, hertfordshire):
    client.force_login(ann)
    client.post(FOLLOW, {"often": "weekly"})

    assert Follow.objects.get().person == ann
    assert sent_by_django.outbox == []


@pytest.mark.parametrize("thing", ["promise:none", "topic:none", "person:1", "promise:", "x"])
def test_what_there_is_not_cannot_be_followed(client, hertfordshire, thing):
    assert client.get(f"{FOLLOW}?thing={thing}").status_code == 404


# News.


def test_the_weekly_mail_goes_on_tuesday_at_nine_with_all_that_is_new(follows, write):
    follows()
    write(title="Library hours", at=MONDAY)
    write(title="Museum", what=What.DEALING_CHANGED, at=MONDAY)

    assert work(TUESDAY - timedelta(minutes=1)) == []
    [mailed] = work(TUESDAY)
    assert mailed.subject == "2 new things this week: Hertfordshire Compact"
    assert mailed.body.index("Museum") < mailed.body.index("Library hours")
    assert work(TUESDAY + timedelta(minutes=1)) == []


def test_a_week_in_which_nothing_happened_brings_no_mail(follows):
    follows()

    assert work(TUESDAY) == []


def test_what_comes_after_tuesday_waits_for_the_next(follows, write):
    follows()
    work(TUESDAY)
    write(at=TUESDAY + timedelta(hours=2))

    assert work(TUESDAY + timedelta(days=1)) == []
    assert len(work(TUESDAY + timedelta(days=7))) == 1


def test_after_weeks_without_a_worker_there_is_one_mail(follows, write):
    follows()
    for day in range(20):
        write(title=f"Title {day}", at=MONDAY + timedelta(days=day))

    [mailed] = work(TUESDAY + timedelta(days=23))
    assert mailed.subject == "20 new things this week: Hertfordshire Compact"
    assert "And 14 more." in mailed.body
    assert len(mailed.body.split()) <= MOST_WORDS
    assert work(TUESDAY + timedelta(days=23, hours=1)) == []


def test_at_once_means_with_the_next_look(follows, write):
    follows(often=Often.AT_ONCE)
    write(title="Library hours", at=MONDAY)

    [mailed] = work(MONDAY)
    assert mailed.subject == "Consultation published: Library hours"
    assert "/hertfordshire/consultations/12" in mailed.body
    assert work(MONDAY) == []


def test_only_what_is_followed_is_told(follows, write):
    follows("promise:time-to-answer", Often.AT_ONCE)
    follows("organisation:hartsmere", Often.AT_ONCE)
    lines: dict[str, dict[str, Any]] = {
        "Bridge": {"touches": ["promise:time-to-answer"]},
        "Road": {"touches": ["promise:time-to-answer-again", "topic:funding"]},
        "Bins": {"organisation": "hartsmere"},
        "Parks": {"organisation": "hartsmere-two"},
        "Elsewhere": {"touches": ["promise:time-to-answer"], "compact": "dacorum"},
    }
    for title, rest in lines.items():
        write(title=title, at=MONDAY, **rest)

    [mailed] = work(MONDAY)
    assert [title for title in ("Bridge", "Road", "Bins", "Parks", "Elsewhere") if title in mailed.body] == [
        "Bridge",
        "Bins",
    ]


def test_what_happened_before_somebody_followed_is_not_told(follows, write):
    write(title="Old")
    follows(often=Often.AT_ONCE)
    write(title="New", at=MONDAY)

    [mailed] = work(MONDAY)
    assert "Old" not in f"{mailed.subject} {mailed.body}"


def test_a_title_that_was_erased_before_the_mail_went_is_not_in_it(follows, write):
    follows()
    secret = write(title="Ann’s illness", at=MONDAY)
    write(title="Museum", at=MONDAY)
    news.sweep(at=TUESDAY)
    actions.erase_text(entry=secret, by="administrator")

    [mailed] = work(TUESDAY)
    assert "Ann’s" not in f"{mailed.subject} {mailed.body}"
    assert "Museum" in mailed.subject


def test_who_stopped_after_the_mail_was_made_gets_none(follows, write, ann):
    follows()
    write(at=MONDAY)
    news.sweep(at=TUESDAY)
    actions.stop(person=ann, compact="hertfordshire")

    assert work(TUESDAY) == []
    assert Notice.objects.get().state == "dropped"


# Stopping.


@pytest.fixture
def stop_address(follows, write):
    follows()
    write(at=MONDAY)
    [mailed] = work(TUESDAY)
    [address] = re.findall(r"<https?://[^/]+(/news/stop/[^>]+)>", mailed.message()["List-Unsubscribe"])
    assert address in mailed.body
    return address


def test_looking_at_the_address_stops_nothing(client, stop_address):
    page = client.get(stop_address)

    assert "Stop the emails" in page.text
    assert page.cookies == {}
    assert Follow.objects.get().often == "weekly"


def test_a_mail_program_stops_the_mails_with_one_request(stop_address, write):
    outside = Client(enforce_csrf_checks=True)
    response = outside.post(stop_address, {"List-Unsubscribe": "One-Click"})

    assert response.status_code == 200
    assert read_page(response.text).h1 == ["You will get no more emails"]
    write(at=TUESDAY)
    assert work(TUESDAY + timedelta(days=7)) == []


def test_who_stopped_by_mistake_goes_on_from_there(client, stop_address, write):
    client.post(stop_address)
    write(title="Meanwhile", at=TUESDAY + timedelta(hours=1))
    client.post(stop_address, {"again": "yes"})
    write(title="Since", at=TUESDAY + timedelta(hours=2))

    [mailed] = work(datetime(2027, 12, 31, 12, tzinfo=UTC))
    assert "Since" in mailed.subject
    assert "Meanwhile" not in mailed.body


def test_a_token_stops_the_mails_of_one_person_and_one_compact(client, stop_address, ann, follows):
    ben = Person.objects.create(email=EMAIL, joined_at=NOW)
    follows(person=ben)
    actions.follow(person=ann, compact="dacorum", thing=news.EVERYTHING, often=Often.WEEKLY, at=NOW)
    client.post(stop_address)

    stopped = Follow.objects.filter(often="never").values_list("person__email", "compact")
    assert list(stopped) == [(ann.email, "hertfordshire")]


@pytest.mark.parametrize("token", ["x", "1.hertfordshire", "1.hertfordshire:abc", ":"])
def test_a_token_that_is_not_ours_stops_nothing(client, stop_address, token):
    assert client.post(f"/news/stop/{token}").status_code == 404
    assert Follow.objects.get().often == "weekly"


def test_a_token_altered_for_another_person_stops_nothing(client, stop_address, ann):
    other = stop_address.replace(f"/{ann.pk}.", f"/{ann.pk + 1}.")

    assert other != stop_address
    assert client.post(other).status_code == 404


def test_one_chooses_how_often_on_ones_own_page(client, follows, ann):
    mine, other = follows(), follows(person=Person.objects.create(email=EMAIL, joined_at=NOW))
    client.force_login(ann)
    client.post("/me/news", {f"follow-{mine.pk}": "never", f"follow-{other.pk}": "never"})

    mine.refresh_from_db(), other.refresh_from_db()
    assert (mine.often, other.often) == ("never", "weekly")
