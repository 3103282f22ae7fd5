"""An invitation makes one person's seat, once, at the right address, within seven days; nothing else does."""

import re
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.test import Client
from django.utils import timezone
from hypothesis import settings as hypothesis_settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.strategies import sampled_from

from livecompact.frame.errors import Gone
from livecompact.people import actions, mine, queries
from livecompact.people.actions import InvitationOver, NotAllowed
from livecompact.people.models import Invitation, Person, Seat
from livecompact.people.roles import Role
from livecompact.people.waits import waits
from tests.harness.people import NOW, prove, seat
from tests.people.signing_in import newest_code

ANN, BOB, HEAD = "ann@example.org", "bob@example.org", "head@example.org"


@pytest.fixture
def head(db):
    """An administrator, who may invite anybody."""
    person = actions.add_person(email=HEAD, at=NOW)
    seat(person, Role.ADMINISTRATOR)
    return person


@pytest.fixture
def invited(head, django_capture_on_commit_callbacks):
    """Invites Ann, and gives the secret of the link in her mail."""

    def made(role=Role.ORGANISER, *, email=ANN, at=None, **of):
        of = of or {"compact": "hertfordshire"}
        with django_capture_on_commit_callbacks(execute=True):
            actions.invite(email=email, role=role, by=head, at=at or timezone.now(), **of)
        return secret_in(mail.outbox[-1])

    return made


def secret_in(sent):
    [secret] = re.findall(r"/invitations/(\S+)", str(sent.body))
    return secret


def person(email):
    found = queries.person(email)
    assert found is not None
    return found


def roles(email, at=None):
    return {each.role for each in queries.seats(person(email), at=at or timezone.now())}


def over(secret, email=ANN, at=None):
    with pytest.raises(InvitationOver) as told:
        actions.accept(secret=secret, person=person(email), at=at or timezone.now())
    return told.value.why


def test_the_mail_goes_to_the_one_address_and_says_no_more_than_it_must(invited):
    invited()

    [sent] = mail.outbox
    assert sent.to == [ANN]
    assert len(sent.subject) <= 60
    assert len(str(sent.body).split()) <= 120
    assert sent.extra_headers == {"Auto-Submitted": "auto-generated"}


def test_an_invited_person_has_no_right_before_they_accept(invited):
    invited()

    assert roles(ANN) == set()


def test_the_link_signs_nobody_in_and_its_owner_accepts_after_signing_in(invited):
    secret = invited()
    client = Client()
    page = client.get(f"/invitations/{secret}")
    assert "Sign in to answer" in page.text
    assert client.post(f"/invitations/{secret}").status_code == 403
    client.post("/sign-in", {"email": ANN})
    back = client.post("/sign-in/code", {"code": newest_code(), "next": f"/invitations/{secret}"}, follow=True)
    assert "Accept" in back.text

    client.post(f"/invitations/{secret}", {"accept": "1"})

    assert roles(ANN) == {"organiser"}
    assert client.get(f"/invitations/{secret}").status_code == 410


def test_opening_the_link_changes_nothing_since_scanners_open_links_too(invited):
    secret = invited()
    for _ in range(3):
        Client().get(f"/invitations/{secret}")

    assert Invitation.objects.get().over_at is None


def test_somebody_else_who_opens_it_gets_nothing(invited):
    secret = invited()
    bob = Client()
    bob.force_login(actions.add_person(email=BOB, at=NOW))

    assert bob.get(f"/invitations/{secret}").status_code == 410
    assert bob.post(f"/invitations/{secret}", {"accept": "1"}).status_code == 410
    assert over(secret, BOB) == "another"
    assert roles(BOB) == roles(ANN) == set()


def test_it_is_used_once(invited):
    secret = invited()
    actions.accept(secret=secret, person=person(ANN), at=timezone.now())

    assert over(secret) == "accepted"
    assert Seat.objects.filter(person=person(ANN)).count() == 1


def test_it_dies_after_seven_days(invited):
    secret = invited()
    sent = Invitation.objects.get().sent_at

    assert over(secret, at=sent + timedelta(days=7)) == "old"
    actions.accept(secret=secret, person=person(ANN), at=sent + timedelta(days=7) - timedelta(seconds=1))


def test_it_dies_when_it_is_taken_back(invited):
    secret = invited()
    actions.revoke(invitation=Invitation.objects.get(), at=timezone.now())

    assert over(secret) == "revoked"


def test_a_newer_one_replaces_it(invited):
    older, newer = invited(), invited()

    assert over(older) == "replaced"
    actions.accept(secret=newer, person=person(ANN), at=timezone.now())


def test_it_dies_when_the_role_there_changes(invited):
    secret = invited()
    seat(person(ANN), Role.GROUP_MEMBER)

    assert over(secret) == "replaced"


def test_it_dies_when_who_sent_it_may_not_give_the_role_any_more(invited, head):
    other = actions.add_person(email=BOB, at=NOW)
    seat(other, Role.ADMINISTRATOR)
    secret = invited()
    for held in queries.seats(head, at=timezone.now()):
        actions.end_seat(seat=held, by="test", at=timezone.now())

    assert over(secret) == "revoked"


def test_it_dies_when_it_is_declined(invited):
    secret = invited()
    actions.decline(secret=secret, person=person(ANN), at=timezone.now())

    assert over(secret) == "declined"
    assert roles(ANN) == set()


def test_a_made_up_secret_is_none(invited):
    invited()

    assert over("made-up") == "unknown"
    assert Client().get("/invitations/made-up").status_code == 410


def test_only_the_hash_of_the_secret_is_kept(invited):
    secret = invited()

    assert secret not in str(list(Invitation.objects.values_list()))


def test_a_closed_account_accepts_nothing(invited):
    secret = invited()
    Person.objects.filter(email=ANN).update(is_active=False)

    assert over(secret) == "another"


def test_a_place_that_somebody_took_meanwhile_is_not_taken_twice(invited):
    secret = invited(Role.CO_CHAIR, compact="dacorum", side="voluntary")
    bob = actions.add_person(email=BOB, at=NOW)
    actions.give_seat(person=bob, role=Role.CO_CHAIR, compact="dacorum", side="voluntary", by="test", at=NOW)

    assert over(secret) == "taken"
    assert roles(ANN) == set()


GIVING = [
    (Role.ADMINISTRATOR, {}, Role.ADMINISTRATOR, {}, True),
    (Role.ADMINISTRATOR, {}, Role.OFFICER, {"compact": "dacorum"}, True),
    (Role.ADMINISTRATOR, {}, Role.REPRESENTATIVE, {"organisation": "food-bank"}, True),
    (Role.OFFICER, {"compact": "dacorum"}, Role.HANDLER, {"compact": "dacorum"}, True),
    (Role.OFFICER, {"compact": "dacorum"}, Role.HANDLER, {"compact": "hertfordshire"}, False),
    (Role.OFFICER, {"compact": "dacorum"}, Role.ADMINISTRATOR, {}, False),
    (Role.OFFICER, {"compact": "dacorum"}, Role.REPRESENTATIVE, {"organisation": "food-bank"}, False),
    (Role.REPRESENTATIVE, {"organisation": "food-bank"}, Role.REPRESENTATIVE, {"organisation": "food-bank"}, True),
    (Role.REPRESENTATIVE, {"organisation": "food-bank"}, Role.CHAMPION, {"organisation": "other"}, False),
    (Role.CO_CHAIR, {"compact": "dacorum"}, Role.GROUP_MEMBER, {"compact": "dacorum"}, False),
    (Role.CHAMPION, {"organisation": "food-bank"}, Role.CHAMPION, {"organisation": "food-bank"}, False),
]


@pytest.mark.parametrize("given", GIVING, ids=str)
def test_nobody_gives_a_role_that_is_not_theirs_to_give(db, given):
    who, of, role, there, may = given
    giver = actions.add_person(email=HEAD, at=NOW)
    seat(giver, who, **of)
    if may:
        actions.invite(email=ANN, role=role, by=giver, at=NOW, **there)
    else:
        with pytest.raises(NotAllowed):
            actions.invite(email=ANN, role=role, by=giver, at=NOW, **there)

    assert Invitation.objects.exists() is may


def test_who_has_the_role_is_not_invited_to_it(invited):
    secret = invited()
    actions.accept(secret=secret, person=person(ANN), at=timezone.now())

    with pytest.raises(ValidationError, match="already"):
        invited()


def test_an_officer_invites_sees_and_takes_back_on_one_page(db, django_capture_on_commit_callbacks):
    officer = actions.add_person(email=HEAD, at=NOW)
    seat(officer, Role.OFFICER)
    client = Client()
    client.force_login(officer)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/hertfordshire/people", {"email": ANN, "role": "handler"})
    assert mail.outbox[-1].to == [ANN]
    page = client.get("/hertfordshire/people")
    assert f"Handler of concerns: {ANN}" in page.text

    client.post("/hertfordshire/people", {"revoke": Invitation.objects.get().pk})

    assert Invitation.objects.get().outcome == "revoked"
    client.post("/hertfordshire/people", {"email": ANN, "role": "administrator"})
    assert Invitation.objects.count() == 1, "a role that the page does not offer is refused"


def test_an_officer_ends_no_seat_of_another_compact(db):
    officer = actions.add_person(email=HEAD, at=NOW)
    seat(officer, Role.OFFICER)
    elsewhere = seat(actions.add_person(email=BOB, at=NOW), Role.OFFICER, compact="dacorum")
    client = Client()
    client.force_login(officer)

    client.post("/hertfordshire/people", {"end": elsewhere.pk})

    elsewhere.refresh_from_db()
    assert elsewhere.until is None


@pytest.fixture
def officer(db):
    person = actions.add_person(email=HEAD, at=NOW)
    seat(person, Role.OFFICER)
    client = Client()
    client.force_login(person)
    return client, person


WEEK = timedelta(days=7)


def test_what_nobody_answered_in_seven_days_waits_for_the_officer_who_sends_it_again(
    officer, django_capture_on_commit_callbacks
):
    client, person_ = officer
    sent = timezone.now() - WEEK
    actions.invite(email=ANN, role=Role.HANDLER, by=person_, at=sent, compact="hertfordshire")
    found = actions.invite(email=BOB, role=Role.ORGANISER, by=person_, at=sent + WEEK / 2, compact="hertfordshire")
    compact = SimpleNamespace(id="hertfordshire")
    assert list(waits(person(BOB), compact, timezone.now())) == []
    assert list(waits(person_, SimpleNamespace(id="dacorum"), timezone.now())) == []

    [waiting] = waits(person_, compact, timezone.now())
    assert waiting.says == f"Nobody answered an invitation: Handler of concerns, {ANN}"
    assert waiting.since == timezone.localdate()
    assert waiting.yes is not None
    with django_capture_on_commit_callbacks(execute=True):
        client.post(waiting.yes.address, dict(waiting.yes.fields))

    assert mail.outbox[-1].to == [ANN]
    assert list(waits(person_, compact, timezone.now())) == []
    actions.accept(secret=secret_in(mail.outbox[-1]), person=person(ANN), at=timezone.now())
    assert roles(ANN) == {"handler"}
    found.refresh_from_db()
    assert found.over_at is None, "the invitation of another person is none of its business"


def test_the_page_tells_what_is_open_what_ran_out_and_what_was_answered(officer):
    client, person_ = officer
    now = timezone.now()
    of = {"by": person_, "compact": "hertfordshire"}
    actions.invite(email=ANN, role=Role.HANDLER, at=now, **of)
    old = actions.invite(email=BOB, role=Role.ORGANISER, at=now - WEEK, **of)
    actions.revoke(invitation=actions.invite(email="cy@example.org", role=Role.ORGANISER, at=now, **of), at=now)
    actions.invite(email="di@example.org", role=Role.ORGANISER, by=None, at=now, compact="dacorum")
    text = " ".join(re.sub("<[^>]+>", "", client.get("/hertfordshire/people").text).split())

    assert f"Handler of concerns: {ANN}, until" in text
    assert f"Organiser of the forum: {BOB}, ran out on" in text
    assert "Organiser of the forum: cy@example.org, taken back on" in text
    assert "di@example.org" not in text
    client.post("/hertfordshire/people", {"revoke": old.pk})
    old.refresh_from_db()
    assert old.outcome == "revoked"


def test_an_officer_sends_nothing_again_that_another_compact_sent(officer):
    client, _person = officer
    elsewhere = actions.invite(email=ANN, role=Role.ORGANISER, by=None, at=timezone.now(), compact="dacorum")
    for number in (elsewhere.pk, 0, "x"):
        assert client.post("/hertfordshire/people", {"again": number}).status_code == 302

    assert list(Invitation.objects.all()) == [elsewhere]


def test_what_they_have_by_now_is_taken_back_instead_of_sent_again(officer):
    client, person_ = officer
    sent = timezone.now() - WEEK
    found = actions.invite(email=ANN, role=Role.ORGANISER, by=person_, at=sent, compact="hertfordshire")
    Seat.objects.create(person=person(ANN), role=Role.ORGANISER, compact="hertfordshire", given_at=NOW, given_by="x")
    client.post("/hertfordshire/people", {"again": found.pk})

    assert [each.outcome for each in Invitation.objects.all()] == ["revoked"]


def test_it_dies_when_the_second_step_is_taken_away(invited):
    secret = invited()
    prove(person(ANN))
    actions.take_second_factor(person=person(ANN), at=timezone.now())

    assert over(secret) == "revoked"


class Invitations(RuleBasedStateMachine):
    """Everything that can happen to an invitation, against a model in plain Python."""

    send: ClassVar[Any]

    @initialize()
    def empty(self):
        Seat.objects.filter(person__email__in=[ANN, BOB]).delete()
        Invitation.objects.all().delete()
        self.now = timezone.now()
        self.open: dict[str, tuple[str, datetime]] = {}  # secret → whose, and when it dies
        self.held: set[str] = set()
        self.over: list[str] = []

    def die(self, email):
        for secret in [secret for secret, (whose, _) in self.open.items() if whose == email]:
            self.open.pop(secret)
            self.over.append(secret)

    @rule(email=sampled_from([ANN, BOB]))
    def invite(self, email):
        if email in self.held:
            return
        secret = self.send(email=email, at=self.now)
        self.die(email)
        self.open[secret] = (email, self.now + timedelta(days=7))

    @rule(days=sampled_from([1, 6, 7, 8]))
    def wait(self, days):
        self.now += timedelta(days=days)

    @rule(email=sampled_from([ANN, BOB]), use_old=sampled_from([True, False]))
    def accept(self, email, use_old):
        pool = self.over if use_old else list(self.open)
        who = queries.person(email)
        if not pool or who is None:
            return
        secret = pool[0]
        whose, dies = self.open.get(secret, ("", self.now))
        try:
            actions.accept(secret=secret, person=who, at=self.now)
            worked = True
        except InvitationOver:
            worked = False
        assert worked == (whose == email and self.now < dies)
        if worked:
            self.die(email)
            self.held.add(email)

    @rule(email=sampled_from([ANN, BOB]))
    def revoke(self, email):
        for each in Invitation.objects.filter(person__email=email, over_at=None):
            actions.revoke(invitation=each, at=self.now)
        self.die(email)

    @rule(email=sampled_from([ANN, BOB]))
    def open_as(self, email):
        """Whoever opens a link sees it if it is for them and holds, and nothing comes of looking."""
        who = queries.person(email)
        for secret, (whose, dies) in self.open.items():
            if who is not None:
                request = HttpRequest()
                request.user = who
                try:
                    seen = mine.invitation(request, secret, at=self.now).person.email == email
                except Gone:
                    seen = False
                assert seen == (whose == email and self.now < dies)

    @rule(email=sampled_from([ANN, BOB]))
    def reset(self, email):
        if who := queries.person(email):
            actions.take_second_factor(person=who, at=self.now)
            self.die(email)

    @rule(email=sampled_from([ANN, BOB]))
    def change_another_role(self, email):
        who = queries.person(email)
        if who is None:
            return
        other = Seat.objects.filter(person=who, role=Role.GROUP_MEMBER, until=None).first()
        if other:
            actions.end_seat(seat=other, by="test", at=self.now)
        else:
            seat(who, Role.GROUP_MEMBER)
        self.die(email)

    @rule(email=sampled_from([ANN, BOB]))
    def end(self, email):
        for each in Seat.objects.filter(person__email=email, role=Role.ORGANISER, until=None):
            actions.end_seat(seat=each, by="test", at=self.now)
            self.die(email)
        self.held.discard(email)

    @invariant()
    def seats_are_those_of_the_model(self):
        held = Seat.objects.filter(person__email__in=[ANN, BOB], until=None).exclude(role=Role.GROUP_MEMBER)
        assert sorted(held.values_list("person__email", "role")) == sorted((email, "organiser") for email in self.held)
        assert Person.objects.filter(email__in=[ANN, BOB]).count() <= 2


@pytest.mark.parametrize("examples", [8, pytest.param(150, marks=pytest.mark.long)])
def test_whatever_happens_there_is_one_seat_for_the_right_person(invited, monkeypatch, examples):
    monkeypatch.setattr(Invitations, "send", staticmethod(invited), raising=False)
    case = Invitations.TestCase
    case.settings = hypothesis_settings(max_examples=examples, stateful_step_count=15, deadline=None)
    case().runTest()
