"""Somebody takes everything that the site holds of them, and has it erased; of other people nothing is told."""

from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db import connection, transaction
from django.utils import timezone

from livecompact.compacts import actions as compacts
from livecompact.compacts import queries
from livecompact.compacts.models import Edition, Logo, SecondLook
from livecompact.complaints import actions as complaints
from livecompact.dealings import actions as dealings
from livecompact.dealings.models import CalendarKey, Dealing
from livecompact.dealings.responding.taking_out import Out
from livecompact.formats import actions as formats
from livecompact.formats.models import Request
from livecompact.formats.models import State as Asked
from livecompact.formats.wanted import BY_ID
from livecompact.people import actions
from livecompact.people.models import Invitation, Person, Seat, Session
from livecompact.people.personal import Whom, everything_of, whom
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.record.models import Entry, FollowRequest, Often, Unreachable
from livecompact.record.verifying import head, verify
from livecompact.record.what import What
from livecompact.register import actions as register
from livecompact.register.models import Charity, CharityLoad, Joining, Signature, Signer
from livecompact.uploads.models import Upload
from livecompact.web import retention
from tests.dealings.making import consultation, council
from tests.harness.compacts import BOTH
from tests.harness.people import holder, seat
from tests.register.some import add, sign

__all__ = ["holder"]

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ANN = "zq.canary.ann@example.org"
NAME = "Zqann Canary"
OTHER = "zq.other.ben@example.org"
OF_OTHERS = "Zqben"
HELD = {
    "people.Person",
    "people.Seat",
    "people.Invitation",
    "people.Invitation (sent by you)",
    "people.Tie",
    "people.Session",
    "account.EmailAddress",
    "mfa.Authenticator",
    "record.Follow",
    "record.FollowRequest",
    "record.Notice",
    "record.Unreachable",
    "record.EntryText",
    "register.Signer",
    "register.Joining",
    "register.Signature",
    "register.Charity",
    "complaints.Complaint",
    "compacts.SecondLook",
    "dealings.CalendarKey",
    "dealings.Original",
    "dealings.Response",
    "dealings.TakenOut",
    "uploads.Upload",
    "formats.Request",
    "compacts.Edition (changed by you)",
    "compacts.Edition (published by you)",
    "compacts.Logo",
}


@pytest.fixture
def ann(db, client, holder):
    """Somebody of whom every table says something, beside another of whom it does too."""
    for name in BOTH:
        compacts.add_compact(source=name, by="test", at=NOW)
    holder(Role.ADMINISTRATOR)
    people = [actions.add_person(email=email, name=name, at=NOW) for email, name in ((ANN, NAME), (OTHER, OF_OTHERS))]
    for person in people:
        fill(person)
    _of_both(*people)
    client.force_login(people[0])
    return people[0]


def fill(person):
    """Let every room hold something of somebody, in each field that has a rule."""
    name, email, at = person.name, person.email, timezone.now()
    seat(person, Role.OFFICER)
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    actions.tell_tie(person=person, name=f"{name}'s employer", kind="employed", at=at)
    record.follow(person=person, compact="hertfordshire", thing="everything", often=Often.WEEKLY, at=at)
    FollowRequest.objects.create(key=name, email=email, compact="dacorum", thing="x", often="weekly", made_at=at)
    record.notify(
        to=person, reason="x", subject="y", occurrence="1", compact="hertfordshire", at=at, details=f"for {email}"
    )
    Unreachable.objects.create(person=person, email=email, status="5.1.1", since=at)
    with transaction.atomic():
        record.write(
            compact="hertfordshire",
            what=What.ORGANISATION_SIGNED,
            subject="organisation/a-group",
            title=f"A group, {email}",
            address="/hertfordshire/organisations/a-group",
            role="Compact officer",
            at=at,
        )
    says = register.Signing(
        name=name, role=f"Chair {name}", email=email, champion=name, contact_role="Secretary", contact_email=email
    )
    sign(add(f"Singers of {name[:5]}"), says=says)
    Joining.objects.create(
        key=name,
        compact_id="hertfordshire",
        answers={"full_name": name, "email": email},
        email=email,
        begun_at=at,
        changed_at=at,
    )
    for number in range(2):
        request = formats.ask(
            compact=queries.compact(None, "hertfordshire", at.date()),
            wanted=BY_ID["braille"],
            what=f"For {name} {number}",
            asker=formats.Asker(name=name, email=email, phone=f"01632 {name}", address=f"1 {name} Street"),
            by="test",
            at=at,
        )
    complainer = complaints.Complainer(name=name, email=email, address=f"1 {name} Street")
    complaint = complaints.complain(says=f"{name} is misspelt.", complainer=complainer, by="anybody", at=at)
    complaints.answer(complaint=complaint, outcome=f"{name} is right now.", by="Administrator", at=at)
    formats.answer(request=request, state=Asked.REFUSED, reason=f"{name} moved away.", by="Compact officer", at=at)
    _of_the_register(email, at)
    _of_answers(name, email, at)
    slug = "hertfordshire" if name == NAME else "dacorum"
    Edition.objects.filter(compact__slug=slug).update(changed_by=person, publisher=person)
    body = add(f"Council of {name[:5]}")
    home = Edition.objects.get(compact__slug=slug).compact
    Upload.objects.create(
        key=slug,
        home=home,
        organisation=body,
        kind="award",
        source="organisation",
        file_name=f"{name}.csv",
        person=person,
        sent_at=at,
        sent_by="Compact officer",
        columns={"A": "title"},
    )
    SecondLook.objects.create(compact=home, act="agreement", subject=slug, version="1", asked_at=at, asked_by=person)
    CalendarKey.objects.create(person=person, organisation=body, compact=home, key_hash=slug, made_at=at)
    Logo.objects.create(
        compact=Edition.objects.get(compact__slug=slug).compact,
        picture=b"",
        sha256="",
        width=1,
        height=1,
        says="A tree",
        changed_at=at,
        changed_by=person,
    )


def _of_the_register(email, at):
    """A charity that names somebody to the public register."""
    load, _made = CharityLoad.objects.get_or_create(current=True, defaults={"begun_at": at, "finished_at": at})
    Charity.objects.create(load=load, number=email[:10], name="Carers", folded_name="carers", email=email)


def _of_answers(name, email, at):
    """What somebody answered in a consultation: it is public, with some words taken out."""
    made = Dealing.objects.first() or consultation(council())
    told = dealings.Answered(
        way="paper",
        came_on=at.date(),
        called=f"{name}, a neighbour",
        text=f"Ask {name} at the desk.",
        email=email,
        agreed_on=at.date(),
        agreed_how="paper",
    )
    row = dealings.add_answer(dealing=made, told=told, by="test", at=at)
    dealings.look_over(response=row, out=[Out("at the desk", "reaches")], by="test", at=at)
    dealings.publish_answers(dealing=made, by="test", at=at)


def _of_both(ann, ben):
    """What says something of two people at once."""
    actions.invite(email=ben.email, role=Role.HANDLER, by=ann, at=NOW, compact="hertfordshire")
    actions.invite(email=ann.email, role=Role.HANDLER, by=ben, at=NOW, compact="hertfordshire")
    Seat.objects.filter(person=ann).update(given_by=ben.email)
    Seat.objects.filter(person=ben).update(given_by=ann.email)


def everything():
    """Every row of every table, as one text."""
    with connection.cursor() as cursor:
        found = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            found += [f"{table}: {row}" for row in cursor.fetchall() if "example.org" in str(row) or "Zq" in str(row)]
    return found


def of(*words):
    return [row for row in everything() if any(word in row for word in words)]


def test_one_request_gives_everything_that_every_room_holds(client, ann):
    response = client.get("/me/data.json")

    told = response.json()
    assert set(told["data"]) == HELD
    assert told["about"] == ANN
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["Content-Disposition"] == 'attachment; filename="my-data.json"'


def test_the_file_holds_every_field_that_has_a_rule(client, ann):
    told = client.get("/me/data.json").json()["data"]

    def fields(table):
        return {field for name, rows in told.items() if name.split(" (")[0] == table for row in rows for field in row}

    by_themselves = {
        "person",
        "publisher",
        "changed_by",
        "sent_by",
        "stands_in_for",
        "asked_by",
        "answered_by",
    }  # the person whose file it is
    nobodys = {
        "dealings.Dealing",
        "dealings.FundingEntry",
        "uploads.UploadPart",
    }  # their organisation's: they say of no person who wrote
    asked_elsewhere = {"record.Notice.details", "register.Joining.code_for"}  # ids of what is told; empty once proved
    missing = [
        f"{rule.model}.{field}"
        for rule in retention.RULES
        for field in rule.fields
        if rule.model not in nobodys
        and field not in by_themselves
        and f"{rule.model}.{field}" not in asked_elsewhere
        and field not in fields(rule.model)
    ]
    assert missing == []


def test_the_file_holds_nothing_of_other_people_and_no_secret(client, ann):
    text = client.get("/me/data.json").text

    assert OTHER not in text
    assert OF_OTHERS not in text
    assert "another person" in text
    assert Authenticator.objects.get(user=ann).data["secret"] not in text
    assert Invitation.objects.get(person=ann).secret not in text
    assert not any(session.session_key in text for session in Session.objects.all())


def test_an_address_that_another_only_typed_tells_nothing_of_that_other(client, ann):
    at = timezone.now()
    Joining.objects.create(
        key="typed", compact_id="dacorum", answers={"full_name": "Zqstranger", "email": ANN}, begun_at=at, changed_at=at
    )

    assert "Zqstranger" not in client.get("/me/data.json").text


def test_after_leaving_no_table_holds_the_person(client, ann):
    before, others = of(ANN, NAME), len(of(OTHER, OF_OTHERS))

    page = client.post("/me/leave")

    assert len({row.partition(":")[0] for row in before}) >= 12
    assert page.status_code == 200
    assert of(ANN, NAME) == []
    assert not Person.objects.filter(pk=ann.pk).exists()
    assert len(of(OTHER, OF_OTHERS)) >= others - 3  # what Ben and Ann shared: her invitation of him, and her name


def test_what_the_organisation_did_stays(client, ann):
    entries, kept = Entry.objects.count(), head("hertfordshire")

    client.post("/me/leave")

    signature = Signature.objects.get(organisation__name="Singers of Zqann", latest=True)
    assert signature.state == "active"
    assert signature.contact_role == "Secretary"
    assert Entry.objects.count() == entries
    assert verify("hertfordshire", [kept], lambda *_: None).problems == []
    assert client.get("/hertfordshire/organisations/singers-of-zqann").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/hertfordshire",
        "/hertfordshire/organisations",
        "/hertfordshire/organisations.csv",
        "/hertfordshire/organisations/singers-of-zqann",
        "/hertfordshire/record",
        "/hertfordshire/record.json",
        "/hertfordshire/search?q=Canary",
    ],
)
def test_no_public_page_shows_an_erased_person(client, ann, address):
    client.post("/me/leave")

    text = client.get(address).text.replace("q=Canary", "").replace('value="Canary"', "")
    assert ANN not in text
    assert NAME not in text


def test_who_left_is_signed_out_everywhere(client, ann):
    elsewhere = type(client)()
    elsewhere.force_login(ann)

    client.post("/me/leave")

    assert client.get("/me").status_code == 302
    assert elsewhere.get("/me").status_code == 302


def test_erasing_again_finds_nothing(ann):
    first = actions.erase(whom=whom(ANN), by="Administrator", at=NOW)
    again = actions.erase(whom=whom(ANN), by="Administrator", at=NOW)

    assert first > 15
    assert again == 0


def test_erasing_is_whole_or_not_at_all(ann, settings):
    settings.ERASING = [*settings.ERASING[:-1], "tests.web.test_own_data.broken"]
    before = everything()

    with pytest.raises(OSError, match="no room"):
        actions.erase(whom=whom(ANN), by="Administrator", at=NOW)

    assert everything() == before


def broken(*, whom, by, at):
    raise OSError("no room left")


def test_an_administrator_erases_who_cannot_sign_in(client, ann, holder):
    Person.objects.filter(pk=ann.pk).delete()  # who signed without an account of their own
    client.force_login(Person.objects.get(email="administrator@example.org"))

    page = client.post("/erase-somebody", {"email": ANN.upper()})

    assert "Nothing here bears this address" in page.text
    assert of(ANN) == []
    assert not Signer.objects.filter(email=ANN).exists()


def test_the_only_administrator_is_told_to_invite_another(client, ann):
    only = Person.objects.get(email="administrator@example.org")
    client.force_login(only)

    own, named = client.post("/me/leave"), client.post("/erase-somebody", {"email": only.email})

    assert "You are the only administrator" in own.text
    assert "This is the only administrator" in named.text
    assert Person.objects.filter(pk=only.pk).exists()


@pytest.mark.parametrize("role", [None, Role.PERSON, Role.OFFICER])
def test_nobody_else_erases_others(client, ann, holder, role):
    client.logout()
    if role:
        client.force_login(holder(role))

    assert client.post("/erase-somebody", {"email": ANN}).status_code in (302, 403)
    assert Person.objects.filter(pk=ann.pk).exists()


def test_looking_at_the_page_erases_nothing(client, ann):
    assert client.get("/me/leave").status_code == 200
    assert Person.objects.filter(pk=ann.pk).exists()


def test_who_gave_only_an_address_is_told_of_it(ann):
    assert everything_of(Whom("nobody@example.org")) == {}
    assert "register.Signer" in everything_of(Whom(ANN))


def test_a_request_that_was_answered_stays_as_a_number(client, ann):
    client.post("/me/leave")

    left = Request.objects.filter(email="")
    assert [row.state for row in left] == [Asked.REFUSED]
    assert left.get().cleared_at is not None
