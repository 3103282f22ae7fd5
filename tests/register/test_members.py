"""A body that supports others signs for its members; each is told, and can say that it is not right."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from livecompact.people.roles import Role
from livecompact.record.letters import LONGEST_SUBJECT, MOST_WORDS, letter_for
from livecompact.record.models import Notice
from livecompact.register import actions
from livecompact.register.members import MOST, Member, read_members
from livecompact.register.models import Organisation, Signature
from tests.harness.html import read_page
from tests.register.some import LIST, OFFICER
from tests.register.states import supporter

pytestmark = pytest.mark.django_db
OURS = f"{LIST}/hartsmere-food-bank/ours"
SINGERS = "Netherfold Singers, singers@example.org"


@pytest.fixture
def body(client, enter, monkeypatch):
    """Who acts for a body that supports others."""
    supporter(monkeypatch)
    return enter(client, Role.REPRESENTATIVE)


def newest(slug="netherfold-singers"):
    return Signature.objects.get(organisation__slug=slug, latest=True)


def letter():
    [notice] = Notice.objects.filter(reason="signed-for-you")
    return letter_for(notice, timezone.now())


def by():
    return {"by": OFFICER, "at": timezone.now()}


def send(body, members):
    return body.post(f"{OURS}/members", {"members": members})


@pytest.mark.parametrize(
    ("line", "member"),
    [
        ("Club, c@example.org", Member("Club", "c@example.org")),
        ("Club;c@example.org;1187463", Member("Club", "c@example.org", "1187463")),
        ("Club\tc@example.org\tno. 1187463", Member("Club", "c@example.org", "1187463")),
        ("Carers, Hartsmere , c@example.org,", Member("Carers, Hartsmere", "c@example.org")),
    ],
)
def test_a_line_is_a_name_an_address_and_perhaps_a_number(line, member):
    assert read_members(f"\n  {line}\n\n") == (member,)


@pytest.mark.parametrize(
    "line", ["Club", "c@example.org", "Club, c@", "Club, c@example.org, 12", "a" + "\t" * 9_000 + "b"]
)
def test_a_line_that_cannot_be_is_named(line):
    with pytest.raises(ValidationError) as refused:
        read_members(f"Choir, choir@example.org\n{line}")

    assert refused.value.messages == [
        "Line 2: write a name, a comma and an email address. A charity number may follow."
    ]


def test_a_list_that_is_too_long_is_refused():
    with pytest.raises(ValidationError, match=f"at most {MOST}"):
        read_members("Club, c@example.org\n" * (MOST + 1))


def test_members_are_signed_for_and_wait_for_a_check_each_shown_as_signed_for(body):
    shown = send(body, f"{SINGERS}\nHartsmere Orchard, orchard@example.org, 1187463").text

    assert "These wait for a check" in shown
    assert {each.organisation.name for each in Signature.objects.filter(state="applied", how="list")} == {
        "Netherfold Singers",
        "Hartsmere Orchard",
    }
    actions.approve(signature=newest(), **by())
    assert "Hartsmere Food Bank" in body.get(f"{LIST}/netherfold-singers").text


def test_who_has_signed_already_stays_as_it_is_and_nobody_signs_for_itself(body):
    shown = send(body, "Riverside Youth Club, club@example.org\nHartsmere Food Bank, x@example.org, 9900103").text

    assert "These have signed already, or wait" in shown
    assert "You cannot sign for these" in shown
    assert newest("riverside-youth-club").represented_by is None
    assert not Notice.objects.filter(reason="signed-for-you").exists()


def test_a_list_with_a_wrong_line_signs_for_nobody(body):
    rows = Signature.objects.count()

    assert [text for _, text in read_page(send(body, f"{SINGERS}\nClub").text).summary] == [
        "Line 2: write a name, a comma and an email address. A charity number may follow."
    ]
    assert Signature.objects.count() == rows


@pytest.mark.parametrize("is_public", [False, True])
def test_a_member_says_that_it_is_not_right_with_one_button(body, client, is_public):
    send(body, SINGERS)
    if is_public:
        actions.approve(signature=newest(), **by())
    told = letter()
    assert len(told.subject) <= LONGEST_SUBJECT
    assert sum(len(line.split()) for line in told.lines) < MOST_WORDS
    client.logout()

    assert "Take it back" in client.get(told.address).text
    assert newest().state == ("active" if is_public else "applied")
    assert "This sign-up is over" in client.post(told.address, follow=True).text

    assert newest().state == ("withdrawn" if is_public else "declined")
    assert letter() is None
    rows = Signature.objects.count()
    client.post(told.address)
    assert Signature.objects.count() == rows


def test_who_gave_the_list_acts_for_none_of_its_members(body):
    send(body, SINGERS)
    actions.approve(signature=newest(), **by())

    assert body.get(f"{LIST}/netherfold-singers/ours").status_code == 403


def test_only_a_body_that_supports_others_signs_for_members(body):
    Organisation.objects.filter(kind="infrastructure").update(kind="charity")

    assert body.get(f"{OURS}/members").status_code == 404
    assert send(body, SINGERS).status_code == 404
    assert not Signature.objects.filter(how="list").exists()


def test_a_link_that_we_did_not_make_takes_nothing_back(body, client):
    assert client.post("/hertfordshire/not-right/made-up").status_code == 404
    send(body, SINGERS)
    token = letter().address.rpartition("/")[2]
    assert client.post(f"/dacorum/not-right/{token}").status_code == 404
    assert client.post(f"/hertfordshire/not-right/{token[:-1]}").status_code == 404
    assert newest().state == "applied"
