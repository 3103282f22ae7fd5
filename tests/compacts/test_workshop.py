"""The officer's whole way through the workshop, and what stands in it."""

import io
from datetime import date, timedelta
from zipfile import ZipFile

import pytest
from django.test import Client
from django.utils.timezone import localdate

from livecompact.agreements.canonical import canonical
from livecompact.agreements.documents import read_documents
from livecompact.compacts.models import Edition, State
from livecompact.compacts.workshop import editing
from livecompact.people.roles import Role
from livecompact.record.models import Entry, EntryText
from tests.compacts.workshop import SHOP, Officer, based_on_of, boxes, typed_in
from tests.compacts.workshop_states import change_draft, drafter, edition_of_2027, mistaken
from tests.harness.html import read_page
from tests.harness.people import enter, holder

__all__ = ["enter", "holder"]

NEEDED = ("Your name and contact", "Check the text", "Choose the checks", "Publish")
NEXT_YEAR = date(localdate().year + 1, 1, 1)


@pytest.fixture
def officer(client, compacts, enter):
    return Officer(enter(client, Role.OFFICER))


@pytest.fixture
def draft_of_2027(officer):
    officer.send("/new-edition", edition="2027", name="The 2027 edition", note="", **boxes("starts", NEXT_YEAR))
    return officer


def published():
    return Edition.objects.filter(compact__slug="hertfordshire", state=State.PUBLISHED).order_by("published_at").last()


def ten_weeks(officer):
    """Lets promise 2.4 of the new edition say 10 weeks in the place of 12, and its check too."""
    promise = editing.promise(editing.folder_of(officer.bench().folder), "2027", "time-to-answer")
    fields = {name: promise[name] for name in ("number", "name", "id", "section", "binds", "shown_by")}
    words = {name: promise[name].replace("12", "10").replace("twelve", "ten") for name in ("wording", "plain")}
    way_out = "\r\n".join(promise["way_out"])
    officer.send("/editions/2027/promises/time-to-answer", **fields, **words, way_out=way_out, note="")
    typed = typed_in(officer.get("/editions/2027/checks/consultation-length"))
    typed = (
        typed.replace("12 weeks", "10 weeks").replace("2025-05-25", "2025-05-11").replace("2025-05-24", "2025-05-10")
    )
    return officer.send("/editions/2027/checks/consultation-length", text=typed, keep="yes")


def test_the_tasks_tell_what_is_to_be_done(officer):
    page = officer.get()

    assert "There is no draft. What you change here begins one." in page.text
    texts = [text for _, text in read_page(page.text).links if text in NEEDED]
    assert texts == list(NEEDED)
    assert "Nothing to publish" in page.text


def test_the_whole_way_from_a_draft_to_a_public_page(draft_of_2027, client):
    before = client.get("/hertfordshire/editions/2016/promises/2.4").text
    assert ten_weeks(draft_of_2027).status_code == 302
    add_check(draft_of_2027)
    adopt(draft_of_2027, "2027", "told-beforehand", on=NEXT_YEAR - timedelta(days=60), since=NEXT_YEAR)

    seen = draft_of_2027.get("/publish")

    assert "This will be public." in seen.text
    assert "[taken out: </span>12 <span" in seen.text
    assert "Added:" in seen.text
    assert client.get("/hertfordshire/editions/2027").status_code == 404

    assert draft_of_2027.send("/publish")["Location"] == f"{SHOP}/published"

    assert client.get("/hertfordshire/editions/2016/promises/2.4").text == before
    after = Client().get("/hertfordshire/editions/2027/promises/2.4").text
    assert "10 weeks" in after
    assert "12 weeks" not in after.split("<main")[1].split("How we count")[0]
    assert "Groups hear of it a month before it opens." in after
    assert "Adopted on" in client.get("/hertfordshire/editions/2027/promises/1.12").text
    row = published()
    assert (row.edition, row.published_by, row.publisher.email) == ("2027", "Compact officer", "officer@example.org")


def add_check(officer):
    answers = {
        "asks": "Groups hear of it a month before it opens.",
        "code": "heard-a-month-before",
        "basis": "text",
        "fact": "opens",
        "other": "announced",
        "length": "1 month",
    }
    address = "/editions/2027/new-check/2.4/consultation/ahead"
    built = officer.send(address, **answers)
    assert "What it says" in built.text, built.text
    return officer.send("/editions/2027/new-check/by-hand", text=typed_in(built), keep="yes")


def adopt(officer, edition, code, *, on, since):
    answers = {"number": "2 working days", "by": "Steering group", "minute": "Minute 4"}
    days = boxes("on", on) | boxes("since", since)
    return officer.send(f"/editions/{edition}/checks/{code}/agree", **answers, **days)


def test_publishing_is_told_in_the_public_record_by_role_and_never_by_name(draft_of_2027):
    draft_of_2027.send("/publish")

    entry = Entry.objects.filter(compact="hertfordshire").latest("number")
    title = EntryText.objects.get(entry=entry, name="title").text
    assert (entry.what, entry.role, entry.subject) == ("edition-published", "Compact officer", "edition/2027")
    assert (title, entry.address) == ("Hertfordshire Compact: The 2027 edition", "/hertfordshire/editions/2027")


def test_what_was_published_twice_at_once_is_published_once(draft_of_2027):
    based_on = draft_of_2027.bench().sha256
    first = draft_of_2027.send("/publish", based_on=based_on)
    second = draft_of_2027.send("/publish", based_on=based_on)

    assert (first.status_code, second.status_code) == (302, 200)
    assert "There is a problem" in second.text
    assert Edition.objects.filter(compact__slug="hertfordshire").count() == 2


def test_a_draft_that_is_not_well_is_not_published(draft_of_2027, client):
    change_draft(mistaken)

    page = draft_of_2027.send("/publish")

    assert "which is not there" in page.text
    assert published().edition == "2016"
    mend = next(
        address
        for address, text in read_page(page.text).links
        if text.startswith("Promise 2.4 lies in") and address[0] == "/"
    )
    assert mend == f"{SHOP}/editions/2027/promises/time-to-answer"


def test_a_change_made_meanwhile_is_not_lost_and_neither_is_what_was_typed(draft_of_2027):
    based_on = draft_of_2027.bench().sha256
    change_draft(lambda folder: editing.promise(folder, "2027", "time-to-answer").update(name="Their name"))
    promise = editing.promise(editing.folder_of(draft_of_2027.bench().folder), "2027", "time-to-answer")
    fields = {name: promise[name] for name in ("number", "id", "section", "binds", "wording", "plain", "shown_by")}

    page = draft_of_2027.send(
        "/editions/2027/promises/time-to-answer",
        based_on=based_on,
        **fields,
        name="My name",
        way_out="\n".join(promise["way_out"]),
        note="",
    )

    assert "Somebody changed the draft after you opened this." in page.text
    assert 'value="My name"' in page.text
    assert "Their name" in page.text.split("What the draft says now")[1]
    assert "My name" not in draft_of_2027.bench().folder

    again = draft_of_2027.send(
        "/editions/2027/promises/time-to-answer",
        based_on=based_on_of(page),
        **fields,
        name="My name",
        way_out="\n".join(promise["way_out"]),
        note="",
    )
    assert again.status_code == 302
    assert "My name" in draft_of_2027.bench().folder


def test_a_draft_thrown_away_by_an_old_page_stays(draft_of_2027):
    based_on = draft_of_2027.bench().sha256
    change_draft(lambda folder: folder["agreement.toml"].update(contact=[]))

    assert "Somebody changed the draft" in draft_of_2027.send("/throw-away", based_on=based_on).text
    assert draft_of_2027.bench().state == State.DRAFT

    draft_of_2027.send("/throw-away")
    assert draft_of_2027.bench().state == State.PUBLISHED


def test_a_draft_that_says_what_is_published_is_none(officer):
    was = editing.folder_of(officer.bench().folder)["agreement.toml"]["contact"]
    change_draft(lambda folder: folder["agreement.toml"].update(contact=[]))
    assert officer.bench().state == State.DRAFT

    change_draft(lambda folder: folder["agreement.toml"].update(contact=was))
    assert officer.bench().state == State.PUBLISHED


@pytest.mark.parametrize("role", [None, Role.PERSON])
@pytest.mark.parametrize("address", ["", "/publish", "/draft.zip", "/editions/2016/checks", "/files/agreement.toml"])
def test_visitors_do_not_see_the_workshop(client, compacts, enter, role, address):
    if role:
        client.force_login(drafter())

    assert client.get(f"{SHOP}{address}").status_code == (403 if role else 302)


@pytest.mark.parametrize("address", ["", "/publish", "/draft.zip", "/editions/after-2007/promises"])
def test_an_officer_sees_the_workshop_of_the_own_compact_alone(officer, address):
    response = officer.client.get(f"/dacorum/workshop{address}")
    sent = officer.client.post("/dacorum/workshop/publish", {"based_on": officer.bench().sha256})

    assert (response.status_code, sent.status_code) == (403, 403)


def test_an_administrator_works_on_every_compact(client, compacts, enter):
    administrator = enter(client, Role.ADMINISTRATOR)
    change_draft(edition_of_2027)
    draft = Officer(administrator)

    assert draft.send("/publish").status_code == 302
    assert published().published_by == "Administrator"
    assert administrator.get("/dacorum/workshop").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/editions/1999/promises",
        "/editions/2016/promises/nothing",
        "/editions/2016/checks/nothing",
        "/editions/2016/wording/9.9",
        "/files/nothing.toml",
        "/editions/2016/new-promise",
        "/editions/2016/promises/time-to-answer/take-out",
        "/editions/2016/take-out",
        "/editions/2016/new-check/2.4/nothing/open",
        "/editions/2016/new-check/2.4/consultation/nothing",
        "/editions/2016/checks/consultation-length/agree",
        "/editions/2016/checks/feedback-in-time/no-longer-agreed",
    ],
)
def test_what_is_not_there_or_stands_cannot_be_changed(officer, address):
    assert officer.get(address).status_code == 404


def test_nothing_written_in_the_workshop_becomes_part_of_a_page(draft_of_2027):
    script = "<script>alert(1)</script>"
    change_draft(
        lambda folder: editing.promise(folder, "2027", "time-to-answer").update(
            name=script, wording=script, plain=script
        )
    )
    change_draft(lambda folder: editing.set_contacts(folder, [{"role": script, "who": script}]))

    for address in (
        "",
        "/changes",
        "/publish",
        "/editions/2027/promises",
        "/editions/2027/promises/time-to-answer",
        "/editions/2027/checks",
        "/contacts",
        "/files/2027/2-open-design.toml",
        "/editions/2027/wording/2.4",
    ):
        page = draft_of_2027.get(address)
        assert "<script" not in page.text, address
        assert page.status_code == 200


def test_the_published_text_and_the_draft_are_taken_away_as_folders(draft_of_2027, tmp_path):
    draft = draft_of_2027.get("/draft.zip")
    public = Client().get("/hertfordshire/agreement.zip")

    for name, response, text in (
        ("draft", draft, draft_of_2027.bench().folder),
        ("public", public, published().folder),
    ):
        assert response["Content-Type"] == "application/zip"
        ZipFile(io.BytesIO(response.content)).extractall(tmp_path / name)
        assert canonical(read_documents(tmp_path / name / "hertfordshire")[0]) == text
