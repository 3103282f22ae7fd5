"""Feeds: held to RFC 4287, whatever stands in them, and cheap to ask for again."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from livecompact.frame import atom
from tests.harness.atom import read_feed, texts

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def item(**rest):
    return atom.Item(
        **{
            "id": "tag:compact.example.org,2026:record/1",
            "title": "Library hours",
            "address": "/hertfordshire/consultations/12",
            "updated": NOON,
            **rest,
        }
    )


def feed(*items, **rest):
    return atom.Feed(
        **{
            "id": "tag:compact.example.org,2026:record",
            "title": "What happened",
            "author": "Hertfordshire Compact",
            "address": "/hertfordshire/record.atom",
            "page_address": "/hertfordshire/record",
            "updated": NOON,
            "items": items,
            **rest,
        }
    )


def test_a_feed_says_what_is_new_and_where():
    root = read_feed(atom.xml(feed(item(summary="It is open until June.", category="consultation-published"))))

    assert texts(root, "a:title/text()") == ["What happened"]
    assert texts(root, "a:entry/a:title/text()") == ["Library hours"]
    assert texts(root, "a:entry/a:summary/text()") == ["It is open until June."]
    assert texts(root, "a:entry/a:category/@term") == ["consultation-published"]
    [address] = texts(root, "a:entry/a:link/@href")
    assert address.startswith("http")
    assert address.endswith("/hertfordshire/consultations/12")


def test_an_empty_feed_is_a_feed():
    read_feed(atom.xml(feed()))


def test_its_pages_lead_to_each_other():
    page = feed(
        address="/x.atom?page=2", first="/x.atom", previous="/x.atom", next="/x.atom?page=3", last="/x.atom?page=9"
    )
    root = read_feed(atom.xml(page))

    assert texts(root, "a:link[@rel='self']/@href")[0].endswith("/x.atom?page=2")
    assert texts(root, "a:link[@rel='next']/@href")[0].endswith("/x.atom?page=3")
    assert texts(root, "a:link/@rel") == ["alternate", "self", "first", "previous", "next", "last"]


def test_an_instant_is_told_in_utc():
    summer = datetime(2027, 6, 1, 9, tzinfo=timezone(timedelta(hours=1)))
    root = read_feed(atom.xml(feed(item(updated=summer, published=NOON))))

    assert texts(root, "a:entry/a:updated/text()") == ["2027-06-01T08:00:00Z"]
    assert texts(root, "a:entry/a:published/text()") == ["2026-11-22T12:00:00Z"]


@given(st.text())
def test_any_title_makes_a_feed_that_can_be_read(title):
    [said] = read_feed(atom.xml(feed(item(title=title)))).iterfind(".//{*}entry/{*}title")

    kept = "".join(letter for letter in title if letter.isprintable())
    assert "".join(letter for letter in said.text or "" if letter.isprintable()) == kept


def test_the_schema_refuses_what_is_no_feed():
    whole = atom.xml(feed(item()))
    for needed in (b"<id>tag:compact.example.org,2026:record</id>", b"<updated>2026-11-22T12:00:00Z</updated>"):
        with pytest.raises(etree.DocumentInvalid):
            read_feed(whole.replace(needed, b"", 1))
    with pytest.raises(etree.DocumentInvalid):
        read_feed(whole.replace(b"T12:00:00Z", b"", 1))


def test_who_has_it_already_is_sent_nothing_again():
    ask = RequestFactory()
    first = atom.answer(ask.get("/hertfordshire/record.atom"), feed(item()))
    again = atom.answer(ask.get("/hertfordshire/record.atom", headers={"If-None-Match": first["ETag"]}), feed(item()))
    since = {"If-Modified-Since": first["Last-Modified"]}
    later = atom.answer(ask.get("/hertfordshire/record.atom", headers=since), feed(item()))
    changed = atom.answer(
        ask.get("/hertfordshire/record.atom", headers={"If-None-Match": first["ETag"]}), feed(item(title="Other hours"))
    )

    assert first["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert first["Cache-Control"] == "public, max-age=300"
    assert first["Last-Modified"] == "Sun, 22 Nov 2026 12:00:00 GMT"
    assert (first.status_code, again.status_code, later.status_code, changed.status_code) == (200, 304, 304, 200)
