"""One page and one mail a week for whoever runs a Compact: all that waits, the oldest first."""

from datetime import UTC, date, datetime, timedelta
from threading import Event

import pytest
from django.core import mail as sent_by_django
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from livecompact.compacts import actions as compacts
from livecompact.compacts import queries
from livecompact.compacts.models import Edition
from livecompact.compacts.running import weekly
from livecompact.dealings import actions as dealings
from livecompact.formats import actions as formats
from livecompact.formats.wanted import BY_ID
from livecompact.frame.waiting import everything_that_waits
from livecompact.people import actions as people
from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.record import worker
from livecompact.record.letters import MOST_WORDS, letter_for
from livecompact.record.models import Delivery, Notice
from livecompact.register import actions as register
from livecompact.register.models import Signature, State
from livecompact.web import settings as of_site
from tests.dealings.making import SHORT, consultation, council
from tests.harness.compacts import BOTH
from tests.harness.people import enter, holder, seat
from tests.register.some import add, sign

__all__ = ["enter", "holder"]

RUN = "/hertfordshire/run"
SUNDAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def both(db):
    for name in BOTH:
        compacts.add_compact(source=name, by="test", at=SUNDAY)


@pytest.fixture
def officer(both, holder):
    return holder(Role.OFFICER)


@pytest.fixture
def says(officer):
    """What waits for somebody, in words; for the officer unless told otherwise."""

    def said(actor=officer, at=None, compact="hertfordshire"):
        at = at or timezone.now()
        found = everything_that_waits(actor, queries.compact(actor, compact, timezone.localdate(at)), at)
        return [each.says for each in found]

    return said


@pytest.fixture
def page(client, officer):
    """The page as the officer reads it."""

    def opened():
        client.force_login(officer)
        return client.get(RUN)

    return opened


def work(at):
    """What a worker sends that looks at that moment."""
    before = len(sent_by_django.outbox)
    worker.run(now=lambda: at, stop=Event(), once=True)
    return sent_by_django.outbox[before:]


def button_to(response, address):
    """The form of the one button that sends to such an address."""
    (form,) = [each for each in html.fromstring(response.text).forms if address in (each.action or "")]
    return form


def without_checks(found):
    """What waits but for the checks that the text ships with and nobody has agreed."""
    return [each for each in found if "not agreed yet" not in each]


def test_a_sign_up_waits_with_the_days_that_are_left(page):
    signature = sign(add("Riverside Youth Club"), approve=False)
    Signature.objects.filter(pk=signature.pk).update(answer_by=timezone.localdate() + timedelta(days=3))

    shown = page().text

    assert "Riverside Youth Club wants to sign" in shown
    assert "(3 days left)" in shown


def test_yes_puts_the_organisation_on_the_list_at_once(page, client):
    sign(add("Riverside Youth Club"), approve=False)
    button = button_to(page(), "edit/answer")

    client.post(button.action, dict(button.fields))

    assert Signature.objects.get(latest=True).state == State.ACTIVE
    assert "Riverside" not in page().text


def test_yes_to_a_sign_up_that_changed_meanwhile_does_nothing(page, client):
    signature = sign(add("Riverside Youth Club"), approve=False)
    button = button_to(page(), "edit/answer")
    register.decline(signature=signature, reason="It is not in the county.", by="Compact officer", at=timezone.now())

    response = client.post(button.action, dict(button.fields))

    assert "Somebody changed this just now" in response.text
    assert Signature.objects.get(latest=True).state == State.DECLINED


def test_what_was_asked_waits_for_the_organisation_and_not_for_the_officer(says):
    signature = sign(add("Riverside Youth Club"), approve=False)
    register.ask(signature=signature, reason="Who is your chair?", by="Compact officer", at=timezone.now())

    assert without_checks(says()) == []


def test_a_renewal_that_is_due_waits(says):
    sign(add("Hartsmere Singers"))

    assert without_checks(says(at=timezone.now() + timedelta(days=500))) == [
        "Ask Hartsmere Singers by phone: does it still agree?"  # nobody acts for it here
    ]


def test_a_request_in_another_form_waits_and_tells_nothing_of_who_asked(says, officer):
    formats.ask(
        compact=queries.compact(None, "hertfordshire", date(2026, 11, 22)),
        wanted=BY_ID["braille"],
        what="The whole text",
        asker=formats.Asker(name="Ann Reader", address="1 High Street"),
        by="test",
        at=timezone.now(),
    )

    found = without_checks(says())

    assert len(found) == 1
    assert found[0].startswith("Somebody asks for another form: ")
    assert "Ann Reader" not in found[0]


def test_a_mail_that_failed_waits_and_is_tried_again_by_one_button(page, client, officer):
    notice = record.notify(
        to=officer, reason="x", subject="y", occurrence="1", compact="hertfordshire", at=timezone.now()
    )
    record.failed(notice=notice, at=timezone.now(), problem="The mail server does not take mail for this address.")
    button = button_to(page(), "/record/unsent")

    client.post(button.action, dict(button.fields))

    assert Notice.objects.get().state == Delivery.WAITING
    assert "was not sent" not in page().text


def test_a_draft_and_checks_that_nobody_agreed_wait(says):
    was = Edition.objects.filter(compact__slug="hertfordshire").get()
    Edition.objects.create(
        compact=was.compact,
        edition="2016",
        folder=was.folder.replace("Hertfordshire Compact", "Hertfordshire Accord", 1),
        sha256="0" * 64,
        changed_at=SUNDAY,
    )

    found = says()

    assert found[0] == "A draft is not published yet"
    assert found[-1].endswith("checks are not agreed yet")


def test_a_record_that_falls_short_waits_until_its_organisation_was_told(says):
    made = consultation(council(), "Library hours", own=False, **SHORT)
    waiting = [each for each in says() if "falls short" in each]
    dealings.record_reached(dealing=made, on=date(2026, 6, 1), by="Compact officer", at=timezone.now())

    assert waiting == ["Tell Hartsmere County Council that “Library hours” falls short, and say when you did"]
    assert not any("falls short" in each for each in says())


def test_the_oldest_comes_first(says):
    for name, day in (("Younger Group", 20), ("Older Group", 10)):
        signature = sign(add(name), approve=False)
        Signature.objects.filter(pk=signature.pk).update(applied_at=datetime(2026, 11, day, tzinfo=UTC))

    assert without_checks(says()) == ["Older Group wants to sign", "Younger Group wants to sign"]


@pytest.mark.parametrize("role", [Role.PERSON, Role.REPRESENTATIVE, Role.HANDLER])
def test_nothing_waits_for_who_does_not_run_it(says, holder, role):
    sign(add("Riverside Youth Club"), approve=False)

    assert says(holder(role)) == []


def test_an_officer_of_another_compact_sees_nothing_of_this_one(says, both):
    sign(add("Riverside Youth Club"), approve=False)
    other = people.add_person(email="dacorum@example.org", at=SUNDAY)
    seat(other, Role.OFFICER, compact="dacorum")

    assert says(other) == []


def test_more_that_waits_asks_the_database_no_more(says):
    body = council()

    def one_more(number: int) -> None:
        sign(add(f"Group {number}"), approve=False)
        consultation(body, f"Library hours {number}", own=False, **SHORT)

    one_more(0)
    with CaptureQueriesContext(connection) as of_one:
        says()
    for number in (1, 2, 3):
        one_more(number)
    with CaptureQueriesContext(connection) as of_four:
        assert len(says()) >= 8

    assert len(of_four) == len(of_one)


def test_one_mail_a_week_tells_what_waits(officer):
    for name in ("First Group", "Second Group", "Third Group"):
        sign(add(name), approve=False)

    before, sent, again, next_week = (
        work(TUESDAY - timedelta(minutes=1)),
        work(TUESDAY),
        work(TUESDAY + timedelta(days=2)),
        work(TUESDAY + timedelta(days=7)),
    )

    weeks = [[mail for mail in each if "need" in mail.subject] for each in (before, sent, again, next_week)]
    assert [len(week) for week in weeks] == [0, 1, 0, 1]  # on the Tuesday before there was no officer
    assert weeks[1][0].subject == "4 things need you today"
    assert weeks[1][0].to == [officer.email]
    assert "First Group wants to sign." in weeks[1][0].body
    assert "/hertfordshire/run" in weeks[1][0].body


def test_a_week_in_which_nothing_waits_has_no_mail(officer, settings):
    settings.WAITING = []

    assert weekly.sweep(at=TUESDAY) == 1
    assert letter_for(Notice.objects.get(), TUESDAY) is None


def test_who_does_not_run_it_any_more_gets_no_mail(officer):
    weekly.sweep(at=TUESDAY)
    people.end_seat(seat=officer.seats.get(), by="test", at=TUESDAY)

    assert letter_for(Notice.objects.get(), TUESDAY + timedelta(minutes=1)) is None
    assert weekly.sweep(at=TUESDAY + timedelta(days=7)) == 0


def test_the_longest_mail_stays_short(officer):
    for number in range(9):
        sign(add(f"The Association of Friends of the Old Library and Reading Room {number}"), approve=False)
    weekly.sweep(at=TUESDAY)

    said = letter_for(Notice.objects.get(), TUESDAY)

    assert said
    assert len(" ".join((*said.lines, said.why)).split()) <= MOST_WORDS
    assert said.subject == "10 things need you today"


def test_every_room_that_has_something_waiting_is_asked():
    rooms = {name.split(".")[1] for name in of_site.WAITING}

    assert rooms == {"register", "formats", "complaints", "compacts", "dealings", "record", "people"}


@pytest.fixture
def quiet(both):
    """Hertfordshire, put on the site long ago, with nothing done there since."""
    long_ago = timezone.now() - timedelta(days=400)
    Edition.objects.update(published_at=long_ago)
    return long_ago


NOBODY = "Nobody is running this Compact."


def test_everybody_reads_that_nobody_runs_a_compact(client, quiet):
    page = client.get("/hertfordshire/groups").text

    assert NOBODY in page
    assert "For 30 days no officer has signed in or done anything here." in page


@pytest.mark.parametrize(("days", "says"), [(29, False), (32, True)])
def test_an_officer_who_signed_in_lately_runs_it(client, quiet, officer, days, says):
    Person.objects.filter(pk=officer.pk).update(last_login=timezone.now() - timedelta(days=days))

    assert (NOBODY in client.get("/hertfordshire/groups").text) is says


def test_who_is_no_officer_there_does_not_run_it(client, quiet, holder):
    for role in (Role.REPRESENTATIVE, Role.GROUP_MEMBER):
        Person.objects.filter(pk=holder(role).pk).update(last_login=timezone.now())

    assert NOBODY in client.get("/hertfordshire/groups").text


def test_an_act_of_an_officer_shows_that_it_is_run(client, quiet):
    sign(add("Riverside Youth Club"))

    assert NOBODY not in client.get("/hertfordshire/groups").text
    assert NOBODY in client.get("/dacorum/groups").text


def test_a_new_compact_has_thirty_days_to_begin(client, db):
    compacts.add_compact(source="hertfordshire", by="test", at=timezone.now())

    assert NOBODY not in client.get("/hertfordshire/groups").text
