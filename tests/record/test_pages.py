"""The public record as people, programs and news readers see it."""

from datetime import timedelta

import pytest

from livecompact.compacts import actions as compacts
from livecompact.record import actions, queries
from livecompact.record.models import Chain, Entry
from livecompact.record.what import What
from tests.harness.atom import read_feed, texts
from tests.harness.html import read_page
from tests.record.conftest import NOW


@pytest.fixture
def hertfordshire(db):
    """The Compact, whose own publishing is left off its record so that a test says all that is on it."""
    compacts.add_compact(source="hertfordshire", by="Compact officer", at=NOW)
    Entry.objects.all().delete()
    Chain.objects.all().delete()


@pytest.fixture
def three(hertfordshire, write):
    return [
        write(title="Library hours", at=NOW),
        write(title="Parks strategy", what=What.DEALING_CHANGED, at=NOW + timedelta(hours=1)),
        write(title="Museum", at=NOW + timedelta(hours=2), texts={"reason": "The roof is being mended."}),
    ]


def titles(page):
    return [text for level, text in page.headings if level == 2][:-1]  # the last tells how the record is kept


def test_the_newest_stands_first(client, three):
    page = read_page(client.get("/hertfordshire/record").text)

    assert page.h1 == ["What happened"]
    assert titles(page) == ["Museum", "Parks strategy", "Library hours"]


def test_one_kind_can_be_shown_alone_and_everything_again(client, three):
    page = read_page(client.get("/hertfordshire/record?what=dealing-changed").text)

    assert titles(page) == ["Parks strategy"]
    assert ("/hertfordshire/record", "Show everything") in page.links


def test_the_page_tells_the_last_seal(client, three):
    assert three[-1].hash in client.get("/hertfordshire/record").text


def test_an_entry_tells_all_that_its_seal_covers(client, three):
    page = client.get("/hertfordshire/record/3")

    assert "The roof is being mended." in page.text
    assert three[2].hash in page.text
    assert three[2].previous in page.text
    assert ("/hertfordshire/consultations/12", "Read what it is about") in read_page(page.text).links


def test_what_was_erased_is_nowhere(client, three):
    actions.erase_text(entry=three[2], by="administrator")

    for address in ("record", "record/3", "record.json", "record/3.json", "record.atom"):
        page = client.get(f"/hertfordshire/{address}").text
        assert "Museum" not in page
        assert "roof" not in page
    assert "A title that was erased" in client.get("/hertfordshire/record/3").text


def test_another_compacts_entries_are_not_here(client, three, write):
    write(compact="dacorum", title="Elsewhere")

    assert "Elsewhere" not in client.get("/hertfordshire/record").text
    assert client.get("/dacorum/record").status_code == 404


def test_the_record_as_data_says_the_same(client, three):
    held = client.get("/hertfordshire/record.json").json()

    assert [entry["title"] for entry in held["entries"]] == ["Museum", "Parks strategy", "Library hours"]
    assert held["head"] == {"number": 3, "hash": three[2].hash, "compact": "hertfordshire"}
    assert held["entries"][0]["texts"] == {"reason": "The roof is being mended."}


def test_a_long_record_has_pages_that_lead_on(client, hertfordshire, write):
    for number in range(51):
        write(title=f"Title {number}")

    first = read_page(client.get("/hertfordshire/record").text)
    last = read_page(client.get("/hertfordshire/record?page=2").text)

    assert (len(titles(first)), titles(last)) == (50, ["Title 0"])
    assert first.title.startswith("What happened (page 1 of 2)")
    assert "/hertfordshire/record?page=2" in dict(first.links)
    assert "/hertfordshire/record" in dict(last.links)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("page=0", 400),
        ("page=x", 400),
        ("page=2", 404),
        ("what=x", 400),
        ("thing=promise:x", 400),
        ("page=" + "9" * 40, 400),
    ],
)
def test_what_there_is_not_is_refused(client, three, asked, status):
    assert client.get(f"/hertfordshire/record?{asked}").status_code == status
    assert client.get(f"/hertfordshire/record.atom?{asked}").status_code == status


def test_the_page_costs_the_same_with_one_line_or_with_many(client, three, write, django_assert_max_num_queries):
    for number in range(40):
        write(title=f"Title {number}")

    with django_assert_max_num_queries(6):
        client.get("/hertfordshire/record")


def test_the_feed_tells_what_happened_newest_first(client, three):
    response = client.get("/hertfordshire/record.atom")
    root = read_feed(response.content)

    assert texts(root, "a:entry/a:title/text()") == [
        "Consultation published: Museum",
        "Dealing changed: Parks strategy",
        "Consultation published: Library hours",
    ]
    assert texts(root, "a:entry/a:summary/text()")[0] == (
        "Consultation published by Compact officer. The roof is being mended."
    )
    assert texts(root, "a:updated/text()") == ["2026-11-22T14:00:00Z"]


def test_ids_stay_when_the_site_moves_or_a_title_goes(client, three, settings):
    before = texts(read_feed(client.get("/hertfordshire/record.atom").content), "//a:id/text()")
    settings.SITE = settings.SITE.__class__(address="https://compact.example.org")
    actions.erase_text(entry=three[0], by="administrator")

    after = read_feed(client.get("/hertfordshire/record.atom").content)
    assert texts(after, "//a:id/text()") == before
    assert all(address.startswith("https://compact.example.org/") for address in texts(after, "//a:link/@href"))


def test_the_feed_has_pages_too(client, hertfordshire, write):
    for number in range(51):
        write(title=f"Title {number}")
    root = read_feed(client.get("/hertfordshire/record.atom").content)
    older = read_feed(client.get(texts(root, "a:link[@rel='next']/@href")[0]).content)

    assert len(texts(root, "a:entry/a:id/text()")) == 50
    assert texts(older, "a:entry/a:title/text()") == ["Consultation published: Title 0"]
    assert texts(older, "a:link[@rel='previous']/@href")[0].endswith("/hertfordshire/record.atom")


def test_a_feed_of_nothing_is_a_feed(client, hertfordshire):
    read_feed(client.get("/hertfordshire/record.atom").content)


def test_the_page_leads_news_readers_to_the_feed(client, three):
    page = client.get("/hertfordshire/record").text

    assert (
        '<link rel="alternate" type="application/atom+xml" title="What happened" href="/hertfordshire/record.atom">'
        in page
    )


def test_what_happened_to_one_promise_can_be_read_and_followed(client, three, write):
    write(title="Bridge", touches=["promise:fair-support", "topic:having-a-say"])
    write(title="Road", touches=["promise:fair-support-again"])
    asked = "thing=promise%3Afair-support"
    page = read_page(client.get(f"/hertfordshire/record?{asked}").text)
    feed = read_feed(client.get(f"/hertfordshire/record.atom?{asked}").content)

    assert titles(page) == ["Bridge"]
    assert f"/hertfordshire/record.atom?{asked}" in dict(page.links)
    assert texts(feed, "a:entry/a:title/text()") == ["Consultation published: Bridge"]


def test_entries_of_one_organisation_are_found(three, write):
    write(title="Bridge", organisation="hartsmere")
    asked = queries.Asked(thing="organisation:hartsmere")

    assert [told.title for told in queries.entries(None, "hertfordshire", asked, at_most=9)] == ["Bridge"]
