"""What names a thing of one Compact opens nothing at another: a number, a cookie, an invitation, a seat."""

import secrets

import pytest
from django.utils import timezone

from livecompact.people import actions as people
from livecompact.people import queries
from livecompact.people.models import Seat
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.register.joining import actions as joining
from tests.dealings.making import charity, consultation, council
from tests.harness.compacts import NOW, both_compacts
from tests.harness.people import seat
from tests.web.test_another_compact import writes


@pytest.fixture
def bodies(db, monkeypatch):
    """Both Compacts, and a county and a group that only Hertfordshire knows."""
    both_compacts(monkeypatch)
    return council(), charity()


def officer(compact):
    person = people.add_person(email=f"{compact}@example.org", at=NOW)
    seat(person, Role.OFFICER, compact=compact)
    return person


def test_a_number_that_is_sent_is_looked_for_in_ones_own_compact_only(client, holder, bodies):
    theirs = Seat.objects.get(person=holder(Role.GROUP_MEMBER))
    asked = {"by": officer("hertfordshire"), "compact": "hertfordshire", "at": timezone.now()}
    invited = people.invite(email="new@example.org", role=Role.ORGANISER, **asked)
    failed = record.notify(
        to=theirs.person,
        reason="tested",
        subject="mail/1",
        occurrence="1",
        compact="hertfordshire",
        at=NOW,
        urgent=True,
    )
    leased = record.claim(worker="test", at=NOW, only_urgent=True)
    assert leased
    record.failed(notice=leased, at=NOW, problem="Nobody is there.")
    client.force_login(officer("dacorum"))

    with writes() as written:
        for name, number in (("end", theirs.pk), ("revoke", invited.pk), ("again", invited.pk)):
            client.post("/dacorum/people", {name: number})
        client.post("/dacorum/run/stand-in", {"end": theirs.pk})
        client.post("/dacorum/record/unsent", {"again": failed.key})

    assert written == []


def test_a_sign_up_at_one_compact_is_not_gone_on_with_at_another(client, bodies):
    row, client.cookies["joining"] = joining.begin(compact="hertfordshire", at=timezone.now())
    row.answers = {"kind": "voluntary", "name": "Hartsmere Swimmers"}
    row.save()

    assert "Hartsmere Swimmers" in client.get("/hertfordshire/join/name").text
    with writes() as written:
        pages = [client.get("/dacorum/join/name"), client.post("/dacorum/join/check", {})]
    assert [page for page in pages if "Hartsmere Swimmers" in page.text] == []
    assert written == []


def test_an_invitation_of_one_compact_gives_nothing_at_another(monkeypatch, bodies):
    ann, now = people.add_person(email="ann@example.org", at=NOW), timezone.now()
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _length: "secret")
    people.invite(email=ann.email, role=Role.ORGANISER, by=officer("hertfordshire"), at=now, compact="hertfordshire")

    people.accept(secret="secret", person=ann, at=now)  # noqa: S106 (made up)

    assert Role.ORGANISER in queries.roles_of(ann, at=now, compact="hertfordshire")
    assert Role.ORGANISER not in queries.roles_of(ann, at=now, compact="dacorum")


def test_who_acts_for_a_body_of_one_compact_records_and_says_nothing_at_another(client, holder, bodies):
    county, group = bodies
    there = consultation(council("Quillmoor Borough Council", compacts=("dacorum",)), home="dacorum")
    acting = holder(Role.REPRESENTATIVE, organisation=county.slug)
    seat(acting, Role.REPRESENTATIVE, organisation=group.slug)
    client.force_login(acting)

    with writes() as written:
        form = client.post("/dacorum/awards/new", {"organisation": county.slug, "title": "A grant"})
        upload = client.post("/dacorum/upload/awards/file", {"organisation": county.slug})
        reply = client.post(f"/dacorum/consultations/{there.year}/{there.slug}/reply", {"organisation": group.slug})

    assert "<form" not in form.text
    assert "<form" not in upload.text
    assert reply.status_code == 403
    assert written == []
