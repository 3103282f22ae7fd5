"""Where nobody acts for an organisation here, its contact renews by a link; or the officer asks by phone."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone
from lxml import html

from livecompact.people import queries as people
from livecompact.people.actions import add_person
from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.record.letters import letter_for
from livecompact.record.models import Delivery, Notice
from livecompact.register import actions
from livecompact.register.models import Signature, State
from tests.harness.people import seat
from tests.register.some import LIST, OFFICER, add, few, sign

pytestmark = pytest.mark.django_db
DESK = "desk@example.org"
REASON = "renewal-due-by-link"
TODAY = timezone.localdate()


@pytest.fixture
def club(monkeypatch):
    """A group that signed on paper 500 days ago, with an address for the Compact; nobody acts for it here."""
    few(monkeypatch)
    says = actions.Signing(contact_role="The desk", contact_email="Desk@example.org")
    sign(add("Hartsmere Singers"), how="paper", says=says)
    Signature.objects.update(signed_on=TODAY - timedelta(days=500))
    actions.ask_to_renew(at=timezone.now())
    return newest()


def newest(slug="hartsmere-singers"):
    return Signature.objects.get(organisation__slug=slug, latest=True)


def letter():
    return letter_for(Notice.objects.get(reason=REASON), timezone.now())


def by():
    return {"by": OFFICER, "at": timezone.now()}


def test_the_link_shows_a_button_and_the_button_renews_once(client, club):
    address = letter().address

    assert "Yes, we still agree" in client.get(address).text
    assert newest().renewed_on is None  # whatever opens links in mails does nothing
    client.post(address)
    client.post(address)

    assert (newest().renewed_on, newest().by, newest().version) == (TODAY, "the organisation", club.version + 1)
    assert letter_for(Notice.objects.get(reason=REASON), timezone.now()) is None
    page = client.get(address)
    assert "This link does nothing now." in page.text
    assert "no-store" in page["Cache-Control"]


def test_the_link_of_one_year_does_nothing_in_the_next(client, club):
    address = letter().address
    client.post(address)
    Signature.objects.filter(pk=newest().pk).update(renewed_on=TODAY - timedelta(days=400))

    client.post(address)

    assert newest().renewed_on == TODAY - timedelta(days=400)
    assert actions.ask_to_renew(at=timezone.now())
    assert Notice.objects.filter(reason=REASON).count() == 2


def test_the_link_dies_when_the_organisation_leaves(client, club):
    address = letter().address
    actions.withdraw(signature=newest(), last_day=TODAY, **by())

    client.post(address)

    assert newest().state == State.WITHDRAWN
    assert letter_for(Notice.objects.get(reason=REASON), timezone.now()) is None


@pytest.mark.parametrize(
    "change", ["/dacorum/still-agree/{0}", "/hertfordshire/still-agree/{0}x", "/hertfordshire/still-agree/x"]
)
def test_a_link_of_another_compact_or_of_nobody_opens_nothing(client, club, change):
    token = letter().address.rpartition("/")[2]

    address = change.format(token)
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code == 404
    assert newest().renewed_on is None


def test_a_link_that_another_mail_holds_is_not_taken(client, club):
    other = signing.dumps(newest().reference, salt="register.not-right")

    assert client.post(f"/hertfordshire/still-agree/{other}").status_code == 404


def test_the_button_needs_its_own_page(club):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(letter().address).status_code == 403
    assert newest().renewed_on is None


def test_where_somebody_acts_for_it_they_are_asked_and_the_contact_is_not(club):
    person = Person.objects.get(email=DESK)
    seat(person, Role.REPRESENTATIVE, organisation="hartsmere-singers")

    assert letter_for(Notice.objects.get(reason=REASON), timezone.now()) is None
    actions.ask_to_renew(at=timezone.now())
    assert Notice.objects.filter(reason="renewal-due", person=person).exists()


def test_an_address_that_was_only_asked_is_forgotten_after_thirty_days(club):
    Notice.objects.update(state=Delivery.SENT, settled_at=timezone.now())

    assert actions.forget_asked(at=timezone.now() + timedelta(days=29)) == 0
    assert actions.forget_asked(at=timezone.now() + timedelta(days=31)) == 1

    assert people.person(DESK) is None
    assert newest().contact_email == "Desk@example.org"


def test_without_an_address_the_officer_asks_by_phone_and_one_button_writes_it_down(client, enter, monkeypatch):
    few(monkeypatch)
    last = TODAY - timedelta(days=500)
    Signature.objects.filter(organisation__slug="hartsmere-food-bank").update(signed_on=last)
    office = enter(client, Role.OFFICER)

    page = office.get("/hertfordshire/run").text
    assert "Ask Hartsmere Food Bank by phone: does it still agree?" in page
    (form,) = [each for each in html.fromstring(page).forms if "food-bank/edit/renew" in (each.action or "")]
    office.post(form.action, dict(form.fields))

    renewed = newest("hartsmere-food-bank")
    assert (renewed.renewed_on, renewed.by) == (TODAY, OFFICER)
    assert "Hartsmere Food Bank" not in office.get("/hertfordshire/run").text


def merge(after="Netherfold Group"):
    organisation = add(after)
    before = Signature.objects.get(organisation__slug="hartsmere-food-bank", latest=True).organisation
    return organisation, lambda: actions.succeed(before=before, after=organisation, on=TODAY, **by())


def test_who_acted_for_an_organisation_acts_for_the_one_that_it_became_and_is_told(client, enter, monkeypatch):
    few(monkeypatch)
    bank = enter(client, Role.REPRESENTATIVE)
    _after, become = merge()

    become()

    person = Person.objects.get(email="representative@example.org")
    assert people.organisations_of(person, at=timezone.now()) >= {"netherfold-group"}
    said = letter_for(Notice.objects.get(person=person), timezone.now())
    assert said
    assert said.subject == "Hartsmere Food Bank became Netherfold Group"
    assert "You act for Netherfold Group here from now on." in said.lines
    bank.force_login(person)  # a new role ends the sessions
    assert bank.get(f"{LIST}/netherfold-group/ours").status_code == 200


def test_where_others_act_for_it_already_only_they_let_more_people(client, enter, monkeypatch):
    few(monkeypatch)
    enter(client, Role.REPRESENTATIVE)
    _after, become = merge()
    other = add_person(email="other@example.org", at=timezone.now())
    seat(other, Role.REPRESENTATIVE, organisation="netherfold-group")

    become()

    person = Person.objects.get(email="representative@example.org")
    assert "netherfold-group" not in people.organisations_of(person, at=timezone.now())
    said = letter_for(Notice.objects.get(person=person), timezone.now())
    assert said
    assert "Others act for it here. Ask them to let you too." in said.lines


def under_an_older_text(monkeypatch, **says):
    """A group that signed a year ago at most, under a text that is followed by another; nobody acts for it here."""
    few(monkeypatch)
    sign(add("Hartsmere Singers"), how="paper", says=actions.Signing(**says))
    Signature.objects.filter(organisation__slug="hartsmere-singers").update(edition="2009")
    actions.ask_to_renew(at=timezone.now())


def test_a_new_text_is_asked_of_the_contact_by_the_same_link(client, monkeypatch):
    under_an_older_text(monkeypatch, contact_role="The desk", contact_email=DESK)
    sent = letter()
    assert "The text has changed since you signed. The page shows what is new." in sent.lines

    assert "See what is new" in client.get(sent.address).text
    client.post(sent.address)

    assert (newest().edition, newest().by) == ("2016", "the organisation")


def test_who_cannot_be_asked_about_a_new_text_is_on_the_officers_list_until_it_says_yes(client, enter, monkeypatch):
    under_an_older_text(monkeypatch)
    office = enter(client, Role.OFFICER)

    page = office.get("/hertfordshire/run").text
    assert "Ask Hartsmere Singers by phone or on paper: does it agree to the new text?" in page
    (form,) = [each for each in html.fromstring(page).forms if "singers/edit/renew" in (each.action or "")]
    office.post(form.action, dict(form.fields))

    assert (newest().edition, newest().by) == ("2016", OFFICER)
    assert "Hartsmere Singers" not in office.get("/hertfordshire/run").text
