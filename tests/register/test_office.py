"""The officer's side: what waits, one answer at a time; and nobody else sees any of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from livecompact.compacts import queries as compacts
from livecompact.people.roles import Role
from livecompact.record.models import Entry
from livecompact.register import queries
from livecompact.register.models import Organisation, Signature, Signer
from livecompact.register.rights import ACTS
from tests.harness.html import read_page
from tests.register.some import LIST, OFFICER, add, few, sign

pytestmark = pytest.mark.django_db
CLUB = f"{LIST}/riverside-youth-club"
BANK = f"{LIST}/hartsmere-food-bank"
TODAY = timezone.localdate()
DAY = {"day": str(TODAY.day), "month": str(TODAY.month), "year": str(TODAY.year)}


def on(name):
    return {f"{name}-{box}": value for box, value in DAY.items()}


PAPER = {
    "name": "Netherfold Orchard",
    "kind": "group",
    "postcode": "zz21zz",
    "website": "www.example.org",
    "size": "micro",
    "how": "paper",
    "org_id": "",
    "signer": "Jo Ray",
    "role": "Chair",
    "authority": "The committee",
    "champion": "",
    **on("signed_on"),
}


@pytest.fixture
def officer(client, enter, monkeypatch):
    few(monkeypatch)
    return enter(client, Role.OFFICER)


def state(slug):
    return Signature.objects.get(organisation__slug=slug, latest=True).state


def problems(response):
    return [text for _, text in read_page(response.text).summary]


def test_what_waits_is_on_one_page(officer):
    page = officer.get(f"{LIST}/waiting").text

    assert "Riverside Youth Club" in page
    assert "Hartsmere Food Bank" not in page


def test_a_sign_up_is_approved_in_two_clicks(officer):
    page = officer.get(f"{CLUB}/edit").text
    assert "Jo Ray, Trustee" in page

    officer.post(f"{CLUB}/edit/answer", {"answer": "approve"})
    assert state("riverside-youth-club") == "active"
    assert officer.get(CLUB).status_code == 200
    [line] = Entry.objects.filter(organisation="riverside-youth-club")
    assert (line.what, line.role) == ("organisation-signed", OFFICER)


@pytest.mark.parametrize(("answer", "becomes"), [("ask", "asked"), ("decline", "declined")])
def test_asking_and_declining_need_words(officer, answer, becomes):
    refused = officer.post(f"{CLUB}/edit/answer", {"answer": answer})
    assert problems(refused) == ["Enter your question or your reason"]

    officer.post(f"{CLUB}/edit/answer", {"answer": answer, "reason": "Who are your trustees?"})
    assert state("riverside-youth-club") == becomes


def test_an_answer_to_a_question_brings_a_new_clock(officer):
    officer.post(f"{CLUB}/edit/answer", {"answer": "ask", "reason": "Who?"})
    officer.post(f"{CLUB}/edit/answered", {"says": "Ann and Bob."})

    signature = Signature.objects.get(organisation__slug="riverside-youth-club", latest=True)
    assert (signature.state, signature.reason) == ("applied", "Ann and Bob.")
    assert signature.answer_by is not None
    assert signature.answer_by > TODAY


def test_a_late_answer_is_shown_as_late(officer):
    late = add("Late Club")
    sign(late, approve=False, answer_by=TODAY - timedelta(days=1))

    assert "Late</strong>" in officer.get(f"{LIST}/waiting").text


def test_of_two_that_answer_at_once_the_second_is_told(officer):
    version = Signature.objects.get(organisation__slug="riverside-youth-club", latest=True).version
    officer.post(f"{CLUB}/edit/answer", {"answer": "ask", "reason": "Who?", "version": version})
    second = officer.post(f"{CLUB}/edit/answer", {"answer": "approve", "version": version})

    assert problems(second) == ["Somebody changed this just now. Look at it again"]
    assert state("riverside-youth-club") == "asked"


def test_an_act_that_the_state_does_not_allow_is_refused(officer):
    refused = officer.post(f"{BANK}/edit/answer", {"answer": "decline", "reason": "No."})

    assert problems(refused) == ["This sign-up is “Active” now. Look at it again."]
    assert state("hartsmere-food-bank") == "active"


def test_a_paper_sign_up_is_entered_and_then_approved(officer):
    page = officer.post(f"{LIST}/add", PAPER, follow=True)

    assert page.redirect_chain == [(f"{LIST}/netherfold-orchard/edit", 302)]
    signature = Signature.objects.get(organisation__slug="netherfold-orchard")
    assert (signature.state, signature.how, signature.authority) == ("applied", "paper", "The committee")
    assert Organisation.objects.get(slug="netherfold-orchard").website == "https://www.example.org"
    assert Signer.objects.get(reference=signature.reference).role == "Chair"


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": ""}, "Enter the organisation's name"),
        ({"postcode": "ZZ2"}, "Enter a full postcode, like SG6 2JF"),
        ({"website": "not an address"}, "Enter a web address like https://www.example.org"),
        ({"org_id": "99"}, "“99” does not begin with a list that we know. Write it like GB-CHC-1187463."),
        ({"signed_on-day": "32"}, "The day it signed must be a day in the calendar"),
        (
            {"name": "Hartsmere Food Bank", "org_id": "9900103"},
            "Hartsmere Food Bank is on the register of this Compact already",
        ),
        ({"name": "!!!"}, "Enter the organisation's name in letters or numbers."),
    ],
)
def test_what_cannot_be_added_is_told_and_what_was_typed_stays(officer, wrong, says):
    rows = Signature.objects.count()
    page = officer.post(f"{LIST}/add", PAPER | wrong)

    assert problems(page) == [says]
    assert "The committee" in page.text
    assert Signature.objects.count() == rows


def test_details_numbers_and_contacts_are_changed(officer):
    details = {"name": "Hartsmere Pantry", "kind": "cio", "postcode": "", "website": "", "size": "small"}
    officer.post(f"{BANK}/edit/details", details)
    officer.post(f"{BANK}/edit/number", {"scheme": "GB-COH", "number": "9900"})
    contact = {
        "champion": "Manager",
        "contact_role": "Manager",
        "contact_email": "a@example.org",
        "contact_shown": "yes",
    }
    officer.post(f"{BANK}/edit/contact", contact)

    page = officer.get(BANK).text
    for words in ("Hartsmere Pantry", "00009900", "a@example.org", "Charitable incorporated organisation"):
        assert words in page, words


def test_a_number_of_another_organisation_is_refused(officer):
    refused = officer.post(f"{CLUB}/edit/number", {"scheme": "GB-CHC", "number": "9900103"})
    assert problems(refused) == ["Another organisation has this number."]

    refused = officer.post(f"{CLUB}/edit/number", {"scheme": "GB-CHC", "number": "12"})
    assert problems(refused)[0].startswith("“12” is no number of this list: Charity in England or Wales.")


@pytest.mark.parametrize(
    ("how", "becomes"),
    [("left", "withdrawn"), ("lapsed", "lapsed"), ("dissolved", "withdrawn"), ("removed", "withdrawn")],
)
def test_an_organisation_is_taken_off_the_list(officer, how, becomes):
    officer.post(f"{BANK}/edit/end", {"how": how, "reason": "It moved away.", **on("last_day")})

    assert state("hartsmere-food-bank") == becomes


def test_a_last_day_before_the_first_is_told_beside_its_field(officer):
    told = {"how": "left", "reason": "It moved.", "last_day-day": "1", "last_day-month": "1", "last_day-year": "2020"}
    refused = officer.post(f"{BANK}/edit/end", told)

    assert problems(refused) == ["Enter the last day. It must not be before the day it signed."]


def test_one_becomes_another(officer):
    after = add("Hartsmere Pantry", kind="charity")
    officer.post(f"{BANK}/edit/follow", {"after": "hartsmere pantry", "note": "They merged.", **on("on")})

    assert state("hartsmere-food-bank") == "superseded"
    assert queries.had_signed(after, "hartsmere", TODAY) is False
    assert queries.had_signed(after, "hertfordshire", TODAY)
    assert "They merged." in officer.get(f"{LIST}/hartsmere-pantry").text


@pytest.mark.parametrize(
    ("after", "says"),
    [("Nobody", "We know no organisation of that name. Add it first"), ("River", "Write which one you mean: ")],
)
def test_another_that_is_not_known_or_not_one_is_told(officer, after, says):
    add("Riverside Sailing")
    refused = officer.post(f"{BANK}/edit/follow", {"after": after, "note": "", **on("on")})

    assert problems(refused)[0].startswith(says)
    assert state("hartsmere-food-bank") == "active"


def test_a_renewal_is_written_down(officer):
    officer.post(f"{BANK}/edit/renew", on("renewed_on"))

    assert Signature.objects.get(organisation__slug="hartsmere-food-bank", latest=True).renewed_on == TODAY


@pytest.mark.parametrize("role", [None, Role.PERSON, Role.REPRESENTATIVE, Role.GROUP_MEMBER])
def test_nobody_else_sees_or_does_any_of_it(client, enter, monkeypatch, role):
    few(monkeypatch)
    rows = Signature.objects.count()
    visitor = enter(client, role)

    for address in (f"{LIST}/waiting", f"{LIST}/add", f"{CLUB}/edit", *(f"{CLUB}/edit/{act}" for act in ACTS)):
        for answer in (visitor.get(address), visitor.post(address, {"answer": "approve"})):
            assert answer.status_code in (302, 403, 404, 405), address
            assert "Jo Ray" not in answer.text
    assert Signature.objects.count() == rows


def test_an_officer_of_another_compact_sees_nothing_of_this_one(client, holder, monkeypatch):
    few(monkeypatch)
    client.force_login(holder(Role.OFFICER, compact="dacorum"))

    assert client.get(f"{CLUB}/edit").status_code in (403, 404)
    assert client.post(f"{CLUB}/edit/answer", {"answer": "approve"}).status_code in (403, 404)
    assert client.get("/dacorum/organisations/riverside-youth-club/edit").status_code == 404
    assert state("riverside-youth-club") == "applied"


def test_a_query_gives_an_officers_things_to_an_officer_only(officer, holder):
    at = timezone.now()
    here = compacts.compact(None, "hertfordshire", TODAY)
    nobody = holder(Role.GROUP_MEMBER)
    for query in (queries.waiting, queries.renewals_due, queries.gone):
        assert query(nobody, here, at) == ()
    with pytest.raises(queries.NotThere):
        queries.sign_up(nobody, here, "riverside-youth-club", at)
