"""Another address of one's own: proved by a code, told to the old one, and nothing is lost by it."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from livecompact.people import actions, queries
from livecompact.people.models import Invitation, Seat
from livecompact.people.roles import Role
from livecompact.record.models import Follow
from livecompact.register.models import Signer
from tests.harness.html import read_page
from tests.harness.people import NOW, prove, seat
from tests.people.signing_in import app_code, is_signed_in, newest_code, sign_in

OLD, NEW, BOB = "ann@example.org", "ann@example.net", "bob@example.org"
WRONG = "The code is not the one in the newest email"
TOO_OFTEN = "The code was wrong too often"


@pytest.fixture
def ann(db):
    return actions.add_person(email=OLD, at=NOW)


@pytest.fixture
def hers(ann):
    client = Client()
    client.force_login(ann)
    return client


def change(client, django_capture_on_commit_callbacks, new=NEW):
    client.post("/me/email", {"email": new})
    with django_capture_on_commit_callbacks(execute=True):
        return client.post("/me/email/code", {"code": newest_code()}, follow=True)


def test_a_code_from_the_new_address_changes_it_and_the_old_one_is_told(ann, hers, django_capture_on_commit_callbacks):
    page = change(hers, django_capture_on_commit_callbacks, "  Ann@Example.NET ")

    assert page.redirect_chain == [("/me", 302)]
    assert NEW in page.text
    code, told = mail.outbox
    assert (code.to, told.to) == ([NEW], [OLD])
    assert told.subject == "The email address of your account has changed"
    assert "/contact" in told.body
    assert NEW not in told.body, "the old mailbox may be somebody else's by now"
    assert max(len(sent.body.split()) for sent in mail.outbox) <= 120
    mail.outbox.clear()
    Client().post("/sign-in", {"email": OLD})
    assert mail.outbox == []
    assert is_signed_in(_entered(NEW))


def _entered(email):
    client = Client()
    sign_in(client, email)
    return client


def test_what_hangs_on_the_account_stays_hers(ann, hers, django_capture_on_commit_callbacks):
    given = seat(ann, Role.REPRESENTATIVE, organisation="food-bank")
    bob = actions.add_person(email=BOB, at=NOW)
    by_ann = actions.give_seat(person=bob, role=Role.CHAMPION, organisation="food-bank", by=OLD, at=NOW)
    Follow.objects.create(person=ann, compact="hertfordshire", thing="everything", after=0, began_at=NOW, looked_at=NOW)
    Signer.objects.create(reference="HC-1", name="Ann", role="Chair", email=OLD)
    hers.force_login(ann)
    change(hers, django_capture_on_commit_callbacks)

    assert list(queries.seats(ann, at=timezone.now())) == [given]
    assert Follow.objects.get().person == ann
    assert Seat.objects.get(pk=by_ann.pk).given_by == NEW
    assert Signer.objects.get().email == NEW


def test_every_other_session_ends_and_this_one_gets_another_key(ann, hers, django_capture_on_commit_callbacks):
    elsewhere = Client()
    elsewhere.force_login(ann)
    before = hers.session.session_key
    change(hers, django_capture_on_commit_callbacks)

    assert is_signed_in(hers)
    assert hers.session.session_key != before
    assert not is_signed_in(elsewhere)


def test_who_still_reads_the_old_mailbox_gets_in_no_more(ann, hers, django_capture_on_commit_callbacks):
    reader = Client()
    reader.post("/sign-in", {"email": OLD})
    sent_before = newest_code()
    secret = _invited(django_capture_on_commit_callbacks)
    change(hers, django_capture_on_commit_callbacks)
    actions.add_person(email=OLD, at=NOW)  # somebody else has the address by now
    reader.post("/sign-in/code", {"code": sent_before})

    assert not is_signed_in(reader)
    assert Invitation.objects.get().outcome == "revoked"
    assert hers.get(f"/invitations/{secret}").status_code == 410


def _invited(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        actions.invite(email=OLD, role=Role.ORGANISER, by=None, at=timezone.now(), compact="dacorum")
    return re.findall(r"/invitations/(\S+)", str(mail.outbox[-1].body))[0]


def test_an_address_that_somebody_has_looks_like_any_other_and_is_told_by_mail(ann, hers):
    actions.add_person(email="taken@example.net", at=NOW)
    shown = []
    for address in ("taken@example.net", "fresh@example.net"):
        asked = hers.post("/me/email", {"email": address}, follow=True)
        tried = hers.post("/me/email/code", {"code": "123456"}, follow=True)
        shown.append([_seen(page, address) for page in (asked, tried)])

    assert shown[0] == shown[1]
    in_use, fresh = mail.outbox
    assert (in_use.to, fresh.to) == (["taken@example.net"], ["fresh@example.net"])
    assert in_use.subject == "This address has an account already"
    assert not re.search(r"\b\d{6}\b", str(in_use.body))
    assert OLD not in in_use.body


def _seen(page, address):
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page.text).replace(address, "ADDRESS")
    return page.status_code, page.redirect_chain, text


def test_five_wrong_codes_are_the_last_in_however_many_browsers(ann, hers):
    hers.post("/me/email", {"email": NEW})
    right = newest_code()
    wrong = "000000" if right != "000000" else "111111"
    said = [hers.post("/me/email/code", {"code": wrong}).text for _ in range(6)]

    assert [WRONG in text for text in said] == [True] * 5 + [False]
    assert TOO_OFTEN in hers.post("/me/email/code", {"code": right}).text
    assert queries.person(NEW) is None


def test_five_addresses_a_day_are_enough_for_anybody(ann, hers):
    for number in range(7):
        page = hers.post("/me/email", {"email": f"x{number}@example.net"}, follow=True)

    assert len(mail.outbox) == 5
    assert read_page(page.text).summary == [("email", "You have asked for 5 codes today. Try again tomorrow")]


def test_a_code_dies_after_fifteen_minutes_and_without_one_the_page_leads_back(ann, hers, monkeypatch):
    assert hers.get("/me/email/code").url == "/me/email"
    hers.post("/me/email", {"email": NEW})
    later = timezone.now() + timedelta(minutes=15, seconds=1)
    monkeypatch.setattr("livecompact.people.own_views.timezone.now", lambda: later)

    assert hers.post("/me/email/code", {"code": newest_code()}).url == "/me/email"
    assert queries.person(NEW) is None


def test_an_address_that_somebody_took_in_the_meantime_is_not_taken_from_them(ann, hers):
    hers.post("/me/email", {"email": NEW})
    code = newest_code()
    other = actions.add_person(email=NEW, at=NOW)

    assert "has an account of its own by now" in hers.post("/me/email/code", {"code": code}).text
    assert queries.person(NEW) == other
    assert queries.person(OLD) == ann


def test_ones_own_address_is_no_new_one(ann, hers):
    assert "You sign in with this address already" in hers.post("/me/email", {"email": OLD.upper()}).text
    assert mail.outbox == []


def test_who_has_a_second_step_takes_it_before(ann, hers, django_capture_on_commit_callbacks):
    prove(ann)

    assert hers.get("/me/email").url.startswith("/me/second-factor/confirm?")
    assert hers.post("/me/email", {"email": NEW}).status_code == 302
    assert mail.outbox == []
    hers.post("/me/second-factor/confirm", {"code": app_code(), "next": "/me/email"})
    change(hers, django_capture_on_commit_callbacks)
    assert queries.person(NEW) == ann


def test_the_action_refuses_an_address_in_use_and_what_is_none(ann):
    actions.add_person(email=BOB, at=NOW)
    for address in (BOB, "nothing", ""):
        with pytest.raises(ValidationError):
            actions.change_email(person=ann, email=address, at=NOW)

    ann.refresh_from_db()
    assert ann.email == OLD
