"""Joining on the site: every page of a sign-up, what is wrong with an answer, and what comes of it."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from livecompact.people.codes import CodeOver
from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.record.models import Notice
from livecompact.register.joining import actions as joining_actions
from livecompact.register.joining import letters
from livecompact.register.models import Charity, CharityLoad, Joining, Organisation, Sector, Signature, Signer
from livecompact.standards.standard import Side
from tests.harness.html import read_page

JOIN = "/hertfordshire/join"
JO = "jo@example.org"


@pytest.fixture
def charities(db):
    """A copy of the register with three charities."""
    load = CharityLoad.objects.create(current=True, begun_at=timezone.now(), finished_at=timezone.now(), charities=3)
    for number, name in (("1187463", "HARTSMERE CARERS"), ("1187464", "HARTSMERE CYCLISTS"), ("299001", "OTHER FOLK")):
        Charity.objects.create(
            load=load, number=number, name=name, folded_name=name.lower(), postcode="SG6 2JF", district="SG6"
        )


def post(client, page, **answers):
    return client.post(f"{JOIN}/{page}", answers)


def told(response):
    return [text for _, text in read_page(response.text).summary]


def code_of(message):
    [code] = re.findall(r"Enter (\d{3} \d{3})", message.body)
    return code


def named(client, name="Hartsmere Singers", kind="voluntary"):
    post(client, "kind", kind=kind)
    return post(client, "name", name=name)


def up_to_the_code(client, **about):
    """A community group that is in no register, up to the code."""
    named(client, **about)
    post(client, "about", called="Hartsmere Singers", postcode="sg62jf")
    post(client, "agreed", agreed="yes")
    post(client, "who", full_name="Jo Ray", role="Trustee", contact="")
    return post(client, "email", email=JO)


def proved(client):
    up_to_the_code(client)
    return post(client, "code", code=code_of(mail.outbox[-1]))


def signed(client):
    proved(client)
    return post(client, "check")


@pytest.fixture
def site(client, hertfordshire):
    return client


def test_a_group_signs_and_waits_for_the_officer(site):
    done = signed(site)

    signature = Signature.objects.get()
    assert done.url == f"{JOIN}/done/{signature.reference}"
    assert (signature.organisation.name, signature.state, signature.edition) == ("Hartsmere Singers", "applied", "2016")
    assert signature.organisation.postcode == "SG6 2JF"
    assert (signature.contact_email, signature.contact_shown) == (JO, False)
    signer = Signer.objects.get()
    assert (signer.name, signer.role, signer.email) == ("Jo Ray", "Trustee", JO)


def test_what_was_typed_goes_from_the_sign_up_once_it_is_sent(site):
    signed(site)

    assert Joining.objects.get().answers == {}


def test_the_page_at_the_end_has_the_reference_and_the_day_of_the_check(site):
    page = site.get(signed(site).url).text

    assert Signature.objects.get().reference in page
    assert "We will check your sign-up by" in page


def test_the_page_at_the_end_is_for_the_browser_that_signed_only(site):
    done = signed(site)

    assert Client().get(done.url).status_code == 404


def test_nothing_of_a_sign_up_is_public_before_the_officer_has_looked(site):
    signed(site)

    assert "Hartsmere Singers" not in Client().get("/hertfordshire/organisations").text
    assert Client().get("/hertfordshire/organisations/hartsmere-singers").status_code == 404


def test_who_signed_and_who_runs_the_compact_are_told(site, holder):
    holder(Role.OFFICER)

    signed(site)

    told = {(notice.reason, notice.person.email) for notice in Notice.objects.all()}
    assert told == {("sign-up-taken-in", JO), ("sign-up-waits", "officer@example.org")}


def test_the_mail_to_the_officer_leads_to_where_the_sign_up_is_answered(site, holder):
    holder(Role.OFFICER)
    signed(site)

    letter = letters.waits(Notice.objects.get(reason="sign-up-waits"), timezone.now())

    assert letter
    assert letter.address == "/hertfordshire/organisations/hartsmere-singers/edit/answer"


@pytest.mark.parametrize(("by_law", "side"), [("no", "Charity or community group"), ("yes", "Public body")])
def test_who_is_something_else_sees_before_signing_on_which_side_it_signs(site, by_law, side):
    post(site, "kind", kind="other")
    post(site, "test", purpose="yes", surplus="yes", by_law=by_law)
    post(site, "name", name="Hartsmere Singers")
    post(site, "about", called="Hartsmere Singers", postcode="sg62jf", sort="other-public")
    post(site, "agreed", agreed="yes")
    post(site, "who", full_name="Jo Ray", role="Trustee", contact="")
    post(site, "email", email=JO)
    page = post(site, "code", code=code_of(mail.outbox[-1]))

    text = site.get(page.url).text

    assert re.search(rf"What it is\s*</dt>\s*<dd[^>]*>\s*{side}", text)
    assert ("for public bodies" in text) is (by_law == "yes")


def test_the_same_sign_up_sent_twice_is_one(site):
    first, second = signed(site), post(site, "check")

    assert Signature.objects.count() == 1
    assert first.status_code == second.status_code == 302


def test_an_organisation_that_has_signed_is_shown_instead(site, club, sign):
    sign(club)
    named(site, name="Riverside Youth")

    leads = post(site, "match", match=f"organisation:{club.slug}")

    assert leads.url == "/hertfordshire/organisations/riverside-youth-club"


def test_an_organisation_that_signed_meanwhile_does_not_sign_again(site, club, sign):
    named(site, name="Riverside Youth Club")
    post(site, "match", match=f"organisation:{club.slug}")
    post(site, "agreed", agreed="yes")
    post(site, "who", full_name="Jo Ray", role="Trustee", contact="")
    post(site, "email", email=JO)
    post(site, "code", code=code_of(mail.outbox[-1]))
    sign(club)

    leads = post(site, "check")

    assert leads.url == "/hertfordshire/organisations/riverside-youth-club"
    assert Signature.objects.filter(latest=True).count() == 1


@pytest.mark.parametrize("typed", ["1187463", "hartsmere carers", "Hartsm"])
def test_a_charity_is_found_by_its_number_or_by_part_of_its_name(site, charities, typed):
    named(site, name=typed)

    assert "HARTSMERE CARERS (Charity 1187463, SG6 2JF)" in site.get(f"{JOIN}/match").text


def test_a_charity_that_was_chosen_is_asked_nothing_that_the_register_knows(site, charities):
    named(site, name="1187463")

    leads = post(site, "match", match="charity:1187463")
    post(site, "agreed", agreed="yes")
    post(site, "who", full_name="Jo Ray", role="Trustee", contact="promises@example.org")
    post(site, "email", email=JO)
    post(site, "code", code=code_of(mail.outbox[-1]))
    post(site, "check")

    assert leads.url == f"{JOIN}/agreed"
    organisation = Organisation.objects.get()
    assert (organisation.name, organisation.postcode, organisation.kind) == ("HARTSMERE CARERS", "SG6 2JF", "charity")
    assert str(organisation.identifiers.get()) == "GB-CHC-1187463"
    assert Signature.objects.get().contact_email == "promises@example.org"


def test_none_of_these_asks_for_name_and_postcode(site, charities):
    named(site, name="Hartsmere")

    assert post(site, "match", match="none").url == f"{JOIN}/about"


def test_another_name_is_looked_for_anew(site, charities):
    named(site, name="1187463")
    post(site, "match", match="charity:1187463")

    leads = post(site, "name", name="299001")

    assert leads.url == f"{JOIN}/match"
    assert "OTHER FOLK" in site.get(leads.url).text


def test_not_to_have_agreed_yet_is_no_error(site):
    named(site)
    post(site, "about", called="Hartsmere Singers", postcode="SG6 2JF")

    leads = post(site, "agreed", agreed="no")

    assert leads.url == f"{JOIN}/not-yet"
    page = site.get(leads.url)
    assert "You can sign when they have agreed" in page.text
    assert site.get(f"{JOIN}/who").url == f"{JOIN}/agreed", "nobody goes on past it"


def test_a_reminder_is_an_entry_for_ones_own_calendar(site):
    calendar = site.get(f"{JOIN}/reminder.ics?on-day=1&on-month=3&on-year=2027")

    assert calendar["Content-Type"].startswith("text/calendar")
    assert b"DTSTART;VALUE=DATE:20270301" in calendar.content


def test_a_reminder_on_no_day_is_said_beside_its_boxes(site):
    assert told(site.get(f"{JOIN}/reminder.ics?on-day=31&on-month=2&on-year=2027"))


def test_the_paper_for_the_meeting_says_what_a_group_would_promise_and_not_what_others_do(site, hertfordshire):
    links = {text for _, text in read_page(site.get(f"{JOIN}/paper").text).links}

    made = {each.name for each in hertfordshire.edition.undertakings if each.binds is not Side.STATUTORY}
    assert made <= links
    assert "Time to answer consultations" not in links


@pytest.mark.parametrize(
    ("purpose", "surplus", "by_law", "asks"),
    [
        ("yes", "yes", "no", "What is your organisation called?"),
        ("yes", "no", "no", "What is your business called?"),
        ("no", "yes", "no", "What is your business called?"),
        ("yes", "yes", "yes", "What is your organisation called?"),
    ],
)
def test_something_else_is_told_by_the_test_of_the_glossary(site, purpose, surplus, by_law, asks):
    post(site, "kind", kind="other")

    leads = post(site, "test", purpose=purpose, surplus=surplus, by_law=by_law)

    assert read_page(site.get(leads.url).text).h1 == [asks]


def test_what_the_law_created_signs_as_a_public_body(site):
    post(site, "kind", kind="other")
    post(site, "test", purpose="yes", surplus="yes", by_law="yes")
    post(site, "name", name="Hartsmere Drainage Board")

    page = site.get(f"{JOIN}/about").text

    assert "What sort of public body is it?" in page


def test_a_business_becomes_a_friend_and_no_promise_binds_it(site):
    named(site, name="Corner Shop", kind="business")
    post(site, "who", full_name="Sam Lee", role="Owner")
    post(site, "email", email=JO)
    post(site, "code", code=code_of(mail.outbox[-1]))
    post(site, "backing", backing=["events", "space"], commitment="Our hall is yours on Mondays.")
    check = site.get(f"{JOIN}/check").text
    post(site, "check")

    assert "No promise binds you." in check
    signature = Signature.objects.get()
    assert (signature.signs_as, signature.backing) == ("friend", ["events", "space"])
    assert signature.organisation.sector == Sector.BUSINESS


def test_dacorum_asks_a_group_for_its_acknowledgement_and_hertfordshire_does_not(site):
    proved(site)
    assert "You also say:" not in site.get(f"{JOIN}/check").text

    for page, answers in (
        ("kind", {"kind": "voluntary"}),
        ("name", {"name": "Hartsmere Singers"}),
        ("about", {"called": "Hartsmere Singers", "postcode": "SG6 2JF"}),
        ("agreed", {"agreed": "yes"}),
        ("who", {"full_name": "Jo Ray", "role": "Trustee", "contact": ""}),
        ("email", {"email": "two@example.org"}),
    ):
        site.post(f"/dacorum/join/{page}", answers)
    site.post("/dacorum/join/code", {"code": code_of(mail.outbox[-1])})

    assert "Groups recognise that public bodies have a unique role and duties." in site.get("/dacorum/join/check").text


@pytest.mark.parametrize(
    ("page", "answers", "message"),
    [
        ("kind", {}, "Select what kind of organisation you are"),
        ("name", {"name": " "}, "Enter your organisation’s name or charity number"),
        ("about", {"called": "", "postcode": "SG6 2JF"}, "Enter the organisation’s name"),
        ("about", {"called": "A", "postcode": "SG6"}, "Enter a full postcode, like SG6 2JF"),
        ("agreed", {}, "Select yes if your trustees or committee have agreed"),
        ("who", {"full_name": "", "role": "Chair"}, "Enter your full name"),
        ("who", {"full_name": "Jo", "role": ""}, "Enter your role"),
        ("email", {"email": "jo"}, "Enter an email address like name@example.org"),
        ("code", {"code": ""}, "Enter the 6-digit code from the email"),
    ],
)
def test_each_wrong_answer_has_its_message_and_stays_in_its_box(site, page, answers, message):
    up_to_the_code(site)

    response = post(site, page, **answers)

    assert told(response) == [message]
    assert read_page(response.text).title.startswith("Error: ")
    assert all(str(typed) in response.text for typed in answers.values())


def test_nobody_can_skip_a_page(site):
    named(site)

    for page in ("agreed", "who", "email", "code", "check"):
        assert site.get(f"{JOIN}/{page}").url == f"{JOIN}/about"


def test_a_wrong_code_is_told_and_five_of_them_end_it(site):
    up_to_the_code(site)
    right = code_of(mail.outbox[-1])
    wrong = "000000" if right != "000 000" else "111111"

    for _ in range(5):
        assert told(post(site, "code", code=wrong)) == ["The code is not right. Check it and try again"]

    assert told(post(site, "code", code=right)) == ["The code has run out. We have sent a new one"]


def test_a_code_holds_for_fifteen_minutes(site):
    up_to_the_code(site)
    row = Joining.objects.get()
    assert row.code_sent_at

    with pytest.raises(CodeOver):
        joining_actions.confirm(
            joining=row, code=code_of(mail.outbox[-1]).replace(" ", ""), at=row.code_sent_at + timedelta(minutes=16)
        )


def test_a_code_may_be_pasted_with_spaces_and_works_once(site):
    up_to_the_code(site)
    code = code_of(mail.outbox[-1])

    assert post(site, "code", code=f" {code} ").url == f"{JOIN}/check"
    assert Joining.objects.get().code == ""


def test_a_new_code_waits_a_minute(site):
    up_to_the_code(site)

    site.post(f"{JOIN}/new-code")
    assert len(mail.outbox) == 1

    Joining.objects.update(code_sent_at=timezone.now() - timedelta(minutes=2))
    site.post(f"{JOIN}/new-code")
    assert len(mail.outbox) == 2


def test_one_address_gets_five_codes_an_hour_at_most(site):
    at = timezone.now()
    for number in range(6):
        row = Joining.objects.create(
            key=f"another {number}", compact_id="hertfordshire", answers={"email": JO}, begun_at=at, changed_at=at
        )
        if number < 5:
            joining_actions.new_code(joining=row, at=at)

    with pytest.raises(joining_actions.TooSoon):
        joining_actions.new_code(joining=row, at=at + timedelta(minutes=50))
    joining_actions.new_code(joining=row, at=at + timedelta(minutes=61))


def test_a_code_for_one_address_does_not_prove_another(site):
    up_to_the_code(site)
    code = code_of(mail.outbox[-1])

    post(site, "email", email="other@example.org")

    assert told(post(site, "code", code=code)) == ["The code is not right. Check it and try again"]


def test_the_code_page_says_the_same_for_an_address_that_is_known_here(site, holder):
    holder(Role.OFFICER)
    up_to_the_code(site)
    stranger = site.get(f"{JOIN}/code").text

    post(site, "email", email="officer@example.org")
    known = site.get(f"{JOIN}/code").text

    token = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
    assert token.sub("", known).replace("officer@example.org", JO) == token.sub("", stranger)


def test_the_cookie_is_of_the_pages_of_joining_only_and_no_script_reads_it(site):
    post(site, "kind", kind="voluntary")

    cookie = site.cookies["joining"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (JOIN, True, "Lax")
    assert cookie.value not in str(Joining.objects.values().get()), "the table holds its hash only"


def test_the_first_page_of_joining_sets_no_cookie(site):
    assert not site.get(JOIN).cookies


def test_an_answer_is_there_when_somebody_comes_back(site):
    up_to_the_code(site)

    page = site.get(f"{JOIN}/who").text

    assert 'value="Jo Ray"' in page
    assert 'value="Trustee"' in page


def test_a_sign_up_without_a_move_for_thirty_days_is_forgotten(site):
    up_to_the_code(site)
    at = Joining.objects.get().changed_at

    assert joining_actions.forget(at=at + timedelta(days=29)) == 0
    assert joining_actions.forget(at=at + timedelta(days=31)) == 1


def test_the_mail_with_a_code_is_short_and_has_the_code_in_its_subject(site):
    up_to_the_code(site)
    [message] = mail.outbox

    assert re.fullmatch(r"\d{3} \d{3} is your code for the Hertfordshire Compact", str(message.subject))
    assert len(message.subject) <= 60
    assert len(message.body.split()) <= 120


def test_a_page_of_joining_that_is_not_there_is_not_found(site):
    assert site.get(f"{JOIN}/nothing").status_code == 404


def test_a_person_who_signs_is_kept_once_however_often(site):
    signed(site)
    other = Client()
    named(other, name="Hartsmere Walkers")
    post(other, "about", called="Hartsmere Walkers", postcode="SG6 2JF")
    post(other, "agreed", agreed="yes")
    post(other, "who", full_name="Jo Ray", role="Trustee", contact="")
    Joining.objects.update(code_sent_at=datetime(2026, 1, 1, tzinfo=UTC), code="x", code_for="x@example.org")
    post(other, "email", email=JO.upper())
    post(other, "code", code=code_of(mail.outbox[-1]))
    post(other, "check")

    assert Person.objects.filter(email=JO).count() == 1
    assert Signature.objects.count() == 2
