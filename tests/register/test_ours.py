"""Who signed acts for the organisation once it is on the list: changes, renews, leaves; and is asked each year."""

from datetime import timedelta

import pytest
from django.utils import timezone

from livecompact.people import queries as people
from livecompact.people.actions import add_person
from livecompact.people.roles import Role
from livecompact.record.letters import MOST_WORDS, letter_for
from livecompact.record.models import Entry, Notice
from livecompact.register import actions
from livecompact.register.models import Signature, Signer
from livecompact.web import daily
from tests.harness.html import read_page
from tests.harness.people import seat
from tests.register.some import LIST, OFFICER, add, few, sign

pytestmark = pytest.mark.django_db
JO = "jo@example.org"
OURS = f"{LIST}/hartsmere-food-bank/ours"
CLUB = "riverside-youth-club"
TODAY = timezone.localdate()
LONGEST = ("Have your trustees agreed at a meeting, and on which day? " * 6).strip()  # nearly what the form takes


@pytest.fixture
def waits(monkeypatch):
    """Riverside Youth Club waits; Jo Ray signed for it online."""
    few(monkeypatch)
    Signer.objects.filter(reference=newest(CLUB).reference).update(email=JO)
    return newest(CLUB)


@pytest.fixture
def bank(client, enter, monkeypatch):
    """Who acts for the Hartsmere Food Bank."""
    few(monkeypatch)
    return enter(client, Role.REPRESENTATIVE)


def newest(slug="hartsmere-food-bank"):
    return Signature.objects.get(organisation__slug=slug, latest=True)


def acts_for(email=JO):
    """The organisations that the person with that address acts for."""
    person = people.person(email)
    assert person
    return people.organisations_of(person, at=timezone.now())


def by():
    return {"by": OFFICER, "at": timezone.now()}


def letters(reason):
    return [letter_for(each, timezone.now()) for each in Notice.objects.filter(reason=reason)]


def problems(response):
    return [text for _, text in read_page(response.text).summary]


def led_to(response):
    return {address for address, _ in read_page(response.text).links}


def last_year():
    """The food bank signed more than a year ago."""
    Signature.objects.filter(organisation__slug="hartsmere-food-bank").update(signed_on=TODAY - timedelta(days=400))


def test_who_signed_acts_for_it_once_it_is_on_the_list(waits):
    assert people.person(JO) is None

    actions.approve(signature=waits, **by())

    assert acts_for() == {CLUB}
    [letter] = letters("sign-up-approved")
    assert letter.subject == "Riverside Youth Club is on the list"
    assert letter.address == f"{LIST}/{CLUB}/ours"


def test_where_somebody_acts_for_it_already_who_signed_is_told_and_gets_no_role(waits):
    first = add_person(email="first@example.org", at=timezone.now())
    seat(first, Role.REPRESENTATIVE, organisation=CLUB)

    actions.approve(signature=waits, **by())

    assert acts_for() == set()
    [letter] = letters("sign-up-approved")
    assert letter.address == f"{LIST}/{CLUB}"


def test_a_sign_up_on_paper_gives_nobody_a_role(waits):
    Signature.objects.filter(pk=waits.pk).update(how="paper")
    waits.refresh_from_db()

    actions.approve(signature=waits, **by())

    assert people.person(JO) is None
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("act", "reason", "subject"),
    [
        (actions.ask, "sign-up-asked", "A question about your sign-up"),
        (actions.decline, "sign-up-declined", "Your sign-up was declined"),
    ],
)
def test_who_signed_reads_what_the_officer_wrote(waits, act, reason, subject):
    act(signature=waits, reason=LONGEST, **by())

    [letter] = letters(reason)
    assert letter.subject == subject
    assert letter.lines[1] == LONGEST
    assert sum(len(line.split()) for line in letter.lines) + len(letter.why.split()) < MOST_WORDS
    assert acts_for() == set()


def test_a_question_that_was_answered_is_not_mailed_any_more(waits):
    asked = actions.ask(signature=waits, reason="Who are your trustees?", **by())
    actions.answer(signature=asked, says="Ann and Bob.", answer_by=None, **by())

    assert letters("sign-up-asked") == [None]


def test_ones_account_leads_to_ones_organisation(bank):
    assert OURS in led_to(bank.get("/me"))
    assert OURS in led_to(bank.get(f"{LIST}/hartsmere-food-bank"))
    assert f"{LIST}/corner-shop/ours" not in led_to(bank.get(f"{LIST}/corner-shop"))


def test_an_organisation_changes_its_contact_and_its_website(bank):
    told = {"champion": "Manager", "contact_role": "Manager", "contact_email": "m@example.org", "contact_shown": "yes"}
    bank.post(f"{OURS}/contact", told)
    bank.post(f"{OURS}/website", {"website": "bank.example.org"})

    public = bank.get(f"{LIST}/hartsmere-food-bank").text
    assert "m@example.org" in public
    assert "https://bank.example.org" in public
    lines = Entry.objects.filter(what="organisation-corrected")
    assert {line.role for line in lines} == {"the organisation"}


def test_a_web_address_that_is_none_is_told(bank):
    refused = bank.post(f"{OURS}/website", {"website": "not a page"})

    assert problems(refused) == ["Enter a web address like https://www.example.org"]


def test_an_organisation_renews_with_one_button(bank):
    last_year()
    page = bank.get(OURS).text
    assert "Say that you still agree" in page

    bank.post(f"{OURS}/renew", {})

    assert newest().renewed_on == TODAY
    assert Entry.objects.get(what="organisation-renewed").role == "the organisation"
    assert "Say that you still agree" not in bank.get(OURS).text


def test_to_look_at_the_button_renews_nothing(bank):
    rows = Signature.objects.count()

    assert "Yes, we still agree" in bank.get(f"{OURS}/renew").text
    assert Signature.objects.count() == rows


def test_what_was_seen_before_another_changed_it_is_told(bank):
    seen = newest().version
    actions.renew(signature=newest(), edition="2016", renewed_on=TODAY, **by())

    refused = bank.post(f"{OURS}/renew", {"version": str(seen)})

    assert problems(refused) == ["Somebody changed this just now. Look at it again"]


def test_an_organisation_leaves_on_a_day_and_need_not_say_why(bank):
    day = {f"last_day-{box}": str(getattr(TODAY, box)) for box in ("day", "month", "year")}
    bank.post(f"{OURS}/leave", {**day, "reason": ""})

    assert (newest().state, newest().ended_on) == ("withdrawn", TODAY)
    assert Entry.objects.get(what="organisation-left").role == "the organisation"
    page = bank.get(OURS).text
    assert "Leave the Compact" not in page
    assert "Sign again" in page
    assert bank.post(f"{OURS}/leave", {**day, "reason": ""}).status_code == 200
    assert Signature.objects.filter(organisation__slug="hartsmere-food-bank").count() == 3


def test_a_last_day_before_the_first_is_told(bank):
    told = {"last_day-day": "1", "last_day-month": "1", "last_day-year": "2020", "reason": ""}

    assert problems(bank.post(f"{OURS}/leave", told)) == [
        "Enter the last day. It must not be before the day it signed."
    ]


@pytest.mark.parametrize("role", [None, Role.PERSON, Role.CHAMPION, Role.GROUP_MEMBER])
def test_nobody_else_opens_the_pages_of_an_organisation(client, enter, monkeypatch, role):
    few(monkeypatch)
    visitor, rows = enter(client, role), Signature.objects.count()

    for act in ("", "/renew", "/contact", "/website", "/leave"):
        for answer in (visitor.get(f"{OURS}{act}"), visitor.post(f"{OURS}{act}", {})):
            assert answer.status_code in (302, 403, 405), act
    assert Signature.objects.count() == rows


def test_who_acts_for_one_organisation_does_nothing_for_another(bank):
    for slug in ("corner-shop", CLUB, "nobody"):
        assert bank.post(f"{LIST}/{slug}/ours/renew", {}).status_code == 403
    assert bank.get("/dacorum/organisations/hartsmere-food-bank/ours").status_code == 404


def test_each_year_who_acts_for_it_is_asked_once(bank):
    assert actions.ask_to_renew(at=timezone.now()) == 0
    last_year()

    assert daily.done(at=timezone.now())["livecompact.register.actions.ask_to_renew"] == 1
    actions.ask_to_renew(at=timezone.now())

    [letter] = letters("renewal-due")
    assert letter.subject == "One step: do you still stand by the Compact?"
    assert letter.address == f"{OURS}/renew"
    bank.post(f"{OURS}/renew", {})
    assert letters("renewal-due") == [None]


def test_once_a_new_edition_holds_it_is_asked_again(bank):
    Signature.objects.filter(organisation__slug="hartsmere-food-bank").update(edition="2009")

    assert actions.ask_to_renew(at=timezone.now()) == 1
    [letter] = letters("renewal-due")
    assert "The text has changed since you signed. The page shows what is new." in letter.lines
    assert "If you say yes, you agree to the new text." in bank.get(f"{OURS}/renew").text

    bank.post(f"{OURS}/renew", {})

    assert newest().edition == "2016"
    assert actions.ask_to_renew(at=timezone.now()) == 0


def test_nobody_is_asked_for_an_organisation_that_left(bank):
    last_year()
    actions.withdraw(signature=newest(), last_day=TODAY, **by())

    assert actions.ask_to_renew(at=timezone.now()) == 0


def test_an_organisation_without_anybody_on_the_site_is_due_and_nobody_is_told(monkeypatch):
    few(monkeypatch)
    last_year()

    assert actions.ask_to_renew(at=timezone.now()) == 1
    assert not Notice.objects.exists()


def test_a_sign_up_that_waits_says_so_to_who_acts_for_it(bank):
    sign(add("Netherfold Orchard"), approve=False)
    person = people.person("representative@example.org")
    assert person
    seat(person, Role.REPRESENTATIVE, organisation="netherfold-orchard")
    bank.force_login(person)

    assert "Your sign-up waits for a check." in bank.get(f"{LIST}/netherfold-orchard/ours").text
